"""A period written up, as a screen and as a document that both may read."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.coaching.lights import spoken
from salescoach.coaching.telling import tell
from salescoach.goals.view import goal_data, numbers, told
from salescoach.kit.json import record as as_json
from salescoach.kit.look import Look
from salescoach.kit.parts import head, joined, listing, text
from salescoach.people.rules.period import Aim, Month, Period, Seen
from salescoach.records.rating import Rating

Line = tuple[bool, str]
"""What is said, and whether it stands under the line before it."""

_UNDER = "–"

_ALWAYS = ("strengths", "weaknesses")
"""Parts that say so where nothing was noted: a review that has one side only is none."""


def screen(answer: Period, look: Look) -> Iterator[Text | Table | str]:
    """Draw the period."""
    yield head(look, "period.title", name=answer.name, first=answer.first, last=answer.last)
    for title, lines in _parts(answer, look, look.say("item.you")):
        yield from ("", text(title, "head"))
        for under, line in lines:
            yield listing([(Text(_UNDER), text(line, "why"))], look, wraps=1) if under else text(line)


def data(answer: Period, look: Look) -> dict[str, Any]:
    """Return the period as JSON has it."""
    return {
        "seller": {"key": answer.key, "name": answer.name},
        "first": answer.first,
        "last": answer.last,
        **{name: [vars(one) for one in found] for name, found in answer.areas.items()},
        "goals": [goal_data(one.standing) | {"settled": one.settled} for one in answer.goals],
        "views": [{"yours": mine, "theirs": hers} for mine, hers in answer.views],
        "answers": [{"asked": asked, **as_json(one)} for asked, one in answer.answers],
        **{kind: [as_json(one) for one in found] for kind, found in answer.voices.items()},
        "months": [
            {"first": one.first, "counts": one.counts, "lines": [look.say(line) for _, line in one.lines]}
            for one in answer.months
        ],
    }


def layout(answer: Period, look: Look) -> tuple[str, dict[str, Any]]:
    """Return the document layout of a period and what goes into it."""
    return "period", {
        "title": look.say("period.title", name=answer.name, first=answer.first, last=answer.last),
        "day": look.say("period.written", day=look.today),
        "parts": list(_parts(answer, look, look.say("period.manager"))),
    }


def _parts(answer: Period, look: Look, me: str) -> Iterator[tuple[str, list[Line]]]:
    """Give each part that has something to say: its title and its lines; `me` is what the manager is called."""
    parts = {
        **{name: [line for one in found for line in _seen(one, look)] for name, found in answer.areas.items()},
        "goals": [line for one in answer.goals for line in _goal(one, look)],
        "views": [
            line for mine, hers in answer.views for line in _view(mine, hers, (me, answer.name.split()[0]), look)
        ],
        "answers": [
            line
            for asked, one in answer.answers
            for line in ((False, asked), (True, joined((str(one.to_table()["text"]), look.day(one.on)))))
        ],
        **{
            kind: [(False, joined((look.day(one.on), look.say(tell(one, answer.titles))))) for one in found]
            for kind, found in answer.voices.items()
        },
        "months": [line for one in answer.months for line in _month(one, look)],
    }
    parts |= {name: [(False, look.say("period.nothing"))] for name in _ALWAYS if not parts[name]}
    yield from ((look.say(f"period.{name}"), lines) for name, lines in parts.items() if lines)


def _seen(one: Seen, look: Look) -> Iterator[Line]:
    """Give an area: how often each level was given, then an example of each month, and what was told."""
    counts = [f"{look.level(level)} {n}" for level, n in one.counts.items() if n]
    yield False, f"{look.say('item.plain', text=spoken(one.name))}: {joined(counts) or look.level(None)}"
    for rating in one.examples:
        yield True, joined((look.day(rating.on), look.level(rating.level), rating.evidence or ""))
    for feedback in one.told:
        yield True, joined((look.day(feedback.on), look.say(tell(replace(feedback, area=None), {}))))


def _goal(one: Aim, look: Look) -> Iterator[Line]:
    """Give a goal and where it stood, at the beginning of the period too, and how it was settled."""
    standing, settled = one.standing, one.settled
    yield False, standing.goal.title
    ended = look.say(f"period.{settled.how}", day=settled.on) if settled else ""
    stood = numbers(standing, look) if settled else told(standing, look)
    began, now = one.began, standing.value
    moved = look.say("period.began", value=began) if began is not None and began != now else ""
    yield True, joined((ended, stood, moved))


def _view(mine: Rating | None, hers: Rating, names: tuple[str, str], look: Look) -> Iterator[Line]:
    """Give both lights of an area, each with its example."""
    yield False, look.say("item.plain", text=spoken(hers.area))
    for name, one in zip(names, (mine, hers), strict=True):
        yield True, f"{name}: {joined((look.level(one.level if one else None), (one and one.evidence) or ''))}"


def _month(one: Month, look: Look) -> Iterator[Line]:
    """Give a month and what is told of it; one of which nothing is known says so."""
    counts = [look.words.count(kind, n) for kind, n in one.counts.items()]
    known = counts or one.lines
    yield False, f"{look.day(one.first, 'month')}: {joined(counts) if known else look.say('period.nothing')}"
    yield from ((True, joined((look.day(day), look.say(line)))) for day, line in one.lines)
    if one.more:
        yield True, look.say("period.more", n=one.more)
