from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any
from weakref import ref

import pytest

from salescoach.answer import Phrase, phrase
from salescoach.coaching.clocks import Rhythm
from salescoach.coaching.written import record_of
from salescoach.errors import Problem
from salescoach.probation.records import Probation
from salescoach.records.base import Record
from salescoach.records.calendar import Away, Booking
from salescoach.records.commitment import Commitment, Settled
from salescoach.records.contact import Action
from salescoach.records.goal import Goal, Progress
from salescoach.records.onboarding import Onboarding, Phase, Step
from salescoach.records.praise import Praise
from salescoach.records.rating import Rating
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Probation as Watched
from salescoach.records.settings import Settings, Urgency
from salescoach.records.talk import Talk
from salescoach.week.rules.today import today_of
from salescoach.week.rules.weekly import Line, Weekly, urgency_of, weekly_of

Build = Callable[..., Seller]
TODAY = date(2026, 11, 27)
LONG_AGO = date(2020, 1, 1)
BROKEN = Problem("sellers/bo-ek.toml", "bad_toml", 3)


def ago(days: int) -> date:
    """Return the day so many days before today; a negative number is ahead."""
    return TODAY - timedelta(days)


def week(*sellers: Seller, me: Book | None = None, settings: Settings | None = None, **more: Any) -> Weekly:
    """Return the week of today."""
    return weekly_of(sellers, me or Book(), settings or Settings(), today=TODAY, **more)


def line(one: Seller, **more: Any) -> Line:
    """Return the one line of a week with one seller."""
    return week(one, **more).lines[0]


def promise(days: int, by: str = "me", what: str = "call") -> Any:
    """Return a promise that is so many days late."""
    return record_of("commitment", {"on": ago(90), "by": by, "what": what, "due": ago(days)})


def red(area: str = "closing", **fields: Any) -> Any:
    """Return a red of five days ago."""
    return record_of("rating", {"on": ago(5), "area": area, "level": "red", **fields})


def test_the_most_urgent_comes_first_and_names_break_ties(seller: Build) -> None:
    """Time over the limit, late promises of mine, reds: the parts add up, the weights are settings; hers are none."""
    found = urgency_of(Rhythm("overdue", 14, 30, days=45), 2, 3, Settings())
    assert (found.overdue, found.promises, found.reds, found.total) == (0.5, 1.0, 0.75, 2.25)
    own = Settings(urgency=Urgency(promise=2, red=0))
    assert urgency_of(Rhythm("ok", 14, 30, days=3), 1, 5, own).total == 2
    team = [
        seller(Talk(on=ago(1)), name="Cy", key="cy"),
        seller(Talk(on=ago(1)), promise(2, "seller"), name="Al", key="al"),
        seller(Talk(on=ago(1)), red(), name="Di", key="di"), seller(Talk(on=ago(36)), name="Ed", key="ed"),
        seller(Talk(on=ago(1)), promise(2), name="Bo", key="bo"), seller(Talk(on=ago(1)), name="Al", key="aa"),
    ]  # fmt: skip
    lines = week(*team).lines
    assert [one.key for one in lines] == ["bo", "di", "ed", "aa", "al", "cy"]
    assert [one.urgency.total for one in lines] == [0.5, 0.25, 0.2, 0, 0, 0]


