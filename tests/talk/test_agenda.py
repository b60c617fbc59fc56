from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixtures.sellers import LONG_AGO, TODAY, Build, ago, made
from salescoach.answer import phrase
from salescoach.expectations.rules import Expected
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings
from salescoach.talk.rules.agenda import Agenda, agenda_for_her, agenda_of, heading, share, usual
from salescoach.talk.rules.items import AgendaContext, Item, Section

Templates = Callable[[str], Mapping[str, Any]]
Made = Callable[..., Agenda]

weights = st.lists(st.integers(0, 10**6), min_size=1, max_size=12)


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
        made("talk", 40, id="t0", asked=["q-known"]),
        made("talk", 16, id="t1", notes="Good pace", lesson="secret: listen more"),
        made("topic", 30, id="p1", what="pricing"),
        made("topic", 3, id="p2", what="secret: her pay", private=True),
        made("topic", 3, **{"id": "p3", "what": "secret: the new role", "from": "me"}),
        made("commitment", 16, id="c1", by="me", what="introduce Karin", due=ago(2), talk="t1"),
        made("commitment", 16, id="c2", by="seller", what="send the list", due=ago(-2), talk="t1"),
        made("commitment", 16, id="c3", by="me", what="secret: ask HR", private=True),
        made("rating", 16, id="r1", area="closing", level="red", evidence="secret: no next step", talk="t1"),
        made("rating", 3, id="r2", area="discovery", level="green", evidence="secret: asked well"),
        made("goal", 16, id="g1", title="12 meetings", target=12, due=ago(-16)),
        made("goal", 16, id="g2", title="secret: team lead", private=True),
        made("feedback", 3, id="f1", what="secret: interrupts"),
        made("lesson", 3, id="l1", text="secret: start softer"),
        made("praise", 20, id="b1", what="calm"),
        started=LONG_AGO,
    )


def parts(found: Agenda) -> dict[str, Section]:
    """Return the sections of the first screen by key."""
    return {part.key: part for part in found.first}


def minutes(found: Agenda) -> int:
    """Return how long the sections of the first screen last together."""
    return sum(part.minutes or 0 for part in found.first)


def test_the_head_says_who_and_how_long_since(anna: Seller, seller: Build, agenda: Made) -> None:
    """Over the limit it says so; without history there is a good first talk, which fills the time."""
    for one, key, gaps in (
        (anna, "since", {"days": 16, "day": ago(16), "limit": 30}), (seller(made("talk", 0)), "today", {}),
        (seller(made("talk", 40), started=LONG_AGO), "over", {"days": 40, "day": ago(40), "limit": 30}),
        (seller(), "first", {}),
    ):  # fmt: skip
        assert heading(agenda(one)) == phrase(f"heading.{key}", name="Anna Berg", **gaps), key
    found = agenda(seller(started=ago(2)))
    assert [part.key for part in found.first] == ["open", "first_talk", "close"]
    assert "Anna" in str(parts(found)["first_talk"].items[0].text.data["text"])
    assert (minutes(found), found.asked, found.rest) == (25, (), ())


OPEN = {"key": "open", "title": "Open", "minutes": 1, "prompt": "How are you, {name}?"}
WEATHER = {"key": "weather", "title": "Weather", "minutes": 2, "prompt": "Look up, {name}."}
OWN = {"title": "Walk", "minutes": 20, "section": [OPEN, WEATHER]}


def test_an_own_agenda_has_sections_of_its_own_and_asks_where_nothing_is_known(
    anna: Seller, seller: Build, agenda: Made
) -> None:
    """They consist of their prompt; without one for questions none count as asked; thanks say how long it was quiet."""
    found = agenda(anna, "walk", OWN)
    assert parts(found)["weather"].items == (Item(phrase("item.prompt", text="Look up, Anna."), phrase("why.prompt")),)
    assert (minutes(found), found.asked) == (20, ())
    assert [part.key for part in agenda(seller(), "walk", OWN).first] == ["open", "weather"]
    asking = parts(agenda(seller(made("talk", 9), made("praise", 9, what="calm"), started=LONG_AGO)))
    assert (asking["work"].items[0].text.key, asking["work"].items[0].why) == ("item.prompt", phrase("why.work"))
    assert asking["thanks"].items[0].why == phrase("why.praised", days=9)
    assert "promises" not in asking


