from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from fixtures.answers import Make
from salescoach.actions.rules.habits import Habit
from salescoach.actions.rules.whom import Tally
from salescoach.answer import Answer, phrase
from salescoach.coaching.team import Added, Member
from salescoach.coaching.written import Page, Written, record_of
from salescoach.errors import Problem
from salescoach.goals.rules import goals_of
from salescoach.kit.screen import data, text
from salescoach.people.rules.search import Scope, found_in
from salescoach.people.rules.story import story_of
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings
from salescoach.week.rules.today import Today
from salescoach.week.rules.weekly import weekly_of

Shown = Iterator[tuple[str, Answer, list[dict[str, Any]]]]

TODAY = date(2026, 11, 19)
WHOLE: list[dict[str, Any]] = [{}, {"everything": True}, {"terminal": False}]
"""On a terminal a list is capped and counted; with --all, and in a pipe, it is whole."""
RED = {"area": "closing", "level": "red"}


def november(day: int) -> date:
    """Return a day of this month."""
    return date(2026, 11, day)


def weeks(person: Make) -> Shown:
    """Show a seller in one line with one reason, and what stands below the sellers."""

    def week(*sellers: Seller, **more: Any) -> Answer:
        return weekly_of(sellers, Book(), Settings(), today=TODAY, **more)

    owed = [("commitment", {"by": "me", "what": f"thing {at}", "due": november(10)}) for at in range(7)]
    talked, unwell = ("talk", {"on": TODAY}), ("rating", {"area": "wellbeing", "level": "red"})
    lines: list[list[tuple[str, dict[str, Any]]]] = [
        [], [talked], [("talk", {})],
        [("talk", {"on": november(15)}), ("booking", {"on": TODAY, "next": november(27)})],
        [("talk", {"on": november(12)}), ("booking", {"on": november(13), "next": november(18)})],
        [talked, unwell, *owed[:2]], [talked, unwell], [talked, ("rating", RED | {"evidence": "x" * 99})],
    ]  # fmt: skip
    yield "a line each", week(*(person(f"S{at}", *one, key=f"s{at}") for at, one in enumerate(lines))), WHOLE
    yield "many promises", week(person("Anna", *owed)), WHOLE
    old = [person(f"S{at}", key=f"s{at}", started=date(2020, 1, 1)) for at in range(7)]
    praised = person("Bo", ("praise", {"what": "calm", "on": date(2026, 9, 1)}), key="bo", added=date(2026, 1, 1))
    yield "silence", week(*old, praised), [{}, {"everything": True, "width": 200}]
    yield "a small action", week(person("Anna", ("action", {"action": "hero", "on": TODAY}))), [{}]
    yield "a file that does not read", week(problems=[Problem("a\nb.toml", "unreadable", data={"why": "x"})]), [{}]
    away = ("away", {"on": TODAY, "first": TODAY, "last": november(25)})
    gone = person("Bo", ("talk", {"on": date(2026, 9, 1)}), away, key="bo")
    yield "the first is away", week(gone, person("Anna")), [{}, {"levels": {"green": "great"}}]


def finds(person: Make) -> Shown:
    """Show hits in their context, whose they are, many of them, and none."""

    def found(*sellers: Seller, terms: tuple[str, ...] = ("budget",), me: Book | None = None) -> Answer:
        return found_in(sellers, me or Book(), terms, Scope())

    long = "Before it comes a long story that nobody needs today, then the budget, and after it more that goes on."
    one = person("Anna Berg", ("note", {"text": long}), ("note", {"text": "Budgét, and budget\nagain"}))
    yield "in context", found(one), [*WHOLE, {"color": True}, {"color": True, "terminal": False}]
    sought = ("budget " + "x" * 90, "x" * 90 + " budget", "budgetbudget" * 9, "y" * 90 + "budget")
    yield "in sight", found(person("Bo", *(("note", {"text": said}) for said in sought))), [{}, {"width": 30}]
    notes = [("note", {"text": f"budget {at}", "on": date(2026, 10, at)}) for at in range(1, 24)]
    yield "many hits", found(person("Anna", *notes)), WHOLE[:2]
    anna = person("Anna", ("note", {"text": "budget", "private": True}))
    left = Seller(anna.records, key="bo", header=person("Bo", role="budget").header, left=True)
    yield "whose they are", found(anna, left, me=Book(anna.records)), [{"width": 100}]
    several = found(person("Anna"), terms=("zebra", "call list"))
    yield "nothing found", several, [{"terminal": False}, {"terminal": False, "private": True}]
    yield "nothing in some", found_in([anna], Book(), ["x"], Scope(kinds=["note"])), [{"terminal": False}]


