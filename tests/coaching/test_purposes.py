"""The clock of a purpose, from the rule to the week: a development talk has one, a check-in does not reset it."""

from datetime import date
from typing import Any

from fixtures.sellers import Build
from salescoach.coaching.clocks import Purpose, booked_agenda, clock_of, rhythm_of
from salescoach.journal.templates import SHIPPED
from salescoach.records.calendar import Away, Booking
from salescoach.records.seller import Book
from salescoach.records.settings import Settings
from salescoach.records.talk import Talk

TODAY = date(2026, 11, 23)
DEVELOPMENT = Purpose("development", "Development talk", 30)
HELD = Talk(on=date(2026, 10, 13), agenda="development")


def booking(day: int, agenda: str | None, on: int = 1) -> Booking:
    """Return a talk that was booked on a day of November for a day of it."""
    return Booking(on=date(2026, 11, on), next=date(2026, 11, day), agenda=agenda)


def test_the_clock_of_a_purpose_starts_with_its_first_talk(seller: Build) -> None:
    """No other talk starts or resets it; days away are not on it; only a booking of its own, still ahead, is enough."""
    check_in = Talk(on=date(2026, 11, 20), agenda="check-in")
    assert clock_of(seller(check_in), Book(), DEVELOPMENT, TODAY) is None
    away = Away(on=HELD.on, first=date(2026, 10, 14), last=date(2026, 10, 31))
    for one, stands in (
        (check_in, (41, 41, True)), (away, (23, 41, False)), (booking(27, "development"), (41, 41, False)),
        (booking(27, None), (41, 41, True)), (booking(5, "development"), (41, 41, True)),
    ):  # fmt: skip
        found = clock_of(seller(HELD, one), Book(), DEVELOPMENT, TODAY)
        stood = found and (found.days, found.days_since, found.late)
        assert stood == stands, one


def test_bookings_of_two_purposes_stand_beside_each_other(seller: Build) -> None:
    """The next talk is the nearer of both; of each the latest booking wins, and any talk since has kept it."""
    one = seller(booking(26, None), booking(30, "development"), booking(24, None), started=date(2020, 1, 1))
    assert (rhythm_of(one, Book(), Settings(), TODAY).next_talk, booked_agenda(one, TODAY)) == (
        date(2026, 11, 24),
        None,
    )
    assert booked_agenda(seller(booking(24, "development"), booking(26, None)), TODAY) == "development"
    kept = seller(booking(12, "development"), Talk(on=date(2026, 11, 12)), started=date(2020, 1, 1))
    assert rhythm_of(kept, Book(), Settings(), TODAY).missed is None


def test_a_talk_that_is_booked_for_a_purpose_is_prepared_for_it(coach: Any) -> None:
    """The agenda of the booking, until another is asked for; one that does not exist is refused."""
    assert coach("book", "bo", "fri", "--agenda", "developmnt").status == 2
    coach("log", "bo", "Looked ahead", "--agenda", "development", "--on", "2026-10-13")
    assert "Next talk Fri 27 Nov, development" in coach("book", "bo", "fri", "--agenda", "development").out
    assert "41 days since Tue 13 Oct, every 30 · Development talk" in coach("prep", "bo").out
    assert coach("prep", "bo", "--agenda", "check-in", "--json").json["agenda"] == "check-in"


def test_an_own_agenda_may_have_a_clock_and_a_broken_one_stops_no_week(coach: Any) -> None:
    """Any agenda with `every`; one that cannot be used is named, and the rest stands."""
    shipped, own = (SHIPPED / "en" / "agendas" / "development.toml").read_text("utf-8"), "templates/agendas/sprint.toml"
    coach.put(own, shipped.replace("every = 30", "every = 7").replace("Development", "Sprint"))
    coach("log", "bo", "x", "--agenda", "sprint", "--on", "2026-11-10")
    assert "no sprint talk for 13 days" in coach("weekly", "--json").out
    coach.put(own, 'every = "often"\n')
    ran = coach("weekly")
    assert (ran.status, "Bo Ek" in ran.out, "sprint.toml" in ran.err) == (0, True, True)
