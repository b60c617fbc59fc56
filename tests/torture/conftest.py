import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, get_args, get_origin

import pytest

from fixtures.warm import Warm, bare_environment
from salescoach.cli import run
from salescoach.journal import atomic
from salescoach.journal.templates import shipped
from salescoach.records.base import Record
from salescoach.records.kinds import KINDS

TODAY = "2026-11-23"

CHANGES = [
    *("creat", "write", "writev", "pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "renameat", "renameat2"),
    *("unlink", "unlinkat", "rmdir", "mkdir", "mkdirat", "chmod", "fchmod", "fchmodat", "flock", "utimensat"),
    *("link", "linkat", "symlink", "symlinkat"),
]
OPENS = ["open", "openat", "openat2"]
NOTHING: Mapping[str, str] = MappingProxyType({})

KEPT = {"lock", "undo.json", "known"}
"""What may lie in `.coach` when no command runs."""

_CALL = re.compile(r"(?P<process>\d+) +(?P<name>\w+)\((?P<about>.*?)\)? += .*")

Command = tuple[str, ...]
Files = dict[str, bytes]
State = frozenset[tuple[str, int, bytes]]


@dataclass(frozen=True)
class Ran:
    """What one command did: its exit status (that of a killed one is negative), the answer and the talk."""

    status: int
    out: str
    err: str


@dataclass(frozen=True)
class Coach:
    """The program on a journal of its own, on Monday 23 November 2026."""

    root: Path
    warm: Warm

    def __call__(self, *args: str, **how: Any) -> Ran:
        """Run one command line in a process of its own, which has nothing but the program in it."""
        return Ran(*self.warm.run(args, self.environment, self.root.parent, **how))

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

    def tampered(self, strace: "Strace", calls: Sequence["Call"], how: str) -> Iterator[tuple["Story", Ran]]:
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


@dataclass(frozen=True)
class Call:
    """One call of the system: its name, the how-manieth of that name it is, and what it was about."""

    name: str
    number: int
    about: str

    @property
    def without_numbers(self) -> tuple[str, str]:
        """What it is, whatever was opened or called before."""
        return self.name, re.sub(r"\d+<", "<", self.about)

    @property
    def reads(self) -> bool:
        """Whether it opens something in order to read."""
        return self.name in OPENS and "O_CREAT" not in self.about and "O_RDWR" not in self.about


@dataclass(frozen=True)
class Strace:
    """The program strace, which writes down the calls of another program and tampers with them."""

    path: str

    def calls(self, coach: Coach, *args: str) -> list[Call]:
        """Return, in order, the calls of a command that touch the journal and open or change something."""
        ran, calls = self._traced(coach.copy("recorded"), [*OPENS, *CHANGES], [], *args)
        assert ran.status == 0, ran
        return [call for call in calls if "JOURNAL" in call.about]

    def cold(self, coach: Coach, *args: str) -> list[Call]:
        """Return those calls of a process that has to load the program."""
        coach = coach.copy("coldly")
        log = coach.root.with_suffix(".strace")
        traced = _only([*OPENS, *CHANGES])
        ran = coach.cold(*args, under=(self.path, "-f", "-qq", "-y", "-s", "0", "-o", str(log), "-e", traced))
        assert ran.status == 0, ran
        return [call for call in _calls(log.read_text("utf-8"), coach.root) if "JOURNAL" in call.about]

    def tampered(self, coach: Coach, call: Call, how: str, *args: str, always: Mapping[str, str] = NOTHING) -> Ran:
        """Run a command and tamper with one of its calls: `signal=KILL`, before it is done, or `error=ENOSPC`.

        `always` tells how to tamper with every call of some other names.
        """
        tamper = [f"{call.name}:{how}:when={call.number}", *(f"{name}:{much}" for name, much in always.items())]
        options = [option for one in tamper for option in ("-e", f"inject={one}")]
        ran, calls = self._traced(coach, [call.name, *always], options, *args)
        assert call in calls, "another call was tampered with: was the source changed meanwhile?"
        return ran

    def _traced(self, coach: Coach, names: Sequence[str], more: Sequence[str], *args: str) -> tuple[Ran, list[Call]]:
        log = coach.root.with_suffix(".strace")
        line = [self.path, "-f", "-y", "-s", "0", "-o", str(log), "-e", _only(names), *more, "-p"]

        def watch(process: int) -> "subprocess.Popen[str]":
            tracer = subprocess.Popen([*line, str(process)], stderr=subprocess.PIPE, text=True)
            assert tracer.stderr
            said = tracer.stderr.readline()
            assert "attached" in said, f"strace does not work here: {said}"
            return tracer

        ran = coach(*args, watch=watch)
        return ran, list(_calls(log.read_text("utf-8", "backslashreplace"), coach.root))


def _only(names: Sequence[str]) -> str:
    return f"trace={','.join(f'?{name}' for name in names)}"


def _calls(log: str, root: Path) -> Iterator[Call]:
    """Read the calls of one process from what strace wrote; the process and the journal are the same in all runs."""
    counts: dict[str, int] = {}
    for line in filter(None, map(_CALL.fullmatch, log.splitlines())):
        name = line["name"]
        counts[name] = counts.get(name, 0) + 1
        about = line["about"].replace(str(root), "JOURNAL").replace(str(root.parent), "HERE")
        about = re.sub(r'""\.\.\., \d+', "DATA", about)  # a number of a process may have a digit more
        yield Call(name, counts[name], re.sub(rf"\b{line['process']}\b", "PROCESS", about))


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


@pytest.fixture(scope="session")
def strace() -> Strace:
    """Return strace; where there is none that works a test is skipped, but not in CI."""
    path = shutil.which("strace") or "strace"
    try:
        ran = subprocess.run([path, "-qq", "-e", "trace=none", "true"], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        why = "it is not installed"
    else:
        if ran.returncode == 0:
            return Strace(path)
        why = ran.stderr.strip()
    if os.environ.get("CI"):
        pytest.fail(f"CI needs strace, to cut a command off at each call of the system: {why}")
    pytest.skip(f"there is no strace here to cut a command off at each call of the system: {why}")


POISON = (
    "\x1b[2J\x1b[35mP\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\\x1b]52;c;aGk=\x07\x9b31m\x90q\x9c"
    "\u202egnp\u2066\u200b\r\u2028\x85\x7f\U000e0041\ufeff[red]markup[/red][/b]{name}%s<b>&\x08"
)
"""What a terminal acts on: escapes, links, the clipboard, C1, bidi, line ends, tags; and what only looks as if."""


@cache
def quoted(text: str) -> str:
    """Return a text as TOML, all that is neither letter nor digit by its number."""
    return '"' + "".join(char if char.isascii() and char.isalnum() else f"\\U{ord(char):08X}" for char in text) + '"'


def _poisoned_value(annotation: Any, poison: str) -> str | None:
    """Return a value of a field as TOML: text is poison, all else is what reads."""
    kinds = [kind for one in (get_args(annotation) or [annotation]) for kind in (get_args(one) or [one])]
    if get_origin(annotation) is Literal or any(get_origin(one) is Literal for one in get_args(annotation)):
        return json.dumps(next(kind for kind in kinds if isinstance(kind, str)))
    known = {date: "2026-11-05", bool: "false", int: "5"}
    plain = next((value for kind, value in known.items() if kind in kinds), None)
    text = quoted(poison) if str in kinds else plain
    if get_origin(annotation) is Mapping:
        return f"{{ role = {quoted(poison)} }}"
    return f"[{text}]" if get_origin(annotation) is Sequence else text


def block(model: type[Record], poison: str = POISON, spelled: str = "", **fixed: str) -> str:
    """Return a record of a kind as a file has it, poison in each of its texts and in a key that nobody knows."""
    types = {field.name: field.type for field in fields(model)}
    values = {key: fixed.get(key) or _poisoned_value(types[name], poison) for key, name in model.layout.keys.items()}
    values["id"] = quoted(spelled or poison)
    lines = [f"{name} = {value}" for name, value in values.items() if value]
    return "\n".join([f"\n[[{model.kind}]]", *lines, f"{quoted(poison)} = {quoted(poison)}", ""])


@cache
def records(poison: str = POISON, **fixed: str) -> str:
    """Return a record of every kind, and one more with an id that no file should have."""
    ids = {kind: f"x{at:02}a" for at, kind in enumerate(KINDS)}
    goal, of = json.dumps(ids["goal"]), json.dumps(ids["commitment"])
    tied = {"goal": goal, "of": of, "how": '"moved"', "onboarding": json.dumps(ids["onboarding"]), **fixed}
    whole = [block(model, poison, ids[kind], **tied) for kind, model in KINDS.items()]
    return "".join([*whole, block(KINDS["topic"], poison, **fixed), f"\n[[{quoted(poison)}]]\non = 2026-11-05\n"])


def poison_words(table: Mapping[str, Any]) -> dict[str, Any]:
    """Return the phrases of a table, each with poison at its end that fills no gap."""
    poison = POISON.replace("{name}", "")
    return {
        key: poison_words(value) if isinstance(value, Mapping) else f"{value}{poison}" for key, value in table.items()
    }


def dump(table: Mapping[str, Any], *path: str) -> str:
    """Return a table of texts and tables as TOML."""
    own = [f"{json.dumps(key)} = {quoted(value)}\n" for key, value in table.items() if isinstance(value, str)]
    head = f"\n[{'.'.join(map(json.dumps, path))}]\n" if path and own else ""
    inner = [dump(value, *path, key) for key, value in table.items() if isinstance(value, Mapping)]
    return head + "".join([*own, *inner])


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


def poison(root: Path) -> None:
    """Put poison in every text, name, setting and file name of a journal."""
    for key, name in {"anna-berg": "Anna Berg", "bo-ek": "Bo Ek", "eva-\x1b[2J\u202ek": f"Eva {POISON}"}.items():
        (root / "sellers" / f"{key}.toml").write_text(_head(name) + records(), "utf-8")
    left = root / "left"
    left.mkdir()
    (left / "ida-dal.toml").write_text(_head("Ida Dal") + records(), "utf-8")
    (left / "ola-\x1b[2J.toml").write_text("[seller\x1b[2J\u202e", "utf-8")
    (root / "me.toml").write_text("format = 1\n" + records(), "utf-8")
    levels = "".join(f"{level} = {quoted(level + POISON)}\n" for level in ("red", "yellow", "green"))
    settings = f"format = 1\n{quoted(POISON)} = 1\n[levels]\n{levels}"
    (root / "coach.toml").write_text(settings, "utf-8")
    action = f"[[action]]\nname = {quoted('poison' + POISON)}\ntitle = {quoted(POISON)}\n"
    (root / "templates").mkdir()
    for name, text in {"actions": action, POISON.replace("/", ""): "x = 1\n"}.items():
        (root / "templates" / f"{name}.toml").write_text(text, "utf-8")


def _head(name: str) -> str:
    more = "".join(f"{key} = {quoted(POISON)}\n" for key in ("role", "email", "placed_at", "language"))
    lists = "".join(f"{key} = [{quoted(POISON)}]\n" for key in ("aliases", "tags"))
    return f"format = 1\n\n[seller]\nname = {quoted(name)}\nstarted = 2026-09-01\n{more}{lists}"
