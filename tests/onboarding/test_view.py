from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from fixtures.answers import Looks, Make
from salescoach.answer import Answer
from salescoach.coaching.schedule import course_of
from salescoach.forms.rules.form import askings_of
from salescoach.journal.templates import Templates
from salescoach.kit.document import document
from salescoach.kit.screen import data, text
from salescoach.onboarding.rules.retro import Lesson, Line, Retrospective, Retrospectives, retrospective_of
from salescoach.onboarding.rules.standing import Newcomer, Newcomers, Onboarded, onboarded
from salescoach.onboarding.rules.task_list import TaskList, task_list_of
from salescoach.probation.rules.deadlines import Clock

Show = Callable[..., Onboarded]
List = Callable[[str], TaskList]
Look = Callable[..., Retrospective]
Paper = Callable[..., str]

TODAY = date(2026, 11, 19)
CLOCK = Clock(date(2027, 4, 30), date(2027, 4, 16), date(2027, 4, 9), 162)
DONE = ("a6b1c", "a7b1c", "a9b1c")
"""Three of the steps of the first weeks."""

MILESTONES = [
    ("milestone", {"milestone": "first-meeting", "on": date(2026, 11, 12)}),
    ("milestone", {"milestone": "first-own-demo", "on": date(2026, 11, 17)}),
]


@pytest.fixture
def paper(looks: Looks, templates: Templates) -> Paper:
    """Make documents of answers, by their suffix."""
    return lambda answer, suffix=".md": str(document(answer, looks(), suffix, templates.text))


@pytest.fixture
def show(person: Make, planned: Callable[..., Any]) -> Show:
    """Show the shipped plan of somebody who started, or will, on a day, with some steps done and these records."""

    def made(started: date, *more: Any, on: date | None = None, clock: Clock | None = None, **extra: Any) -> Onboarded:
        settled = [("settled", {"of": one, "how": "kept"}) for one in DONE]
        records = (*planned(started, on or started), *settled, *more)
        one = person("Märta Sjögren Lindström", *records, key="marta-sjogren-lindstrom", started=started)
        course = course_of(one)
        assert course is not None
        written = tuple(one.records["step"]) if extra.get("begun") else ()
        return replace(onboarded(one, course, "New seller", clock, TODAY), records=written, **extra)

    return made


STRANGE = ("onboarding", {"phase": "deliver", "on": date(2026, 11, 18)})
REACHED = [
    ("milestone", {"milestone": name, "on": TODAY}) for name in ("first-meeting", "first-deal", "first-month-on-target")
]


@pytest.mark.golden
def test_what_else_is_said_is_as_reviewed(
    show: Show, person: Make, looks: Looks, paper: Paper, golden: SnapshotAssertion
) -> None:
    """Of each day and phase, of what was reached, left out, all done, over, left, asked for, cut or never written."""
    first, gone = date(2026, 11, 2), Clock(date(2026, 11, 18), date(2026, 11, 4), date(2026, 10, 28), -1)
    whole = show(date(2026, 9, 1), on=date(2026, 9, 1))
    kept = [("settled", {"of": one.id, "how": "kept"}) for one in whole.tasks if one.phase == "understand"]
    lessons = tuple(Lesson(f"lesson {at}", "Bo", TODAY) for at in range(7))
    many = show(date(2026, 12, 7), on=TODAY, lessons=lessons)
    own = [("onboarding", {"plan": "own"}), ("phase", {"phase": "all", "day": 1, "days": 99})]
    bare = person("Bo", *own, started=first)
    course = course_of(bare)
    assert course is not None
    bare_one = onboarded(bare, course, "own", None, TODAY)
    days = [date(2027, 3, 1), date(2026, 11, 20), date(2026, 11, 19), date(2026, 10, 21), date(2026, 5, 1)]
    shown = [
        *(text(show(day), looks()).splitlines()[1] for day in days),
        *(text(one, looks(width=120)) for one in (show(first, *REACHED), show(first, STRANGE))),
        *(text(show(date(2026, 9, 1), *kept), looks(width=120)), text(show(date(2026, 5, 18), clock=gone), looks())),
        text(show(first, on=date(2026, 9, 21), asks=True), looks(width=120, everything=True)),
        text(show(date(2026, 5, 1), asks=True), looks()),
        *(text(many, look) for look in (looks(), looks(everything=True), looks(terminal=False))),
        text(bare_one, looks()),
        *map(paper, (bare_one, show(first, on=date(2026, 9, 21)))),
    ]
    assert "\n".join(shown) == golden


