from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fixtures.sellers import LONG_AGO, TODAY, Build, ago, made
from salescoach.coaching.clocks import rhythm_of
from salescoach.records.base import Record
from salescoach.records.goal import Goal
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings
from salescoach.records.talk import Talk
from salescoach.talk.rules.questions import NOT_AGAIN, Signal, choose, fill, signals_of

CATALOGUE = [
    {"id": "q1", "when": ["red_area"], "text": "What makes {area} hard?"},
    {"id": "q2", "when": ["red_area", "always"], "text": "What did you try?"},
    {"id": "q3", "when": ["always"], "text": "What goes well, {name}?"},
    {"id": "q4", "when": ["always"], "text": "What next?"},
]
RED = Signal("red_area", {"area": "closing", "name": "Anna"})
ALWAYS = Signal("always", {"name": "Anna"})


def asked(*talks: str) -> list[Talk]:
    """Return talks in order with the questions that were asked in each."""
    return [Talk(id=f"t{at}", on=date(2026, 1, 1) + timedelta(at), asked=ids.split()) for at, ids in enumerate(talks)]


def ids(signals: list[Signal], *talks: str) -> list[str]:
    """Return the ids of the questions chosen."""
    return [question.id for question in choose(CATALOGUE, signals, asked(*talks))]


def signals(one: Seller, today: date = TODAY) -> list[Signal]:
    """Return what the data of a seller shows."""
    return signals_of(one, rhythm_of(one, Book(), Settings(), today), Settings(), today)


def codes(one: Seller, today: date = TODAY) -> list[str]:
    """Return what the data of a seller shows, by code."""
    return [signal.code for signal in signals(one, today)]


def rated(area: str, *levels: str, days: int = 9) -> list[Record]:
    """Return ratings of an area, the last one so many days ago."""
    last = len(levels) - 1
    return [made("rating", days + last - at, area=area, level=level) for at, level in enumerate(levels)]


def goal(due: date | None) -> Goal:
    """Return a goal of ninety days ago."""
    return made("goal", 90, id="g1", title="12 meetings", target=12, due=due)


def test_two_fresh_questions_are_chosen_for_the_most_pressing_signals() -> None:
    """Each says for what, its gaps filled; none twice, none of the last three talks, the one longest ago first."""
    first, second = choose(CATALOGUE, [RED, ALWAYS, ALWAYS], [])
    assert (first.id, first.text, first.signal) == ("q1", "What makes closing hard?", RED)
    assert (second.id, second.signal) == ("q2", ALWAYS)
    assert ids([RED, RED, RED]) == ["q1", "q2"]
    assert ids([RED]) == ["q1"]
    assert ids([Signal("unknown"), RED]) == ["q1"]
    assert ids([RED, ALWAYS], "q1", "", "") == ["q2", "q3"]
    assert ids([RED, ALWAYS], "q1", "", "", "") == ["q2", "q3"]
    assert ids([RED], "q1", "q2", "q3 q4", "", "", "") == ["q1"]
    assert ids([RED], "q2", "q1", "q3 q4", "", "", "") == ["q2"]
    assert ids([RED], "q1", "q2", "q3", "q1", "", "", "") == ["q2"]


@given(st.integers(1, 30), st.lists(st.sampled_from(["red_area", "always", "grey", "no_goal"]), max_size=6))
def test_asked_questions_never_return_within_three_talks(
    template: Callable[[str], Mapping[str, Any]], talks: int, shown: list[str]
) -> None:
    """Talk after talk with the shipped catalogue, whatever the data shows: always two, all of them fresh."""
    catalogue = template("questions")["question"]
    held: list[Talk] = []
    for at in range(talks):
        chosen = choose(catalogue, [*map(Signal, shown), ALWAYS, ALWAYS], held)
        fresh = {question.id for question in chosen}
        assert len(fresh) == 2
        assert fresh.isdisjoint(id_ for talk in held[-NOT_AGAIN:] for id_ in talk.asked)
        held.append(Talk(on=LONG_AGO + timedelta(at), asked=list(fresh)))


def test_only_gaps_that_are_known_are_filled() -> None:
    """A template may have braces, and notes too: nothing is reached into, or filled again."""
    cases = [
        ("What of {area}, {name}?", "What of closing, Anna?"), ("{unknown} {}", "{unknown} {}"),
        ("{area.name}", "{area.name}"),
    ]  # fmt: skip
    for text, filled in cases:
        assert fill(text, {"area": "closing", "name": "Anna"}) == filled, text
    assert fill("{what}", {"what": "{name}", "name": "Anna"}) == "{name}"