GOAL = Goal(id="g1", on=ago(10), title="12 meetings", target=12, due=ago(-10))
AWAY = Away(on=ago(1), first=ago(1), last=ago(-6))
USUAL = {"started": LONG_AGO}
REASONS: list[tuple[list[Record], dict[str, Any], Phrase]] = [
    ([Talk(on=ago(60)), AWAY], USUAL, phrase("reason.away", until=ago(-6))),
    ([Talk(on=ago(40)), promise(3)], USUAL, phrase("reason.overdue", over=10, limit=30, day=None)),
    (
        [Talk(on=ago(40)), Booking(on=ago(9), next=ago(-2))], USUAL,
        phrase("reason.overdue_booked", over=10, limit=30, day=ago(-2)),
    ),
    ([], {"started": ago(12)}, phrase("reason.never", over=2, limit=10, day=None)),
    (
        [Talk(on=ago(9)), promise(3), promise(8, what="older"), Booking(on=ago(9), next=ago(2))], USUAL,
        phrase("reason.promise_late", what="older", days=8),
    ),
    ([Talk(on=ago(9)), Booking(on=ago(9), next=ago(2)), red()], USUAL, phrase("reason.missed", day=ago(2))),
    (
        [Talk(on=ago(20)), red(evidence="no next step")], USUAL,
        phrase("reason.red", area="closing", evidence="no next step"),
    ),
    ([Talk(on=ago(9)), red()], USUAL, phrase("reason.red_bare", area="closing")),
    ([Talk(on=ago(20)), promise(3, "seller")], USUAL, phrase("reason.due", every=14)),
    ([Talk(on=ago(9)), promise(3, "seller"), GOAL], USUAL, phrase("reason.hers_late", what="call", days=3)),
    (
        [Talk(on=ago(9)), GOAL, Progress(on=ago(1), goal="g1", value=1)], USUAL,
        phrase("reason.goal_behind", goal="12 meetings"),
    ),
    ([], {"started": ago(-4)}, phrase("reason.starts", day=ago(-4))),
    ([], {"started": ago(2)}, phrase("reason.first_talk", days=5)), ([], {}, phrase("reason.first_talk", days=14)),
    ([Talk(on=ago(9)), Booking(on=ago(9), next=ago(-3))], USUAL, phrase("reason.booked", day=ago(-3))),
    ([Talk(on=ago(9))], USUAL, phrase("reason.calm", days=5)),
]  # fmt: skip


def test_the_most_pressing_reason_comes_first(seller: Build) -> None:
    """Each seller has at least one reason, with what it rests on."""
    for records, header, reason in REASONS:
        assert line(seller(*records, **header)).reasons[0] == reason, records


def test_the_week_has_promises_silence_actions_and_problems(seller: Build) -> None:
    """Over all sellers and the manager's own file."""
    one = seller(promise(3), promise(1, "seller"), Praise(on=ago(40), what="calm"), started=LONG_AGO)
    mine = Book({"action": [Action(id="a1", on=TODAY, action="feedback")]}, (Problem("me.toml", "left_out", 9),))
    found = week(one, me=mine, problems=[BROKEN])
    assert [each.what for each in (*found.mine, *found.hers)] == ["call", "call"]
    assert [each.days for each in found.silent] == [40]
    assert [(each.action, each.week) for each in found.habits] == [("feedback", 1)]
    assert [each.file for each in found.problems] == ["sellers/bo-ek.toml", "me.toml"]


def test_a_check_finds_who_is_overdue_and_files_with_problems(seller: Build) -> None:
    """Exit 1 only where it was asked for."""
    cases: list[tuple[int, list[Problem], bool, int]] = [
        (1, [], True, 0), (31, [], True, 1), (30, [], True, 0), (1, [BROKEN], True, 1), (31, [BROKEN], False, 0),
    ]  # fmt: skip
    for talked, problems, check, status in cases:
        one = seller(Talk(on=ago(talked)), started=LONG_AGO)
        assert week(one, problems=problems, check=check).status == status, talked


def on_probation(days: int) -> Probation:
    """Return a probation that ends in so many days; with no country known, she is told fourteen days before."""
    return Probation(on=ago(40), ends=ago(-days))


