"""What holds for every journal: records of all kinds, in any number, on any day, pointing anywhere."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_type_hints

from hypothesis import given
from hypothesis import strategies as st

from salescoach.actions.rules.catalogue import actions_from
from salescoach.actions.rules.habits import tally
from salescoach.actions.rules.whom import standing
from salescoach.answer import Phrase
from salescoach.coaching.clocks import rhythm_of
from salescoach.coaching.schedule import course_of
from salescoach.coaching.telling import tell
from salescoach.coaching.written import record_of
from salescoach.forms.rules.form import askings_of
from salescoach.goals.rules import goals_of
from salescoach.onboarding.rules.retro import retrospective_of
from salescoach.onboarding.rules.standing import newcomers_of, onboarded
from salescoach.people.rules.mirror import mirror_of
from salescoach.people.rules.story import story_of
from salescoach.praise.rules import praises_of
from salescoach.probation.rules.deadlines import Rule
from salescoach.probation.rules.review import review_of
from salescoach.promises.rules import both_ways
from salescoach.records.base import Record
from salescoach.records.commitment import Commitment
from salescoach.records.goal import Goal
from salescoach.records.header import Header
from salescoach.records.kinds import KINDS
from salescoach.records.rating import LIGHTS
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Probation, Settings
from salescoach.records.topic import Topic
from salescoach.talk.rules.agenda import Agenda, agenda_for_her, agenda_of, heading
from salescoach.talk.rules.items import AgendaContext
from salescoach.week.rules.today import today_of
from salescoach.week.rules.weekly import weekly_of
from salescoach.words.dates import Dates
from salescoach.words.phrases import Words

ENGLISH = Path(__file__).parents[2] / "templates" / "en"
TODAY = date(2026, 11, 27)
SETTINGS = Settings()
IDS = [f"i{number}d" for number in range(8)]


def load(name: str) -> dict[str, Any]:
    """Return a shipped template."""
    return tomllib.loads((ENGLISH / f"{name}.toml").read_text("utf-8"))


TEMPLATES = {
    name: load(f"agendas/{name}") for name in ("check-in", "development", "initiative", "onboarding", "probation")
}
CATALOGUE = load("questions")["question"]
RULES = [Rule(**one) for one in load("probation")["country"]]
ACTIONS = actions_from([load("actions")])
ASKINGS = askings_of("retro", load("forms/retro"), "Anna")
WORDS = Words([load("words")], Dates(load("dates")))

days = st.integers(-500, 60).map(lambda ahead: TODAY + timedelta(ahead))
texts = st.sampled_from(["", "call", "Send the list", "  ", "{name}", "line one\nline two", "price: 5 %"])
links = st.sampled_from(IDS)
areas = st.sampled_from([*LIGHTS, "Motivation", "closing", "Next step"])
levels = st.sampled_from(["red", "yellow", "green"])
asked = st.lists(st.sampled_from([one["id"] for one in CATALOGUE]), max_size=3)
chosen = st.lists(st.sampled_from(["feedback", "own-way", "hero", "fika"]), max_size=6)
named = st.lists(areas, max_size=2)

MADE: dict[Any, Any] = {
    str: texts, date: days, bool: st.booleans(), int: st.integers(1, 90), float: st.integers(-100, 100) | st.floats(),
}  # fmt: skip
"""What a field of a type holds."""

NAMED: dict[str, Any] = {
    "id": links, "area": areas, "phase": st.sampled_from(["understand", "do", "deliver"]), "areas": named,
    "day": st.integers(-40, 200).filter(bool), "asked": asked, "actions": chosen, "counts": named, "aliases": named,
    "action": st.sampled_from(["own-way", "feedback"]), "country": st.sampled_from(["SE", "NO", "DK", "FI", "XX"]),
    "form": st.sampled_from(["retro", "development", "handover"]), "role": texts | st.just("seller"),
    "was": st.just({}),
}  # fmt: skip
"""What a field of a name holds, where its type says too little."""


def of_kind(kind: str) -> st.SearchStrategy[Record]:
    """Make records of one kind, each field as its name or its type says, also with keys that are not of that kind."""
    made = KINDS[kind]
    types = get_type_hints(made)
    fields = {key: _field(made, name, types[name]) for key, name in made.layout.keys.items()}
    needed = {
        key: fields.pop(key) for key, name in made.layout.keys.items() if name in {*made.layout.needed, "id", "on"}
    }
    other = {"talk": links, "private": st.booleans(), "name": texts, "level": levels}
    optional = {key: one for key, one in (other | fields).items() if key not in needed}
    return st.fixed_dictionaries(needed, optional=optional).map(partial(record_of, kind))


def _field(made: type[Record], name: str, hint: Any) -> st.SearchStrategy[Any]:
    if name in made.links or name in NAMED:
        return links if name in made.links else NAMED[name]
    parts = [one for one in (get_args(hint) or (hint,)) if one is not NoneType]
    return MADE[parts[-1]] if parts[-1] in MADE else st.sampled_from(get_args(parts[0]) or parts)


RECORDS = [of_kind(kind) for kind in KINDS]


@st.composite
def sellers(draw: st.DrawFn, key: str = "anna-berg") -> Seller:
    """Make a seller with any records; the kinds come in any order, as across kinds it means nothing."""
    least = draw(st.sampled_from([0, 5, 15]))  # left alone, lists stay too short to meet anything rare
    records = draw(st.lists(st.one_of(RECORDS), min_size=least, max_size=least + 5))
    header: dict[str, Any] = draw(
        st.fixed_dictionaries(
            {"name": st.sampled_from(["Anna Berg", "Bo", "Åsa von Ek"])},
            optional={"started": days, "added": days, "every": st.integers(1, 60), "at_most": st.integers(1, 60)},
        )
    )
    return Seller(by_kind(records, draw(st.permutations(sorted(KINDS)))), key=key, header=Header(**header))


def by_kind(records: Sequence[Record], order: Sequence[str]) -> dict[str, list[Record]]:
    """Return the records by kind, the kinds in a given order, each sorted as reading a file does."""
    return {kind: sorted((one for one in records if one.kind == kind), key=lambda one: one.on) for kind in order}


teams = st.tuples(sellers("a"), sellers("b")).map(list)


def agenda(one: Seller, name: str = "check-in", minutes: int | None = None) -> Agenda:
    """Return the agenda of a seller as shipped."""
    return agenda_of(AgendaContext(one, TODAY, SETTINGS), TEMPLATES[name], CATALOGUE, name, minutes)


def phrases(value: Any) -> Iterator[Phrase]:
    """Return every phrase in an answer, however deep."""
    if isinstance(value, Phrase):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from phrases(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from phrases(part)
    elif is_dataclass(value):
        for one in fields(value):
            yield from phrases(getattr(value, one.name))


def unread(one: Seller) -> Seller:
    """Return a seller whose kinds are read in the opposite order."""
    return Seller({kind: one.records[kind] for kind in reversed(list(one.records))}, key=one.key, header=one.header)


@given(sellers(), st.sampled_from(sorted(TEMPLATES)))
def test_an_agenda_begins_with_her_ends_with_who_does_what_and_shows_her_nothing_private(
    one: Seller, name: str
) -> None:
    """No section is empty, each item says why it is there unless its words do; she sees no light and no private id."""
    found = agenda(one, name)
    assert (found.first[0].key, found.first[-1].key) == ("open", "close")
    assert all(part.items for part in (*found.first, *found.rest))
    parts = [part for part in (*found.first, *found.rest) if part.key not in {"last", "unlooked"}]
    assert all(item.why for part in parts for item in part.items)
    both = [*one.all(Topic), *one.all(Commitment), *one.all(Goal)]
    hers = {each.id for each in both if not each.private and getattr(each, "raised_by", "seller") == "seller"}
    items = [item for part in agenda_for_her(agenda(one), one, TODAY).first for item in part.items]
    assert {spelled for item in items for spelled in item.ids} <= hers
    assert not any(item.levels for item in items)


@given(sellers(), st.sampled_from([None, "SE", "DK", "XX"]))
def test_a_probation_and_an_onboarding_are_reviewed_whatever_is_noted(one: Seller, country: str | None) -> None:
    """Nobody decides after the day to tell, or is told after the end; what is done, early or left out is never late."""
    settings = Settings(probation=Probation(country=country))
    found = review_of(one, Book(), settings, (), RULES, today=TODAY)
    if found.clock is not None:
        started = one.header.started or date.min
        assert found.clock.decide_by <= max(found.clock.tell_by, started)
        assert found.clock.tell_by <= found.clock.ends
    told = {light.name for light in found.lights if light.told}
    assert told.isdisjoint(each.area for each in found.surprises), "what was told surprises nobody"
    reds = {light.name for light in found.lights if light.area and light.area.level == "red"}
    assert {each.area for each in found.helps} == reds
    assert all(each.longest >= 0 for each in found.helps)
    course = course_of(one)
    if course is not None:
        plan = onboarded(one, course, "plan", None, TODAY)
        assert all(task.waits and not task.early and task.due < TODAY for task in plan.tasks if task.days_late)
        assert not any(task.days_late for task in plan.left)
        assert all(task in plan.tasks for task in plan.left)
        assert all(each.day for each in plan.reached)


@given(teams, sellers("me"))
def test_the_order_of_reading_makes_no_difference(team: list[Seller], me: Seller) -> None:
    """Neither that of the files nor that of the kinds in a file."""
    backwards, mine = [unread(one) for one in reversed(team)], unread(me)
    weeks = weekly_of(team, me, SETTINGS, today=TODAY), weekly_of(backwards, mine, SETTINGS, today=TODAY)
    assert repr(weeks[0]) == repr(weeks[1])
    assert repr(today_of(team, me, SETTINGS, TODAY)) == repr(today_of(backwards, mine, SETTINGS, TODAY))
    for one, again in zip(team, reversed(backwards), strict=True):
        assert repr(story_of(one, TODAY).records) == repr(story_of(again, TODAY).records)
        first, second = agenda(one), agenda(again)
        assert repr((first.first, first.rest)) == repr((second.first, second.rest))


@given(sellers(), sellers("me"))
def test_the_clock_is_never_ahead_of_the_calendar(one: Seller, me: Seller) -> None:
    """Days on the clock are calendar days or fewer, and an overdue seller is over her limit by a day at least."""
    found = rhythm_of(one, me, SETTINGS, TODAY)
    if found.last_talk is not None:
        assert 0 <= (found.days or 0) <= (found.days_since or 0)
    assert found.every <= found.limit
    assert (found.status == "overdue") == (found.over > 0 and found.away_until is None)
    assert found.next_talk is None or found.missed is None


@given(teams, sellers("me"))
def test_the_week_is_sorted_today_is_short_and_everything_can_be_said(team: list[Seller], me: Seller) -> None:
    """Nobody is below calm, whoever stands higher is as urgent or has a talk today; each phrase gets all its gaps."""
    week, day = weekly_of(team, me, SETTINGS, today=TODAY), today_of(team, me, SETTINGS, TODAY)
    places = [(at.rhythm.away_until is not None, at.rhythm.next_talk != TODAY, -at.urgency.total) for at in week.lines]
    assert (min(line.urgency.total for line in week.lines) >= 0, places) == (True, sorted(places))
    assert all(line.reasons for line in week.lines)
    assert 1 <= len(day.lines) <= 8
    assert day.command.split()[:2] in (["coach", "prep"], ["coach", "weekly"], ["coach", "probation"])
    answers: list[Any] = [week, day, standing(team, me, ACTIONS, lambda _: False, silence=30, today=TODAY)]
    answers += [newcomers_of(team, SETTINGS, RULES, TODAY), mirror_of(team, me, (), TODAY, named=True)]
    answers += [goals_of(team, TODAY), praises_of(team, TODAY, 30), both_ways(team, TODAY), tally(team, TODAY)]
    for one in team:
        answers += [*(agenda(one, name) for name in TEMPLATES), heading(agenda(one)), *_of_the_new(one)]
        answers += [agenda_for_her(agenda(one), one, TODAY), *(tell(each, {}) for each in story_of(one, TODAY).records)]
    for said in phrases(answers):
        assert isinstance(WORDS.say(said), str)


def _of_the_new(one: Seller) -> list[Any]:
    """Return what is known of somebody new: the onboarding, the probation, what was learned of it."""
    course = course_of(one)
    there = [] if course is None else [onboarded(one, course, "plan", None, TODAY)]
    return [*there, review_of(one, Book(), SETTINGS, (), RULES, today=TODAY), retrospective_of(one, ASKINGS, TODAY)]
