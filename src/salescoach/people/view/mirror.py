"""The screen of the mirror: what is said of the manager, newest first, and how the promises were kept."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.kit.look import Look
from salescoach.kit.parts import capped, head, joined, listing, text
from salescoach.people.rules.mirror import Mirror, Side, Voice
from salescoach.promises.rules import Word
from salescoach.promises.view import share, word_data


def screen(answer: Mirror, look: Look) -> Iterator[Text | Table | str]:
    """Draw how the manager comes across, or how to come to know."""
    yield head(look, "mirror.title", sellers=answer.sellers)
    sides = {"mirror.needs": answer.needs, "mirror.heard": answer.heard, "mirror.lessons": answer.lessons}
    sides["mirror.standing"] = answer.standing
    drawn = [part for key, side in sides.items() if side.said or side.hidden for part in _side(key, side, look)]
    drawn += list(_word(answer.word, look))
    if not drawn:
        yield text(look.say("mirror.none"))
        return
    yield from drawn
    yield ""
    yield text(look.say("mirror.hint_named" if answer.named else "mirror.hint"), "quiet")


def data(answer: Mirror, look: Look) -> dict[str, Any]:
    """Return the same as JSON has it: names, keys and ids only where they are shown."""
    del look
    sides = {"needs": answer.needs, "about_me": answer.heard, "lessons": answer.lessons, "standing": answer.standing}
    return {
        **{name: side.said for name, side in sides.items()},
        "hidden": {name: side.hidden for name, side in sides.items()},
        "promises": word_data(answer.word),
    }


def _side(key: str, side: Side, look: Look) -> Iterator[Text | Table | str]:
    shown, over = capped(side.said, look)
    yield from ("", head(look, key))
    if shown:
        yield listing((_row(one, look) for one in shown), look, wraps=1)
    yield from over
    if side.hidden:
        yield text(look.say("mirror.hidden", n=side.hidden), "quiet")


def _row(one: Voice, look: Look) -> tuple[Text, ...]:
    said = text(f"~ {one.what}" if one.private else one.what)
    return text(look.day(one.on), "quiet"), said, text(one.name or "", "why")


def _word(word: Word, look: Look) -> Iterator[Text | Table | str]:
    """Draw the promises: the share that was kept with what it is made of, and what is open."""
    if not word.whole and not word.open:
        return
    yield from ("", head(look, "mirror.promises", days=word.days))
    if word.whole:
        late = look.say("mirror.kept_late", n=word.kept_late) if word.kept_late else ""
        dropped = look.say("mirror.dropped", n=word.dropped) if word.dropped else ""
        still = look.say("mirror.late", n=word.late) if word.late else ""
        yield text(joined((share(word, look), late, dropped, still)))
    if word.open:
        yield text(look.say("mirror.open", n=word.open), "quiet")
