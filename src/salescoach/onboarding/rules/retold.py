"""What one owner does in an onboarding, in the words of another language: those that the plan has there."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from salescoach.onboarding.rules.standing import Part, Task
from salescoach.onboarding.rules.task_list import TaskList


def retold(listed: TaskList, told: Mapping[str, str]) -> TaskList:
    """Return a list of tasks with each text of its plan as `told` has it; what was written by hand stays."""
    parts = tuple(_part(one, told) for one in listed.parts)
    return replace(listed, parts=parts, stray=_tasks(listed.stray, told))


def _part(one: Part, told: Mapping[str, str]) -> Part:
    phase = one.stretch.phase
    said = {key: told.get(text, text) for key in ("title", "purpose") if (text := getattr(phase, key))}
    return replace(one, tasks=_tasks(one.tasks, told), stretch=replace(one.stretch, phase=replace(phase, **said)))


def _tasks(tasks: Sequence[Task], told: Mapping[str, str]) -> tuple[Task, ...]:
    return tuple(replace(one, what=told.get(one.what, one.what)) for one in tasks)
