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
