from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any
from weakref import ref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixtures.sellers import LONG_AGO, TODAY, Build, ago, made
from salescoach.answer import phrase
from salescoach.coaching.clocks import Rhythm
from salescoach.errors import Problem
from salescoach.records.base import Record
from salescoach.records.rating import LIGHTS
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Probation as Watched
from salescoach.records.settings import Settings, Urgency
from salescoach.week.rules.today import today_of
from salescoach.week.rules.urgency import urgency_of
from salescoach.week.rules.weekly import Line, Weekly, weekly_of
from salescoach.week.view.line import why

BROKEN = Problem("sellers/bo-ek.toml", "bad_toml", 3)


def week(*sellers: Seller, me: Book | None = None, settings: Settings | None = None, **more: Any) -> Weekly:
    """Return the week of today."""
    return weekly_of(sellers, me or Book(), settings or Settings(), today=TODAY, **more)


def line(one: Seller, **more: Any) -> Line:
    """Return the one line of a week with one seller."""
    return week(one, **more).lines[0]


def promise(days: int, by: str = "me", what: str = "call") -> Any:
    """Return a promise that is so many days late."""
    return made("commitment", 90, by=by, what=what, due=ago(days))


def red(area: str = "closing", **fields: Any) -> Any:
    """Return a red of five days ago."""
    return made("rating", 5, **{"area": area, "level": "red", **fields})


def test_the_parts_of_urgency_add_up_in_days_and_the_weights_are_settings() -> None:
    """Days past the ideal, those past the limit twice, late promises, reds of hers and of skills."""
    found = urgency_of(Rhythm("overdue", 14, 30, days=45), 2, ["motivation", "closing"], Settings(), today=TODAY)
    assert (found.overdue, found.promises, found.reds, found.total) == (46, 6, 21, 73)
    missed = Rhythm("ok", 14, 30, days=3, missed=TODAY - timedelta(4))
    assert urgency_of(missed, 0, [], Settings(), today=TODAY).total == 4
    own = Settings(urgency=Urgency(promise=2, red=0))
    assert urgency_of(Rhythm("ok", 14, 30, days=3), 1, ["wellbeing"], own, today=TODAY).total == 2


def order(*several: list[Any], seller: Build) -> list[str]:
    """Return in which order the week has sellers whose names are against it: 0 is who was given first."""
    team = [seller(*records, key=str(at), name=f"{9 - at}", started=LONG_AGO) for at, records in enumerate(several)]
    return [one.key for one in week(*team).lines]


@given(
    days=st.integers(0, 80), more=st.integers(1, 80), light=st.sampled_from(LIGHTS), skills=st.integers(1, 6),
    by=st.sampled_from(["me", "seller"]),
)  # fmt: skip
def test_who_needs_the_manager_more_never_stands_lower(
    seller: Build, days: int, more: int, light: str, skills: int, by: str
) -> None:
    """Later, all else equal; red of hers, then of any skills, a late promise, then yellow; away, then below all."""
    talk, yellow = made("talk", days), made("rating", 5, area=light, level="yellow")
    ladder = [[red(light)], [red(f"skill {at}") for at in range(skills)], [promise(3, by)], [yellow], []]
    for records in ladder:
        assert order([made("talk", days + more), *records], [talk, *records], seller=seller) == ["0", "1"]
    found = order(*([talk, *records] for records in ladder[:4]), [talk, *ladder[0], AWAY], seller=seller)
    assert found == ["0", "1", "2", "3", "4"]


def test_talks_of_today_come_first_by_the_hour_and_no_talk_yet_before_who_is_fine(seller: Build) -> None:
    """What is no time of day is none; never talked to is late from her first day at work on."""
    booked = [[made("talk", 3), made("booking", 3, next=TODAY, at=at)] for at in ("9:00", None, "14:00", "09:30")]
    found = order(*booked, [made("talk", 60)], [made("talk", 13)], seller=seller)
    assert found == ["3", "2", "1", "0", "4", "5"]
    new = seller(name="Z", key="new", added=TODAY)
    to_start = seller(name="A", key="to-start", started=ago(-3))
    old = seller(name="Y", key="old", added=ago(26))
    due = seller(made("talk", 25), name="B", key="due", started=LONG_AGO)
    fine = seller(made("talk", 6), name="C", key="fine", started=LONG_AGO)
    assert [one.key for one in week(fine, to_start, due, new, old).lines] == ["old", "due", "new", "to-start", "fine"]


