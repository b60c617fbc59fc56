"""Asking: the questions, previews and editors that stand between a command and the manager's hands."""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from salescoach.errors import Missing
from salescoach.frozen import frozen
from salescoach.kit.look import Look
from salescoach.kit.safe import flowing, visible, wrapped
from salescoach.kit.screen import draw

if TYPE_CHECKING:
    from rich.console import RenderableType

_EDITORS = {"nano": ["nano"], "notepad": ["notepad"]}
if sys.platform == "darwin":  # pragma: no cover  # elsewhere a command of that name opens no editor
    _EDITORS["open"] = ["open", "-t", "-W"]
"""What is looked for where neither $VISUAL nor $EDITOR says; never vi, which nobody leaves by accident."""

_WAITS = {
    **dict.fromkeys(("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf", "subl", "atom"), "--wait"),
    **dict.fromkeys(("zed", "zeditor", "mate", "bbedit", "gedit", "xed", "idea", "pycharm"), "--wait"),
    **dict.fromkeys(("gvim", "mvim"), "-f"),
    "kate": "--block",
    "gnome-text-editor": "--standalone",
    "open": "-W",
    "notepad++": "-multiInst -nosession",
}
"""Editors that come back at once, each with the option that makes it wait until the file is closed."""

_AT_ONCE = 1.0
"""Seconds within which nobody reads and closes a file."""

_PROMPT = "> "

_PRESSED = 2
"""Columns for the key that was pressed, behind its question."""

_STRAY = 0.4
"""Seconds after a question within which Enter belongs to the key that was pressed before it."""

_TYPED = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
"""Keys that came at once, up to each Enter."""


@frozen
class Ask:
    """Questions on the terminal: on stderr, so that stdout stays the answer; `possible` where somebody can answer.

    `clock` gives seconds, by which an editor that did not wait is told.
    """

    look: Look
    possible: bool
    editor: str | None = None
    clock: Callable[[], float] = float
    _ahead: list[str] = field(default_factory=list)
    _bare: list[str] = field(default_factory=list)  # the key that was pressed last, while its Enter may still come

    def tell(self, *parts: "RenderableType") -> None:
        """Show something before a question."""
        draw(parts, self.look, sys.stderr)

    def line(self, question: str, hint: str = "") -> str:
        """Ask for a line; Enter skips, and so does the end of input."""
        self._write(f"{wrapped(question, self.look.width)}\n")
        self._write(f"  {self.look.say('ask.for_example', hint=hint)}\n" if hint else "")
        edited = sys.stdout.isatty() and _can_edit()
        self._write("" if edited else _PROMPT)
        try:
            with self._whole_lines():
                began = self._began()
                typed = input(_PROMPT if edited else "").strip()
                stray = self._stray(began)  # asked whatever was typed: the key is forgotten then
                return input(_PROMPT).strip() if stray and not typed else typed
        except EOFError:
            self._write("\n")
            return ""

    def key(
        self,
        question: str,
        choices: Mapping[str, str],
        default: str,
        also: Mapping[str, str] = MappingProxyType({}),
        other: str | None = None,
    ) -> str:
        """Ask for one of some keys, each with what it does; Enter means `default`, the end of input too.

        `also` are keys that are not shown, each with the one that it stands for; any `other` key stands for that.
        """
        keys = {key: f"{key}/Enter" if key == default else key for key in choices}
        offered = [f"[{keys[key]}] {does}" for key, does in choices.items()]
        offered[:-1] = [f"{one} ·" for one in offered[:-1]]
        self._write(flowing((*question.split(), *offered), self.look.width - _PRESSED) + " ")
        with self._whole_lines():
            found = self._pressed({**choices, **also}, default, other)
        pressed = also.get(found, found)
        self._write(f"{pressed}\n")
        return pressed

    def day(self, text: str, past: date, coming: date) -> date | None:
        """Ask which of two days a date without its year is; None where nobody can answer."""
        if not self.possible:
            return None
        choices = {"1": self.look.say("ask.day", day=past), "2": self.look.say("ask.day", day=coming)}
        return {"1": past, "2": coming}[self.key(self.look.say("ask.which_day", text=text), choices, "1")]

    def _pressed(self, choices: Mapping[str, str], default: str, other: str | None) -> str:
        from typer import getchar  # the one thing of Typer in this floor: a key, on every system, without Enter

        began = self._began()
        while True:
            try:
                self._ahead[:] = self._ahead or _TYPED.findall(getchar()) or [""]
            except EOFError:
                return default
            typed = self._ahead.pop(0)
            key = typed.rstrip("\r\n").casefold()
            if key in choices:
                self._bare[:] = [key] if key == typed.casefold() else []
                return key
            if not key and not self._stray(began):
                return default
            if key and other is not None:
                return other

    def _began(self) -> float:
        return self.clock() if self._bare else 0.0

    def _stray(self, began: float) -> bool:
        """Tell whether an Enter belongs to the key before this question, and forget that key."""
        return bool(self._bare and self._bare.pop()) and self.clock() - began < _STRAY

    @contextmanager
    def _whole_lines(self) -> Iterator[None]:
        """End the line where a question is broken off: what comes next does not stick to it."""
        try:
            yield
        except KeyboardInterrupt:
            self._write("\n")
            raise

    def _write(self, text: str) -> None:
        sys.stderr.write(visible(text))
        sys.stderr.flush()

    def edit(self, path: Path) -> bool:
        """Open a file in the manager's editor until it is closed; raise Missing where there is none, or it fails.

        One that is back at once with nothing changed did not wait: say what makes it, and wait for Enter in its place.
        Return whether nothing is changed even then: it may be saved later.
        """
        found = (editor for name, editor in _EDITORS.items() if shutil.which(name))
        command = _split(self.editor) if self.editor else next(found, [])
        if not command or shutil.which(command[0]) is None:
            raise Missing(what="editor")
        before, began = _bytes(path), self.clock()
        done = subprocess.run([*command, str(path)], check=False)  # noqa: S603  # it is the manager's own editor
        if done.returncode:
            raise Missing(what="saved", editor=command[0])
        name = Path(command[0]).name
        option = _WAITS.get(name.casefold().removesuffix(".exe").removesuffix(".cmd"), "")
        if self.clock() - began > _AT_ONCE or _bytes(path) != before or {*option.split()} & {*command}:
            return False
        self.tell(self.look.say("ask.not_waited", editor=name, option=option or "--wait"))
        self.line(self.look.say("ask.saved", editor=name))
        return _bytes(path) == before


def _split(editor: str) -> list[str]:
    """Return the words of $EDITOR, none where a quotation mark in it is never closed."""
    try:
        return shlex.split(editor)
    except ValueError:
        return []


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _can_edit() -> bool:
    """Tell whether a line can be edited while it is typed: arrow keys move in it and do not become part of it."""
    try:
        import readline  # noqa: F401  # to be there is all it does
    except ImportError:  # Windows edits lines by itself
        return False
    return True
