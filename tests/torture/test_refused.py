import errno
import io
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from fixtures.files import close
from salescoach.start.files import cast

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="what POSIX answers")]

CALLS = ("open", "stat", "lstat", "scandir", "listdir", "mkdir", "replace", "rename", "unlink", "readlink", "chmod")
"""What the system is asked by a path; by an open file: fsync, fchmod."""

ANSWERS = ("ELOOP", "EACCES", "ENOSPC", "EIO", "ENAMETOOLONG", "EROFS", "ENOTDIR")
PLAYED, PARTS = cast.cast_of, list[Any]()

SAID = {os.strerror(getattr(errno, name)) for name in ANSWERS}

COMMANDS = (
    ("weekly",),
    ("prep", "anna"),
    ("show", "anna"),
    ("doctor",),
    ("note", "anna,bo", "the second; @me call Karin by fri"),
    ("log", "anna", "a talk; topic: pricing"),
    ("undo",),
    ("add", "--from", "team.csv"),
    ("leave", "bo"),
    ("export", "--private"),
    ("prep", "anna", "-o", "anna.md"),
    ("init", "new"),
    ("demo", "made"),
    ("path", "anna"),
)


def played(*about: Any) -> list[Any]:
    """Return the team of the demo, which is the same each time and read from nothing: once is enough."""
    if not PARTS:
        PARTS.extend(PLAYED(*about))
    return PARTS


@dataclass
class Refusing:
    """Stands before the system: counts what it is asked of a folder, refuses one of these calls, and all like it.

    A command stays in the folder that it stands in.
    """

    folder: str
    at: int
    answer: int
    asked: int = 0
    refused: list[str] = field(default_factory=list)
    stands: str = field(default_factory=os.getcwd)

    def before(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """Return what is called in the place of a function."""

        def asked(*args: Any, **more: Any) -> Any:
            place = args[0] if args else "."
            whole = place if isinstance(place, int) else os.path.join(self.stands, os.fsdecode(place))  # noqa: PTH118
            if isinstance(whole, int) or self.folder in whole:
                self.asked += 1
                if self.asked == self.at or f"{name} {place}" in self.refused:
                    self.refused = [f"{name} {place}"]
                    named = () if isinstance(place, int) else (place,)
                    raise OSError(self.answer, os.strerror(self.answer), *named)
            return call(*args, **more)

        return asked


@contextmanager
def refusing(folder: Path, at: int, answer: str) -> Iterator[Refusing]:
    """Refuse the so-manieth call that is about a folder (0: none of them), and each later one like it."""
    between = Refusing(str(folder), at, getattr(errno, answer))
    with pytest.MonkeyPatch.context() as patch:
        for name in (*CALLS, "fsync", "fchmod"):
            patch.setattr(os, name, between.before(name, getattr(os, name)))
        patch.setattr(io, "open", between.before("io.open", io.open))
        patch.setattr("salescoach.journal.seen.FileIO", between.before("FileIO", io.FileIO))
        yield between


@pytest.fixture
def ready(coach: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return the program on a journal with records, one who left, templates, and something to undo."""
    monkeypatch.chdir(coach.root.parent)
    monkeypatch.setattr(cast, "cast_of", played)
    (coach.root / "me.toml").write_text('format = 1\n\n[[note]]\nid = "m3m3a"\non = 2026-11-02\ntext = "x"\n', "utf-8")
    (coach.root / "templates" / "agendas").mkdir(parents=True)
    (coach.root / "templates" / "words.toml").write_text("[level]\nred = 'rot'\n", "utf-8")
    for line in (("add", "Eva Lund"), ("leave", "eva"), ("note", "anna,bo", "the first")):
        assert coach.here(*line).status == 0
    close(coach.root)
    return coach


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_whatever_the_system_refuses_is_a_sentence(ready: Any, record_property: Any, command: tuple[str, ...]) -> None:
    """At each call that touches a path: no mistake of the program, every file old or new, nothing passed over."""
    spoilt, before = [], ready.files()
    done, normal, calls = _ran(ready, command, 0, ANSWERS[0])
    assert normal.status in {0, 1}, normal
    record_property("refused", calls.asked)
    for at in range(1, calls.asked + 1):
        answer = ANSWERS[(at + len(command[0])) % len(ANSWERS)]
        now, ran, between = _ran(ready, command, at, answer)
        wrong = [*_spoilt(now, before, done), *_untold(ran, normal, f"{between.refused} {answer}")]
        if wrong:
            spoilt.append((between.refused, answer, ran.status, wrong, ran.err))
    assert spoilt == []


def _ran(ready: Any, command: tuple[str, ...], at: int, answer: str) -> Any:
    """Run a command on a copy of the journal, one call refused; return its files, what it said, what was asked."""
    copy = ready.copy("victim")
    (copy.root.parent / "team.csv").write_text("name,start date\nIda Dal,2026-11-02\n", "utf-8")
    with refusing(copy.root.parent, at, answer) as between:
        ran = copy.here(*command)
    files = copy.files()
    for made in (copy.root, copy.root.parent / "new", copy.root.parent / "made"):
        shutil.rmtree(made, ignore_errors=True)
    (copy.root.parent / "anna.md").unlink(missing_ok=True)
    return files, ran, between


def _spoilt(now: Any, before: Any, done: Any) -> list[str]:
    """Return the files that are neither as before nor as the command leaves them."""
    return [file for file in {**before, **done, **now} if now.get(file) not in (before.get(file), done.get(file))]


def _untold(ran: Any, normal: Any, refused: str) -> list[str]:
    """Return what is wrong with what a command said: a mistake, or another answer without a word on why."""
    said = ran.out + ran.err
    if ran.status == 3 or "Traceback" in said:
        return ["bug"]
    absent = "lstat" in refused and refused.endswith(("ENOTDIR", "ENAMETOOLONG"))  # so it cannot be there
    told = absent or any(why in said for why in (*SAID, " cannot be ", "was changed since", "does not read"))
    return [] if told or (ran.status, ran.out) == (normal.status, normal.out) else ["untold"]
