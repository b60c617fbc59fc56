from collections.abc import Callable
from typing import Any

import pytest

from salescoach.cli import run
from salescoach.table import COMMANDS

Help = Callable[[str], str]


@pytest.fixture
def help_of(capsys: pytest.CaptureFixture[str]) -> Help:
    """Return the help page of a command."""

    def page(name: str) -> str:
        assert run([name, "--help"]) == 0
        return capsys.readouterr().out

    return page


def test_a_page_has_usage_purpose_options_and_an_example(help_of: Help) -> None:
    """In this order, what is its own apart; only what renders takes an output file; an empty section has no head."""
    for name, row in COMMANDS.items():
        page = help_of(name)
        marks = [f"Usage: coach {name} ", "\nOptions:\n", "\nEverywhere:\n", f"\nExample: coach {name}"]
        places = [page.find(mark) for mark in marks]
        assert -1 not in places, name
        assert places == sorted(places), name
        assert ("-o, --output" in page) is row.renders, name
    own, _, everywhere = help_of("weekly").partition("Everywhere:")
    assert ("--why" in own, "--journal" in own, "--journal" in everywhere) == (True, False, True)
    assert ("Arguments:" in own, "Arguments:" in help_of("prep")) == (False, True)
    assert "Usage: coach away SELLER|me [FROM TO|back DATE] [OPTIONS]" in help_of("away")
    assert "Usage: coach rate SELLER [AREA] [LEVEL] [EVIDENCE] [OPTIONS]" in help_of("rate")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("prep", "Whom is it about?\nName the seller first: coach prep NAME"),
        ("book anna", "DATE is missing.\nFor example: coach book anna 'fri 27 nov' · more: coach book --help"),
        ("weekly --whi", "There is no option --whi here, but --why."),
        ("weekly --nope", "There is no option --nope here."),
        ("weekly anna", "“anna” is more than is read here."),
        ("prep anna --minutes x", "What was given for --minutes does not fit."),
        ("--color x weekly", "What was given for --color does not fit."),
        ("--json=3", "--json is written otherwise.\ncoach help shows the commands."),
    ],
)
def test_a_line_that_cannot_be_read_is_told_of_in_plain_words(coach: Any, typed: str, said: str) -> None:
    """Whoever types for the first time is told what is missing, and what to type, in no words of a parser."""
    assert coach.refused(*typed.split()).err.startswith(said)
