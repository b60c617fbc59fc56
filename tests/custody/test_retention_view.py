from collections.abc import Callable
from typing import Any

from syrupy.assertion import SnapshotAssertion

from salescoach.answer import Answer
from salescoach.kit.screen import text

Answers = Callable[[str], dict[str, Answer]]
Looks = Callable[..., Any]


def test_what_is_past_its_time_is_as_reviewed(answers: Answers, looks: Looks, golden: SnapshotAssertion) -> None:
    """File by file: kinds, days, what is open, what stays; files that are left as they are; how to have it done."""
    assert text(answers("Anna")["Retention"], looks()) == golden
