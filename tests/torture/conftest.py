import io
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from fixtures.poison import dump, poison, poison_words
from fixtures.traced import Call, Strace
from fixtures.warm import Ran, Warm, bare_environment
from salescoach.cli import run
from salescoach.journal import atomic
from salescoach.journal.templates import shipped

TODAY = "2026-11-23"

KEPT = {"lock", "undo.json", "known"}
"""What may lie in `.coach` when no command runs."""

Command = tuple[str, ...]
Files = dict[str, bytes]
State = frozenset[tuple[str, int, bytes]]


@dataclass(frozen=True)
class Coach:
    """The program on a journal of its own, on Monday 23 November 2026."""

    root: Path
    warm: Warm

    def __call__(self, *args: str, **how: Any) -> Ran:
        """Run one command line in a process of its own, which has nothing but the program in it."""
        return self.warm.run(args, self.environment, self.root.parent, **how)

    def cold(self, *args: str, under: Sequence[str] = ()) -> Ran:
        """Run one command line in a process that has to load the program, under another program if one is given."""
        line = [*under, sys.executable, "-P", "-m", "salescoach", *args]  # -P: the folder it stands in is not its own
        ran = subprocess.run(
            line, env=self.environment, cwd=self.root.parent, capture_output=True, text=True, check=False
        )
        return Ran(ran.returncode, ran.stdout, ran.stderr)

    def here(self, *args: str) -> Ran:
        """Run one command line in this process, which is ten times as fast."""
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            status = run(["--journal", str(self.root), "--today", TODAY, *args])
        return Ran(status, out.getvalue(), err.getvalue())

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a process of the program: nothing of the tests' own, so that it is no test that is cut."""
        return bare_environment() | {"COACH_JOURNAL": str(self.root), "COACH_TODAY": TODAY}

    def files(self) -> Files:
        """Return the bytes of every file that is the manager's."""
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in self.root.rglob("*.toml")}

    def litter(self) -> list[str]:
        """Return the names of the files that nobody put there on purpose."""
        there = [path.relative_to(self.root) for path in self.root.rglob("*") if path.is_file()]
        kept = [Path(".coach", name) for name in KEPT]
        undo = self.root / ".coach" / "undo.json"
        wanted = undo.read_text("utf-8") if undo.is_file() else ""
        kept += [path for path in there if path.parent == Path(".coach", "kept") and path.name in wanted]
        return [
            path.as_posix()
            for path in there
            if path.name.endswith(atomic.TEMPORARY) or not (path in kept or path.suffix in {".toml", ".txt"})
        ]

    def copy(self, name: str) -> "Coach":
        """Return the program on a copy of the journal, whose path is as long."""
        folder = self.root.parent / f"{name:_>8}"
        shutil.copytree(self.root, folder)
        return replace(self, root=folder)

    def state(self) -> State:
        """Return all that is in the journal, with its modes; the number of one process is as good as another."""
        found = {
            re.sub(r"\d+(?=\.coach-tmp)", "PROCESS", path.relative_to(self.root).as_posix()): path
            for path in self.root.rglob("*")
        }
        return frozenset(
            (name, path.stat().st_mode, b"" if path.is_dir() else re.sub(rb"^\d+$", b"PROCESS", path.read_bytes()))
            for name, path in found.items()
        )


@dataclass(frozen=True)
class Row:
    """A command that is to be tortured, what was done before it, and how many states of the files it can leave.

    A file that it changes, or moves, adds a state: of two files none, the first, or both are written.
    """

    name: str
    before: tuple[Command, ...]
    command: Command
    states: int


FIRST: Command = ("note", "anna", "the first")
BY_HAND = "by hand"
"""Stands for a command where it is a file that is put there: its name in the journal and its text."""

COPY = "sellers/bo-ek (conflicted copy).toml"
COPIED: Command = (BY_HAND, COPY, '[seller]\nname = "Bo Ek"\n\n[[note]]\nid = "c0p1d"\non = 2026-11-20\ntext = "x"\n')
BOTH: Command = ("note", "anna,bo", "the second; @me call Karin by fri")
ROWS = (
    Row("the first note ever", (), FIRST, 2),
    Row("a note", (FIRST,), ("note", "anna", "the second"), 2),
    Row("a note on two", (FIRST,), BOTH, 3),
    Row("a new seller", (FIRST,), ("add", "Eva Lund", "--last-talk", "3 nov"), 2),
    Row("a seller who leaves", (FIRST,), ("leave", "bo"), 2),
    Row("a seller who comes back", (FIRST, ("leave", "bo")), ("leave", "bo", "--undo"), 2),
    Row("two copies united", (COPIED, FIRST), ("doctor", "--merge", COPY), 3),
    Row("an undo of that", (COPIED, FIRST, ("doctor", "--merge", COPY)), ("undo",), 3),
    Row("an undo", (FIRST, ("note", "anna", "the second")), ("undo",), 2),
    Row("an undo of two", (FIRST, BOTH), ("undo",), 3),
    Row("what was undone, done again", (FIRST, ("note", "anna", "the second"), ("undo",)), ("redo",), 2),
    Row("an undo of a new seller", (FIRST, ("add", "Eva Lund")), ("undo",), 2),
)
"""A command that writes in a new way belongs here; every test of killing and of full disks takes it from here."""


