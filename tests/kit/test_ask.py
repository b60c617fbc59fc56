import io
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer

from salescoach.errors import Missing
from salescoach.kit.ask import Ask

Type = Callable[..., None]
CHOICES = {"y": "yes", "n": "no"}


@pytest.fixture
def asking(looks: Any) -> Ask:
    """Make what asks somebody on a terminal."""
    return Ask(looks(), possible=True)


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Type:
    """Press keys, one each time that one is waited for; then the input ends."""

    def pressed(*keys: str) -> None:
        waiting = list(keys)

        def getchar() -> str:
            if not waiting:
                raise EOFError
            return waiting.pop(0)

        monkeypatch.setattr(typer, "getchar", getchar)

    return pressed


def test_what_is_told_goes_to_stderr_and_a_line_is_read_after_it(
    asking: Ask, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The question, an example, a prompt; blanks around an answer do not count, and what would act is shown."""
    asking.tell("Hello\x1b[2J\nthere")
    assert capsys.readouterr() == ("", "Hello␛[2J\nthere\n")
    monkeypatch.setattr(sys, "stdin", io.StringIO("  in 2 weeks \n\n"))
    assert [asking.line("When?", "fri"), asking.line("And\x07?"), asking.line("Then?")] == ["in 2 weeks", "", ""]
    assert capsys.readouterr().err == "When?\n  e.g. fri\n> And␇?\n> Then?\n> \n"


def test_a_line_ends_where_a_question_is_broken_off(
    asking: Ask, press: Type, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the shell says next begins a line of its own; a key that stands for another is not among the choices."""
    press("x", "J")
    assert asking.key("Sure?", CHOICES, "n", {"j": "y"}) == "y"
    assert capsys.readouterr().err == "Sure? [y] yes · [n/Enter] no y\n"

    def broken(*_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(typer, "getchar", broken)
    monkeypatch.setattr("builtins.input", broken)
    with pytest.raises(KeyboardInterrupt):
        asking.key("Sure?", CHOICES, "n")
    with pytest.raises(KeyboardInterrupt):
        asking.line("When?")
    assert capsys.readouterr().err == "Sure? [y] yes · [n/Enter] no \nWhen?\n> \n"


def test_a_narrow_terminal_breaks_no_word_and_no_choice(
    looks: Any, press: Type, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key stands beside what it does; only what is wider than the terminal is broken, between words."""
    press("-")
    choices = {"r": "red", "-": "not rated", "k": "something not known, to help with", "x": "much " * 9}
    narrow = Ask(looks(width=40), possible=True, clock=iter(range(9)).__next__)
    narrow.key("Where does Nora stand now?", choices, "r")
    monkeypatch.setattr("builtins.input", lambda _: "")
    narrow.line("What does ■ red look like for Nora? Enter: leave it open")
    assert capsys.readouterr().err.splitlines() == [
        "Where does Nora stand now?", "[r/Enter] red · [-] not rated ·", "[k] something not known, to help",
        "with · [x] much much much much much", "much much much much -", "What does ■ red look like for Nora?",
        "Enter: leave it open", "> ",
    ]  # fmt: skip


def test_one_key_answers(asking: Ask, press: Type, capsys: pytest.CaptureFixture[str]) -> None:
    """A key that is offered counts in either case, others do not; Enter and the end of input mean the default."""
    cases: list[tuple[tuple[str, ...], str]] = [
        (("n",), "n"), (("N",), "n"), (("x", "y"), "y"), (("\r",), "n"), (("\n",), "n"), ((), "n"),
    ]  # fmt: skip
    for keys, pressed in cases:
        press(*keys)
        assert asking.key("Sure?", CHOICES, "n") == pressed, keys
        assert capsys.readouterr().err == f"Sure? [y] yes · [n/Enter] no {pressed}\n", keys


def test_enter_behind_a_key_answers_no_other_question(
    looks: Any, press: Type, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the key or just behind the next question; later, and a second time, it means the default."""
    cases: list[tuple[tuple[str, ...], float, list[str]]] = [
        (("y", "\r", "y"), 0.1, ["y", "y"]), (("y", "\r", "\r"), 0.1, ["y", "n"]), (("y", "\n"), 1.0, ["y", "n"]),
        (("Y\r", "\r"), 0.1, ["y", "n"]), (("y\r\ny\n",), 0.1, ["y", "y"]), (("yes\r", "y\n", "y"), 0.1, ["y", "y"]),
        (("\r", "\r"), 0.1, ["n", "n"]), (("\x1b[A", "y", "y"), 0.1, ["y", "y"]),
    ]  # fmt: skip
    for keys, later, answers in cases:
        press(*keys)
        times = iter(range(99))
        ask = Ask(looks(), possible=True, clock=lambda times=times, later=later: next(times) * later)  # type: ignore[misc]
        assert [ask.key("Sure?", CHOICES, "n"), ask.key("Really?", CHOICES, "n")] == answers, keys
    press("y", "y")
    lines = iter(["", "fri", ""])
    monkeypatch.setattr("builtins.input", lambda _="": next(lines))
    ask = Ask(looks(), possible=True)
    ask.key("Sure?", CHOICES, "n")
    assert [ask.line("When?"), ask.line("Then?")] == ["fri", ""]
    lines = iter(["fri", ""])
    ask.key("Sure?", CHOICES, "n")
    assert [ask.line("What?"), ask.line("Then?")] == ["fri", ""]
    assert capsys.readouterr().err.count("When?") == 1


def test_the_editor_of_the_manager_edits_the_file(looks: Any, tmp_path: Path) -> None:
    """It is a command with arguments of its own, and is waited for; one that is missing or fails is told."""
    path, script = tmp_path / "draft.txt", tmp_path / "append.py"
    script.write_text("import sys, pathlib; pathlib.Path(sys.argv[2]).write_text(sys.argv[1])", "utf-8")
    Ask(looks(), possible=True, editor=f"{sys.executable} {script} 'two words'").edit(path)
    assert path.read_text("utf-8") == "two words"
    for editor, told in (
        ("no-such-editor-anywhere -x", {"what": "editor"}),
        (f"{sys.executable} -c 'raise SystemExit(1)'", {"what": "saved", "editor": sys.executable}),
    ):
        with pytest.raises(Missing) as raised:
            Ask(looks(), possible=True, editor=editor).edit(path)
        assert raised.value.data == told


def test_without_a_wish_an_editor_that_is_there_is_taken(
    looks: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nano or notepad, whichever the system has; vi is never started: nobody leaves it by accident."""
    there, ran = list[str](), list[str]()

    def run(args: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        ran.extend(args)
        return subprocess.CompletedProcess(args, 0)

    monkeypatch.setattr(shutil, "which", lambda name: name if name in there else None)
    monkeypatch.setattr(subprocess, "run", run)
    for there[:] in (["nano"], ["vi", "notepad"]):
        Ask(looks(), possible=True, clock=iter((0, 2)).__next__).edit(tmp_path / "a")
    assert ran == ["nano", str(tmp_path / "a"), "notepad", str(tmp_path / "a")]
    there.remove("notepad")
    with pytest.raises(Missing):
        Ask(looks(), possible=True).edit(tmp_path / "a")


def test_an_editor_that_did_not_wait_is_waited_for(
    looks: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Back within a second with nothing changed: the option that makes it wait is said, and Enter stands for it."""
    path = tmp_path / "draft.txt"
    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(subprocess, "run", lambda args, **_: subprocess.CompletedProcess(args, 0))
    for editor, took, saved, hint in (
        ("/usr/bin/code", 0.2, "new", "EDITOR='code --wait'"),
        ("Code.cmd", 0.2, "old", "EDITOR='Code.cmd --wait'"),
        ("code --wait", 0.2, None, ""),
        ("odd", 0.2, "new", "odd came back at once"),
        ("code", 1.5, None, ""),
    ):

        def enter(*_: str, saved: str | None = saved) -> str:
            assert saved is not None, "asked, though it was waited for"
            path.write_text(saved, "utf-8")
            return ""

        path.write_text("old", "utf-8")
        monkeypatch.setattr("builtins.input", enter)
        late = Ask(looks(), possible=True, editor=editor, clock=iter((0.0, took)).__next__).edit(path)
        assert (late, hint in capsys.readouterr().err.replace("\n", " ")) == (saved == "old", True), editor


def test_a_line_is_edited_where_it_is_typed(
    looks: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The prompt belongs to it, so that arrow keys move in it; without a line editor it is written."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    with monkeypatch.context() as patch:
        patch.setattr("builtins.input", lambda prompt: f" {prompt}pris på ny ")
        assert Ask(looks(), possible=True).line("What?") == "> pris på ny"
    monkeypatch.setitem(sys.modules, "readline", None)
    monkeypatch.setattr(sys, "stdin", io.StringIO("fri\n"))
    assert Ask(looks(), possible=True).line("When?") == "fri"
    assert capsys.readouterr().err == "What?\nWhen?\n> "
