from collections.abc import Callable
from dataclasses import replace
from typing import Any

from syrupy.assertion import SnapshotAssertion

from salescoach.answer import Answer
from salescoach.kit.screen import text

Answers = Callable[[str], dict[str, Answer]]
Looks = Callable[..., Any]


def test_what_goes_is_as_reviewed(answers: Answers, looks: Looks, golden: SnapshotAssertion) -> None:
    """What, where, how many records; where she is named besides; that there is no undo."""
    assert text(answers("Anna")["Erasure"], looks()) == golden


def test_what_went_says_so_and_no_more_to_type(answers: Answers, looks: Looks) -> None:
    """It is done; without mentions there is no head of them."""
    answer: Any = answers("Anna")["Erasure"]
    shown = text(replace(answer, done=True, mentions=()), looks())
    assert shown.startswith("Removed for good: all that was held of Anna.")
    assert "coach erase" not in shown
    assert "named" not in shown