@dataclass(frozen=True)
class Story:
    """A command about to be tortured, the bytes it begins and ends with, and those that undo leads to.

    `undone` are the bytes without what it does (for an undo: without what it takes back), `done` those with it;
    `earlier` are those before the command before it, None where there was none.
    """

    row: Row
    coach: Coach
    earlier: Files | None
    undone: Files
    done: Files
    ends: dict[State, int] = field(default_factory=dict)

    def fresh(self, name: str) -> "Story":
        """Return the story on a copy of the journal."""
        return replace(self, coach=self.coach.copy(name))

    def tampered(self, strace: Strace, calls: Sequence[Call], how: str) -> Iterator[tuple["Story", Ran]]:
        """Tamper with each of these calls on a copy of the journal; give the story there and what the command did."""
        for number, call in enumerate(calls):
            victim = self.fresh(f"t{number}")
            yield victim, strace.tampered(victim.coach, call, how, *self.row.command)

    def ends_well(self) -> int:
        """Check all that holds whenever the command was cut off; return how many files are as if it were done.

        What is the same to the last byte and mode goes on in the same way, so that each state is checked once.
        """
        state = self.coach.state()
        if state not in self.ends:
            self.ends[state] = self._ended()
        return self.ends[state]

    def _ended(self) -> int:
        now = self.coach.files()
        changed = [file for file in {**self.undone, **self.done} if now.get(file) != self.undone.get(file)]
        assert all(now.get(file) == self.done.get(file) for file in changed)
        assert now.keys() <= {**self.undone, **self.done}.keys()
        other = self.coach.copy(f"{self.coach.root.name}+")
        self._undo(now, self.coach)
        self._next(self.coach)
        self._next(other)
        assert other.here("undo").status == 0
        assert other.files() == now
        self._undo(now, other)
        moved = {self.undone[file] for file in changed if file not in now}
        return sum(now.get(file) not in moved for file in changed)

    def _undo(self, now: Files, coach: Coach) -> None:
        """Take back what was last done, and nothing else."""
        done = now != self.undone
        ran = coach.here("undo")
        assert ran.status == (0 if done or self.earlier is not None else 4), ran
        assert coach.files() == (self.undone if done or self.earlier is None else self.earlier)
        assert coach.litter() == []

    def _next(self, coach: Coach) -> None:
        """Write the next note: it works, has nothing to tell of, and leaves no litter."""
        before = len(coach.files()["sellers/anna-berg.toml"])
        ran = coach.here("note", "anna", "the next")
        assert ran.status == 0
        assert ran.err == ""
        assert len(coach.files()["sellers/anna-berg.toml"]) > before
        assert coach.litter() == []


@pytest.fixture(scope="session")
def warm() -> Iterator[Warm]:
    """Return a process that is doubled for each command, started when the first is run."""
    one = Warm()
    yield one
    one.end()


def begun(root: Path) -> Path:
    """Begin a journal of two sellers about whom nothing is written yet."""
    (root / "sellers").mkdir(parents=True)
    (root / "coach.toml").write_text("format = 1\n", "utf-8")
    for name in ("Anna Berg", "Bo Ek"):
        key = name.lower().replace(" ", "-")
        (root / "sellers" / f"{key}.toml").write_text(f'format = 1\n\n[seller]\nname = "{name}"\n', "utf-8")
    return root


@pytest.fixture
def coach(tmp_path: Path, warm: Warm) -> Coach:
    """Return the program on such a journal."""
    return Coach(begun(tmp_path / "_journal"), warm)


@pytest.fixture(params=[row.name for row in ROWS])
def story(request: pytest.FixtureRequest, told: Callable[[str], Story]) -> Story:
    """Return the story of each command that is tortured."""
    return told(request.param)


@pytest.fixture
def told(coach: Coach) -> Callable[[str], Story]:
    """Return what tells the story of a row."""

    def tell(name: str) -> Story:
        row = next(row for row in ROWS if row.name == name)
        seen: list[Files | None] = [None, coach.files()]
        for command in row.before:
            if command[0] == BY_HAND:
                (coach.root / command[1]).write_text(command[2], "utf-8")
                seen.pop()
            else:
                assert coach.here(*command).status == 0
            seen.append(coach.files())
        after = coach.copy("after")
        assert after.here(*row.command).status == 0
        seen.append(after.files())
        places = {"undo": (-4, -1, -2), "redo": (-5, -2, -1)}.get(row.command[0], (-3, -2, -1))
        earlier, undone, done = (seen[place] for place in places)
        assert undone is not None
        assert done is not None
        return Story(row, coach, earlier, undone, done)

    return tell


@pytest.fixture
def note(told: Callable[[str], Story]) -> Story:
    """Return the story of a note about one seller."""
    return told("a note")


@pytest.fixture
def poisoned(coach: Coach) -> Coach:
    """Return the program on a journal with poison in every text, name, setting and file name of it."""
    poison(coach.root)
    return coach


@pytest.fixture(scope="session")
def judged(tmp_path_factory: pytest.TempPathFactory, warm: Warm) -> Path:
    """Return such a journal, every phrase of it poison too, that a command has looked through already."""
    root = begun(tmp_path_factory.mktemp("poison") / "_journal")
    poison(root)
    words = dump(poison_words(shipped("words")))
    (root / "templates" / "words.toml").write_text(words, "utf-8")
    assert Coach(root, warm).here("weekly").status == 0
    return root


@pytest.fixture
def spoken(coach: Coach, judged: Path) -> Coach:
    """Return the program on that journal."""
    shutil.rmtree(coach.root)
    shutil.copytree(judged, coach.root)
    return coach