DECIDE = date(2027, 4, 9)


def clock(days: int) -> Clock:
    """Return the clock of a probation with so many days left to decide: a week later to tell, in three weeks over."""
    return Clock(DECIDE + timedelta(21), DECIDE + timedelta(7), DECIDE, days + 21)


EVA = Newcomer(
    key="eva-lund", name="Eva Lund", plan="new-seller", started=date(2026, 11, 2), day=18, phase="understand",
    title="Understand", done=7, all=18, late=2, lights=("yellow", "green", None), clock=clock(141),
)  # fmt: skip
LONG = replace(EVA, name="Märta Sjögren Lindström af Ekenstam", title="Do", day=170, late=0, clock=clock(-3))
ASA = replace(EVA, name="Åsa Öberg", clock=clock(0), late=11)
TO_COME = replace(EVA, name="Søren Ærø", day=-12, title="Preboarding", late=0, clock=None)
NEXT = tuple(replace(EVA, clock=clock(days)) for days in (97, 1, -1, -7, -8, -21, -22))
"""Those of whom something else is next: to decide, to tell, to tell now, and nothing that was decided."""


@pytest.fixture
def listed(person: Make, planned: Callable[..., Any]) -> List:
    """List what an owner does for somebody who is to start."""

    def made(owner: str) -> TaskList:
        started = date(2026, 12, 7)
        records = [
            ("step", {"id": "z1z1z", "what": "show the archive", "owner": "buddy", "phase": "dream", "day": 9}),
            ("rating", {"area": "discovery", "level": "red", "evidence": "talked over the customer"}),
            ("settled", {"of": "a1b1c", "how": "kept"}),
        ]
        one = person("Märta Sjögren", *planned(started, TODAY), *records, key="marta-sjogren", started=started)
        course = course_of(one)
        assert course is not None
        return task_list_of(one, course, owner, TODAY)

    return made


DAY = date(2026, 11, 9)
BUDDY = {"form": "retro", "role": "buddy", "on": DAY}
SAID = [
    ("answer", BUDDY | {"question": "what-helped", "text": "At lunch, mostly."}),
    ("answer", BUDDY | {"question": "next-time", "text": "More time"}),
    ("answer", BUDDY | {"question": "next-time", "text": "- A list\n- A phone on day one"}),
    ("answer", BUDDY | {"text": "Hi Eva, here it is."}),
    ("answer", BUDDY | {"role": "manager", "question": "our-part", "text": "The CRM account came late."}),
]
MEASURED = [
    ("milestone", {"milestone": "first-meeting", "on": date(2026, 9, 14)}),
    ("milestone", {"milestone": "first-deal", "on": date(2026, 11, 2)}),
    ("onboarding", {"id": "n1", "plan": "new-seller"}),
    ("phase", {"phase": "do", "day": 1, "days": 90}),
    ("step", {"id": "s1", "what": "x", "owner": "HR", "phase": "do", "day": 8}),
    ("settled", {"of": "s1", "how": "kept", "on": date(2026, 9, 3)}),
]
LESSONS = [("retro", {"lesson": one, "on": DAY}) for one in ("A phone on day one", "The CRM account before day one")]


@pytest.fixture
def looked_back(person: Make, templates: Templates) -> Look:
    """Make a retrospective from records about Anna, who started on 1 September."""

    def made(*records: tuple[str, dict[str, Any]]) -> Retrospective:
        askings = askings_of("retro", templates.table("forms/retro"), "Anna")
        return retrospective_of(person("Anna Berg", *records, started=date(2026, 9, 1)), askings, DAY)

    return made


