from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.answer import phrase
from salescoach.coaching.written import record_of
from salescoach.expectations.rules import Expected
from salescoach.probation.records import Probation
from salescoach.records.commitment import Commitment
from salescoach.records.goal import Goal
from salescoach.records.onboarding import Onboarding, Phase, Step
from salescoach.records.praise import Feedback, Praise
from salescoach.records.rating import Rating
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings
from salescoach.records.talk import Talk
from salescoach.records.topic import Lesson, Topic
from salescoach.talk.rules.agenda import Agenda, agenda_for_her, agenda_of, heading, share, usual
from salescoach.talk.rules.items import AgendaContext, Item, Section

Build = Callable[..., Seller]
Templates = Callable[[str], Mapping[str, Any]]
Made = Callable[..., Agenda]
TODAY = date(2026, 11, 27)
LONG_AGO = date(2020, 1, 1)

weights = st.lists(st.integers(0, 10**6), min_size=1, max_size=12)


def ago(days: int) -> date:
    """Return the day so many days before today; a negative number is ahead."""
    return TODAY - timedelta(days)


@pytest.fixture(scope="session")
def agenda(template: Templates) -> Made:
    """Make the agenda of a seller as shipped."""

    def made(one: Seller, name: str = "check-in", own: Mapping[str, Any] | None = None, **more: Any) -> Agenda:
        catalogue = template("questions")["question"]
        shown = own or template(f"agendas/{name}")
        wished: dict[str, Any] = {"settings": Settings(), "today": TODAY} | more
        return agenda_of(AgendaContext(one, **wished), shown, catalogue, name)

    return made


@pytest.fixture
def anna(seller: Build) -> Seller:
    """Make Anna with something for every section, some of it not for her eyes."""
    return seller(
        Talk(id="t0", on=ago(40), asked=["q-known"]),
        Talk(id="t1", on=ago(16), notes="Good pace", lesson="secret: listen more"),
        Topic(id="p1", on=ago(30), what="pricing"),
        record_of("topic", {"id": "p2", "on": ago(3), "what": "secret: her pay", "private": True}),
        record_of("topic", {"id": "p3", "on": ago(3), "what": "secret: the new role", "from": "me"}),
        Commitment(id="c1", on=ago(16), by="me", what="introduce Karin", due=ago(2), talk="t1"),
        Commitment(id="c2", on=ago(16), by="seller", what="send the list", due=ago(-2), talk="t1"),
        Commitment(id="c3", on=ago(16), by="me", what="secret: ask HR", private=True),
        Rating(id="r1", on=ago(16), area="closing", level="red", evidence="secret: no next step", talk="t1"),
        Rating(id="r2", on=ago(3), area="discovery", level="green", evidence="secret: asked well"),
        Goal(id="g1", on=ago(16), title="12 meetings", target=12, due=ago(-16)),
        Goal(id="g2", on=ago(16), title="secret: team lead", private=True),
        Feedback(id="f1", on=ago(3), what="secret: interrupts"),
        Lesson(id="l1", on=ago(3), text="secret: start softer"),
        Praise(id="b1", on=ago(20), what="calm"),
        started=LONG_AGO,
    )


def parts(found: Agenda) -> dict[str, Section]:
    """Return the sections of the first screen by key."""
    return {part.key: part for part in found.first}


def minutes(found: Agenda) -> int:
    """Return how long the sections of the first screen last together."""
    return sum(part.minutes or 0 for part in found.first)


def test_the_agenda_opens_with_her_and_has_everything_in_order(anna: Seller, agenda: Made) -> None:
    """Open question and topics, promises both ways, thanks, one thing, two questions, the lesson, the close."""
    found = agenda(anna)
    assert [part.key for part in found.first] == ["open", "promises", "thanks", "work", "questions", "lesson", "close"]
    opening = parts(found)["open"].items
    assert opening[0].text.key == "item.prompt"
    assert [item.ids for item in opening[1:]] == [("p1",), ("p2",), ("p3",)]
    assert [item.ids for item in parts(found)["promises"].items] == [("c1",), ("c3",), ("c2",)]
    assert parts(found)["thanks"].items[0].why == phrase("why.praised", days=20)
    assert parts(found)["work"].items[0].ids == ("r1",)
    assert parts(found)["lesson"].items[0].text.data["text"] == "secret: start softer"
    assert len(parts(found)["questions"].items) == 2
    assert found.asked == tuple(item.ids[0] for item in parts(found)["questions"].items)
    assert [part.key for part in found.rest] == ["last", "lights", "aims", "support", "unlooked"]


