from typing import Any


def test_it_prints_where_the_journal_is(coach: Any) -> None:
    """One line, for a script."""
    assert coach("path").out == f"{coach.root}\n"


def test_it_prints_where_a_file_is_even_if_it_does_not_read(coach: Any) -> None:
    """So that it can be mended."""
    coach.path().write_text("broken", "utf-8")
    ran = coach("path", "anna")
    assert (ran.status, ran.out) == (0, f"{coach.path()}\n")


def test_it_finds_those_who_left(coach: Any) -> None:
    """Their file has moved."""
    (coach.root / "left").mkdir()
    coach.path("bo-ek").rename(coach.root / "left" / "bo-ek.toml")
    assert coach("path", "bo").out == f"{coach.root / 'left' / 'bo-ek.toml'}\n"
