import io
import json
import re
import shlex
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from salescoach.cli import run
from salescoach.table import COMMANDS

BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
STYLES = re.compile(r"\x1b\[(?:[0-27]|3[1236]|90)(?:;(?:[0-27]|3[1236]|90))*m")
"""What the program's own colours are made of; magenta, 35, is in no style of its own."""

POISON = (
    "\x1b[2J\x1b[35mP\x1b]8;;http://evil.example\x1b\\link\x1b]52;c;aGk=\x07\x9b31m\u202egnp\u2066\r\u2028\x85\x7f"
    "\U000e0041[red]markup[/red][/b]{name}%s"
)
"""What a terminal acts on, and what only looks as if; no null character, which no argument can hold."""

TEXT = "[red]markup[/red][/b]{name}%s<b>&"
"""What looks alive at the end of every text in the journal."""

CHECK = Path(__file__).parents[3] / "shared" / "checks" / "tty_check.py"

SHELLS = {
    "bash": {"_COACH_COMPLETE": "complete_bash"},
    "zsh": {"_COACH_COMPLETE": "complete_zsh"},
    "fish": {"_COACH_COMPLETE": "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    "powershell": {"_COACH_COMPLETE": "complete_powershell"},
}

LINES = {
    "prep": "anna | ida | anna --mind | anna --agenda ☠",
    "log": "anna ☠ | anna 'red: ☠ – ☠; @me ☠ by fri; goal: ☠; focus: ☠ – x; next: ☠'",
    "note": "anna ☠ | bo 'topic: ☠; praise: ☠' | anna --dry-run ☠",
    "weekly": " | --why",
    "show": "anna | eva | ida | anna --kind ☠ | anna --since ☠ | anna --from '1 jan' | anna --from ☠ --to ☠",
    "done": "x05 | markup | ☠",
    "undo": "--list | ",
    "redo": "",
    "move": "x05 fri | markup fri | ☠ fri | x05 fri --why ☠",
    "add": "'New ☠' | --from ☠ | --from ☠ --encoding ☠ --update | 'Ny Ny' --role ☠ --email ☠",
    "set": "anna --role ☠ | anna --name ☠ | anna --every ☠",
    "book": "anna ☠ | anna 'fri 27 nov' --where ☠",
    "away": "anna ☠ ☠ | anna '20 dec' '3 jan' --why ☠",
    "edit": "anna | eva",
    "leave": "anna | ida --undo | eva",
    "rate": "anna ☠ green ☠ | anna x ☠ | anna ☠ red | anna | anna ☠ --card ☠ | anna green --card discovery --seen ☠",
    "expect": "anna | eva | anna ☠ | anna x --red ☠ | anna ☠ --drop",
    "me": " | --private | --all",
    "retro": " | anna | anna --lesson ☠",
    "ask": (
        " | anna | eva retro --of buddy | anna development | service | anna eva service --about ☠ | "
        "anna development --about ☠ | anna retro --of ☠ | anna ☠ | anna --from ☠ | anna --from -"
    ),
    "recap": (
        "anna | team | eva --style chat | ida | anna --style ☠ | anna --on ☠ | anna --sent | anna --verify ☠ | "
        "anna --verify -"
    ),
    "initiative": " | service | ☠ | ☠ ☠ --why ☠ | service --end --why ☠",
    "figures": " | anna | --from ☠ | --from ☠ --source ☠ --map ☠ --who ☠ | --from ☠ --map seller=☠ --who ☠=anna | ☠",
    "onboard": (
        "--today 2026-11-07 | anna --today 2026-11-07 | anna | eva --for markup --today 2026-11-07 | "
        "eva --plan placed --again | eva --plan ☡ | bo --phase ☠ | bo --for ☠ | bo --start ☠ | bo --signed ☠ | "
        "eva --knows ☠ | eva --knows '☠: ☠' | bo --plan placed | 'Ny ☠'"
    ),
    "probation": (
        "anna | eva --all | anna --country ☠ | anna --ends ☠ | anna --term ☠ | --rules --country ☠ | --rules | "
        "anna told --on ☠ | anna extend --ends 2027-05-01 --why 'away ☠' | "
        "anna --ends 2027-05-01 --counts ☠ --why ☠ | anna end | anna end --yes --why ☠ | anna"
    ),
    "goal": " | anna | anna ☠ --by ☠ | anna ☠ --to ☠ | anna ☠",
    "progress": "anna markup 7 | anna x03 ☠ | anna ☠ 7",
    "promise": " | anna | anna ☠ --by fri | anna ☠ --by ☠ | bo x --by fri --area ☠",
    "praise": " | anna | anna ☠",
    "act": (
        " | poison anna | ☠ anna --note ☠ | poison☠ anna | --list | --list ☠ | --list poison☠ | "
        "--choose ☠ --drop ☠ | --choose ☠ --new"
    ),
    "init": "☢ | /dev/null/☣ | --from ☠",
    "demo": "demo-☥",
    "find": "markup | ☠ | a --who ☠ | a --kind ☠",
    "export": " | anna | eva",
    "dossier": "anna | eva | ida",
    "erase": "anna --dry-run | eva --dry-run | anna --name ☠ | --older ☠",
    "doctor": " | --accept ☠ | --merge ☠",
    "path": " | eva",
    "help": "all | ☠",
}
"""Command lines of every command, those that fail too; each sign stands for poison, or as much of it as goes there."""

SIGNS = {
    "☠": POISON,
    "☡": POISON.replace("/", ""),
    "☢": POISON[:40],
    "☣": POISON[:20],
    "☤": POISON[:5],
    "☥": "\x1b[2J\u202e",
}

WAYS: dict[str, tuple[str, ...]] = {
    "pipe": (),
    "pipe whole": ("--all", "--private"),
    "json": ("--json",),
    "colour": ("--color", "always"),
    "terminal 80": (),
    "terminal 40": ("--all", "--private"),
}

QUICK = "terminal 40"
TRIED = [way if way == QUICK else pytest.param(way, marks=pytest.mark.slow) for way in WAYS]
"""The ways as tests try them: the one that shows most at once, the others in the long run."""


def typed(lines: str) -> list[list[str]]:
    """Return command lines as they are typed, poison in the place of its signs."""
    words = [shlex.split(line) for line in lines.split(" | ")]
    return [["".join(SIGNS.get(char, char) for char in word) for word in line] for line in words]


class Terminal(io.StringIO):
    """A terminal, as far as the program can tell."""

    def isatty(self) -> bool:
        """Tell that it is one."""
        return True


def acting(text: str, *, colour: bool = False) -> list[str]:
    """Return every character that a terminal would act on, the program's own colours apart."""
    left = STYLES.sub("", text) if colour else text
    odd = {char for char in set(left) if _acts(char)}
    return [ascii(left[max(at - 30, 0) : at + 30]) for at, char in enumerate(left) if char in odd]


def _acts(char: str) -> bool:
    code = ord(char)
    odd = unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} or unicodedata.bidirectional(char) in BIDI
    return (odd and char not in "\n\t") or 0xE0000 <= code <= 0xE007F or char in "\u200b\u200e\u200f\u061c\ufeff"


