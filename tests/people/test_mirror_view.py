from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from salescoach.answer import phrase
from salescoach.kit.screen import text
from salescoach.people.rules.mirror import Mirror, OwnPart, Part, Seen, Side, Voice
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


OWN = OwnPart(
    answers=3, levels=("green", "yellow", "green"), asked=date(2026, 11, 2), due=("eva", "bo"),
    parts=(Part("talks", 18, 21, 1), Part("promises", 9, 12, 4), Part("praise", 8, 9, 14), Part("needs", 1, 2)),
    raised=phrase("mirror.raised_alike", what="answer on prices the same day", n=1, of=2),
    seen=(
        Seen("anna", "Anna Berg", 9, 4, 120, 3), Seen("bo", "Bo Ek", 3, 0, 0, 12, "Nordbygg, Bergen"),
        Seen("eva", "Eva Lind", 0, 0, 0, None), Seen("jon", "Jon Dahl", 6, 2, 60, 0),
    ),
    channels={"talk": 8, "phone": 6, "note": 2, "praise": 1, "action": 1},
)  # fmt: skip
FULL = mirror(
    own=OWN,
    needs=Side(voices(1), 1), heard=Side(voices(7)), lessons=Side((), 2),
    word=Word(kept=9, kept_late=2, dropped=1, late=2, open=4),
)  # fmt: skip
NAMED = mirror(
    own=OwnPart(asked=date(2026, 8, 2), due=("anna",), seen=(Seen("anna", "Anna Berg", 0, 0, 0, None),)),
    needs=Side(voices(2, "Åsa Lindström")),
    word=Word(kept=0, kept_late=0, dropped=0, late=0, open=1),
    named=True,
)


@pytest.mark.golden
def test_the_mirror_is_as_reviewed(looks: Any, golden: SnapshotAssertion) -> None:
    """Letter by letter, wide and narrow; five of a side and a count, all of them with --all and in a pipe."""
    wanted: list[dict[str, Any]] = [{}, {"width": 40}, {"everything": True}, {"terminal": False}]
    shown = [text(answer, looks(**look)) for answer in (FULL, NAMED, mirror()) for look in wanted]
    assert "---\n".join(shown) == golden
