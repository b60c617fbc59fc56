from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Protocol

import pytest

from salescoach.answer import Answer, Said, phrase
from salescoach.coaching.agenda import agenda_for_her, agenda_of
from salescoach.coaching.checkup import Checkup
from salescoach.coaching.clock import Clock, Rule
from salescoach.coaching.course import course_of
from salescoach.coaching.dossier import Dossier, entries_of
from salescoach.coaching.edited import Edited
from salescoach.coaching.erasure import Erasure
from salescoach.coaching.expectations import Expectations, Expected, expected_of, standing_in
from salescoach.coaching.export import Export
from salescoach.coaching.goals import goals_of
from salescoach.coaching.gratitude import praises_of
from salescoach.coaching.guide import guide_of
from salescoach.coaching.habits import Tally, tally
from salescoach.coaching.mirror import mirror_of
from salescoach.coaching.onboarding import Newcomers, errands, newcomers_of, onboarded
from salescoach.coaching.probation import Review, review_of
from salescoach.coaching.probations import probations_of
from salescoach.coaching.promises import both_ways
from salescoach.coaching.retention import Old, Retention
from salescoach.coaching.retro import Form, Lesson, asking_of, askings_of, retrospective_of, retrospectives_of
from salescoach.coaching.search import Scope, found_in
from salescoach.coaching.showcase import Showcase
from salescoach.coaching.story import story_of
from salescoach.coaching.team import Added, Member
from salescoach.coaching.telling import titles
from salescoach.coaching.today import today_of
from salescoach.coaching.undone import Command, UndoList, Undone
from salescoach.coaching.weekly import weekly_of
from salescoach.coaching.written import Page, Written
from salescoach.errors import Problem
from salescoach.journal.templates import Templates
from salescoach.records.header import Header
from salescoach.records.held import Holding, Mention, Scrap
from salescoach.records.kinds import KINDS
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings
from salescoach.records.values import LEVELS, Level
from salescoach.render.look import Look
from salescoach.words.dates import Dates
from salescoach.words.phrases import Words

TODAY = date(2026, 11, 19)
BEFORE = date(2026, 10, 5)
LONG_AGO = date(2026, 8, 3)

Make = Callable[..., Seller]
Answers = Callable[..., dict[str, Answer]]


class Looks(Protocol):
    """Makes a look: a terminal of 80 columns without colour, if nothing else is said."""

    def __call__(self, **wishes: Any) -> Look:
        """Return a look with these wishes."""


@pytest.fixture(scope="session")
def templates() -> Templates:
    """The shipped templates, in English."""
    return Templates(None, "en")


@pytest.fixture(scope="session")
def looks(templates: Templates) -> Looks:
    """Make looks, by what they differ in from a terminal of 80 columns without colour."""
    words = Words(templates.tables("words"), Dates(*templates.tables("dates")), TODAY)

    def made(**wishes: Any) -> Look:
        return replace(Look(words=words, today=TODAY), **wishes)

    return made


@pytest.fixture(scope="session")
def seller() -> Make:
    """Make a seller from a name, fields of the header, and records: `(kind, fields)` each."""

    def made(name: str, *records: tuple[str, Mapping[str, Any]], key: str = "anna-berg", **head: Any) -> Seller:
        found: dict[str, list[Any]] = {}
        for at, (kind, fields) in enumerate(records):
            one = KINDS[kind].from_table({"id": f"a{at % 10}b{at // 10}c", "on": BEFORE} | dict(fields))
            found.setdefault(kind, []).append(one)
        return Seller(records=found, key=key, header=Header.from_table({"name": name, **head}))

    return made


@pytest.fixture(scope="session")
def full(seller: Make) -> Callable[[str], Seller]:
    """Make a seller of whom something of every kind is known, with the same text wherever text may be."""

    def made(text: str) -> Seller:
        return seller(text, *_records(text), role=text, email=text, placed_at=text, started=date(2025, 9, 1))

    return made