def test_json_tells_chosen_lessons_from_words_that_stand_in(looked_back: Look, looks: Looks) -> None:
    """Under keys of their own."""
    said, chosen = (data(looked_back(*records), looks()) for records in (SAID, LESSONS))
    found = [[one["text"] for one in made[key]] for made in (said, chosen) for key in ("candidates", "lessons")]
    assert found == [["A list; A phone on day one"], [], [], ["The CRM account before day one", "A phone on day one"]]
    assert said["waiting"] == ["new-hire", "knowledge-owner", "leader"]


def test_a_name_is_whole_where_nobody_looks_on(looks: Looks) -> None:
    """What goes into a pipe is cut nowhere."""
    assert LONG.name in text(Newcomers(sellers=(LONG,)), looks(terminal=False))


SCREENS = ("under-way", "begun", "side-by-side", "lists", "retro-nothing", "retro-said", "retro-chosen", "retros")
DOCUMENTS = (
    "under-way.md", "under-way.html", "mailed.md", "mailed.html", "retro-said.md", "retro-said.html", "lessons.md",
    "retro-nothing.md",
)  # fmt: skip


@pytest.fixture
def reviewed(show: Show, listed: List, looked_back: Look) -> dict[str, list[Answer]]:
    """Make all that is reviewed, by its name."""
    laptop = Lesson("Have the laptop ready a week before the first morning", "Jonas Ek", date(2026, 6, 3))
    phone, decide = Lesson("A phone on day one", "Anna Berg", DAY), Lesson("Decide who is buddy", "Å", DAY, "leader")
    lines = [
        ("anna-berg", "Anna Berg", False, ("buddy", "manager"), (phone,)),
        ("asa-oberg", "Åsa Öberg", True, ("leader",), (decide,)), ("bo-ek", "Bo Ek", False, (), ()),
    ]  # fmt: skip
    found = (Line(key=key, name=name, left=left, on=DAY, roles=by, lessons=all_) for key, name, left, by, all_ in lines)
    mailed = [*map(listed, ("buddy", "HR", "manager"))]
    return {
        "under-way": [show(date(2026, 11, 2), *MILESTONES, on=date(2026, 9, 21), clock=CLOCK)],
        "begun": [show(date(2026, 12, 7), on=TODAY, begun=True, lessons=(laptop,))],
        "side-by-side": [Newcomers(sellers=(LONG, ASA, EVA, TO_COME, *NEXT))],
        "lists": [*mailed, listed("knowledge"), replace(mailed[0], owner="Karin", parts=())],
        "mailed": [*mailed],
        "retro-nothing": [looked_back()],
        "retro-said": [looked_back(*SAID, *MEASURED)],
        "retro-chosen": [looked_back(*SAID, *LESSONS)],
        "lessons": [looked_back(*LESSONS)],
        "retros": [Retrospectives(all=tuple(found))],
    }


@pytest.mark.golden
@pytest.mark.parametrize("width", [80, 40])
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_is_as_reviewed(reviewed: Any, looks: Looks, golden: SnapshotAssertion, name: str, width: int) -> None:
    """Where one stands or begins, all side by side, the lists of owners, what was looked back on and learned."""
    page = "\n".join(text(one, looks(width=width)) for one in reviewed[name])
    assert max(map(len, page.splitlines())) <= width
    assert page == golden


@pytest.mark.golden
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_as_reviewed(reviewed: Any, paper: Paper, golden: SnapshotAssertion, name: str) -> None:
    """To be read on paper, or mailed; a list is for others: no rating, no evidence."""
    made, _, suffix = name.partition(".")
    page = "\n".join(paper(one, f".{suffix}") for one in reviewed[made])
    assert made != "mailed" or not [word for word in ("discovery", "talked over", "■") if word in page]
    assert page == golden
