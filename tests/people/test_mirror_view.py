from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from salescoach.answer import Answer
from salescoach.kit.screen import data, text
from salescoach.people.rules.mirror import Mirror, Side, Voice, Word

Answers = Callable[[str], dict[str, Answer]]
Looks = Callable[..., Any]

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
    needs=Side(voices(1), 1),
    heard=Side(voices(7)),
    lessons=Side((), 2),
    word=Word(kept=9, kept_late=2, dropped=1, late=2, open=4),
)
NAMED = mirror(
    needs=Side(voices(2, "Åsa Lindström")), word=Word(kept=0, kept_late=0, dropped=0, late=0, open=1), named=True
)


@pytest.mark.golden
@pytest.mark.parametrize("width", [80, 40])
@pytest.mark.parametrize("answer", [FULL, NAMED, mirror()], ids=["full", "named", "empty"])
def test_the_mirror_is_as_reviewed(looks: Looks, golden: SnapshotAssertion, answer: Mirror, width: int) -> None:
    """Letter by letter the screen in golden/."""
    assert text(answer, looks(width=width)) == golden


@pytest.mark.parametrize("look", [{"everything": True}, {"terminal": False}], ids=["all", "pipe"])
def test_the_whole_is_shown_where_it_is_asked_for(looks: Looks, look: dict[str, bool]) -> None:
    """With --all and in a pipe; else five of a side and a count."""
    assert "more: --all" in text(FULL, looks())
    shown = text(FULL, looks(**look))
    assert "(13)" in shown
    assert "more: --all" not in shown


def test_promises_that_are_not_due_have_no_share(looks: Looks) -> None:
    """Nothing was to be kept yet."""
    assert "%" not in text(NAMED, looks())
    assert "share" not in data(NAMED, looks())["promises"]


def test_a_private_line_has_its_mark(looks: Looks) -> None:
    """Where it is shown."""
    one = Voice("listen", date(2026, 11, 19), private=True)
    assert "~ listen" in text(mirror(lessons=Side((one,)), named=True), looks())


def test_no_line_of_a_narrow_screen_is_wider(answers: Answers, looks: Looks) -> None:
    """Names and texts wrap."""
    shown = text(answers("Åsa af Österström-Håkansson")["Mirror"], looks(width=40))
    assert max(map(len, shown.splitlines())) <= 40
