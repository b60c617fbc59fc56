from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fixtures.sellers import LONG_AGO, TODAY, Build, ago, made
from salescoach.coaching.clocks import rhythm_of
from salescoach.records.base import Record
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


def goal(due: date | None) -> Any:
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


TALK, MINE = made("talk", 9, id="t1"), made("commitment", 40, id="c1", by="me", what="call")
GOAL, FIRST = goal(ago(-90)), made("progress", 1, goal="g1", value=1)
DROPPED, KEPT = (made("settled", 3, of="c1", how=how) for how in ("dropped", "kept"))
BEFORE = made("settled", 20, of="c1", how="dropped")
MINE_LATE, HERS_LATE = (made("commitment", 40, by=by, what="call", due=ago(2)) for by in ("me", "seller"))
MINE_TODAY = made("commitment", 40, by="me", what="call", due=TODAY)
CARRIED = [made("topic", 40, what="pricing"), made("talk", 30), made("talk", 20)]
YELLOW = ("yellow",) * 3
LATER, NOW = made("away", 9, first=ago(7), last=ago(1)), made("away", 9, first=ago(2), last=TODAY)
SIGNALS: dict[str, tuple[list[list[Record]], list[list[Record]]]] = {  # where it shows, and where it does not
    "first_talk": ([[]], [[TALK]]),
    "red_wellbeing": ([rated("wellbeing", "red")], []), "red_motivation": ([rated("Motivation", "red")], []),
    "red_performance": ([rated("performance", "red")], []),
    "red_area": ([rated("closing", "red")], [rated("wellbeing", "red")]),
    "broken_promise": (
        [[MINE_LATE], [TALK, MINE, DROPPED], [MINE, DROPPED]],
        [[MINE_TODAY], [TALK, MINE, BEFORE], [MINE, KEPT]],
    ),
    "her_promise_late": ([[HERS_LATE]], [[MINE_LATE]]),
    "watermelon": ([[GOAL, FIRST, *rated("closing", "green")]], [[GOAL, FIRST, *rated("x", "yellow")], [GOAL, FIRST]]),
    "goal_behind": ([[GOAL, FIRST]], []), "goal_ahead": ([[GOAL, made("progress", 1, goal="g1", value=11)]], []),
    "goal_near": ([[goal(ago(-14))], [goal(TODAY)]], [[goal(ago(-15))], [goal(ago(1))], [goal(None)]]),
    "no_goal": ([[]], [[GOAL]]), "topic_carried": ([[*CARRIED, made("talk", 10)]], [CARRIED]),
    "declined": ([rated("closing", "green", "yellow")], []), "improved": ([rated("closing", "red", "yellow")], []),
    "long_since": ([[made("talk", 31)]], [[made("talk", 30)]]),
    "yellow_stuck": ([rated("x", "yellow", *YELLOW)], [rated("x", *YELLOW), rated("x", "yellow", "green", *YELLOW)]),
    "all_green": ([rated("x", "green")], [[], [*rated("x", "green"), *rated("y", "yellow")]]),
    "back_from_away": ([[TALK, LATER]], [[TALK, made("away", 9, first=ago(20), last=ago(9))], [TALK, NOW], [LATER]]),
    "grey": ([rated("x", "green", days=46)], [rated("x", "green", days=45)]), "quarter_end": ([], [[]]),
    "praise_silence": ([[made("praise", 31, what="calm")]], [[made("praise", 30, what="calm")]]),
    "customer_promise": ([[]], []), "always": ([[]], []),
    "customer_worry": (
        [[made("commitment", 400, by="seller", what="call")], [made("customer", 89, what="slow")]],
        [[made("commitment", 4, by="me", what="call")], [made("customer", 90, what="slow")]],
    ),
}  # fmt: skip


def test_the_data_shows_its_signals(seller: Build) -> None:
    """Each on its own, and not at its edge: one day, one talk or one light less."""
    for code, both in SIGNALS.items():
        for found, shown in zip(both, (True, False), strict=True):
            for records in found:
                assert (code in codes(seller(*records, started=LONG_AGO))) is shown, (code, records)
    assert ["new_seller" in codes(seller(started=ago(days))) for days in (89, 90)] == [True, False]
    assert "praise_silence" not in codes(seller(started=ago(9)))


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
