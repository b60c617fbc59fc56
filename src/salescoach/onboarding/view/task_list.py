"""What one owner does in an onboarding: a list to tick off and to mail; of the seller it says only who and when."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.kit.look import Look
from salescoach.kit.parts import joined, listing, moved, short, text
from salescoach.onboarding.rules.standing import Task
from salescoach.onboarding.rules.task_list import TaskList
from salescoach.onboarding.view.standing import days, phase_data, task_data
from salescoach.records.keys import key_form


def screen(answer: TaskList, look: Look) -> Iterator[Text | Table | str]:
    """Draw the list, phase by phase."""
    yield text(_title(answer, look), "head")
    yield text(_first_day(answer, look))
    for title, purpose, tasks in _groups(answer, look):
        yield from ("", text(title, "head"))
        if purpose:
            yield text(purpose, "quiet")
        yield listing((_row(one, look) for one in tasks), look, wraps=1)


def data(answer: TaskList, look: Look) -> dict[str, Any]:
    """Return the list as JSON has it."""
    tasks = [one for part in answer.parts for one in part.tasks]
    return {
        "seller": answer.key,
        **{name: getattr(answer, name) for name in ("name", "owner", "plan", "started")},
        "phases": [phase_data(one) for one in answer.parts],
        "steps": [task_data(one) for one in (*tasks, *answer.stray)],
        "notices": [look.say(one) for one in answer.notices],
    }


def layout(answer: TaskList, look: Look) -> tuple[str, dict[str, Any]]:
    """Return the document layout of the list and what goes into it."""
    groups = [
        {"title": title, "purpose": purpose, "steps": [(one.done, _by(one, look), one.what) for one in tasks]}
        for title, purpose, tasks in _groups(answer, look)
    ]
    return "errands", {"title": _title(answer, look), "first_day": _first_day(answer, look), "phases": groups}


def _title(answer: TaskList, look: Look) -> str:
    key = f"onboard.whom.{key_form(answer.owner).replace('-', '_')}"
    owner = look.say(key) if look.words.has(key) else answer.owner
    return look.say("onboard.errands", name=answer.name, owner=owner)


def _first_day(answer: TaskList, look: Look) -> str:
    known = [look.say("onboard.teaches", who=one.knows, subject=one.subject) for one in answer.known]
    return joined((look.say("onboard.first_day", started=answer.started), *known))


def _groups(answer: TaskList, look: Look) -> Iterator[tuple[str, str, tuple[Task, ...]]]:
    for one in answer.parts:
        yield joined((one.stretch.title, days(one, look))), one.stretch.phase.purpose or "", one.tasks
    if answer.stray:
        yield look.say("onboard.stray"), "", answer.stray


def _row(one: Task, look: Look) -> tuple[Text, ...]:
    when = look.say("log.keys.done") if one.done else _by(one, look)
    return short(one.id), text(one.what, "quiet" if one.done else ""), text(when, "why")


def _by(one: Task, look: Look) -> str:
    key = "onboard.was_due" if one.waits and one.due < look.today else "onboard.by"
    return moved(look.say(key, due=one.due), one.was, look)
