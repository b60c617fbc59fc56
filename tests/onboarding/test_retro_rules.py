import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from fixtures.answers import Make
from salescoach.forms.rules.form import askings_of
from salescoach.onboarding.rules.retro import (
    Lesson,
    lessons_of,
    milestones_of,
    retrospective_of,
    retrospectives_of,
)
from salescoach.records.seller import Seller

TABLE = tomllib.loads((Path(__file__).parents[2] / "templates" / "en" / "forms" / "retro.toml").read_text("utf-8"))
ASKINGS = askings_of("retro", TABLE, "Anna")
EARLY, LATE = date(2026, 11, 2), date(2026, 11, 16)


@pytest.fixture
def anna(person: Make) -> Make:
    """Make Anna from records, `(kind, fields)` each."""

    def made(*records: tuple[str, dict[str, Any]], started: date | None = date(2026, 9, 1), **more: Any) -> Seller:
        dated = [(kind, {"on": EARLY} | fields) for kind, fields in records]
        return person(more.pop("name", "Anna Berg"), *dated, started=started, **more)

    return made


def answer(text: str, question: str | None = "next-time", **more: Any) -> tuple[str, dict[str, Any]]:
    """Return an answer of the buddy, if nothing else is said."""
    return "answer", {"form": "retro", "role": "buddy", "question": question, "text": text} | more


def lesson(text: str, **more: Any) -> tuple[str, dict[str, Any]]:
    """Return a chosen lesson."""
    return "retro", {"lesson": text} | more


def test_lessons_are_the_chosen_ones_newest_first_and_three_of_a_seller(anna: Make) -> None:
    """What one side would do differently gives way to what was chosen."""
    first = anna(answer("x"), lesson("old"), lesson("a"), lesson("b"), lesson("c", on=LATE))
    second = anna(lesson("d", on=date(2026, 11, 9)), name="Bo Ek")
    assert [(one.text, one.name) for one in lessons_of([first, second], ASKINGS)] == [
        ("c", "Anna Berg"), ("d", "Bo Ek"), ("b", "Anna Berg"), ("a", "Anna Berg"),
    ]  # fmt: skip


def test_without_a_chosen_lesson_the_latest_words_of_each_side_stand_in(anna: Make) -> None:
    """Only answers to the question for a lesson, each role has its own; their points in one line, whose words."""
    seller = anna(
        answer("old"), answer("- a phone\n\n- fewer forms", on=LATE), answer("plan more", role="manager"),
        answer("the lunch", "what-helped"), answer("hello", None),
    )  # fmt: skip
    assert lessons_of([seller], ASKINGS) == [
        Lesson("a phone; fewer forms", "Anna Berg", LATE, "buddy"), Lesson("plan more", "Anna Berg", EARLY, "manager"),
    ]  # fmt: skip
    assert lessons_of([seller], ()) == []
    rule, wish, named = {"id": "rule", "text": "?"}, {"id": "wish", "text": "?"}, {"title": "", "heading": ""}
    buddy = {"name": "buddy", "question": [rule, wish | {"becomes": "lesson"}]} | named
    leader = {"name": "leader", "question": [rule | {"becomes": "lesson"}]} | named
    seller = anna(answer("be on time", "rule"), answer("lunch", "wish"), answer("hire two", "rule", role="leader"))
    found = lessons_of([seller], askings_of("retro", {"role": [buddy, leader]}, "Anna"))
    assert {(one.role, one.text) for one in found} == {("buddy", "lunch"), ("leader", "hire two")}


def test_a_side_has_the_latest_answer_to_each_question_in_their_order(anna: Make) -> None:
    """Older answers are counted; those to questions that are no longer asked come last, under their id."""
    seller = anna(
        answer("new rule", "own-question"), answer("phone"), answer("the lunch", "what-helped"),
        answer("a laptop", on=LATE), answer("hello", None),
    )  # fmt: skip
    (side,) = retrospective_of(seller, ASKINGS, LATE).sides
    assert [(one.question, one.text, one.on, one.older) for one in side.answers] == [
        ("what-helped", "the lunch", EARLY, 0),
        ("next-time", "a laptop", LATE, 1),
        ("own-question", "new rule", EARLY, 0),
    ]
    assert side.answers[2].asked == "own-question"
    assert [one.text for one in side.unplaced] == ["hello"]


def test_the_steps_of_the_plan_are_counted_by_how_they_were_kept(anna: Make) -> None:
    """In time, late, open, overdue; what was dropped is none; what prepares for the first day is in time."""
    begun = ("onboarding", {"id": "n1", "plan": "new-seller", "on": date(2026, 8, 10)})
    phases = [("phase", {"phase": name, "day": day, "days": 90}) for name, day in (("before", -90), ("do", 1))]
    ends = {"kept": date(2026, 9, 3), "late": date(2026, 10, 3), "dropped": date(2026, 9, 3)}
    cases: list[tuple[list[tuple[int, str]], dict[str, int]]] = [
        ([(8, "kept"), (8, "late"), (8, "dropped"), (85, "")], {"in_time": 1, "late": 1, "open": 1, "overdue": 0}),
        ([(8, ""), (85, "")], {"in_time": 0, "late": 0, "open": 2, "overdue": 1}),
        ([(-5, "late")], {"in_time": 1, "late": 0, "open": 0, "overdue": 0}),
        ([(-5, "")], {"in_time": 0, "late": 0, "open": 1, "overdue": 0}),
    ]
    for told, counted in cases:
        records: list[tuple[str, dict[str, Any]]] = [begun, *phases]
        for at, (day, how) in enumerate(told):
            fields = {"id": f"s{at}", "what": "x", "owner": "HR", "phase": "do" if day > 0 else "before", "day": day}
            end = {"of": f"s{at}", "how": "dropped" if how == "dropped" else "kept", "on": ends.get(how)}
            records += [("step", fields), *([("settled", end)] if how else [])]
        assert retrospective_of(anna(*records), ASKINGS, LATE).steps == counted, told
    assert retrospective_of(anna(), ASKINGS, LATE).steps is None


def test_all_retrospectives_stand_latest_first(anna: Make) -> None:
    """Each with who answered and what was learned."""
    first = anna(answer("a"), answer("b", role="leader", on=date(2026, 11, 9)))
    second = anna(lesson("c", on=LATE), key="bo-ek", name="Bo Ek")
    found = retrospectives_of([first, second, anna()], ASKINGS).all
    assert [(one.key, one.on, one.roles) for one in found] == [
        ("bo-ek", LATE, ()), ("anna-berg", date(2026, 11, 9), ("buddy", "leader")),
    ]  # fmt: skip
    assert [one.lessons for one in found] == [tuple(lessons_of([one], ASKINGS)) for one in (second, first)]


def test_milestones_have_the_day_that_they_were_first_reached(anna: Make) -> None:
    """However they are spelled, own ones too; which day at work it was is known where the first one is."""
    given = [("offer read", -1), ("First meeting", 5), ("first-meeting", 9), ("first upsell", 12)]
    days: list[tuple[date | None, list[int | None]]] = [(EARLY, [-1, 6, 13]), (None, [None, None, None])]
    for started, counted in days:
        records = [("milestone", {"milestone": name, "on": EARLY + timedelta(ahead)}) for name, ahead in given]
        found = milestones_of(anna(*records, started=started))
        assert [one.milestone for one in found] == ["offer-read", "first-meeting", "first-upsell"], started
        assert ([one.day for one in found], found[1].on) == (counted, EARLY + timedelta(5)), started
