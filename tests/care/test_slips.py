from pathlib import Path

import pytest

from salescoach.care.files.slips import slips
from salescoach.journal import toml
from salescoach.journal.templates import SHIPPED


@pytest.mark.parametrize("path", sorted((SHIPPED / "en").rglob("*.toml")), ids=lambda path: str(path.name))
def test_a_copy_of_a_shipped_template_has_none(path: Path) -> None:
    """What stands there beside what is read does no harm."""
    name = path.relative_to(SHIPPED / "en").with_suffix("").as_posix()
    assert list(slips(name, toml.parse(path.read_text("utf-8"), str(path)))) == []


@pytest.mark.parametrize(
    ("name", "text", "key", "near"),
    [
        ("onboarding/ours", "[[phase]]\nday = 1\n[[phase.steps]]\n", ("phase", 0, "steps"), "step"),
        ("onboarding/ours", "[[phase]]\n[[phase]]\nday = 1\ndayz = 5\n", ("phase", 1, "dayz"), "days"),
        ("onboarding/ours", "[[phase]]\nexpectation = [{rod = 'x'}]\n", ("phase", 0, "expectation", 0, "rod"), "red"),
        ("onboarding/ours", "[[phase]]\n[[phase.step]]\nownr = 'HR'\n", ("phase", 0, "step", 0, "ownr"), "owner"),
        ("probation", "[[country]]\ntell_day = 3\n", ("country", 0, "tell_day"), "tell_days"),
        ("retro", "[[role]]\n[[role.question]]\nleson = true\n", ("role", 0, "question", 0, "leson"), "lesson"),
        ("agendas/mine", "[[section]]\npromts = []\n", ("section", 0, "promts"), "prompts"),
        ("agendas/mine", "first_talks = []\n", ("first_talks",), "first_talk"),
        ("dates", "[say]\nshrt = 'x'\n", ("say", "shrt"), "short"),
    ],
)
def test_a_slip_of_the_finger_is_found(name: str, text: str, key: tuple[str | int, ...], near: str) -> None:
    """On every floor of the template, with what is meant."""
    assert (key, near) in [*slips(name, toml.parse(text, name))]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("onboarding/ours", "colour = 'x'\n[[phase]]\nbudget = 7\n"),
        ("marks", "[lihgt]\nred = ['x']\n"),
        ("mine", "titel = 'x'\n"),
    ],
)
def test_keys_of_her_own_are_let_be(name: str, text: str) -> None:
    """As in every file; and where names are free, none is wrong."""
    assert list(slips(name, toml.parse(text, name))) == []