GOAL = made("goal", 10, id="g1", title="12 meetings", target=12, due=ago(-10))
AWAY = made("away", 1, first=ago(1), last=ago(-6))
TALK, BOOKED, MISSED, OLD = made("talk", 9), made("booking", 9, next=ago(-3)), made("booking", 9, next=ago(2)), 2000
REASONS: list[tuple[list[Record], int | None, str, dict[str, Any]]] = [
    ([made("talk", 60), AWAY], OLD, "away", {"until": ago(-6)}),
    ([made("talk", 60), AWAY, promise(-9)], OLD, "away_owed", {"until": ago(-6), "n": 1, "what": ["call"]}),
    ([made("talk", 40), promise(3)], OLD, "overdue", {"over": 10, "limit": 30, "day": None}),
    ([made("talk", 40), BOOKED], OLD, "overdue_booked", {"over": 10, "limit": 30, "day": ago(-3)}),
    ([], 12, "never", {"days": 12}), ([], 8, "never", {"days": 8}),
    ([TALK, promise(3), promise(8, what="older"), MISSED], OLD, "promise_late", {"what": "older", "days": 8}),
    ([TALK, MISSED, GOAL], OLD, "missed", {"day": ago(2)}),
    ([TALK, MISSED, red()], OLD, "red_bare", {"area": "closing"}),
    ([TALK, red("motivation"), red()], OLD, "red_bare", {"area": phrase("light.motivation")}),
    ([made("talk", 20), red(evidence="no step")], OLD, "red", {"area": "closing", "evidence": "no step"}),
    ([made("talk", 20), promise(3, "seller")], OLD, "due", {"every": 14}),
    ([TALK, promise(3, "seller"), GOAL], OLD, "hers_late", {"what": "call", "days": 3}),
    ([TALK, GOAL, made("progress", 1, goal="g1", value=1)], OLD, "goal_behind", {"goal": "12 meetings"}),
    ([], -4, "starts", {"day": ago(-4)}), ([], 2, "first_talk", {"days": 5}), ([], None, "first_talk", {"days": 14}),
    ([TALK, BOOKED], OLD, "booked", {"day": ago(-3)}), ([TALK], OLD, "calm", {"days": 5}),
]  # fmt: skip


def test_the_most_pressing_reason_comes_first(seller: Build) -> None:
    """Each seller has at least one reason, with what it rests on."""
    for records, started, key, gaps in REASONS:
        one = seller(*records, **({} if started is None else {"started": ago(started)}))
        assert line(one).reasons[0] == phrase(f"reason.{key}", **gaps), records


def test_a_check_finds_who_is_overdue_and_files_with_problems(seller: Build) -> None:
    """Exit 1 only where it was asked for."""
    cases: list[tuple[int, list[Problem], bool, int]] = [
        (1, [], True, 0), (31, [], True, 1), (30, [], True, 0), (1, [BROKEN], True, 1), (31, [BROKEN], False, 0),
    ]  # fmt: skip
    for talked, problems, check, status in cases:
        one = seller(made("talk", talked), started=LONG_AGO)
        assert week(one, problems=problems, check=check).status == status, talked


def on_probation(days: int) -> Any:
    """Return a probation that ends in so many days; with no country known, she is told fourteen days before."""
    return made("probation", 40, ends=ago(-days))


def test_urgency_grows_as_a_probation_nears(seller: Build) -> None:
    """From sixty days before to the last day to tell her, until it is decided; weight and days are settings."""
    for days, weight in ((61, 0), (60, 0), (37, 15), (14, 30), (13, 30), (0, 30), (-1, 30), (-90, 30), (700, 0)):
        found = line(seller(made("talk", 1), on_probation(days)))
        assert (found.urgency.probation, found.clock is None) == (weight, days > 60), days
    own = Settings(urgency=Urgency(probation=3), probation=Watched(weekly=20))
    near, far = seller(on_probation(17)), seller(on_probation(29))
    assert [one.lines[0].urgency.probation for one in (week(near, settings=own), week(far, settings=own))] == [1.5, 0]
    assert week(seller(on_probation(28)), settings=own).lines[0].clock is not None
    short = Settings(probation=Watched(weekly=14))
    assert week(seller(on_probation(15)), settings=short).lines[0].urgency.probation == 30


