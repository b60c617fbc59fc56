"""The screen of a retrospective: how it went, what each side says, who is still to be asked, and the lessons."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.kit.look import Look
from salescoach.kit.parts import gapped, head, joined, listing, set_in, text
from salescoach.onboarding.rules.retro import MOST, Answered, Lesson, Reached, Retrospective, Side


def screen(answer: Retrospective, look: Look) -> Iterator[Text | Table | str]:
    """Draw all sides together."""
    yield head(look, "retro.title", name=answer.name)
    yield from ("", head(look, "retro.measures"))
    yield from (text(one) for one in _measures(answer, look))
    for side in answer.sides:
        yield from _side(side, look)
    if not answer.sides:
        yield from ("", text(look.say("retro.nothing")))
    if answer.waiting:
        yield from ("", head(look, "retro.waiting"), *_waiting(answer, look))
    yield from ("", head(look, "retro.lessons"), *_lessons(answer, look))


def data(answer: Retrospective, _look: Look) -> dict[str, Any]:
    """Return a retrospective as JSON has it."""
    return {
        "seller": {"key": answer.key, "name": answer.name},
        "sides": answer.sides,
        "waiting": [one.role for one in answer.waiting],
        "lessons": [one for one in answer.lessons if one.role is None],
        "candidates": [one for one in answer.lessons if one.role is not None],
        "milestones": answer.measures,
        "steps": answer.steps,
        "out": answer.out,
    }


def layout(answer: Retrospective, look: Look) -> tuple[str, dict[str, Any]]:
    """Return the document layout of a retrospective and what goes into it."""
    return "retro", {
        "title": look.say("retro.title", name=answer.name),
        "day": look.day(look.today, "long"),
        "measures": _measures(answer, look),
        "sides": [
            {
                "title": side.title,
                "answers": [(one.asked, one.text.split("\n"), _when(one, look)) for one in side.answers],
                "unplaced": [(one.text.split("\n"), look.day(one.on)) for one in side.unplaced],
            }
            for side in answer.sides
        ],
        "waiting": [joined((one.title, _out(one.role, answer, look))) for one in answer.waiting],
        "lessons": [_lesson(one, look) for one in answer.lessons],
        "candidates": look.say("retro.candidates") if any(one.role for one in answer.lessons) else "",
        "words": {key: look.say(f"retro.{key}") for key in ("measures", "unplaced", "waiting", "lessons")}
        | {"no_lessons": look.say("retro.no_lessons")},
    }


def lesson(one: Lesson, look: Look) -> str:
    """Return a lesson: as it was chosen, or as one side said it."""
    return look.say("retro.says", role=one.role, text=one.text) if one.role else one.text


def _lesson(one: Lesson, look: Look) -> str:
    return joined((lesson(one, look), look.day(one.on)))


def _measures(answer: Retrospective, look: Look) -> list[str]:
    reached = [_measure(one, look) for one in answer.measures] or [look.say("retro.none_reached", key=answer.key)]
    if answer.steps:
        reached.append(look.say("retro.steps_overdue" if answer.steps["overdue"] else "retro.steps", **answer.steps))
    return reached


def _measure(one: Reached, look: Look) -> str:
    key = "retro.reached_on" if one.day is None else "retro.reached"
    return look.say(key, milestone=one.milestone.replace("-", " "), day=one.day, on=one.on)


def _side(side: Side, look: Look) -> Iterator[Text | Table | str]:
    yield from ("", text(side.title, "head"))
    for one in side.answers:
        yield gapped((text(one.asked, "why"), text(_when(one, look), "quiet")))
        yield set_in(one.text)
    for record in side.unplaced:
        yield gapped((text(look.say("retro.unplaced"), "why"), text(look.day(record.on), "quiet")))
        yield set_in(record.text)


def _when(one: Answered, look: Look) -> str:
    older = look.say("retro.older", n=one.older) if one.older else ""
    return joined((look.day(one.on), older))


def _waiting(answer: Retrospective, look: Look) -> Iterator[Text | Table | str]:
    rows = []
    for one in answer.waiting:
        ask = _out(one.role, answer, look) or look.say("retro.ask", key=answer.key, role=one.role)
        rows.append((text(one.title), text(ask, "code")))
    yield from (Text("\n").join(row) for row in rows) if look.narrow else [listing(rows, look, wraps=1)]


def _out(role: str, answer: Retrospective, look: Look) -> str:
    return look.say("retro.out", on=answer.out[role]) if role in answer.out else ""


def _lessons(answer: Retrospective, look: Look) -> Iterator[Text | Table | str]:
    if not answer.lessons:
        yield text(look.say("retro.no_answers", key=answer.key))
        return
    lessons = [text(_lesson(one, look)) for one in answer.lessons]
    if answer.lessons[0].role is None:
        yield from lessons
    else:
        yield from (text(look.say("retro.candidates"), "why"), *lessons)
        yield text(look.say("retro.choose", most=MOST, key=answer.key), "quiet")
