import io
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect  # type: ignore[import-untyped]  # it ships no types
import pytest

from salescoach import __version__, cli
from salescoach.errors import Unwritable
from salescoach.journal.journal import Journal

PROGRAM = [sys.executable, "-m", "salescoach"]
Ran = tuple[int, str, str]


@pytest.fixture
def environ(journal: Journal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, str]:
    """Return the environment of a journal on Monday 23 November 2026, which is that of the test too."""
    monkeypatch.setenv("COACH_JOURNAL", str(journal.root))
    monkeypatch.setenv("COACH_TODAY", "2026-11-23")
    monkeypatch.setenv("PYTHONPATH", str(Path(cli.__file__).parents[1]))
    monkeypatch.setenv("TERM", "xterm")
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return dict(os.environ)


@pytest.fixture
def coach(environ: dict[str, str], capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run a command line in process."""
    assert environ

    def ran(*args: str) -> Ran:
        return (cli.run(args), *capsys.readouterr())

    return ran


def test_broken_settings_and_words_are_told_in_the_shipped_words(coach: Callable[..., Ran], journal: Journal) -> None:
    """What is needed to speak must not be what is broken, JSON or not."""
    (journal.root / "templates").mkdir()
    for name in ("coach.toml", "templates/words.toml"):
        before = (journal.root / name).read_bytes() if (journal.root / name).is_file() else b""
        (journal.root / name).write_text("broken", "utf-8")
        status, out, err = coach("weekly")
        assert (status, out, f"{name}:1:" in err) == (5, "", True)
        assert json.loads(coach("weekly", "--json")[1])["error"]["code"] == "bad_toml"
        (journal.root / name).write_bytes(before)


def test_ctrl_c_ends_with_130(coach: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    """While a rule works, and while an answer is printed."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("salescoach.week.commands.weekly.weekly_of", interrupt)
    assert coach("weekly")[0] == 130
    monkeypatch.setattr(cli, "_print", interrupt)
    assert coach("path")[0] == 130


def test_streams_that_are_no_files_are_left_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program may have put its own there."""
    out, err = io.StringIO(), io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    assert cli.run(["--version"]) == 0
    assert out.getvalue() == f"coach {__version__}\n"


def test_a_bug_is_kept_or_printed(coach: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Outside a journal in a folder for temporary files that nobody else can read; on a full disk it is printed."""
    monkeypatch.delenv("COACH_JOURNAL")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("salescoach.start.commands.help.guide_of", lambda **_: 1 / 0)
    status, _, err = coach("help")
    (kept,) = tmp_path.glob("coach-*/coach-bug.txt")
    assert (status, str(kept) in err, kept.parent.stat().st_mode & 0o777) == (3, True, 0o700)
    assert "ZeroDivisionError" in kept.read_text("utf-8")

    def refuse(*_: object) -> None:
        raise Unwritable(file="coach-bug.txt", why="No space left on device")

    monkeypatch.setattr("salescoach.journal.atomic.write", refuse)
    status, _, err = coach("help")
    assert (status, "ZeroDivisionError" in err, "mistake of coach" in err) == (3, True, True)


FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")


@FULL
def test_a_full_disk_under_stdout_is_a_sentence(
    coach: Callable[..., Ran], environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Status 5, no traceback; what was written by then is told, so that nobody writes it twice."""
    unshown, there = "The answer cannot be shown here: No space", "; it could not be shown here: No space"
    cases = {
        "weekly": unshown, "weekly --json": unshown, "--version": unshown, "init other": f"/other{there}",
        "note anna x": f"Written to sellers/anna-berg.toml{there}", "demo another": f"/another{there}",
        "praise anna x --json": f"Written to sellers/anna-berg.toml{there}",
        "leave anna": f"Written to sellers/anna-berg.toml{there}",
    }  # fmt: skip
    for line, said in cases.items():
        with Path("/dev/full").open("w", encoding="utf-8") as full, monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", full)
            status, _, err = coach(*line.split())
        assert (status, len(err.splitlines()), said in err) == (5, 2, True), err
        assert ("try again" in err) == err.startswith("The answer"), line
    buffered = {name: value for name, value in environ.items() if name != "PYTHONUNBUFFERED"}
    with Path("/dev/full").open("wb") as full:  # nor does a process fail on it as it ends
        ran = subprocess.run([*PROGRAM, "weekly"], env=buffered, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (ran.returncode, len(ran.stderr.splitlines())) == (5, 2), ran.stderr


@FULL
def test_talk_that_finds_no_room_changes_nothing(
    coach: Callable[..., Ran], journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer and the status are what they are without it, of a failure too."""
    for line, status in (("note anna x; next: someday", 0), ("prep nobody", 4)):
        with Path("/dev/full").open("w", encoding="utf-8") as full, monkeypatch.context() as patch:
            patch.setattr(sys, "stderr", full)
            ended, out, _ = coach(*line.split(maxsplit=2))
        assert (ended, bool(out)) == (status, status == 0), line
    assert b"someday" in journal.path("sellers/anna-berg.toml").read_bytes()


def test_an_answer_that_nobody_reads_changes_nothing(environ: dict[str, str]) -> None:
    """`coach show anna | head -1` is no failure; a failure under a closed pipe keeps its status."""
    read, write = os.pipe()
    os.close(read)
    for line, err, status in (("help all", None, 0), ("prep nobody --json", None, 4), ("prep nobody --json", write, 4)):
        ran = subprocess.run(
            [*PROGRAM, *line.split()], env=environ, stdout=write, stderr=err or subprocess.PIPE, check=False
        )
        assert (ran.returncode, len((ran.stderr or b"").splitlines())) == (status, 2 if status and not err else 0), line
    os.close(write)


def test_a_closed_stream_is_one_that_leads_nowhere(
    coach: Callable[..., Ran], environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A service may start the program without any; what is written and cannot be shown is said."""
    cases = {
        ("weekly", "stdout"): 0, ("weekly", "stderr"): 0, ("log anna", "stdin"): 2, ("prep nobody", "stdout"): 4,
        ("note anna asked", "stdout"): 0,
    }  # fmt: skip
    for (line, stream), status in cases.items():
        with monkeypatch.context() as patch:
            patch.setattr(sys, stream, None)
            ended, _, err = coach(*line.split())
            getattr(sys, stream).close()
        assert (ended, err.startswith("Written to ")) == (status, "note" in line), (line, stream)
    if os.name != "nt":  # a shell of Unix closes them all
        line = f"{shlex.join(PROGRAM)} note anna asked >&- 2>&- <&-"
        assert subprocess.run(["/bin/sh", "-c", line], env=environ, check=False).returncode == 0


def test_what_was_written_before_a_document_failed_is_told(coach: Callable[..., Ran], journal: Journal) -> None:
    """A plan was begun and cannot be printed; a place that is none is told before anything is done."""
    line = ("onboard", "anna", "--start", "2026-11-23", "--plan", "new-seller", "-o")
    before = journal.path("sellers/anna-berg.toml").read_bytes()
    assert coach(*line, str(journal.root / "plan.md"))[0] == 2
    assert journal.path("sellers/anna-berg.toml").read_bytes() == before
    status, out, err = coach(*line, "plan.pdf")
    assert (status, out) == (2, "")
    assert "Written before that, and it stays: sellers/anna-berg.toml." in err
    assert journal.path("sellers/anna-berg.toml").read_bytes() != before


def test_a_day_that_does_not_read_stops_what_needs_one(coach: Callable[..., Ran], journal: Journal) -> None:
    """Before anything is done; help, where the journal is, and to begin one need no day."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COACH_TODAY", "yesteryear")
        for line in ("help", "help marks", "help note", "path", "path anna", "--version", "--help", "init other"):
            assert coach(*line.split())[0] == 0, line
        before = {path: path.read_bytes() for path in journal.root.rglob("*.toml")}
        for line in ("undo", "note anna x", "leave anna", "weekly", "demo made", "erase anna --name x"):
            assert coach(*line.split())[0] == 2, line
        assert {path: path.read_bytes() for path in journal.root.rglob("*.toml")} == before
        assert not Path("made").exists()


def test_an_old_locale_is_no_reason_to_fail(environ: dict[str, str]) -> None:
    """UTF-8 is spoken whatever it says."""
    env = environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ran = subprocess.run([*PROGRAM, "weekly"], env=env, capture_output=True, check=False)
    assert ran.returncode == 0
    assert "●".encode() in ran.stdout or "○".encode() in ran.stdout


@pytest.fixture
def terminal(environ: dict[str, str]) -> Callable[..., Any]:
    """Start the program in a terminal of its own."""

    def spawned(*args: str) -> Any:
        env = {name: value for name, value in environ.items() if name != "PYTHONBREAKPOINT"}
        return pexpect.spawn(
            PROGRAM[0], [*PROGRAM[1:], *args], env=env, encoding="utf-8", timeout=20, dimensions=(40, 100)
        )

    return spawned


def _closed(child: Any) -> int:
    child.expect(pexpect.EOF)
    child.close()
    return int(child.exitstatus)


def test_a_guided_log_is_accepted_with_one_key(
    terminal: Callable[..., Any], environ: dict[str, str], journal: Journal
) -> None:
    """`coach log` on a terminal offers the one prepared last today, asks, shows, and writes."""
    subprocess.run([*PROGRAM, "prep", "anna"], env=environ, capture_output=True, check=True)
    child = terminal("log")
    child.expect("The talk with Anna Berg")
    child.send("y")
    child.expect("Open: Introduce Anna")
    child.send("d")
    child.expect("bring up")
    child.sendline("topic: pricing")
    for _ in range(6):
        child.expect("\r\n> ")
        child.sendline("")
    child.expect("Would be noted")
    child.expect("Write it down")
    child.send("w")
    child.expect("Who began")
    child.send("2")
    child.expect("one thing")
    child.send("\r\r")  # an Enter right behind a key belongs to that key
    child.expect("Noted for Anna Berg")
    assert _closed(child) == 0
    assert 'what = "pricing"' in (journal.root / "sellers" / "anna-berg.toml").read_text("utf-8")