@pytest.fixture(scope="session")
def answers(full: Callable[[str], Seller], seller: Make, templates: Templates) -> Answers:
    """Make an answer of every class (and of some, in more forms than one) in which a text stands in every field."""

    def made(text: str) -> dict[str, Answer]:
        one = full(text)
        other = seller("Bo Lind", key="bo-lind")
        team, me, settings = [one, other], Book(), Settings()
        problems = (Problem(text, "unreadable", 3, 4, {"why": text}),)
        sources = (templates.table("agendas/check-in"), templates.table("questions")["question"])
        agenda = agenda_of(one, me, *sources, settings=settings, today=TODAY)
        first = agenda_of(other, me, *sources, settings=settings, today=TODAY)
        week = weekly_of(team, me, settings, today=TODAY, problems=problems, why=True)
        records = tuple(record for found in one.records.values() for record in found)
        step = Command(text, TODAY, (text, text))
        member = Member(text, text, text, TODAY, text, text, BEFORE)
        actions = [one["name"] for one in templates.table("actions")["action"]]
        return {
            "Added": Added(members=(member,), skipped=(text,), source=text, used={text: text}),
            "Added by name": Added(members=(member,)),
            "Agenda": agenda,
            "Agenda of a first talk": first,
            "Agenda of an onboarding": _onboarding(one, templates),
            "Agenda for her": agenda_for_her(agenda, one, TODAY),
            "Edited": Edited(name=text, file=text, added=2, removed=1, before=None, after=3),
            "Checkup": Checkup(problems=problems, checked=12),
            **_onboarded(one, text),
            "Export": Export(
                private=True, records=records, sellers=(one,), files={"x": text.encode()}, faults=problems
            ),
            "Export of one": Export(
                private=True,
                story=story_of(one, TODAY),
                records=records,
                layouts={"story.md": templates.text("story.md")},
            ),
            **_expected(text, one),
            "Found": found_in(team, me, [text], Scope(), problems),
            "Found nothing": found_in(team, me, [f"{text}{text}"], Scope(kinds=["goal"])),
            **_law(text, one),
            **_looking_back(text, one, templates),
            "Goals": goals_of(team, TODAY),
            "Guide": guide_of(whole=False),
            "Mirror": mirror_of(team, me, (), TODAY, named=True),
            "Mirror of nobody": mirror_of([other], me, (), TODAY, named=False),
            "Praises": praises_of(team, TODAY, 30),
            "Promises": both_ways(team, TODAY),
            "Review": _review(one, templates),
            "Review of nothing": _review(other, templates),
            "Said": Said(lines=(phrase("init.made", folder=text),)),
            "Showcase": Showcase(folder=text, week=week, agenda=agenda, commands=(text,)),
            "Story": story_of(one, TODAY),
            "Tally": Tally(habits=tuple(tally(team, TODAY, actions)), titles={text: text}),
            "Today": today_of(team, me, settings, TODAY, problems),
            "UndoList": UndoList(steps=(step,)),
            "Undone": Undone(step=step),
            "Weekly": week,
            "Written": Written(pages=(Page("anna-berg", text, records, titles(one)),)),
        }

    return made


def _onboarded(one: Seller, text: str) -> dict[str, Answer]:
    """Return an onboarding with a text wherever text may be, as one sees it, as a list, and beside others."""
    course = course_of(one)
    assert course is not None
    records = tuple(one.records["step"])
    lessons = tuple(Lesson(text, text, BEFORE) for _ in range(7))
    clock = Clock(date(2027, 1, 31), date(2027, 1, 17), date(2027, 1, 10), 73)
    seen = onboarded(one, course, text, clock, TODAY)
    return {
        "Onboarded": seen,
        "Onboarded anew": replace(seen, begun=True, records=records, lessons=lessons),
        "Errands": errands(one, course, text, TODAY),
        "Probations": probations_of([one], Settings(), (), TODAY),
        "Newcomers": newcomers_of([one], Settings(), (), TODAY),
        "Newcomers of nobody": Newcomers(sellers=()),
    }


def _expected(text: str, one: Seller) -> dict[str, Answer]:
    """Return what is expected, with a text wherever text may be."""
    levels: dict[Level, str] = dict.fromkeys(LEVELS, text)
    found = (
        Expected(text, levels, "own", text, {"red": "own", "yellow": "phase", "green": "stage"}),
        Expected(text, levels, "own", text, dict.fromkeys(LEVELS, "own")),
        Expected("closing", {}, "own"),
    )
    about: dict[str, Any] = {"key": "anna-berg", "name": text, "first_name": text, "stage": "new", "title": text}
    whole = Expectations(**about, phase=text, standings=tuple(standing_in(one, each) for each in found))
    return {
        "Expectations": whole,
        "Expectations for her": replace(whole, for_her=True),
        "Expectations of nobody": replace(whole, standings=()),
    }


def _onboarding(one: Seller, templates: Templates) -> Answer:
    """Return the agenda of an onboarding, with what the seller's own records expect and a value."""
    sources = (templates.table("agendas/onboarding"), templates.table("questions")["question"])
    settings = Settings(values={one.name: one.name})
    expected = expected_of(one, (), ())
    return agenda_of(one, Book(), *sources, settings=settings, today=TODAY, name="onboarding", expected=expected)


