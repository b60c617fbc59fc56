import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conftest import ANNA as ANNA_BERG
from salescoach.cli import run
from salescoach.journal import door, known
from salescoach.records.base import Kept

ANNA, COPY, LIST = "sellers/anna-berg.toml", "sellers/anna-berg (1).toml", ".coach/known"

TEXT = ANNA_BERG.replace('id = "m0x2a"\n', "") + 'mood = "x"\n'
"""Good, though a record has no id and a key is one that nobody knows."""

VERSIONS: list[str] = []
"""What is said to be installed."""

READ = [("weekly",), ("prep", "anna"), ("show", "anna"), ("doctor",), ("export",)]

BY_HAND = {
    "valid": "[[note]]\non = 2026-11-10\ntext = 'by hand'\n",
    "no id": "[[commitment]]\non = 2026-11-10\nby = 'me'\nwhat = 'call'\n[[need]]\non = 2026-11-10\nwhat = 'x'\n",
    "invalid": "[[talk]]\non = 2026-11-10\nminutes = 'long'\n",
    "unknown key": "[[praise]]\non = 2026-11-10\nwhat = 'calm'\nfrom = 'Karin'\nmood = 'x'\n",
    "unknown kind": "[[mood]]\non = 2026-11-10\n",
    "one bracket": "[need]\non = 2026-11-10\nwhat = 'x'\n",
    "private": "[[touch]]\non = 2026-11-10\nprivate = true\nnote = 'x'\nsecret = 'x'\n",
    "change": "[[change]]\non = 2026-11-10\nrole = 'hunter'\n",
    "bad change": "[[change]]\non = 2026-11-10\nevery = 0\n",
    "broken": "[[talk]\n",
}

WRITE = {
    "add": ("log", "anna", "Good pace; green: discovery – asked; next: in 2 weeks"),
    "set": ("set", "anna", "--role", "farmer"), "me": ("act", "explain-why"), "undo": ("undo",),
    "leave": ("leave", "bo"), "back": ("back", "bo"), "erase": ("erase", "bo", "--name", "Bo Ek"),
}  # fmt: skip


def coach(root: Path, line: Sequence[str]) -> tuple[int, str, str]:
    """Run one command in this process and return all that it says."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = run(["--journal", str(root), "--today", "2026-11-12", *line])
    return status, out.getvalue(), err.getvalue()


def by_hand(root: Path, text: str) -> None:
    """Write at the end of Anna's file as with an editor."""
    with (root / ANNA).open("a", encoding="utf-8") as file:
        file.write(f"\n{text}")


def written(file: str, text: str) -> Callable[[Path], None]:
    """Return what writes a file of the journal as with an editor."""

    def write(root: Path) -> None:
        (root / file).parent.mkdir(exist_ok=True)
        (root / file).write_text(text, "utf-8")

    return write


def merged(root: Path) -> None:
    """Unite Anna's file with a copy that a cloud folder made."""
    written(COPY, f"{TEXT}\n[[note]]\nid = 'c1o2p'\non = 2026-11-09\ntext = 'elsewhere'\n")(root)
    coach(root, ("doctor", "--merge", COPY))


def upgraded(_: Path) -> None:
    """Judge with a newer library from now on."""
    VERSIONS.append("+")


WAYS: dict[str, Callable[[Path], object]] = {
    **{name: partial(by_hand, text=text) for name, text in BY_HAND.items()},
    **{name: partial(coach, line=line) for name, line in WRITE.items()}, "read": partial(coach, line=("weekly",)),
    "mend": written(ANNA, TEXT), "merge": merged,
    "settings": written("coach.toml", "[rhythm]\nevery = 10\n[levels]\ngreen = 'great'\n"),
    "bad settings": written("coach.toml", "[rhythm]\nevery = 0\n"),
    "words": written("templates/words.toml", "[weekly]\ntitle = 'My week'\n"), "upgrade": upgraded,
}  # fmt: skip
"""What can happen to a journal between two readings."""


@contextmanager
def journal() -> Iterator[Path]:
    """Make a journal of Anna and Bo that was read once."""
    with TemporaryDirectory() as folder, patch.object(known, "_versions", lambda: iter([*VERSIONS])):
        VERSIONS.clear()
        root = Path(folder, "journal")
        root.mkdir()
        written("coach.toml", "format = 1\n")(root)
        written(ANNA, TEXT)(root)
        written("sellers/bo-ek.toml", '[seller]\nname = "Bo Ek"\n[[talk]]\non = 2026-10-05\n')(root)
        coach(root, ("weekly",))
        yield root


def answers(root: Path, ask: Callable[[], None]) -> list[tuple[int, str, str]]:
    """Return what every command that reads says, on the screen and as JSON, private lines too."""
    found = []
    for line in READ:
        for more in ((), ("--json", "--private")):
            ask()
            found.append(coach(root, (*line, *more)))
    return found


@settings(max_examples=6)
@given(st.lists(st.sampled_from([*WAYS]), min_size=1, max_size=5))
@example(["read", "add", "read", "undo", "invalid", "mend", "upgrade", "valid"])
@example(["no id", "merge", "change", "erase", "unknown key", "one bracket"])
@example(["invalid", "add", "bad change", "set"])
@example(["set", "settings", "words", "me", "leave", "back", "bad change", "private"])
def test_the_warm_answer_is_the_cold_answer(ways: Sequence[str]) -> None:
    """Byte for byte, whatever happened to the files before."""
    with journal() as root:
        for way in ways:
            WAYS[way](root)
        coach(root, ("prep", "anna"))
        warm = answers(root, lambda: None)
        assert warm == answers(root, lambda: (root / LIST).unlink(missing_ok=True))


def test_a_warm_answer_is_warm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is judged in a journal that was read once, and where a byte is changed, that file alone is."""
    judged: list[str] = []
    real = door.mistakes

    def mistakes(cls: type[Kept], tables: Sequence[object]) -> dict[int, door.Mistake]:
        judged.append(cls.__name__)
        return real(cls, tables)

    monkeypatch.setattr(door, "mistakes", mistakes)
    with journal() as root:
        assert judged
        judged.clear()
        for line in READ[:3]:
            assert coach(root, line)[0] == 0
        assert judged == []
        by_hand(root, "# a comment")
        coach(root, ("weekly",))
        assert sorted(judged) == ["Change", "Commitment", "Header", "Rating", "Talk"]
