from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from salescoach.actions.rules.habits import IN_PLACE, Habit, tally
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
    habit = strength(0, 3, 11, 12, 90)
    assert (habit.weeks, habit.total) == ((1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1), 5), "a quarter, this week last"
    assert tally([], FRIDAY, ["own-way"]) == [Habit("own-way", 0, 0, 0.0, in_place=False, weeks=(0,) * 12)]


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
    """Eight in a row make it strong, often is once; a missed week takes a little, and one that is not over nothing."""
    assert strength(*range(8)).strength >= IN_PLACE > strength(*range(7)).strength
    assert strength(*range(1, 9)).strength == strength(*range(8)).strength
    old = strength(*range(60))
    missed = strength(*range(2, 62))
    assert (old.strength, missed.strength) == (1.0, 0.85)
    for times in (1, 5):
        assert tally([book(*done(*[0] * times))], FRIDAY)[0].strength == 0.15, times


def test_a_habit_is_in_place_once_it_was_strong_for_four_weeks_in_a_row(book: Build) -> None:
    """Since the fourth of them; one miss is forgiven, several begin it anew, and weeks away count for nothing."""
    assert [weeks for weeks in range(1, 14) if strength(*range(weeks)).in_place] == [11, 12, 13]
    assert strength(*range(11)).since == MONDAY
    assert strength(*range(1, 12)).since == MONDAY - timedelta(weeks=1)
    assert not strength(*range(1, 11)).in_place, "this week is not over, and not done"
    assert strength(*range(1, 40)).since == strength(*range(2, 40)).since
    assert strength(*range(2, 40)).since == strength(*range(3, 40)).since == MONDAY - timedelta(weeks=29)
    again = strength(*range(4), *range(9, 40))
    assert (again.strength >= IN_PLACE, again.in_place) == (True, False)
    two_weeks = [Away(on=MONDAY, first=MONDAY - timedelta(weeks=2), last=MONDAY - timedelta(1))]
    assert not tally([book(*done(*range(3, 13)))], FRIDAY, away=two_weeks)[0].in_place
    assert tally([book(*done(0, *range(3, 13)))], FRIDAY, away=two_weeks)[0].since == MONDAY


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