def test_the_head_says_who_and_how_long_since(anna: Seller, seller: Build, agenda: Made) -> None:
    """Over the limit it says so; without history there is a good first talk, which fills the time."""
    assert heading(agenda(anna)) == phrase("heading.since", name="Anna Berg", days=16, day=ago(16), limit=30)
    late = agenda(seller(Talk(on=ago(40)), started=LONG_AGO))
    assert heading(late) == phrase("heading.over", name="Anna Berg", days=40, day=ago(40), limit=30)
    assert heading(agenda(seller(Talk(on=TODAY)))) == phrase("heading.today", name="Anna Berg")
    assert heading(agenda(seller())) == phrase("heading.first", name="Anna Berg")
    found = agenda(seller(started=ago(2)))
    assert [part.key for part in found.first] == ["open", "first_talk", "close"]
    assert len(parts(found)["first_talk"].items) == 6
    assert all(item.why == phrase("why.first_talk") for item in parts(found)["first_talk"].items)
    assert "Anna" in str(parts(found)["first_talk"].items[0].text.data["text"])
    assert (minutes(found), found.asked, found.rest) == (25, (), ())


OWN = {
    "title": "Walk",
    "minutes": 20,
    "section": [
        {"key": "open", "title": "Open", "minutes": 1, "prompt": "How are you, {name}?"},
        {"key": "weather", "title": "Weather", "minutes": 2, "prompt": "Look up, {name}."},
    ],
}


def test_an_own_agenda_has_sections_of_its_own_and_asks_where_nothing_is_known(
    anna: Seller, seller: Build, agenda: Made
) -> None:
    """They consist of their prompt; without one for questions none count as asked; thanks say how long it was quiet."""
    found = agenda(anna, "walk", OWN)
    assert parts(found)["weather"].items == (Item(phrase("item.prompt", text="Look up, Anna."), phrase("why.prompt")),)
    assert (minutes(found), found.asked) == (20, ())
    assert [part.key for part in agenda(seller(), "walk", OWN).first] == ["open", "weather"]
    asking = parts(agenda(seller(Talk(on=ago(9)), Praise(on=ago(9), what="calm"), started=LONG_AGO)))
    assert (asking["work"].items[0].text.key, asking["work"].items[0].why) == ("item.prompt", phrase("why.work"))
    assert asking["thanks"].items[0].why == phrase("why.praised", days=9)
    assert "promises" not in asking


def test_prompts_take_turns_from_talk_to_talk(seller: Build, agenda: Made, template: Templates) -> None:
    """After all of them the first one returns; where no section has minutes none gets any."""
    opening = template("agendas/check-in")["section"][0]
    said = []
    for talks in range(1, 7):
        one = seller(*(Talk(on=ago(9 + at)) for at in range(talks)))
        said.append(parts(agenda(one))["open"].items[0].text.data["text"])
    prompts = [text.replace("{name}", "Anna") for text in (opening["prompt"], *opening["prompts"])]
    assert said == [*prompts[1:], *prompts[:2]]
    cases: list[list[int | None]] = [[], [0, 0], [None]]
    for given_ in cases:
        made = share([Section("any", phrase("item.plain"), (), one) for one in given_], 25)
        assert [part.minutes for part in made] == [0] * len(given_), given_


@given(weights.filter(any), st.integers(0, 480))
def test_minutes_always_add_up(given_: list[int], total: int) -> None:
    """Each section gets its share, less than a minute more or less; what has no minutes gets none."""
    made = share([Section("any", phrase("item.plain"), (), one) for one in given_], total)
    shared = [part.minutes or 0 for part in made]
    assert sum(shared) == total
    for got, weight in zip(shared, given_, strict=True):
        assert abs(got * sum(given_) - weight * total) < sum(given_)


def test_for_her_there_are_her_topics_goals_and_what_was_agreed(anna: Seller, agenda: Made) -> None:
    """With room for her own; no light, note, lesson, private line or question, not even a count of them."""
    found = agenda_for_her(agenda(anna), anna, TODAY)
    ids = {part.key: [item.ids for item in part.items] for part in found.first}
    assert ids == {"open": [(), ("p1",)], "agreed": [("c1",), ("c2",)], "goals": [("g1",)], "yours": [()]}
    assert found.for_her
    found = agenda_for_her(agenda(anna), anna, TODAY)
    assert "secret" not in repr(found)
    assert (found.rest, found.asked, found.sources) == ((), (), {})
    assert not any(item.levels for part in found.first for item in part.items)