def test_prompts_take_turns_from_talk_to_talk(seller: Build, agenda: Made, template: Templates) -> None:
    """After all of them the first one returns; where no section has minutes none gets any."""
    opening = template("agendas/check-in")["section"][0]
    said = []
    for talks in range(1, 7):
        one = seller(*(made("talk", 9 + at) for at in range(talks)))
        said.append(parts(agenda(one))["open"].items[0].text.data["text"])
    prompts = [text.replace("{name}", "Anna") for text in (opening["prompt"], *opening["prompts"])]
    assert said == [*prompts[1:], *prompts[:2]]
    cases: list[list[int | None]] = [[], [0, 0], [None]]
    for given_ in cases:
        shared = share([Section("any", phrase("item.plain"), (), one) for one in given_], 25)
        assert [part.minutes for part in shared] == [0] * len(given_), given_


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
    assert (found.for_her, "secret" in repr(found)) == (True, False)
    assert (found.rest, found.asked, found.sources) == ((), (), {})
    assert not any(item.levels for part in found.first for item in part.items)


FIRST_DAY = date(2026, 11, 23)
PLAN = [
    made("onboarding", 60, id="o1", plan="new-seller"),
    made("phase", 60, phase="early", day=-14, days=14),
    made("phase", 60, phase="understand", day=1, days=30),
    made("step", 60, id="s1", what="Have lunch together", owner="manager", phase="understand", day=2),
]


def test_the_usual_agenda_is_that_of_an_onboarding_while_it_lasts(seller: Build) -> None:
    """From before her first day until the last phase is over, or her probation was decided; a first week is its own."""
    talked = [*PLAN, made("talk", 3)]
    cases: list[tuple[list[Any], date | None, str]] = [
        ([], FIRST_DAY, "first-days"), (PLAN, TODAY, "first-days"), (PLAN, ago(6), "first-days"),
        (PLAN, ago(7), "onboarding"), ([*PLAN, made("talk", 9)], ago(6), "first-days"),
        (talked, FIRST_DAY, "onboarding"), (PLAN, ago(-10), "onboarding"),
        (PLAN, ago(30), "check-in"), (PLAN, None, "check-in"),
        ([*talked, made("probation", 2, ends=ago(-90))], FIRST_DAY, "onboarding"),
        ([*talked, made("probation", 2, outcome="confirmed")], FIRST_DAY, "check-in"),
        ([*talked, made("probation", 2, outcome="ended")], FIRST_DAY, "check-in"),
        ([*talked, made("probation", 2, outcome="extended")], FIRST_DAY, "onboarding"),
    ]  # fmt: skip
    for records, started, name in cases:
        header = {} if started is None else {"started": started}
        assert usual(seller(*records, **header), TODAY) == name, records


def test_the_talk_fits_the_day(seller: Build, agenda: Made) -> None:
    """Nothing has surprised her before her first day, and after a fortnight nobody asks why she chose us."""
    ahead = ("How are you, and what do you want to know before you start?", "What will be expected")
    since = ("What has surprised you so far, Anna?", "Where we stand")
    for days, said, first in ((-1, ahead, True), (0, since, True), (13, since, True), (14, since, False)):
        one = seller(*PLAN, started=ago(days))
        found = parts(agenda(one, "onboarding", expected=[Expected("discovery", {}, "phase")]))
        assert (found["open"].items[0].text.data["text"], found["expected"].title.data["text"]) == said, days
        assert ("first_talk" in found, "light" in found) == (first, not first), days
