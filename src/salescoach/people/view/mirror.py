"""The screen of the mirror: the manager's own part first, then what is said of the manager, newest first."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.kit.look import Look
from salescoach.kit.parts import capped, head, listing, text
from salescoach.people.rules.mirror import Mirror, Side, Voice
from salescoach.people.view import own_part
from salescoach.promises.view import word_data


def screen(answer: Mirror, look: Look) -> Iterator[Text | Table | str]:
    """Draw how the manager comes across, or how to come to know."""
    yield head(look, "mirror.title", sellers=answer.sellers)
    yield from own_part.service(answer.own, look)
    sides = {"mirror.needs": answer.needs, "mirror.heard": answer.heard, "mirror.lessons": answer.lessons}
    sides["mirror.standing"] = answer.standing
    drawn = list(own_part.parts(answer.own, answer.word, look))
    drawn += [part for key, side in sides.items() if side.said or side.hidden for part in _side(key, side, look)]
    if look.everything and answer.own.channels:
        drawn += own_part.presence(answer.own, look)
    if not drawn:
        yield from ("", text(look.say("mirror.none")))
        return
    yield from drawn
    yield ""
    yield text(look.say("mirror.hint_named" if answer.named else "mirror.hint"), "quiet")


def data(answer: Mirror, look: Look) -> dict[str, Any]:
    """Return the same as JSON has it: names, keys and ids only where they are shown."""
    sides = {"needs": answer.needs, "about_me": answer.heard, "lessons": answer.lessons, "standing": answer.standing}
    return {
        **own_part.data(answer.own, look),
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