def test_a_probation_comes_first_when_she_must_be_told_soon(seller: Build) -> None:
    """Else by its weight; in both what she has not been told is counted."""
    for days, place in ((28, 0), (13, 0), (29, 1), (59, 3)):
        one = seller(made("talk", 40), red(), promise(3, "seller"), on_probation(days), started=LONG_AGO)
        keys = [why.key for why in line(one).reasons]
        assert keys.index("reason.untold") == place, days
        assert line(one).reasons[place].data["n"] == 1, days


def test_who_leaves_stays_in_the_week_until_the_last_day(seller: Build) -> None:
    """To be told, also later than that; it is urgent once it is late, and once it was told nothing is left."""
    cases: list[tuple[int, list[str]]] = [
        (14, ["probation_leaves"]),
        (0, ["probation_unsaid"]),
        (-1, ["probation_gone"]),
    ]
    for days, said in cases:
        ended = made("probation", 1, ends=ago(-days), outcome="ended")
        found = line(seller(made("talk", 1), ended))
        assert found.clock is not None, days
        assert bool(found.urgency.probation) is (days < 14), days
        assert [one.key.removeprefix("reason.") for one in found.reasons if "probation" in one.key] == said, days
        told = line(seller(made("talk", 1), ended, made("probation", 1, told_on=ago(1))))
        assert (told.clock is None) is (days < 0), days
        assert not [one for one in told.reasons if "probation" in one.key], days


def test_ones_own_late_steps_are_a_reason(seller: Build) -> None:
    """After a talk that is due; then those of others, so that nobody is called fine who is behind."""
    cases: list[tuple[int, str | None]] = [(0, "steps_late"), (1, "step_late"), (2, None)]
    for done, key in cases:
        plan = made("onboarding", 30, id="p1", plan="new-seller")
        steps = [
            made("step", 30, id=f"s{at}", what=f"step {at}", owner=owner, phase="one", day=at)
            for at, owner in ((1, "Manager"), (3, "manager"), (2, "buddy"), (40, "manager"))
        ]
        phase = made("phase", 30, phase="one", title="One", day=1, days=30)
        closed = [made("settled", 2, of=one, how="kept") for one in ("s1", "s3")[:done]]
        found = line(seller(made("talk", 1), plan, phase, *steps, *closed, started=ago(18)))
        assert (found.reasons[-1].key, found.reasons[-1].data["n"], found.behind) == ("reason.behind", 1, 3 - done)
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
                made("talk", 9, id=f"t{number}"),
                made("rating", 9, id=f"r{number}", area="closing", level="green", evidence="asked"),
                made("commitment", 9, id=f"c{number}", by="me", what="call", due=ago(2)),
                made("action", 9, id=f"a{number}", action="explain-why"),
                made("onboarding", 30, id=f"o{number}", plan="new-seller"),
            )
            met.append(ref(one))
            yield one
            del one

    rule(given(), Book(), Settings(), today=TODAY)
    assert len(met) == 5


def test_a_step_is_named_by_its_first_words_where_there_is_room(seller: Build, looks: Any) -> None:
    """Up to its comma, or as many words as fit; by its kind alone where that would say nothing."""
    plan, phase = made("onboarding", 0, id="p1", plan="x"), made("phase", 0, phase="a", title="A", day=-20, days=20)
    cases = (  # the step, the room, what is said
        ("Choose a desk, and order it", 60, "your step by Thu 3 Dec: Choose a desk, and order it"),
        ("Choose a desk, and order it", 42, "your step by 3 Dec: Choose a desk"),
        ("Name somebody for each of the subjects", 42, "your step by 3 Dec: Name somebody for…"),
        ("Choose a desk, and order it", 24, "your step by 3 Dec"),
    )
    for what, room, said in cases:
        step = made("step", 0, id="s1", what=what, owner="manager", phase="a", day=-18)
        found = line(seller(plan, phase, step, started=date(2026, 12, 21)))
        assert why(found, looks(today=TODAY), room).plain == said
