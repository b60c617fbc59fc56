from datetime import date, timedelta
from typing import Any

from fixtures.sellers import TODAY, Build, ago, made
from salescoach.promises.rules import Brake, brake_of, helped_of, in_next_week, made_late, pressing, promises_of


def due(what: str, days: int | None, by: str = "me", old: int = 30) -> Any:
    """Return a promise that is due in so many days, made so many days ago."""
    day = None if days is None else ago(-days)
    return made("commitment", old, id=what, by=by, what=what, due=day, cue=f"when {what}")


def settled(of: str, how: str, day: date | None = None) -> Any:
    """Return how a promise ended yesterday."""
    return made("settled", 1, of=of, how=how, due=day)


def test_late_comes_first_and_what_has_no_day_last(seller: Build) -> None:
    """Over several sellers, by day, by when it was made, by name, by key; who is read first makes no difference."""
    anna = seller(due("open", None), due("soon", 2), due("late", -9), key="anna")
    bo = seller(due("older", -9, old=40), due("twin", -9), key="bo", name="Bo")
    found = promises_of([bo, anna], TODAY)
    assert [one.what for one in found] == ["older", "late", "twin", "soon", "open"]
    assert [one.days_late for one in found] == [9, 9, 9, -2, None]
    team = [seller(due("call", 1), key=key) for key in ("anna-b", "anna-a")]
    assert [one.seller for one in promises_of(team, TODAY)] == ["anna-a", "anna-b"]


def test_what_is_kept_or_dropped_is_open_no_more_and_what_is_moved_has_another_day(seller: Build) -> None:
    """Late is computed from the day as last moved."""
    moved = settled("moved", "moved", TODAY + timedelta(4))
    one = seller(
        due("kept", -1), settled("kept", "kept"), due("dropped", -1), settled("dropped", "dropped"), due("moved", -9),
        moved,
    )  # fmt: skip
    assert [(one.what, one.days_late) for one in promises_of([one], TODAY)] == [("moved", -4)]


def test_what_presses_is_late_or_due_within_a_week_and_next_week_begins_on_its_monday(seller: Build) -> None:
    """Today is a Friday, and not late yet; what is due on Sunday is due this week; no day never presses."""
    days = (-1, 0, 2, 3, 7, 8, 9, 10)
    found = promises_of([seller(*(due(f"{one}", one) for one in days), due("open", None))], TODAY)
    assert [one.what for one in pressing(found)] == ["-1", "0", "2", "3", "7"]
    assert [one.what for one in made_late(found)] == ["-1"]
    assert [one.what for one in found if in_next_week(one, TODAY)] == ["3", "7", "8", "9"]


def test_the_brake_speaks_where_mine_take_longer_or_are_many(seller: Build) -> None:
    """The middle of a year's kept ones, from five on, against the days left; hers and dropped ones are none."""
    kept = [due(name, None, old=took + 1) for name, took in zip("abcde", (2, 9, 30, 9, 1), strict=True)]
    others = [due("f", None, old=40), due("hers", None, by="seller", old=60), due("old", None, old=900)]
    ends = [settled(one.id, "kept") for one in (*kept, *others[1:2])]
    ends += [settled("f", "dropped"), made("settled", 366, of="old", how="kept")]
    book = seller(*kept, *others, *ends, due("open", 3))

    def brake(days: int | None, most: int = 10) -> Brake | None:
        return brake_of([book], None if days is None else TODAY + timedelta(days), TODAY, most)

    assert brake(8) == Brake(open=1, kept=5, days=9, left=8)
    assert [brake(days) for days in (9, None, -1)] == [None] * 3
    assert brake(30, most=1) == Brake(open=1, kept=5, days=9, left=30)
    assert brake(None, most=1) == Brake(open=1, kept=5, days=9)
    assert brake_of([seller(*kept, *ends[1:])], TODAY, TODAY, 10) is None, "four are not enough"


def test_what_a_colleague_helped_with_has_the_light_before_and_after(seller: Build) -> None:
    """Of what was kept, or is open four weeks after its day; a light of the day of the promise is before it."""

    def lit(days: int, level: str, by: str = "me") -> Any:
        return made("rating", days, id=f"r{days}", area="Closing", level=level, by=by)

    def learn(days: int | None = None) -> Any:
        hour = {"id": "c", "by": "seller", "what": "x", "area": "closing", "helper": "bo"}
        return made("commitment", 40, **hour, **({} if days is None else {"due": ago(-days)}))

    lights = (lit(40, "red"), lit(20, "green", "seller"), lit(5, "yellow"), lit(1, "green"))
    for records, found in (
        ((learn(),), [(40, "red", "green")]), ((learn(-28),), [(28, "red", "green")]), ((learn(-27),), []),
        ((learn(), settled("c", "kept")), [(1, "red", "green")]), ((learn(), settled("c", "dropped")), []),
    ):  # fmt: skip
        helped = helped_of(seller(*lights, *records), TODAY)
        assert [((TODAY - one.since).days, one.before, one.after) for one in helped] == found
    assert [one.after for one in helped_of(seller(lights[0], learn(-30)), TODAY)] == [None]