FIRST_DAY = date(2026, 11, 23)
PLAN = [
    Onboarding(id="o1", on=ago(60), plan="new-seller"),
    Phase(on=ago(60), phase="early", day=-14, days=14),
    Phase(on=ago(60), phase="understand", day=1, days=30),
    Step(id="s1", on=ago(60), what="Have lunch together", owner="manager", phase="understand", day=2),
]
VALUES = Settings(values={"courage": "We call back."})


def test_the_usual_agenda_is_that_of_an_onboarding_while_it_lasts(seller: Build) -> None:
    """From before her first day until the last phase is over, or her probation was decided; a first week is its own."""
    talked = [*PLAN, Talk(on=ago(3))]
    cases: list[tuple[list[Any], date | None, str]] = [
        ([], FIRST_DAY, "first-days"), (PLAN, TODAY, "first-days"), (PLAN, ago(6), "first-days"),
        (PLAN, ago(7), "onboarding"), ([*PLAN, Talk(on=ago(9))], ago(6), "first-days"),
        (talked, FIRST_DAY, "onboarding"), (PLAN, ago(-10), "onboarding"),
        (PLAN, ago(30), "check-in"), (PLAN, None, "check-in"),
        ([*talked, Probation(on=ago(2), ends=ago(-90))], FIRST_DAY, "onboarding"),
        ([*talked, Probation(on=ago(2), outcome="confirmed")], FIRST_DAY, "check-in"),
        ([*talked, Probation(on=ago(2), outcome="ended")], FIRST_DAY, "check-in"),
        ([*talked, Probation(on=ago(2), outcome="extended")], FIRST_DAY, "onboarding"),
    ]  # fmt: skip
    for records, started, name in cases:
        header = {} if started is None else {"started": started}
        assert usual(seller(*records, **header), TODAY) == name, records


def test_a_talk_of_an_onboarding_is_fifteen_minutes_about_what_is_expected(seller: Build, agenda: Made) -> None:
    """What is expected now, one light, the steps that wait, the promises; its questions are remembered."""
    one = seller(
        *PLAN, Talk(id="t1", on=ago(3), lesson="listen"), Feedback(on=ago(3), what="I interrupt", to="me"),
        Commitment(on=ago(3), by="me", what="order a laptop"), started=FIRST_DAY,
    )  # fmt: skip
    expected = [Expected("discovery", {"green": "sums up the need"}, "phase")]
    found = agenda(one, "onboarding", expected=expected, settings=VALUES)
    keys = ["open", "promises", "thanks", "expected", "light", "steps", "value", "lesson", "close"]
    assert [part.key for part in found.first] == keys
    assert found.asked == ("light-performance", "value-courage")
    assert (found.template, found.minutes, minutes(found)) == ("onboarding", 15, 15)
    assert [part.minutes for part in found.first] == [3, 2, 1, 4, 2, 2, 0, 0, 1]
    assert [len(parts(found)[key].items) for key in ("expected", "light", "steps", "value")] == [1, 1, 1, 1]
    assert all(item.why for part in found.first for item in part.items)


def test_the_talk_fits_the_day(seller: Build, agenda: Made) -> None:
    """Nothing has surprised her before her first day, and after a fortnight nobody asks why she chose us."""
    cases: list[tuple[date | None, str, str, bool]] = [
        (ago(-1), "How are you, and what do you want to know before you start?", "What will be expected", True),
        (TODAY, "What has surprised you so far, Anna?", "Where we stand", True),
        (ago(13), "What has surprised you so far, Anna?", "Where we stand", True),
        (ago(14), "What has surprised you so far, Anna?", "Where we stand", False),
        (None, "What has surprised you so far, Anna?", "Where we stand", True),
    ]  # fmt: skip
    for started, opening, title, first in cases:
        header = {} if started is None else {"started": started}
        found = parts(agenda(seller(*PLAN, **header), "onboarding", expected=[Expected("discovery", {}, "phase")]))
        assert found["open"].items[0].text == phrase("item.prompt", text=opening), started
        assert found["expected"].title == phrase("item.plain", text=title), started
        assert ("first_talk" in found, "light" in found) == (first, not first), started
