from collections.abc import Callable
from typing import Any

from salescoach.answer import Answer
from salescoach.kit.screen import data, text
from salescoach.records.seller import Seller
from salescoach.start.rules.guide import guide_of

Answers = Callable[[str], dict[str, Answer]]
Looks = Callable[..., Any]
Make = Callable[..., Seller]


def test_help_has_the_everyday_commands_and_names_the_rest(looks: Looks) -> None:
    """Eight commands are enough to begin with."""
    shown = text(guide_of(whole=False), looks())
    assert "\nEvery day\n  prep    Before a talk: the agenda, made from what is known.\n" in shown
    assert "\nMore: team, one thing, new seller, data.\n" in shown
    assert "  rate" not in shown


def test_help_all_has_every_section(looks: Looks) -> None:
    """Every section under its own head, and none is left to name."""
    shown = text(guide_of(whole=True), looks())
    for title in ("Every day", "Team", "One thing", "Data"):
        assert f"\n{title}\n  " in shown
    assert "More:" not in shown


def test_json_has_every_command(looks: Looks) -> None:
    """Name and help of each."""
    made = data(guide_of(whole=True), looks())["commands"]
    assert {"name": "weekly", "help": "Who needs you this week, and why."} in made
