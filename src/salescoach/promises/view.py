"""The screen of promises: what is open both ways, late first."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.kit.look import Look
from salescoach.kit.parts import head, joined, listing, moved, short, text
from salescoach.promises.rules import ENOUGH, Promise, Promises, Vow, Word, in_next_week


def screen(answer: Promises, look: Look) -> Iterator[Text | Table]:
    """Draw what is open."""
    if not (answer.mine or answer.hers or answer.standing):
        yield text(look.say("promises.none"))
    yield from _side("promises.mine", answer.mine, look)
    yield from _side("promises.hers", answer.hers, look)
    if answer.standing:
        rows = ((short(one.id), text(one.what), text(looked(one, look), "why")) for one in answer.standing)
        yield from (head(look, "promises.standing"), listing(rows, look, wraps=1))
    yield from words(answer.words, answer.one, look)
    if answer.mine or answer.hers or answer.standing:
        yield text(look.say("promises.look" if any(one.waits for one in answer.standing) else "promises.hint"), "quiet")


def data(answer: Promises, look: Look) -> dict[str, Any]:
    """Return what is open as JSON has it."""
    del look
    mine, hers = ([promise_data(one) for one in side] for side in (answer.mine, answer.hers))
    return {"promises": mine, "commitments": hers, "standing": answer.standing, "kept": kept_data(answer.words)}


def kept_data(both: Sequence[Word]) -> dict[str, Any]:
    """Return how both sides kept their word as JSON has it."""
    return dict(zip(("mine", "hers"), map(word_data, both), strict=False))


def words(both: Sequence[Word], one: str, look: Look) -> Iterator[Text]:
    """Give in a line how both sides kept their word, each with what it is counted from; `one` is she, else all are."""
    sides = zip(("promises.kept_mine", "promises.kept_one" if one else "promises.kept_hers"), both, strict=False)
    said = [look.say(key, name=one, said=share(word, look)) for key, word in sides if word.whole]
    if said:
        yield text(look.say("promises.kept", days=both[0].days, said=joined(said)), "quiet")


def share(word: Word, look: Look) -> str:
    """Return the part of promises that was kept, with the counts that it is made of; of few, these alone."""
    percent = None if word.share is None else round(word.share * 100)
    gaps = {"percent": percent, "kept": word.kept, "whole": word.whole, "least": ENOUGH}
    return look.say("promises.few" if percent is None else "promises.share", **gaps)


def word_data(word: Word) -> dict[str, Any]:
    """Return how promises were kept as JSON has it; the share is unknown where they are too few."""
    return {**vars(word), "share": None if word.share is None else round(word.share, 2)}


def looked(one: Vow, look: Look) -> str:
    """Return when a standing promise was last found to hold, and that it is time for a look again."""
    said = look.say("promises.looked" if one.looked else "promises.stands", day=one.looked or one.made)
    return look.say("promises.waits", said=said) if one.waits else said


def promise_row(one: Promise, look: Look) -> tuple[Text, ...]:
    """Return the cells of a promise: its id, whose it is, what was promised, when it is due."""
    return short(one.id), text(one.name), text(one.said), text(late(one, look), "late" if one.late else "why")


def late(one: Promise, look: Look) -> str:
    """Return when a promise is due, and how late it is."""
    if one.due is None:
        return look.say("why.promised", made=one.made)
    key = "weekly.due_next" if in_next_week(one, look.today) else "weekly.days_late" if one.late else "weekly.due"
    return moved(look.say(key, days=one.days_late, due=one.due), one.was, look)


def promise_data(promise: Promise) -> dict[str, Any]:
    """Return a promise as JSON has it."""
    about = {name: getattr(promise, name) for name in ("due", "was", "days_late", "cue", "area")}
    return {"id": promise.id, "seller": promise.seller or "me", "what": promise.what, **about}


def _side(key: str, found: Sequence[Promise], look: Look) -> Iterator[Text | Table]:
    if found:
        yield from (head(look, key), listing((promise_row(promise, look) for promise in found), look, wraps=2))
