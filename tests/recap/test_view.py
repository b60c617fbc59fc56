from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from fixtures.answers import Answers
from salescoach.journal.templates import Templates
from salescoach.kit.document import document
from salescoach.kit.screen import text

Looks = Callable[..., Any]


@pytest.mark.golden
@pytest.mark.parametrize("suffix", [".md", ".html"])
@pytest.mark.parametrize("name", ["Letter", "Letter for a chat"])
def test_a_recap_is_a_document(
    answers: Answers, looks: Looks, templates: Templates, golden: SnapshotAssertion, name: str, suffix: str
) -> None:
    """Ready to be mailed, and no text in it acts."""
    assert document(answers("Anna & <b>Bo</b>")[name], looks(), suffix, templates.text) == golden


def test_a_narrow_mail_is_drawn_in_lines(answers: Answers, looks: Looks) -> None:
    """What it is stands before what it says, and no text is cut."""
    letter = answers("a text that is far longer than a narrow terminal of forty columns is wide")["Letter"]
    assert "…" not in text(letter, looks(width=40))
    assert looks().day(date(2026, 11, 27)) in text(letter, looks(width=40))
