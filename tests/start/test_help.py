from typing import Any

import pytest

from salescoach.table import COMMANDS


def test_help_shows_the_everyday_commands_and_names_the_sections(coach: Any) -> None:
    """As a command and as an option."""
    ran = coach("help")
    assert ran.status == 0
    assert ran.out.strip() == coach("--help").out.strip()
    assert "prep" in ran.out
    assert "  doctor" not in ran.out


def test_help_all_shows_every_command(coach: Any) -> None:
    """With a line each."""
    ran = coach("help", "all")
    assert all(row.help in ran.out for row in COMMANDS.values())
    assert [one["name"] for one in coach("help", "all", "--json").json["commands"]] == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command_is_its_help_page(coach: Any, name: str) -> None:
    """The same words either way, and no escape in a pipe."""
    ran = coach("help", name)
    assert ran.status == 0
    assert ran.out.strip() == coach(name, "--help").out.strip()
    assert "\x1b" not in ran.out


def test_help_of_a_command_that_is_not_there_is_refused(coach: Any) -> None:
    """As the command would be."""
    ran = coach("help", "fly")
    assert ran.status == 2
    assert "There is no command “fly”." in ran.err


def test_help_works_without_a_journal(coach: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is what a new manager reads first."""
    monkeypatch.delenv("COACH_JOURNAL")
    monkeypatch.chdir("/")
    assert coach("help").status == 0
    assert coach("--help").status == 0