OLD = {"started": LONG_AGO}
TALK = made("talk", 9, id="t1")
GOAL = goal(ago(-90))
SIGNALS: list[tuple[str, list[Record], dict[str, Any]]] = [
    ("first_talk", [], OLD), ("red_wellbeing", rated("wellbeing", "red"), OLD),
    ("red_motivation", rated("Motivation", "red"), OLD), ("red_performance", rated("performance", "red"), OLD),
    ("red_area", rated("closing", "red"), OLD),
    ("broken_promise", [made("commitment", 40, by="me", what="call", due=ago(2))], OLD),
    (
        "broken_promise",
        [TALK, made("commitment", 40, id="c1", by="me", what="call"), made("settled", 3, of="c1", how="dropped")],
        OLD,
    ),
    (
        "broken_promise",
        [made("commitment", 40, id="c1", by="me", what="call"), made("settled", 3, of="c1", how="dropped")],
        OLD,
    ),
    ("her_promise_late", [made("commitment", 40, by="seller", what="call", due=ago(2))], OLD),
    ("watermelon", [GOAL, made("progress", 1, goal="g1", value=1), *rated("closing", "green")], OLD),
    ("goal_behind", [GOAL, made("progress", 1, goal="g1", value=1)], OLD), ("goal_near", [goal(ago(-14))], OLD),
    ("goal_near", [goal(TODAY)], OLD), ("goal_ahead", [GOAL, made("progress", 1, goal="g1", value=11)], OLD),
    ("no_goal", [], OLD),
    ("topic_carried", [made("topic", 40, what="pricing"), *(made("talk", days) for days in (30, 20, 10))], OLD),
    ("declined", rated("closing", "green", "yellow"), OLD), ("new_seller", [], {"started": ago(89)}),
    ("long_since", [made("talk", 31)], OLD), ("improved", rated("closing", "red", "yellow"), OLD),
    ("yellow_stuck", rated("closing", "yellow", "yellow", "yellow", "yellow"), OLD),
    ("all_green", rated("closing", "green"), OLD),
    ("back_from_away", [TALK, made("away", 9, first=ago(7), last=ago(1))], OLD),
    ("grey", rated("closing", "green", days=46), OLD), ("praise_silence", [made("praise", 31, what="calm")], OLD),
    ("customer_promise", [], OLD), ("always", [], OLD),
    ("customer_worry", [made("commitment", 400, by="seller", what="call")], OLD),
    ("customer_worry", [made("customer", 89, what="slow")], OLD),
]  # fmt: skip


HIDDEN: list[tuple[str, list[Record], dict[str, Any]]] = [
    ("customer_worry", [made("commitment", 4, by="me", what="call")], OLD),
    ("customer_worry", [made("customer", 90, what="slow")], OLD),
    ("first_talk", [TALK], OLD), ("red_area", rated("wellbeing", "red"), OLD),
    ("broken_promise", [made("commitment", 40, by="me", what="call", due=TODAY)], OLD),
    (
        "broken_promise",
        [TALK, made("commitment", 40, id="c1", by="me", what="call"), made("settled", 20, of="c1", how="dropped")],
        OLD,
    ),
    (
        "broken_promise",
        [made("commitment", 40, id="c1", by="me", what="call"), made("settled", 3, of="c1", how="kept")],
        OLD,
    ),
    ("her_promise_late", [made("commitment", 40, by="me", what="call", due=ago(2))], OLD),
    ("watermelon", [GOAL, made("progress", 1, goal="g1", value=1), *rated("closing", "yellow")], OLD),
    ("watermelon", [GOAL, made("progress", 1, goal="g1", value=1)], OLD),
    ("goal_near", [goal(ago(-15))], OLD),
    ("goal_near", [goal(ago(1))], OLD),
    ("goal_near", [goal(None)], OLD), ("no_goal", [GOAL], OLD),
    ("topic_carried", [made("topic", 40, what="pricing"), *(made("talk", days) for days in (30, 20))], OLD),
    ("new_seller", [], {"started": ago(90)}), ("long_since", [made("talk", 30)], OLD),
    ("yellow_stuck", rated("closing", "yellow", "yellow", "yellow"), OLD),
    ("yellow_stuck", rated("closing", "yellow", "green", "yellow", "yellow", "yellow"), OLD),
    ("all_green", [], OLD), ("all_green", [*rated("closing", "green"), *rated("discovery", "yellow")], OLD),
    ("back_from_away", [TALK, made("away", 9, first=ago(20), last=ago(9))], OLD),
    ("back_from_away", [TALK, made("away", 9, first=ago(2), last=TODAY)], OLD),
    ("back_from_away", [made("away", 9, first=ago(7), last=ago(1))], OLD),
    ("grey", rated("closing", "green", days=45), OLD), ("praise_silence", [made("praise", 30, what="calm")], OLD),
    ("praise_silence", [], {"started": ago(9)}), ("quarter_end", [], OLD),
]  # fmt: skip


def test_the_data_shows_its_signals(seller: Build) -> None:
    """Each on its own, and not at its edge: one day, one talk or one light less."""
    for code, records, header in SIGNALS:
        assert code in codes(seller(*records, **header)), code
    for code, records, header in HIDDEN:
        assert code not in codes(seller(*records, **header)), code


def test_a_quarter_ends_for_fourteen_days(seller: Build) -> None:
    """Its last fourteen, the last one included, to the end of time."""
    cases = [
        (date(2026, 12, 17), False), (date(2026, 12, 18), True), (date(2026, 12, 31), True),
        (date(2027, 1, 1), False), (date(2026, 3, 18), True), (date(2026, 6, 16), False), (date(2026, 6, 17), True),
        (date(2026, 9, 30), True), (date(9999, 12, 31), True),
    ]  # fmt: skip
    for day, near in cases:
        assert ("quarter_end" in codes(seller(), day)) is near, day


def test_the_most_pressing_comes_first(seller: Build) -> None:
    """How she is, what she sells, then what is always there; of broken promises the latest: no confession."""
    late = made("commitment", 40, by="me", what="call", due=ago(2))
    one = seller(TALK, late, *rated("closing", "red"), *rated("wellbeing", "red"), started=LONG_AGO)
    found = codes(one)
    assert found[:3] == ["red_wellbeing", "red_area", "broken_promise"]
    assert found[-3:] == ["customer_promise", "always", "always"]
    both = [made("commitment", 40, by="me", what=f"late {days}", due=ago(days)) for days in (2, 9)]
    broken = [signal for signal in signals(seller(*both)) if signal.code == "broken_promise"]
    assert [signal.gaps["what"] for signal in broken] == ["late 9"]
