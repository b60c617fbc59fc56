from typing import Any

from salescoach.errors import NoSuchSeller, NotADate
from salescoach.kit.failure import failure, told


def test_an_error_is_broken_between_words_and_cannot_act(looks: Any) -> None:
    """No word is cut at the edge, a pipe gets each sentence as one line; escapes are seen as what they are."""
    error = NotADate(text="31 feb", why="impossible", forms="2026-11-27, 27 nov, 27.11.2026, fri, tomorrow, next week")
    lines = told(error, looks(width=30)).splitlines()
    assert max(map(len, lines)) <= 30
    assert " ".join(lines) == " ".join(told(error, looks(terminal=False)).splitlines())
    assert len(told(error, looks(terminal=False)).splitlines()) == 2
    shown = told(NoSuchSeller(typed="a\x1b[2J\n\u202eb", near=[]), looks())
    assert shown == "Nobody here is called “a␛[2J <U+202E>b”.\nA new seller? coach add 'a␛[2J <U+202E>b'\n"
    said = {
        "code": "no_such_seller",
        "text": "Nobody here is called “ana”.",
        "hint": "Nearest: Anna Berg. A new seller? coach add 'ana'",
    }
    made = failure(NoSuchSeller(typed="ana", near=["Anna Berg"]), looks())
    assert made == {"format": 1, "today": "2026-11-19", "error": said}