def ran(monkeypatch: pytest.MonkeyPatch, way: str, *args: str) -> tuple[int, str, str]:
    """Run a command line with a screen or a pipe behind it; return its status, answer and talk."""
    kind = Terminal if way.startswith("terminal") else io.StringIO
    out, err = kind(), kind()
    with monkeypatch.context() as patched:
        if way.startswith("terminal"):
            patched.setenv("COLUMNS", way.split()[1])
            patched.setattr("salescoach.kit.ask.Ask.line", lambda *_: "")
            patched.setattr("salescoach.kit.ask.Ask._pressed", lambda *asked: asked[2])
        patched.setattr(sys, "stdin", Terminal() if way.startswith("terminal") else io.TextIOWrapper(io.BytesIO()))
        patched.setattr(sys, "stdout", out)
        patched.setattr(sys, "stderr", err)
        status = run([*args, *WAYS.get(way, ())])
    return status, out.getvalue(), err.getvalue()


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, spoken: Any) -> Any:
    """Stand beside the journal whose every text is poison, an editor at hand that changes nothing."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "VISUAL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COACH_JOURNAL", str(spoken.root))
    monkeypatch.setenv("COACH_TODAY", "2026-11-23")
    monkeypatch.chdir(spoken.root.parent)
    return spoken


def test_every_command_has_lines_here() -> None:
    """A new one is tried too."""
    assert LINES.keys() == COMMANDS.keys()


@pytest.mark.parametrize("way", TRIED)
@pytest.mark.parametrize("name", ["", *LINES])
def test_nothing_that_acts_reaches_a_terminal_or_a_pipe(
    here: Any, monkeypatch: pytest.MonkeyPatch, name: str, way: str
) -> None:
    """From whatever field, phrase, setting, file name or argument it comes, whether the command succeeds or not."""
    assert here.root.is_dir()
    lines = [[name, *line] for line in typed(LINES[name])] if name else [[]]
    for line in [*lines, *([[name, f"--{POISON}"], [name, POISON, POISON, POISON, POISON]] if name else [])]:
        status, out, err = ran(monkeypatch, way, *line)
        assert status in {0, 1, 2, 4, 5}, (line, status, err)
        assert acting(out + err, colour=way.startswith(("colour", "terminal"))) == [], line
        if way == "json" and out:
            assert json.loads(out)["format"] == 1


GLOBALS = typed(
    "--journal ☠ | --today ☠ | --lang ☠ | --color ☠ | --☠ | -☠ | ☠ | weekly -o ☤.md | weekly -o ☤.txt"
    " | weekly -o nowhere☠/x.txt | prep anna -o x.☠ | preb ☠ | note anna '-☠ a b'"
)


@pytest.mark.parametrize("way", TRIED)
@pytest.mark.parametrize("line", GLOBALS, ids=lambda line: ascii(line[0])[:12])
def test_a_line_that_is_poison_is_answered_in_plain_text(
    here: Any, monkeypatch: pytest.MonkeyPatch, line: list[str], way: str
) -> None:
    """Whatever is wrong with it, the sentence that says so is no more than a sentence."""
    assert here.root.is_dir()
    status, out, err = ran(monkeypatch, way, *line)
    assert status in {0, 2, 4, 5}, err
    assert acting(out + err, colour=way.startswith(("colour", "terminal"))) == []


@pytest.mark.parametrize("way", TRIED)
@pytest.mark.parametrize(
    "name", ["COACH_TODAY", "COACH_JOURNAL", "EDITOR", "VISUAL", "COLUMNS", "TERM", "NO_COLOR", "HOME"]
)
@pytest.mark.parametrize(
    "value", [POISON, "'", f"sh -c false {POISON}".replace("'", "")], ids=["poison", "quote", "fails"]
)
def test_an_environment_that_is_poison_is_answered_in_plain_text(
    here: Any, monkeypatch: pytest.MonkeyPatch, name: str, value: str, way: str
) -> None:
    """Its variables are what somebody else may have set."""
    assert here.root.is_dir()
    monkeypatch.setenv(name, value)
    for line in (["weekly"], ["edit", "anna"], ["note", "anna", "x"]):
        status, out, err = ran(monkeypatch, way, *line)
        assert status in {0, 2, 4, 5}, (line, err)
        assert acting(out + err, colour=way.startswith(("colour", "terminal"))) == []


@pytest.mark.parametrize("name", ["show", "export", "dossier", "find", "prep", "goal", "promise", "weekly"])
def test_what_looks_like_markup_is_text(poisoned: Any, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Brackets, braces and per cent signs are shown as they were typed; what acts can be seen."""
    line = {"find": ["find", "markup"], "goal": ["goal"], "promise": ["promise"], "weekly": ["weekly", "--all"]}
    options = ["--journal", str(poisoned.root), "--today", "2026-11-23"]
    _, out, _ = ran(monkeypatch, "pipe", *options, *line.get(name, [name, "anna"]))
    marked = out.replace("\\", "").replace("&amp;", "&") if name == "export" else out
    assert TEXT in marked
    assert "\u241b[2J" in marked
    assert "<U+202E>gnp" in marked


