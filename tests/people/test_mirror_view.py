from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from salescoach.kit.screen import text
from salescoach.people.rules.mirror import Mirror, Side, Voice
from salescoach.promises.rules import Word

NONE = Side(())
NO_WORD = Word(0, 0, 0, 0, 0)


def voices(number: int, name: str | None = None) -> tuple[Voice, ...]:
    """Return so many things said, newest first."""
    days = [date(2026, 11, 19 - at) for at in range(number)]
    return tuple(
        Voice(f"I promise before I have asked those who must do it ({day.day})", day, name=name) for day in days
    )


def mirror(**parts: Any) -> Mirror:
    """Return a mirror with these parts, the others empty."""
    empty: dict[str, Any] = {"needs": NONE, "heard": NONE, "lessons": NONE, "word": NO_WORD}
    return Mirror(**empty | {"sellers": 9, "named": False} | parts)


FULL = mirror(
    needs=Side(voices(1), 1), heard=Side(voices(7)), lessons=Side((), 2),
    word=Word(kept=9, kept_late=2, dropped=1, late=2, open=4),
)  # fmt: skip
NAMED = mirror(
    needs=Side(voices(2, "Åsa Lindström")), word=Word(kept=0, kept_late=0, dropped=0, late=0, open=1), named=True
)


@pytest.mark.golden
def test_the_mirror_is_as_reviewed(looks: Any, golden: SnapshotAssertion) -> None:
    """Letter by letter, wide and narrow; five of a side and a count, all of them with --all and in a pipe."""
    wanted: list[dict[str, Any]] = [{}, {"width": 40}, {"everything": True}, {"terminal": False}]
    shown = [text(answer, looks(**look)) for answer in (FULL, NAMED, mirror()) for look in wanted]
    assert "---\n".join(shown) == golden
