from collections.abc import Callable
from typing import Any

from salescoach.errors import ChangedMeanwhile, CoachError, Missing, NoSuchSeller, NotADate, Unwritable
from salescoach.kit.failure import failure, told

Looks = Callable[..., Any]

CASES: list[tuple[CoachError, str, str]] = [
    (NoSuchSeller(typed="anna", near=[]), "Nobody here is called “anna”.", "A new seller? coach add 'anna'"),
    (NoSuchSeller(typed="ana", near=["Anna Berg"]), "Nobody here is called “ana”.", "Nearest: Anna Berg."),
    (NotADate(text="31 feb", why="impossible", forms="fri"), "“31 feb” is a day that does not exist.", "Write fri."),
    (NotADate(text="soon", why="unknown", forms="fri"), "“soon” is no date that I understand.", "Write fri."),
    (Missing(what="seller", command="log"), "Whom is it about?", "Name the seller first: coach log NAME"),
    (
        Unwritable(file="a.toml", why="disk full", written=[]),
        "a.toml cannot be written: disk full. The old",
        "Free some",
    ),
    (Unwritable(file="a.toml", why="disk full", written=["b.toml"]), "Written before that: b.toml.", "Free some"),
    (ChangedMeanwhile(file="a.toml"), "a.toml was changed since; nothing", "Look at the file"),
    (ChangedMeanwhile(file="a.toml", label="log anna"), "changed since “log anna”", "Look at the file"),
]


def test_an_error_is_what_happened_and_what_to_do(looks: Looks) -> None:
    """Two lines on stderr, the same two in JSON with the code of the error."""
    for error, text, hint in CASES:
        happened, do = told(error, looks()).splitlines()
        assert text in happened, error
        assert do.startswith(hint), error
        made = failure(error, looks())
        assert made == {
            "format": 1,
            "today": "2026-11-19",
            "error": {"code": error.code, "text": happened, "hint": do},
        }, error


def test_what_was_typed_cannot_act_in_an_error(looks: Looks) -> None:
    """A name with escapes and new lines stays within its line, and is seen as what it is."""
    shown = told(NoSuchSeller(typed="a\x1b[2J\n\u202eb", near=[]), looks())
    assert shown == "Nobody here is called “a␛[2J <U+202E>b”.\nA new seller? coach add 'a␛[2J <U+202E>b'\n"


def test_an_error_is_broken_between_words_on_a_terminal(looks: Looks) -> None:
    """No word is cut at the edge; a pipe gets each sentence as one line."""
    error = NotADate(text="31 feb", why="impossible", forms="2026-11-27, 27 nov, 27.11.2026, fri, tomorrow, next week")
    lines = told(error, looks(width=30)).splitlines()
    assert max(map(len, lines)) <= 30
    assert " ".join(lines) == " ".join(told(error, looks(terminal=False)).splitlines())
    assert len(told(error, looks(terminal=False)).splitlines()) == 2
