from collections.abc import Callable
from typing import Any

from salescoach.answer import Answer
from salescoach.coaching.team import Added, Member
from salescoach.kit.screen import text

Answers = Callable[[str], dict[str, Answer]]
Looks = Callable[..., Any]


def team(count: int, looks: Looks, **wishes: Any) -> str:
    """Return the screen of a team of so many read from a file."""
    members = tuple(Member(f"s{at}", f"Seller {at}", f"sellers/s{at}.toml") for at in range(count))
    names = tuple(f"Old {at}" for at in range(7))
    return text(Added(members=members, skipped=names, source="team.csv", used={"name": "Namn"}), looks(**wishes))


def test_a_team_is_a_row_a_seller(answers: Answers, looks: Looks) -> None:
    """The columns used, the rows read, who was there already, and what to do next."""
    assert text(answers("Anna")["Added"], looks()).splitlines() == [
        "Columns used: Anna ← Anna.", "Anna  Thu 19 Nov  Mon 5 Oct  Anna · Anna", "1 seller added.",
        "1 seller there already, skipped: Anna.", "Next: coach weekly",
    ]  # fmt: skip


def test_a_long_team_is_counted(looks: Looks) -> None:
    """Ten rows and a count on a terminal; all of them with --all and in a pipe."""
    assert "and 2 more: --all" in team(12, looks)
    assert "Seller 10" not in team(12, looks)
    for wish in ({"everything": True}, {"terminal": False}):
        assert "Seller 11" in team(12, looks, **wish)
    assert "7 sellers there already, skipped: Old 0, Old 1, Old 2, Old 3, Old 4, …." in team(1, looks)


def test_nobody_new_is_said(looks: Looks) -> None:
    """A file in which nobody is new is no failure."""
    assert "Everybody in team.csv is there already.\n" in team(0, looks)
