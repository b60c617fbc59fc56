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


def test_a_wrong_option_is_told_in_a_sentence(coach: Callable[..., Ran]) -> None:
    """Before a command, after it, and a value that is none."""
    for args in (("--nope",), ("weekly", "--nope"), ("prep",), ("prep", "anna", "--minutes", "many")):
        status, out, err = coach(*args)
        assert (status, out) == (2, ""), args
        assert len(err.splitlines()) == 2, args


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


def test_a_bug_outside_a_journal_is_kept_elsewhere(
    coach: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """In a folder for temporary files that nobody else can read."""
    monkeypatch.delenv("COACH_JOURNAL")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("salescoach.start.commands.help.guide_of", lambda **_: 1 / 0)
    status, _, err = coach("help")
    assert status == 3
    (kept,) = tmp_path.glob("coach-*/coach-bug.txt")
    assert str(kept) in err
    assert kept.parent.stat().st_mode & 0o777 == 0o700
    assert "ZeroDivisionError" in kept.read_text("utf-8")


def test_a_bug_that_cannot_be_kept_is_printed(coach: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    """On a full disk there is no other place for it."""

    def refuse(*_: object) -> None:
        raise Unwritable(file="coach-bug.txt", why="No space left on device")

    monkeypatch.setattr("salescoach.week.commands.weekly.weekly_of", lambda *_, **__: 1 / 0)
    monkeypatch.setattr("salescoach.journal.atomic.write", refuse)
    status, _, err = coach("weekly")
    assert status == 3
    assert "ZeroDivisionError" in err
    assert "mistake of coach" in err


def test_streams_that_are_no_files_are_left_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program may have put its own there."""
    out, err = io.StringIO(), io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    assert cli.run(["--version"]) == 0
    assert out.getvalue() == f"coach {__version__}\n"


def test_a_closed_pipe_ends_quietly(environ: dict[str, str]) -> None:
    """`coach show anna | head -1` is no failure."""
    with subprocess.Popen(
        [*PROGRAM, "help", "all"], env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as ran:
        assert ran.stdout
        assert ran.stderr
        ran.stdout.close()
        err = ran.stderr.read()
    assert (ran.returncode, err) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("weekly", "The answer cannot be shown here: No space left on device."),
        ("weekly --json", "The answer cannot be shown here: No space left on device."),
        ("--version", "The answer cannot be shown here: No space left on device."),
        ("note anna x", "Written to sellers/anna-berg.toml; it could not be shown here: No space left on device."),
        ("leave anna", "Written to sellers/anna-berg.toml; it could not be shown here: No space left on device."),
        ("praise anna x --json", "Written to sellers/anna-berg.toml; it could not be shown here: No space left"),
        ("init other", "/other; it could not be shown here: No space left on device."),
        ("demo other", "/other; it could not be shown here: No space left on device."),
    ],
)
def test_a_full_disk_under_stdout_is_a_sentence(environ: dict[str, str], line: str, said: str) -> None:
    """Status 5, no traceback; what was written by then is told, so that nobody writes it twice."""
    buffered = {name: value for name, value in environ.items() if name != "PYTHONUNBUFFERED"}
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run([*PROGRAM, *line.split()], env=buffered, stdout=full, stderr=subprocess.PIPE, check=False)
    err = ran.stderr.decode()
    assert (ran.returncode, len(err.splitlines())) == (5, 2), err
    assert said in err
    assert ("try again" in err) == err.startswith("The answer")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_talk_that_finds_no_room_changes_nothing(environ: dict[str, str], journal: Journal) -> None:
    """The answer and the status are what they are without it, of a failure too."""
    for line, status in (("note anna x; next: someday", 0), ("prep nobody", 4)):
        words = line.split(maxsplit=2)
        with Path("/dev/full").open("wb") as full:
            ran = subprocess.run([*PROGRAM, *words], env=environ, stdout=subprocess.PIPE, stderr=full, check=False)
        assert ran.returncode == status
        assert bool(ran.stdout) == (status == 0)
    assert b"someday" in journal.path("sellers/anna-berg.toml").read_bytes()


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


def test_an_error_that_nobody_reads_keeps_its_status(environ: dict[str, str]) -> None:
    """A closed pipe under the JSON of it, or under its sentences too, changes nothing."""
    read, write = os.pipe()
    os.close(read)
    args = [*PROGRAM, "prep", "nobody", "--json"]
    ran = subprocess.run(args, env=environ, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    deaf = subprocess.run(args, env=environ, stdout=write, stderr=write, check=False)
    os.close(write)
    assert (ran.returncode, deaf.returncode) == (4, 4)
    assert len(ran.stderr.splitlines()) == 2


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix closes the streams")
@pytest.mark.parametrize(
    ("line", "status"), [("weekly >&-", 0), ("weekly 2>&-", 0), ("log anna <&-", 2), ("prep nobody >&- 2>&-", 4)]
)
def test_a_closed_stream_is_one_that_leads_nowhere(environ: dict[str, str], line: str, status: int) -> None:
    """A service may start the program without any."""
    command = f"{shlex.join(PROGRAM)} {line}"
    ran = subprocess.run(["/bin/sh", "-c", command], env=environ, capture_output=True, text=True, check=False)
    assert ran.returncode == status, ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix closes the streams")
def test_what_is_written_without_a_stdout_is_said(environ: dict[str, str]) -> None:
    """So that it is not typed again; what only looks has nothing to say."""
    for line, said in (("note anna 'price: asked' >&-", "Written to "), ("weekly >&-", "")):
        command = f"{shlex.join(PROGRAM)} {line}"
        ran = subprocess.run(["/bin/sh", "-c", command], env=environ, capture_output=True, text=True, check=False)
        assert (ran.returncode, ran.stderr.startswith("Written to ")) == (0, bool(said)), ran.stderr


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