def test_a_level_is_called_what_it_is_called(poisoned: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name with braces in it is no gap of a phrase."""
    (poisoned.root / "coach.toml").write_text("[levels]\nred = '{name} {} }{'\n", "utf-8")
    options = ["--journal", str(poisoned.root), "--today", "2026-11-23"]
    for line in (["rate", "anna", "x", "red"], ["weekly", "--why"], ["prep", "anna"], ["show", "anna"]):
        status, out, err = ran(monkeypatch, "pipe", *options, *line)
        assert status == 0, err
        assert "{name} {} }{" in out


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    "typed", ["prep ", "rate anna ", "rate anna x ", "done ", "progress anna ", "act ", "\x1b[2J "]
)
def test_one_tab_offers_nothing_that_acts(
    here: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str, shell: str
) -> None:
    """Nor a value that the shell would act on once it stands on the line."""
    out = completed(monkeypatch, capsys, shell, typed)
    assert here.root.is_dir()
    assert acting(out) == []
    assert ("anna-berg" in out) == (typed == "prep ")


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_one_tab_says_names_as_they_are_written(
    coach: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], shell: str
) -> None:
    """Brackets are no markup there either, and a backslash cannot undo the quotes of a shell."""
    monkeypatch.setenv("COACH_JOURNAL", str(coach.root))
    (coach.root / "sellers" / "a.toml").write_text("[seller]\nname = 'Ann [/b] [red]B[/red] [x'\n", "utf-8")
    (coach.root / "sellers" / "b.toml").write_text("[seller]\nname = 'Bo \\$(touch x)'\n", "utf-8")
    (coach.root / "sellers" / "c\\$(touch x).toml").write_text("[seller]\nname = 'Cia'\n", "utf-8")
    out = completed(monkeypatch, capsys, shell, "prep ")
    assert "Ann [/b] [red]B[/red] [x" in out
    assert "Bo" in out
    assert "\\\\$" not in out
    assert "Cia" not in out


def completed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], shell: str, typed: str) -> str:
    """Return what one TAB prints in a shell, to be offered."""
    line = f"coach {typed}"
    words = {"COMP_WORDS": line, "COMP_CWORD": str(line.count(" ")), "_TYPER_COMPLETE_ARGS": line}
    powershell = {"_TYPER_COMPLETE_WORD_TO_COMPLETE": ""}
    with monkeypatch.context() as patched:
        for name, value in (words | powershell | SHELLS[shell]).items():
            patched.setenv(name, value)
        with pytest.raises(SystemExit):
            run(())
    return str(capsys.readouterr().out)


@pytest.mark.slow
@pytest.mark.skipif(not CHECK.is_file(), reason="the checker of terminals is not here")
@pytest.mark.parametrize("name", [name for name in LINES if name not in {"log", "note", "edit", "erase", "leave"}])
def test_a_real_terminal_is_given_nothing_that_acts(here: Any, name: str) -> None:
    """Each command that asks nothing under a terminal of its own, and in a pipe."""
    line = [sys.executable, "-P", "-m", "salescoach", name, *typed(LINES[name])[0]]
    done = subprocess.run(
        [sys.executable, str(CHECK), "--", *line],
        env=here.environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert done.returncode == 0, done.stdout + done.stderr
