import shlex
from typing import Any


def test_the_clocks_stop_while_somebody_is_away(coach: Any) -> None:
    """The weekly says so; the manager is away too, in a file of her own."""
    assert coach("away", "anna", "2026-11-20", "27 nov").status == 0
    status = {one["key"]: one["status"] for one in coach("weekly", "--json").json["sellers"]}
    assert status["anna-berg"] == "away"
    for who in ("me", "ME"):
        assert coach("away", who, "fri", "sun").status == 0
    assert (coach.root / "me.toml").read_text("utf-8").count("first = 2026-11-27") == 2


def test_the_last_day_counts_from_the_first(coach: Any) -> None:
    """Over New Year, without a year; never before it, and most of a year only where the year is said."""
    record = coach("away", "anna", "20 dec", "3 jan", "--json").json["records"][0]
    assert (record["first"], record["last"]) == ("2026-12-20", "2027-01-03")
    assert "is before" in coach.refused("away", "anna", "2026-12-03", "2026-12-01").err
    coach.refused("away", "anna", "1 dec", "23 nov")
    ran = coach("away", "anna,bo", "2026-12-01", "2027-11-23", "--json")
    assert ran.json["sellers"] == ["anna-berg", "bo-ek"]


def last_day(ran: Any) -> str:
    """Return the last day away that was written."""
    return str(ran.json["records"][0]["last"])


def test_who_is_back_ends_the_absence(coach: Any) -> None:
    """Today, on a day gone by lately or to come, in four languages; she, or the manager; quotes are not needed."""
    coach("away", "anna", "2026-11-09", "2026-12-20", "--why", "parental leave")
    for words, last in (
        (("back", "16", "nov"), "2026-11-15"), (("tillbaka",), "2026-11-22"), (("tilbake", "mon"), "2026-11-29"),
        (("back 5 jan",), "2027-01-04"), (("tilbage", "today"), "2026-11-22"),
    ):  # fmt: skip
        record = coach("away", "anna", *words, "--json").json["records"][0]
        assert (record["last"], record["why"]) == (last, "parental leave"), words
    assert {one["status"] for one in coach("weekly", "--json").json["sellers"]} & {"away"} == set()
    assert last_day(coach("away", "me", "20", "dec", "3", "jan", "--json")) == "2027-01-03"
    assert last_day(coach("away", "me", "back", "2", "jan", "--json")) == "2027-01-01"
    coach.refused("away", "anna", "back", "2026-11-09", status=4)
    assert "No days away are noted for Bo" in coach.refused("away", "bo", "back", status=4).err
    assert "before" in coach.refused("away", "bo", "20 dec", "17 dec").err
    for typed in ("", "20 dec", "'20 dec'"):
        assert "From which day to which?" in coach.refused("away", "bo", *shlex.split(typed)).err


def test_an_absence_is_cancelled(coach: Any) -> None:
    """The one to come, or the one that a day is named of."""
    for first in ("1", "21"):
        coach("away", "anna", first, "dec", first, "dec")
    assert last_day(coach("away", "anna", "21", "dec", "21", "dec", "--cancel", "--json")) == "2026-12-21"
    assert "Not away after all: Tue 1 Dec" in coach("away", "anna", "--cancel").out
    assert "No days away" in coach.refused("away", "anna", "--cancel", status=4).err


def test_no_promise_is_late_while_who_made_it_is_away(coach: Any) -> None:
    """Of either side, on every screen; on the return it is late again."""
    coach("promise", "anna", "send the list", "--by", "2026-11-10", "--hers")
    screens = (("promise", "anna"), ("show", "anna"), ("prep", "anna"), ("weekly", "--all"), ())
    assert all("17 days late" in coach(*args).out for args in screens)
    coach("away", "me", "2026-11-20", "2026-11-30")
    coach("away", "anna", "2026-11-20", "2026-11-30")
    assert [args for args in screens if "late" in coach(*args).out.replace("late or due", "")] == []
    assert coach("me", "--json").json["promises"]["late"] == 0
    for promise in coach("promise", "anna", "--json", "--today", "2026-12-01").json["promises"]:
        assert promise["days_late"] == 14


def test_a_talk_inside_an_absence_asks_whether_she_is_back(coach: Any) -> None:
    """A script is told the command; on the first day of the absence there was none."""
    coach("away", "anna", "2026-11-20", "2026-11-30")
    for on, command in (("2026-11-23", "back 2026-11-23"), ("2026-11-20", "--cancel")):
        assert f"coach away anna-berg {command}\n" in coach("log", "anna", "fine", "--on", on).err
    assert "away" not in coach.asked("log", "anna", "fine", answers=["n", "w", "", ""]).out
    ran = coach.asked("log", "anna", "fine", "--json", answers=["y", "w", "", ""])
    assert [(one["kind"], one.get("last")) for one in ran.json["records"]] == [("talk", None), ("away", "2026-11-22")]
