import io
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from salescoach.app import App
from salescoach.cli import run
from salescoach.journal.journal import Journal
from salescoach.render.look import Look
from salescoach.render.screen import draw

BO = """\
format = 1

[seller]
name = "Bo Ek"
added = 2026-11-02

[[talk]]
id = "b1t1a"
on = 2026-10-05

[[topic]]
id = "t4p1c"
on = 2026-10-05
what = "Pricing for the new package"
"""

ASA = """\
format = 1

[seller]
name = "Åsa Öberg"
started = 2026-11-09
"""


@dataclass(frozen=True)
class Ran:
    """What one command did: its exit status, the answer and the talk."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer as JSON, strictly: one object, no key twice, no NaN, one newline at the end."""
        assert self.out.endswith("}\n")
        return json.loads(self.out, object_pairs_hook=_once, parse_constant=_refused)


class Terminal(io.StringIO):
    """A stdin that somebody sits at."""

    def isatty(self) -> bool:
        """Tell that it is one."""
        return True


@dataclass
class Script:
    """Stands for the manager: answers come from `answers`, what she was shown and asked goes to `heard`."""

    look: Look
    answers: list[Any]
    heard: list[str]
    possible: bool = True

    def tell(self, *parts: Any) -> None:
        """Hear what is shown."""
        page = io.StringIO()
        draw(parts, self.look, page)
        self.heard.append(page.getvalue())

    def line(self, question: str, hint: str = "") -> str:
        """Type the next answer."""
        self.heard.append(f"{question} ({hint})")
        return str(self._next())

    def key(
        self, question: str, choices: Mapping[str, str], default: str, also: Mapping[str, str] = MappingProxyType({})
    ) -> str:
        """Press the next answer, Enter where it is empty."""
        self.heard.append(f"{question} {' '.join(choices)}")
        typed = str(self._next()) or default
        pressed = also.get(typed, typed)
        assert pressed in choices, f"[{pressed}] was not offered: {question} {dict(choices)}"
        return pressed

    def edit(self, path: Path) -> None:
        """Let the next answer, a function of the old text, be the new text of a file; None removes it."""
        self.heard.append(path.read_text("utf-8"))
        text = self._next()(self.heard[-1])
        path.unlink() if text is None else path.write_text(text, "utf-8")

    def _next(self) -> Any:
        answer = self.answers.pop(0)
        if isinstance(answer, BaseException):
            raise answer
        return answer


@dataclass
class Coach:
    """The program, run in process against a real journal on Monday 23 November 2026."""

    root: Path
    monkeypatch: pytest.MonkeyPatch
    read: Callable[[], tuple[str, str]]
    heard: list[str] = field(default_factory=list)

    def __call__(self, *args: str, stdin: str = "") -> Ran:
        """Run one command line, with `stdin` piped in."""
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode("utf-8", "surrogateescape"))))
        return self._ran(args)

    def asked(self, *args: str, answers: Sequence[Any]) -> Ran:
        """Run one command line at a terminal, whose questions get these answers, all of them."""
        left, self.heard = list(answers), []
        self.monkeypatch.setattr(sys, "stdin", Terminal())
        with self.monkeypatch.context() as patched:
            patched.setattr(App, "ask", property(lambda app: Script(app.look(sys.stderr), left, self.heard)))
            ran = self._ran(args)
        assert not left, f"never asked for: {left}\n{ran}"
        return ran

    def at_terminal(self, *args: str) -> Ran:
        """Run one command line with stdin at a terminal, and nobody scripted to answer."""
        self.monkeypatch.setattr(sys, "stdin", Terminal())
        return self._ran(args)

    def path(self, key: str = "anna-berg") -> Path:
        """Return where a seller's file is."""
        return self.root / "sellers" / f"{key}.toml"

    def text(self, key: str = "anna-berg") -> str:
        """Return what a seller's file says."""
        return self.path(key).read_text("utf-8")

    def bytes(self) -> dict[str, bytes]:
        """Return the bytes of every file that is the manager's."""
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in self.root.rglob("*.toml")}

    def drafts(self) -> dict[str, str]:
        """Return the drafts that wait."""
        return {path.stem: path.read_text("utf-8") for path in (self.root / ".coach" / "drafts").glob("*.txt")}

    def kept_notes(self) -> dict[str, str]:
        """Return the drafts of notes that wait: no log offers them."""
        return {path.stem: path.read_text("utf-8") for path in (self.root / ".coach/drafts/notes").glob("*.txt")}

    def _ran(self, args: Sequence[str]) -> Ran:
        status = run(args)
        return Ran(status, *self.read())


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    assert len({key for key, _ in pairs}) == len(pairs), f"a key stands twice: {pairs}"
    return dict(pairs)


def _refused(name: str) -> None:
    pytest.fail(f"{name} is no JSON")


@pytest.fixture
def coach(journal: Journal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Coach:
    """Return the program on a team of three: Anna with a promise of mine, Bo long not talked to, Åsa who is new."""
    for key, text in {"bo-ek": BO, "asa-oberg": ASA}.items():
        (journal.root / "sellers" / f"{key}.toml").write_text(text, "utf-8", newline="\n")
    monkeypatch.setenv("COACH_TODAY", "2026-11-23")
    monkeypatch.setenv("COACH_JOURNAL", str(journal.root))
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(journal.root.parent)
    return Coach(journal.root, monkeypatch, capsys.readouterr)