def _law(text: str, one: Seller) -> dict[str, Answer]:
    """Return what the law asks for, with a text wherever text may be."""
    held = (Holding("file", text, 2), Holding("draft", text, text=text), Holding("seen", text, 1))
    mentions = (Mention(text, 3, text, TODAY), Mention(text, 4, "note"), Mention(text, 5))
    problems = (Problem(text, "unreadable", 3, 4, {"why": text}), Problem(text, "unverified"))
    old = (Old(text, {"note": 2, text: 1}, LONG_AGO, BEFORE, 1, 2, 3), Old(text, {"note": 1}, BEFORE, BEFORE, 0, 0, 0))
    dossier = Dossier(
        key="anna-berg",
        name=text,
        left=True,
        header=one.header,
        head={"name": text, "tags": [text], "own": {"x": text}},
        entries=tuple(entries_of(one, private=True)),
        scraps=(Scrap("note", 7, text), Scrap("", 8, text, private=True)),
        holdings=held,
        mentions=mentions,
        hidden=2,
    )
    return {
        "Dossier": dossier,
        "Erasure": Erasure(key="anna-berg", name=text, going=held, mentions=mentions),
        "Retention": Retention(before=TODAY, files=old, problems=problems, again=f"24m {text}"),
    }


def _review(one: Seller, templates: Templates) -> Review:
    """Return the review of a probation."""
    expected = expected_of(one, (), templates.table("expectations/new")["expectation"])
    return review_of(one, Book(), Settings(), expected, _rules(templates), today=TODAY)


def _rules(templates: Templates) -> list[Rule]:
    return [Rule(**one) for one in templates.table("probation")["country"]]


def _looking_back(text: str, one: Seller, templates: Templates) -> dict[str, Answer]:
    """Return what looks back on an onboarding, with a text wherever text may be."""
    askings = askings_of(templates.table("retro"), text)
    return {
        "Form": Form(key="anna-berg", name=text, asking=asking_of(askings, "buddy")),
        "Retrospective": retrospective_of(one, askings, TODAY),
        "Retrospectives": retrospectives_of([one], askings),
    }


def _records(text: str) -> list[tuple[str, dict[str, Any]]]:
    """Return a record of every kind, and of every form that is told in other words."""
    linked = [
        ("settled", {"of": "a0b0c", "how": how, "why": text, "on": date(2026, 11, 1)})
        for how in ("kept", "dropped", "moved")
    ]
    return [
        ("commitment", {"by": "seller", "what": text}),
        ("commitment", {"by": "me", "what": text, "due": date(2026, 10, 16), "cue": text}),
        ("commitment", {"by": "me", "what": text}),
        ("commitment", {"by": "seller", "what": text, "due": TODAY}),
        ("goal", {"id": "g7d1c", "on": LONG_AGO, "title": text, "unit": text, "target": 12, "due": date(2026, 12, 31)}),
        ("goal", {"id": "g8d1c", "title": text}),
        ("progress", {"goal": "g7d1c", "value": 1.5}),
        ("progress", {"goal": "g8d1c", "level": "yellow", "note": text}),
        ("talk", {"on": LONG_AGO, "notes": text, "minutes": 20}),
        ("talk", {"id": "k4f7q", "notes": f"{text}\n{text}", "lesson": text, "one_skill": text}),
        *(("rating", {"area": light, "level": "red", "on": LONG_AGO}) for light in ("performance", "motivation")),
        ("rating", {"area": text, "level": "red", "evidence": text, "talk": "k4f7q"}),
        ("rating", {"area": "discovery", "level": "green", "evidence": text, "on": date(2026, 11, 2)}),
        ("rating", {"area": "motivation", "level": "yellow", "evidence": text, "on": date(2026, 11, 2)}),
        ("rating", {"area": "closing", "on": date(2026, 11, 2)}),
        ("note", {"text": text, "private": True}),
        ("topic", {"what": text, "on": LONG_AGO}),
        ("need", {"what": text}),
        ("lesson", {"text": text}),
        ("praise", {"what": text, "from": text, "on": LONG_AGO}),
        ("feedback", {"what": text, "area": text, "next": text}),
        ("action", {"action": text, "note": text, "on": date(2026, 11, 17)}),
        ("touch", {"channel": text, "note": text}),
        ("booking", {"next": date(2026, 11, 27)}),
        ("away", {"first": date(2026, 10, 6), "last": date(2026, 10, 7), "why": text}),
        ("value", {"value": text, "what": text}),
        ("recap", {"sent": BEFORE, "note": text}),
        ("expectation", {"area": text, "red": text, "yellow": text, "green": text}),
        ("onboarding", {"id": "n7d1c", "plan": text, "phase": text}),
        ("phase", {"phase": text, "title": text, "day": 1, "days": 400, "purpose": text, "onboarding": "n7d1c"}),
        ("step", {"what": text, "owner": text, "phase": text, "day": 3, "onboarding": "n7d1c"}),
        ("step", {"what": text, "owner": "buddy", "phase": text, "day": 399, "onboarding": "n7d1c"}),
        ("milestone", {"milestone": text, "note": text}),
        ("probation", {"ends": date(2026, 12, 31), "country": "SE", "counts": [text]}),
        ("retro", {"role": "buddy", "question": text, "answer": text}),
        ("retro", {"lesson": text}),
        ("change", {"role": text, "was": {"role": text}}),
        *linked,
    ]