def test_urgency_grows_as_a_probation_nears(seller: Build) -> None:
    """From sixty days before to the last day to tell her, until it is decided; weight and days are settings."""
    for days, weight in ((61, 0), (60, 0), (37, 0.5), (14, 1), (13, 1), (0, 1), (-1, 1), (-90, 1), (700, 0)):
        found = line(seller(Talk(on=ago(1)), on_probation(days)))
        assert (found.urgency.probation, found.clock is None) == (weight, days > 60), days
    own = Settings(urgency=Urgency(probation=3), probation=Watched(weekly=20))
    near, far = seller(on_probation(17)), seller(on_probation(29))
    assert [one.lines[0].urgency.probation for one in (week(near, settings=own), week(far, settings=own))] == [1.5, 0]
    assert week(seller(on_probation(28)), settings=own).lines[0].clock is not None
    short = Settings(probation=Watched(weekly=14))
    assert week(seller(on_probation(15)), settings=short).lines[0].urgency.probation == 1


def test_a_probation_comes_first_when_she_must_be_told_soon(seller: Build) -> None:
    """Else after what is red; in both what she has not been told is counted."""
    for days, place in ((28, 0), (13, 0), (29, 2)):
        one = seller(Talk(on=ago(40)), red(), promise(3, "seller"), on_probation(days), started=LONG_AGO)
        keys = [why.key for why in line(one).reasons]
        assert keys.index("reason.untold") == place, days
        assert line(one).reasons[place].data["n"] == 1, days


def test_who_leaves_stays_in_the_week_until_the_last_day(seller: Build) -> None:
    """To be told; what was decided makes nobody urgent, and after its last day nothing is left."""
    cases: list[tuple[int, list[str]]] = [(14, ["probation_leaves"]), (13, []), (0, [])]
    for days, said in cases:
        ended = Probation(on=ago(1), ends=ago(-days), outcome="ended")
        found = line(seller(Talk(on=ago(1)), ended))
        assert found.clock is not None, days
        assert found.urgency.probation == 0, days
        assert [one.key.removeprefix("reason.") for one in found.reasons if "probation" in one.key] == said, days
        assert line(seller(Talk(on=ago(1)), Probation(on=ago(9), ends=ago(1), outcome="ended"))).clock is None, days


def test_ones_own_late_steps_are_a_reason(seller: Build) -> None:
    """After a talk that is due; those of others are asked for elsewhere."""
    cases: list[tuple[int, str | None]] = [(0, "steps_late"), (1, "step_late"), (2, None)]
    for done, key in cases:
        plan = Onboarding(id="p1", on=ago(30), plan="new-seller")
        steps = [
            Step(id=f"s{at}", on=ago(30), what=f"step {at}", owner=owner, phase="one", day=at)
            for at, owner in ((1, "Manager"), (3, "manager"), (2, "buddy"), (40, "manager"))
        ]
        phase = Phase(on=ago(30), phase="one", title="One", day=1, days=30)
        closed = [Settled(on=ago(2), of=one, how="kept") for one in ("s1", "s3")[:done]]
        found = line(seller(Talk(on=ago(1)), plan, phase, *steps, *closed, started=ago(18)))
        late = [one for one in found.reasons if "step" in one.key]
        assert [one.key for one in late] == ([f"reason.{key}"] if key else []), done
        assert [one.data["n"] for one in late] == ([2 - done] if key else []), done


@pytest.mark.parametrize("rule", [weekly_of, today_of])
def test_each_seller_is_let_go_of_before_the_next_but_one_is_read(rule: Callable[..., object], seller: Build) -> None:
    """The records of a thousand are never in memory at once: what is kept of one is her line of the week."""
    met: list[ref[Seller]] = []

    def given() -> Iterator[Seller]:
        for number in range(5):
            assert [one() for one in met[:-1]] == [None] * max(0, number - 1)  # the last one is still looked at
            one = seller(
                Talk(id=f"t{number}", on=ago(9)),
                Rating(id=f"r{number}", on=ago(9), area="closing", level="green", evidence="asked"),
                Commitment(id=f"c{number}", on=ago(9), by="me", what="call", due=ago(2)),
                Action(id=f"a{number}", on=ago(9), action="explain-why"),
                Onboarding(id=f"o{number}", on=ago(30), plan="new-seller"),
            )
            met.append(ref(one))
            yield one
            del one

    rule(given(), Book(), Settings(), today=TODAY)
    assert len(met) == 5
