"""The screen of promises: what is open both ways, late first."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.kit.look import Look
from salescoach.kit.parts import head, joined, listing, moved, short, text
from salescoach.promises.rules import Promise, Promises, in_next_week


def screen(answer: Promises, look: Look) -> Iterator[Text | Table]:
    """Draw what is open."""
    if not (answer.mine or answer.hers):
        yield text(look.say("promises.none"))
        return
    yield from _side("promises.mine", answer.mine, look)
    yield from _side("promises.hers", answer.hers, look)
    yield text(look.say("promises.hint"), "quiet")


def data(answer: Promises, look: Look) -> dict[str, Any]:
    """Return what is open as JSON has it."""
    del look
    mine, hers = ([promise_data(one) for one in side] for side in (answer.mine, answer.hers))
    return {"promises": mine, "commitments": hers}


def promise_row(one: Promise, look: Look) -> tuple[Text, ...]:
    """Return the cells of a promise: its id, whose it is, what was promised, when it is due."""
    what = joined((one.cue or "", one.said))
    return short(one.id), text(one.name), text(what), text(late(one, look), "late" if one.late else "why")


def late(one: Promise, look: Look) -> str:
    """Return when a promise is due, and how late it is."""
    if one.due is None:
        return look.say("why.promised", made=one.made)
    key = "weekly.due_next" if in_next_week(one, look.today) else "weekly.days_late" if one.late else "weekly.due"
    return moved(look.say(key, days=one.days_late, due=one.due), one.was, look)


def promise_data(promise: Promise) -> dict[str, Any]:
    """Return a promise as JSON has it."""
    due = {
        "due": promise.due,
        "was": promise.was,
        "days_late": promise.days_late,
        "cue": promise.cue,
        "area": promise.area,
    }
    return {"id": promise.id, "seller": promise.seller, "what": promise.what, **due}


def _side(key: str, found: Sequence[Promise], look: Look) -> Iterator[Text | Table]:
    if found:
        yield from (head(look, key), listing((promise_row(promise, look) for promise in found), look, wraps=2))
