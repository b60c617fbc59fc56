"""The screen of the mirror: the manager's own part first, then what is said of the manager, newest first."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.kit.look import Look
from salescoach.kit.parts import bar, capped, head, joined, level, listing, text
from salescoach.people.rules.mirror import SPAN, Mirror, OwnPart, Part, Seen, Side, Voice
from salescoach.promises.rules import Word
from salescoach.promises.view import word_data
from salescoach.records.kinds import KINDS
from salescoach.records.values import LEVELS

_CELLS = 8


def screen(answer: Mirror, look: Look) -> Iterator[Text | Table | str]:
    """Draw how the manager comes across, or how to come to know."""
    yield head(look, "mirror.title", sellers=answer.sellers)
    yield from _service(answer.own, look)
    sides = {"mirror.needs": answer.needs, "mirror.heard": answer.heard, "mirror.lessons": answer.lessons}
    sides["mirror.standing"] = answer.standing
    drawn = list(_parts(answer.own, answer.word, look))
    drawn += [part for key, side in sides.items() if side.said or side.hidden for part in _side(key, side, look)]
    if look.everything and answer.own.channels:
        drawn += _presence(answer.own, look)
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
        **_own(answer.own, look),
        **{name: side.said for name, side in sides.items()},
        "hidden": {name: side.hidden for name, side in sides.items()},
        "promises": word_data(answer.word),
    }


def _service(own: OwnPart, look: Look) -> Iterator[Text | Table | str]:
    """Draw what they say of working with the manager, in counts, and how to ask."""
    team = len(own.seen)
    if own.asked or own.due:
        yield from ("", head(look, "mirror.service", days=SPAN))
    if own.asked:
        counts = [(one, own.levels.count(one)) for one in reversed(LEVELS)]
        lights = [level(one, look).append(f" {n}") for one, n in counts if n] or [text(look.say("mirror.too_few"))]
        said = [text(look.say("mirror.answered", n=own.answers, sellers=team)), *lights]
        yield Text(" · ").join([*said, text(look.say("mirror.asked", on=own.asked), "quiet")])
    if own.due:
        command = " ".join(("coach ask", *(() if len(own.due) == team else own.due), "service"))
        key = "mirror.due" if own.asked else "mirror.never_asked"
        yield text(look.say(key, n=len(own.due), sellers=team, command=command), "quiet")


def _parts(own: OwnPart, word: Word, look: Look) -> Iterator[Text | Table | str]:
    """Draw what the manager did for them, each with what it is made of, and what would raise it most."""
    found = [(text(look.say(f"mirror.part.{one.name}"), "name"), text(_part(one, word, look))) for one in own.parts]
    if found:
        yield from ("", head(look, "mirror.yours", days=SPAN), listing(found, look, wraps=1))
    if own.raised:
        yield from ("", text(look.say(own.raised)))


def _part(one: Part, word: Word, look: Look) -> str:
    """Return a part in words: its share with the two numbers, and what stands beside it."""
    key = "mirror.few" if one.share is None else f"mirror.said.{one.name}"
    share = look.say(key, percent=round((one.share or 0) * 100), good=one.good, whole=one.whole) if one.whole else ""
    counts = {f"beside.{one.name}": one.beside}
    if one.name == "promises":
        counts = {name: getattr(word, name) for name in ("kept_late", "dropped", "late", "open")}
    return joined((share, *(look.say(f"mirror.{name}", n=n) for name, n in counts.items() if n)))


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


def _presence(own: OwnPart, look: Look) -> Iterator[Text | Table | str]:
    """Draw how the contacts and the minutes of talks fall on the sellers, by name, and which contacts they were."""
    names = ("contacts", "timed", "minutes")
    contacts, timed, minutes = (sum(getattr(one, name) for one in own.seen) for name in names)
    kinds = [kind for kind in own.channels if kind in KINDS and KINDS[kind].contact]
    said = [look.words.count(of, n) if of in kinds else f"{of} {n}" for of, n in own.channels.items()]
    yield from ("", head(look, "mirror.presence", days=SPAN), text(joined(said)))
    yield listing((_seen(one, contacts, minutes, look) for one in own.seen), look, wraps=5)
    yield text(look.say("mirror.minutes", minutes=minutes, timed=timed, talks=own.channels.get("talk", 0)), "quiet")


def _seen(one: Seen, contacts: float, minutes: float, look: Look) -> tuple[Text, ...]:
    """Return the cells of a seller: both shares as bars and numbers, and how long it has been quiet."""
    shares = {"contacts": one.contacts / (contacts or 1), "minutes": one.minutes / (minutes or 1)}
    quiet = "mirror.unseen" if one.silent is None else "mirror.quiet" if one.silent else "mirror.seen_today"
    cells = []
    for name, share in shares.items():
        cells += [] if look.narrow else [bar(share, _CELLS)]
        cells.append(text(look.say(f"mirror.of_{name}", n=getattr(one, name), percent=round(share * 100))))
    return text(one.name), *cells, text(joined((look.say(quiet, days=one.silent), one.placed_at or "")), "why")


def _own(own: OwnPart, look: Look) -> dict[str, Any]:
    """Return the same as JSON has it: with whom there was contact only in the long form."""
    made = [{**vars(one), "share": None if one.share is None else round(one.share, 2)} for one in own.parts]
    given = {"lights": {one: own.levels.count(one) for one in LEVELS}} if own.levels else {}
    asked = {"sellers": len(own.seen), "answers": own.answers, "asked": own.asked, "due": own.due, **given}
    raised = look.say(own.raised) if own.raised else None
    seen = {"presence": {"sellers": own.seen, "channels": own.channels}} if look.everything else {}
    return {"service": {**asked, "parts": made, "raise": raised}, **seen}
