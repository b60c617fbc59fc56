"""The screen of one onboarding: the phase of today, what is late and next, milestones, the days to the decision."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.kit.json import record as as_json
from salescoach.kit.look import Look
from salescoach.kit.parts import bar, capped, gapped, head, joined, listing, moved, short, text
from salescoach.onboarding.rules.retro import MILESTONES
from salescoach.onboarding.rules.standing import Onboarded, Part, Task
from salescoach.records.keys import key_form

_CELLS = 6
"""Cells of the bar of a phase."""


def screen(answer: Onboarded, look: Look) -> Iterator[Text | Table | str]:
    """Draw one onboarding."""
    yield text(f"{answer.name} · {answer.title}", "head")
    yield text(_where(answer, look))
    if answer.now and answer.now.stretch.phase.purpose:
        yield text(answer.now.stretch.phase.purpose, "quiet")
    phases = (_phase(one, answer, look) for one in answer.parts)
    yield from ("", head(look, "onboard.phases"), listing(phases, look, wraps=3))
    if answer.owners:
        yield text(_owners(answer, look), "quiet")
    yield from (text(line, "quiet") for line in _known(answer, look))
    yield from _tasks(look.say("onboard.late"), _late(answer, look), look)
    yield from _left(answer, look)
    yield from _tasks(look.say("onboard.next"), _next(answer), look)
    yield from _milestones(answer, look)
    yield from (text(line) for line in _decision(answer, look))
    yield from _lessons(answer, look)
    yield from (text(line, "quiet") for line in _hints(answer, look))


def data(answer: Onboarded, look: Look) -> dict[str, Any]:
    """Return one onboarding as JSON has it."""
    clock = answer.clock
    now = answer.now.stretch if answer.now else None
    return {
        "seller": answer.key,
        **{name: getattr(answer, name) for name in ("name", "plan", "title", "started", "day")},
        "phase": now.name if now else None,
        "phases": [phase_data(one) for one in answer.parts],
        "steps": [task_data(one) for one in answer.tasks],
        "owners": list(answer.owners),
        "signed": answer.signed,
        "knowledge": [{"subject": one.subject, "who": one.knows, "briefed": one.settled} for one in answer.known],
        "milestones": list(answer.reached),
        **(clock.times if clock else {}),
        "lessons": list(answer.lessons),
        "records": [as_json(one) for one in answer.records],
        "notices": [look.say(one) for one in answer.notices],
    }


def layout(answer: Onboarded, look: Look) -> tuple[str, dict[str, Any]]:
    """Return the document layout of one onboarding and what goes into it."""
    return "onboarding", {
        "name": answer.name,
        "title": answer.title,
        "where": _where(answer, look),
        "day": look.day(look.today, "long"),
        "started": look.say("onboard.first_day", started=answer.started),
        "purpose": answer.now.stretch.phase.purpose or "" if answer.now else "",
        "phases": [(one.stretch.title, days(one, look), _count(one, look)) for one in answer.parts],
        "owners": "\n\n".join(filter(None, (_owners(answer, look), *_known(answer, look)))),
        "late": [(one.what, one.owner, due(one, look)) for one in _late(answer, look)],
        "left": [(one.what, one.owner) for one in answer.left],
        "left_title": _left_title(answer, look),
        "next": [(one.what, one.owner, due(one, look)) for one in _next(answer)],
        "milestones": [(_milestone(name, look), said) for name, said in _reached(answer, look).items()],
        "decision": _decision(answer, look),
        "words": {key: look.say(f"onboard.{key}") for key in ("phases", "late", "next", "milestones")},
    }


def days(one: Part, look: Look) -> str:
    """Return the first and the last day of a phase, or that it is left out."""
    if one.stretch.skipped:
        return look.say("onboard.skipped")
    return look.say("onboard.days", begins=one.stretch.begins, ends=one.stretch.ends)


def due(one: Task, look: Look) -> str:
    """Return when a step is due, and how late it is; one whose day went by without its being late is open."""
    if one.due < look.today and not one.days_late:
        return look.say("onboard.open")
    return moved(
        look.say("onboard.late_by" if one.days_late else "weekly.due", days=one.days_late, due=one.due), one.was, look
    )


def phase_data(one: Part) -> dict[str, Any]:
    """Return a phase as JSON has it."""
    stretch = one.stretch
    return {
        "phase": stretch.name,
        "title": stretch.title,
        "begins": stretch.begins,
        "ends": stretch.ends,
        "purpose": stretch.phase.purpose,
        "every_days": stretch.phase.every,
        "skipped": stretch.skipped,
        "done": one.done,
        "steps": len(one.tasks),
    }


def task_data(one: Task) -> dict[str, Any]:
    """Return a step as JSON has it."""
    return {
        **{name: getattr(one, name) for name in ("id", "what", "owner", "phase", "due", "done")},
        "late": one.days_late > 0,
        "days_late": one.days_late,
        "was": one.was,
    }


def _where(answer: Onboarded, look: Look) -> str:
    days = {"days": abs(answer.day), "day": answer.day, "started": answer.started}
    day = look.say("onboard.starts" if answer.day < 0 else "onboard.day", **days)
    if answer.now is None:
        return joined((day, look.say("onboard.over", ends=answer.parts[-1].stretch.ends)))
    stretch, left = answer.now.stretch, answer.now.left
    if stretch.begins > look.today:
        return joined((day, look.say("onboard.phase_begins", title=stretch.title, begins=stretch.begins)))
    every = look.say("onboard.every", days=answer.every) if answer.every and answer.day > 0 else ""
    key = "onboard.phase_left" if left else "onboard.phase_last"
    return joined((day, look.say(key, title=stretch.title, days=left), every))


def _phase(one: Part, answer: Onboarded, look: Look) -> tuple[Text, ...]:
    whole = bool(one.tasks) and one.done == len(one.tasks)
    mark = "▸" if one is answer.now else "✓" if whole else " "
    style = "name" if one is answer.now else "quiet" if one.left < 0 else ""
    way = Text() if look.narrow or not one.tasks else bar(one.done / len(one.tasks), _CELLS)
    name = Text(f"{mark} ", style).append_text(text(one.stretch.title, style))
    return name, text(days(one, look), "quiet"), way, text(_count(one, look))


def _count(one: Part, look: Look) -> str:
    return look.say("onboard.count", done=one.done, all=len(one.tasks)) if one.tasks else ""


def _owners(answer: Onboarded, look: Look) -> str:
    said = [look.say("onboard.share_late" if one.late else "onboard.share", **vars(one)) for one in answer.owners]
    return look.say("onboard.owners", owners=joined(said)) if said else ""


def _known(answer: Onboarded, look: Look) -> Iterator[str]:
    said = [
        look.say(
            "onboard.briefed" if one.done else "onboard.to_brief", subject=one.subject, who=one.knows, on=one.settled
        )
        for one in answer.known
    ]
    if said:
        yield look.say("onboard.known", known=joined(said))


def _late(answer: Onboarded, look: Look) -> list[Task]:
    found = [one for one in answer.tasks if one.days_late]
    return sorted(found, key=lambda one: (one.owner != "manager", look.words.order(one.owner), -one.days_late))


def _next(answer: Onboarded) -> list[Task]:
    return [one for one in answer.tasks if one.waits and not one.days_late and one not in answer.left]


def _left(answer: Onboarded, look: Look) -> Iterator[Text | Table | str]:
    """Draw what is left from before the first day: how much, and of whom; what it is in the long form."""
    if not answer.left:
        return
    if look.whole:
        yield from _tasks(_left_title(answer, look), answer.left, look)
    else:
        yield from ("", text(look.say("onboard.left_more", left=_left_title(answer, look)), "quiet"))


def _left_title(answer: Onboarded, look: Look) -> str:
    owners = Counter(one.owner for one in answer.left)
    said = ", ".join(look.say("onboard.owner", owner=owner, n=n) for owner, n in owners.most_common())
    return look.say("onboard.left", count=len(answer.left), owners=said)


def _tasks(title: str, found: Sequence[Task], look: Look) -> Iterator[Text | Table | str]:
    if not found:
        return
    shown, over = capped(found, look)
    yield from ("", text(title, "head"))
    rows = ((short(one.id), text(one.owner, "quiet"), text(one.what), text(due(one, look), "why")) for one in shown)
    yield listing(rows, look, wraps=2)
    yield from over


def _milestones(answer: Onboarded, look: Look) -> Iterator[Text | Table | str]:
    if answer.day > 0:
        rows = [(text(_milestone(name, look)), text(said, "why")) for name, said in _reached(answer, look).items()]
        yield from ("", head(look, "onboard.milestones"))
        yield from map(gapped, rows) if look.narrow else [listing(rows, look, wraps=1)]
    yield ""


def _milestone(name: str, look: Look) -> str:
    return look.say(f"onboard.milestone.{name.replace('-', '_')}") if name in MILESTONES else name.replace("-", " ")


def _reached(answer: Onboarded, look: Look) -> dict[str, str]:
    said = dict.fromkeys(MILESTONES, look.say("onboard.not_yet"))
    return said | {one.milestone: look.say("onboard.reached", day=one.day, on=one.on) for one in answer.reached}


def _decision(answer: Onboarded, look: Look) -> list[str]:
    clock = answer.clock
    if clock is None:
        return [look.say("onboard.asks", key=answer.key)] if answer.asks and answer.now else []
    said = look.say(f"onboard.decision.{clock.stage}", key=answer.key, days=clock.days_left, **clock.times)
    return [said, *([look.say("onboard.free", before=clock.free.data["before"])] if clock.free else [])]


def _lessons(answer: Onboarded, look: Look) -> Iterator[Text | Table | str]:
    if not answer.lessons:
        return
    shown, over = capped(answer.lessons, look)
    yield head(look, "onboard.lessons")
    for one in shown:
        yield Text("– ").append_text(gapped((text(one.text), text(joined((one.name, look.day(one.on))), "why"))))
    yield from over
    yield ""


def _hints(answer: Onboarded, look: Look) -> Iterable[str]:
    if answer.begun:
        yield look.say("onboard.begun", steps=sum(one.kind == "step" for one in answer.records))
    elif answer.records:
        yield look.say("written.undo")
    if answer.now is None:
        yield look.say("onboard.hint_over", key=answer.key)
        return
    there = {key_form(one.milestone) for one in answer.reached}
    missing = next((one for one in MILESTONES if one not in there), None)
    if answer.day > 0 and missing and not answer.begun:
        yield look.say("onboard.hint_milestone", key=answer.key, milestone=_milestone(missing, look))
    yield look.say("onboard.hint", key=answer.key)
