from collections.abc import Callable
from typing import Any

from syrupy.assertion import SnapshotAssertion

from salescoach.answer import Answer
from salescoach.kit.screen import text

Answers = Callable[[str], dict[str, Answer]]
Looks = Callable[..., Any]


def test_a_dossier_is_as_reviewed(answers: Answers, looks: Looks, golden: SnapshotAssertion) -> None:
    """The head with what was, every record with its other fields, private ones marked, what else is held."""
    assert text(answers("Anna")["Dossier"], looks(width=100)) == golden


def test_a_dossier_is_read_on_a_narrow_screen(answers: Answers, looks: Looks) -> None:
    """No line is wider, and none of it is cut."""
    shown = text(answers("Anna")["Dossier"], looks(width=40))
    assert max(map(len, shown.splitlines())) <= 40
    assert "~ private:" in shown
    assert "…" not in shown