def stories(person: Make) -> Shown:
    """Show long stories, private lines and examples of values."""
    notes = [("note", {"text": f"note {at}", "on": november(at)}) for at in range(1, 16)]
    yield "long", story_of(person("Anna", *notes), TODAY), WHOLE
    yield "narrowed", story_of(person("Anna", *notes), TODAY, kinds=["note"]), [{}]
    private = [("note", {"text": "abrupt", "private": True}), ("rating", RED | {"private": True})]
    yield "private lines", story_of(person("Anna", *private), TODAY), [{"private": True}]
    days = [("value", {"value": "courage", "what": f"call {day}", "on": november(day)}) for day in (1, 2, 3)]
    care = ("value", {"value": "care", "what": "waited", "private": True})
    yield "values", story_of(person("Anna", *days, care), TODAY), WHOLE[:2]


def others(person: Make) -> Shown:
    """Show what else is small: what was written or added, habits, goals, today."""
    note = record_of("note", {"id": "d1b2c", "on": TODAY, "text": "hello"})
    private = record_of("rating", {"id": "a1b2c", "on": TODAY, **RED, "private": True})
    for dry in (False, True):
        pages = (Page("anna-berg", "Anna", (note, private)),)
        yield f"written, dry {dry}", Written(pages=pages, dry=dry), [{}, {"private": True}]
    for count in (0, 1, 12):
        members = tuple(Member(f"s{at}", f"Seller {at}", f"sellers/s{at}.toml") for at in range(count))
        skipped = tuple(f"Old {at}" for at in range(7))
        yield f"{count} added", Added(members=members, skipped=skipped, source="team.csv", used={"name": "Namn"}), WHOLE
    habits = (Habit("hero", 1, 3, 0.3, in_place=False), Habit("own-way", 0, 0, 0.0, in_place=False))
    yield "none in place", Tally(habits=habits, titles={}), [{}]
    bare: dict[str, Any] = {"title": "Lead a tender", "id": "g1a1a"}
    begun = {"title": "First meetings", "start": 4, "target": 12, "due": date(2026, 12, 31)}
    led = ("progress", {"goal": "g1a1a", "level": "yellow"})
    for name, aim in {"bare": bare, "begun": begun}.items():
        yield f"a goal, {name}", goals_of([person("Anna", ("goal", aim))], TODAY), [{}]
    yield "a goal, with a level", goals_of([person("Anna", ("goal", bare), led)], TODAY), [{}]
    lines = tuple(phrase("today.owe_today", name=f"Anna {at}", what="one\ntwo") for at in range(20))
    problems = tuple(Problem(f"{at}.toml", "unreadable", data={"why": "it is locked"}) for at in range(3))
    yield "much of today", Today(lines=lines, command="coach weekly", problems=problems), [{}]


@pytest.mark.golden
@pytest.mark.parametrize("shown", [weeks, finds, stories, others])
def test_what_the_demo_team_does_not_show_is_as_reviewed(
    person: Make, looks: Any, golden: SnapshotAssertion, shown: Callable[[Make], Shown]
) -> None:
    """Screen after screen, letter by letter, under what is to be seen on it."""
    pages = [
        f"=== {name}: {' '.join(f'{key}={value}' for key, value in look.items())}\n{text(answer, looks(**look))}"
        for name, answer, wanted in shown(person)
        for look in wanted
    ]
    assert "\n".join(pages).replace("\x1b", "ESC") == golden


def test_json_keeps_what_is_private_and_the_key_of_the_file(person: Make, looks: Any) -> None:
    """A private record shows its days alone; a stray `key` in a header does not replace the key of the file."""
    answer = Written(pages=(Page("anna-berg", "Anna", (record_of("rating", {"on": TODAY, **RED, "private": True}),)),))
    (veiled,) = data(answer, looks())["records"]
    assert veiled == {"kind": "rating", "id": "", "on": "2026-11-19", "private": True, "seller": "anna-berg"}
    assert data(answer, looks(private=True))["records"][0]["level"] == "red"
    made = data(story_of(person("Anna", ("topic", {"what": "price"}), left="no"), TODAY), looks())
    assert made["seller"] == {"name": "Anna", "aliases": [], "tags": [], "key": "anna-berg", "left": False}
    assert made["open"] == [
        {"id": "a0b0c", "kind": "topic", "text": "price", "on": "2026-10-05", "shown": "price · Mon 5 Oct"}
    ]
