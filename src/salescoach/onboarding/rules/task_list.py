"""What one owner does in an onboarding, or who knows a subject: a list that is made to be mailed (S0.1)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from salescoach.answer import Answer, Phrase
from salescoach.coaching.schedule import Course
from salescoach.errors import Unusable
from salescoach.frozen import frozen
from salescoach.onboarding.rules.standing import Part, Task, known_in, parts_of, tasks_of
from salescoach.records.keys import key_form
from salescoach.records.matching import named
from salescoach.records.seller import Seller

TEACHER = "knowledge-owner"
"""Who knows a subject is in a plan, in key form."""


class NotAnOwner(Unusable):
    """`text` is nobody who has a step in the plan; `known` are those who have."""


@frozen(kw_only=True)
class TaskList(Answer):
    """What one owner does in an onboarding: each phase that has a step of this owner, with those steps only.

    `known` are who knows which subject, on the list of those who do.
    """

    key: str
    name: str
    owner: str
    plan: str
    started: date
    parts: tuple[Part, ...]
    stray: tuple[Task, ...] = ()
    known: tuple[Task, ...] = ()


def task_list_of(seller: Seller, course: Course, owner: str, today: date, notices: tuple[Phrase, ...] = ()) -> TaskList:
    """Return what one owner does, who may be one that knows a subject; never a private step: it is made to be mailed.

    Raise NotAnOwner.
    """
    tasks = [one for one in tasks_of(seller, course, today) if not one.private]
    known = known_in(tasks)
    found = _owner(owner, list(dict.fromkeys(one.owner for one in tasks)), [one.knows or "" for one in known])
    hers = [one for one in known if key_form(one.knows or "") == key_form(found)]
    own = [one for one in tasks if key_form(one.owner) == key_form(found)] or _taught(tasks, hers)
    teaching = any(key_form(one.owner) == TEACHER for one in own)
    parts = parts_of(course, own, today)
    return TaskList(
        key=seller.key,
        name=seller.name,
        owner=found,
        plan=course.begun.plan or "",
        started=course.started,
        parts=tuple(one for one in parts if one.tasks and not one.stretch.skipped),
        stray=tuple(one for one in own if not any(one in part.tasks for part in parts)),
        known=tuple(hers or known) if teaching else (),
        notices=notices,
    )


def retold(listed: TaskList, told: Mapping[str, str]) -> TaskList:
    """Return a list of tasks with each text of its plan as `told` has it; what was written by hand stays."""
    parts = tuple(_part(one, told) for one in listed.parts)
    return replace(listed, parts=parts, stray=_tasks(listed.stray, told))


def _taught(tasks: Iterable[Task], hers: Iterable[Task]) -> list[Task]:
    """Return what somebody who knows subjects teaches: what is of one of these, and what is of none."""
    subjects = {None, *(key_form(one.subject or "") for one in hers)}
    teaching = [one for one in tasks if key_form(one.owner) == TEACHER]
    return [one for one in teaching if (key_form(one.subject) if one.subject else None) in subjects]


def _owner(typed: str, owners: Sequence[str], people: Sequence[str]) -> str:
    """Return the owner who is meant, or who knows a subject, by the whole or the beginning; raise NotAnOwner."""
    known = [*owners, *people]
    found = named(typed, zip(known, known, strict=True))
    if len({key_form(one) for one in found}) != 1:
        raise NotAnOwner(text=typed, known=known)
    return found[0]


def _part(one: Part, told: Mapping[str, str]) -> Part:
    phase = one.stretch.phase
    said = {key: told.get(text, text) for key in ("title", "purpose") if (text := getattr(phase, key))}
    return replace(one, tasks=_tasks(one.tasks, told), stretch=replace(one.stretch, phase=replace(phase, **said)))


def _tasks(tasks: Sequence[Task], told: Mapping[str, str]) -> tuple[Task, ...]:
    return tuple(replace(one, what=told.get(one.what, one.what)) for one in tasks)
