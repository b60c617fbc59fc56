from typing import Any


def _keys(coach: Any, day: str, key: str = "bo-ek") -> list[str]:
    sellers = coach("weekly", "--all", "--json", "--today", day).json["sellers"]
    return next(one.get("unlooked", []) for one in sellers if one["key"] == key)


def _on(coach: Any, day: str, text: str) -> None:
    assert coach("log", "bo", text, "--today", day).status == 0


def test_a_green_is_looked_at_again(coach: Any) -> None:
    """After 45 days without an example, not after 45; a new example counts from its day, a bare light does not."""
    _on(coach, "2026-09-01", "green: discovery – asked first; green: closing")
    assert [one for one in _keys(coach, "2026-10-16") if "closing" in one] == []
    (line,) = [one for one in _keys(coach, "2026-10-17") if "closing" in one]
    assert "discovery (46 days)" in line
    _on(coach, "2026-10-17", "green: discovery; green: closing – asked for the order")
    (line,) = [one for one in _keys(coach, "2026-10-18") if "no new example" in one]
    assert ("discovery (47 days)" in line, "closing" in line) == (True, False)


def test_red_to_green_in_one_step_is_told(coach: Any) -> None:
    """With both days; not over yellow, nor a quarter later."""
    _on(coach, "2026-10-01", "red: closing – too soon; red: discovery – no questions")
    _on(coach, "2026-10-08", "yellow: discovery – some")
    _on(coach, "2026-10-15", "green: closing – asked; green: discovery – asked")
    (leap,) = [one for one in _keys(coach, "2026-10-16") if "one step" in one]
    assert ("closing" in leap, "Thu 1 Oct to Thu 15 Oct" in leap) == (True, True)
    assert [one for one in _keys(coach, "2027-02-16") if "one step" in one] == []


def test_the_same_trouble_under_a_green_is_told(coach: Any) -> None:
    """In three of the last talks, whoever said it; two are a coincidence, and what was before the green is over."""
    _on(coach, "2026-09-01", "told: closing – too soon – ask first")
    _on(coach, "2026-09-02", "green: closing – asked")
    for at, text in enumerate(("told: closing – too soon – ask first", "needs: help with closing"), 3):
        _on(coach, f"2026-09-0{at}", text)
    assert [one for one in _keys(coach, "2026-09-05") if "trouble" in one] == []
    _on(coach, "2026-09-05", "topic: closing with two buyers")
    assert "3 of the last talks" in "".join(one for one in _keys(coach, "2026-09-06") if "trouble" in one)


def test_what_has_not_come_up_is_one_line(coach: Any) -> None:
    """Of a quarter, each with its last day; nothing of who has just come, nothing of what came up."""
    day = "2027-04-01"
    _on(coach, "2027-03-20", "praise: calm; topic: a new area")
    (line,) = [one for one in _keys(coach, day) if "come up" in one]
    assert ("praise" in line, "topics" in line, "learning (not yet)" in line) == (False, False, True)
    coach("add", "Nils Ny", "--started", "2027-03-02", "--today", day)
    assert _keys(coach, day, "nils-ny") == []


def test_half_a_year_asks_about_the_load(coach: Any) -> None:
    """From that day on for six weeks, and never before it."""
    coach("add", "Nils Ny", "--started", "2026-05-04")
    days = ("2026-11-01", "2026-11-02", "2026-12-17", "2026-12-18")
    asked = [any("load" in one for one in _keys(coach, day, "nils-ny")) for day in days]
    assert asked == [False, True, True, False]
