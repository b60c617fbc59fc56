from typing import Any


def test_it_prints_where_the_journal_is(coach: Any) -> None:
    """One line, for a script; where a file is even if it does not read, so that it can be mended, or has moved."""
    assert coach("path").out == f"{coach.root}\n"
    coach.path().write_text("broken", "utf-8")
    ran = coach("path", "anna")
    assert (ran.status, ran.out) == (0, f"{coach.path()}\n")
    coach("leave", "bo")
    assert coach("path", "bo").out == f"{coach.root / 'left' / 'bo-ek.toml'}\n"
