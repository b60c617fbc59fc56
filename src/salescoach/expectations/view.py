"""The screen of what is expected: each area with its level of today, and what red, yellow and green look like."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.expectations.rules import Expectations, Expected, Standing
from salescoach.kit.look import Look
from salescoach.kit.parts import gapped, joined, level, listing, text
from salescoach.records.rating import Rating
from salescoach.records.values import LEVELS

_INDENT = "  "


def screen(answer: Expectations, look: Look) -> Iterator[Text | Table | str]:
    """Draw what is expected."""
    yield text(_title(answer, look), "head")
    source, said = _from(answer, look)
    yield text(said, "quiet")
    for one in answer.standings:
        yield ""
        area = text(one.expected.area, "name")
        yield area if answer.for_her else gapped([area, *_stands(one, answer.first_name, look)])
        yield from _definitions(one.expected, look)
        if source != "own" and (alone := _alone(one.expected, answer, look)):
            yield Text(_INDENT).append_text(text(alone, "quiet"))
    if not answer.standings:
        yield text(_nothing(answer, look))
    elif not answer.for_her:
        yield ""
        more = look.say("expect.all" if answer.narrowed else "expect.own_hint", key=answer.key, name=answer.first_name)
        yield from (text(more, "quiet"), text(look.say("expect.rate", key=answer.key), "quiet"))


def walked(one: Standing, name: str, place: str, look: Look) -> Iterator[Text | Table | str]:
    """Draw one area of a walk: its place among them, where it stands, what each level looks like."""
    yield ""
    yield gapped([text(place, "quiet"), text(one.expected.area, "name"), *_stands(one, name, look)])
    yield from _definitions(one.expected, look)


def data(answer: Expectations, _look: Look) -> dict[str, Any]:
    """Return what is expected as JSON has it."""
    return {
        "seller": {"key": answer.key, "name": answer.name},
        "stage": answer.stage,
        "phase": answer.phase,
        "begins": answer.begins,
        "expectations": [_data(one, answer) for one in answer.standings],
    }


def layout(answer: Expectations, look: Look) -> tuple[str, dict[str, Any]]:
    """Return the document layout of what is expected and what goes into it."""
    return "expectations", {
        "title": _title(answer, look),
        "day": look.day(look.today, "long"),
        "from": "" if answer.for_her else _from(answer, look)[1],
        "nothing": _nothing(answer, look),
        "areas": [
            {
                "area": one.expected.area,
                "now": "" if answer.for_her else joined(part.plain for part in _stands(one, answer.first_name, look)),
                "unsaid": "" if one.expected.levels else look.say("expect.unsaid"),
                "levels": [(look.level(each), one.expected.levels.get(each, "")) for each in LEVELS],
            }
            for one in answer.standings
        ],
    }


def _definitions(one: Expected, look: Look) -> Iterator[Text | Table | str]:
    if one.levels:
        rows = ((Text(_INDENT).append_text(level(each, look)), text(said)) for each, said in one.levels.items())
        yield listing(rows, look, wraps=1)
    else:
        yield Text(_INDENT).append_text(text(look.say("expect.unsaid"), "quiet"))


def _title(answer: Expectations, look: Look) -> str:
    return look.say("expect.title_from" if answer.begins else "expect.title", name=answer.name, day=answer.begins)


def _nothing(answer: Expectations, look: Look) -> str:
    return look.say("expect.none_hers") if answer.for_her else look.say("expect.none", key=answer.key)


def _from(answer: Expectations, look: Look) -> tuple[str, str]:
    """Return where it comes from but for what is own, and how that is said; own where all of it is."""
    sources = {source for one in answer.standings for source in one.expected.sources.values()}
    if "phase" in sources:
        return "phase", look.say("expect.phase", phase=answer.title)
    if sources == {"own"}:
        return "own", look.say("expect.own", name=answer.first_name)
    if answer.standings and all(one.expected.source == "area" for one in answer.standings):
        return "area", look.say("expect.area")
    return "stage", look.say(f"expect.stage.{answer.stage}")


def _alone(one: Expected, answer: Expectations, look: Look) -> str:
    own = [look.level(each) for each, source in one.sources.items() if source == "own"]
    if not own:
        return ""
    key = "expect.own" if len(own) == len(one.levels) else "expect.own_levels"
    return look.say(key, name=answer.first_name, levels=own)


def _stands(one: Standing, name: str, look: Look) -> Iterator[Text]:
    if one.now:
        yield from (level(one.now.level, look), text(_why(one.now, look), "why"))
    else:
        yield text(look.say("expect.not_rated"), "quiet")
    if one.hers:
        yield Text.assemble(text(name), ": ", level(one.hers.level, look))
        yield text(_why(one.hers, look), "why")


def _why(now: Rating, look: Look) -> str:
    return joined((now.evidence or "", look.day(now.on)))


def _data(one: Standing, answer: Expectations) -> dict[str, Any]:
    found = one.expected
    levels = {str(each): said for each, said in found.levels.items()}
    said = {"area": found.area, **levels, "source": found.source, "id": found.id}
    if answer.for_her:
        return said
    now, hers = one.now, one.hers
    rated = {"level": now.level, "on": now.on, "evidence": now.evidence} if now else {}
    own = {"hers": hers.level, "hers_on": hers.on, "hers_evidence": hers.evidence} if hers else {}
    return said | rated | own
