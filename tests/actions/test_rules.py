from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from salescoach.actions.rules import Habit, tally
from salescoach.records.calendar import Away
from salescoach.records.contact import Action
from salescoach.records.seller import Book

Build = Callable[..., Book]
FRIDAY = date(2026, 11, 27)
MONDAY = date(2026, 11, 23)

weeks_ago = st.sets(st.integers(0, 150))


def done(*weeks: int, action: str = "feedback") -> list[Action]:
    """Return an action done on the Monday of so many weeks ago each."""
    return [Action(on=MONDAY - timedelta(weeks=week), action=action) for week in weeks]


def strength(*weeks: int) -> Habit:
    """Return how a habit stands that was kept in these weeks."""
    return tally([Book({"action": sorted(done(*weeks), key=lambda one: one.on)})], FRIDAY)[0]


def test_actions_are_counted_over_all_files(book: Build) -> None:
    """The week begins on Monday; what is dated ahead does not count yet, what was never done counts nothing."""
    sunday = Action(on=MONDAY - timedelta(1), action="feedback")
    ahead = Action(on=FRIDAY + timedelta(1), action="feedback")
    (habit,) = tally([book(*done(0, 0), sunday, ahead), book(*done(0, 3))], FRIDAY)
    assert (habit.week, habit.total) == (3, 5)
    assert tally([], FRIDAY, ["own-way"]) == [Habit("own-way", 0, 0, 0.0, in_place=False)]


def test_the_most_often_done_comes_first_then_the_catalogue_then_the_alphabet(book: Build) -> None:
    """The order does not depend on whose file is read first."""
    books = [
        book(*done(1, action="zeal"), *done(0, 0, action="why")),
        book(*done(1, action="art"), *done(1, 2, action="care")),
    ]
    names = [habit.action for habit in tally(books, FRIDAY, ["own-way", "why"])]
    assert names == ["why", "care", "art", "zeal", "own-way"]
    assert names == [habit.action for habit in tally(books[::-1], FRIDAY, ["own-way", "why"])]


def test_a_habit_grows_week_by_week(book: Build) -> None:
    """Eight in a row set it, often is once; a missed week takes a little, and one that is not over nothing."""
    assert strength(*range(8)).in_place
    assert not strength(*range(7)).in_place
    assert strength(*range(1, 9)) == Habit("feedback", 0, 8, strength(*range(8)).strength, in_place=True)
    old = strength(*range(60))
    missed = strength(*range(2, 62))
    assert (old.strength, missed.strength) == (1.0, 0.85)
    assert missed.in_place
    for times in (1, 5):
        assert tally([book(*done(*[0] * times))], FRIDAY)[0].strength == 0.15, times


def test_no_habit_fades_while_the_manager_is_away(book: Build) -> None:
    """A week away leaves it as it was, one day of it takes a fifth less; what was done all the same counts."""
    team = [book(*done(*range(3, 60)))]
    two_weeks, one_day = MONDAY - timedelta(weeks=2), MONDAY - timedelta(weeks=1)
    for first, last, strength in (
        (two_weeks, MONDAY - timedelta(1), 1.0), (two_weeks, two_weeks + timedelta(6), 0.85), (one_day, one_day, 0.75),
    ):  # fmt: skip
        assert tally(team, FRIDAY, away=[Away(on=first, first=first, last=last)])[0].strength == strength, first
    assert tally(team, FRIDAY)[0].strength == 0.72


@given(weeks_ago.filter(bool), st.integers(0, 150))
def test_doing_it_once_more_never_weakens_a_habit(weeks: set[int], more: int) -> None:
    """One more week within its time makes it stronger or leaves it, and the strength stays between 0 and 1."""
    before = strength(*weeks)
    after = strength(*weeks, min(more, max(weeks)))
    assert 0 <= before.strength <= after.strength <= 1
