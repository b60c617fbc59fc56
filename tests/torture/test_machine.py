"""Any commands in any order, with hands in the files between them, against a simple model of what they leave."""

import io
import json
import os
import re
import shutil
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from fixtures.warm import Ran
from salescoach.app import App
from salescoach.cli import run
from salescoach.journal.journal import Journal
from salescoach.journal.undo import DEPTH
from salescoach.kit.look import Look
from salescoach.records.keys import key_form
from salescoach.records.kinds import KINDS
from salescoach.records.veil import clean

Files = dict[str, bytes]
Told = Counter[tuple[str, str]]

QUIET = settings(deadline=None, suppress_health_check=list(HealthCheck))
"""No clock: a machine may be slow."""

FINE, WRONG, UNKNOWN, BROKEN, CHANGED = 0, 2, 4, 5, 6
ALLOWED = {FINE, 1, WRONG, UNKNOWN, BROKEN, CHANGED}
"""Never 3: that is a bug."""

TEXT = {
    "talk": "notes",
    "note": "text",
    "rating": "evidence",
    "goal": "title",
    "progress": "note",
    "commitment": "what",
    "settled": "why",
    "praise": "what",
    "action": "note",
    "away": "why",
}
"""The text of each kind that is compared with what was typed."""

COPY = " (conflicted copy)"
"""What a cloud folder adds to the name of a file that was changed on two machines."""

NAMES = ["Cæsar Ørn", "王小明", "me", "CON", "D" * 80, "Eva-Lill  O'Neil", "[red]x[/red]", "Аnna Berg", "F {name} %s"]
NO_NAMES = ["", "!!!", "007", "x" * 300, "Anna Berg", "ÅSA  ÖBERG", "Gun\udcff"]

texts = st.text(st.characters(codec=None), min_size=1, max_size=30) | st.sampled_from(
    [
        "Plain words",
        "-x",
        "--json",
        "green: pace – good",
        "@me call by fri",
        "'''\"\"\"\\",
        "a\r\nb\rc\n",
        "[[note]]",
        "\x00#",
    ]
)
numbers = st.integers(0, 99)
picks = st.integers(0, 11)
hers = st.booleans()
levels = st.sampled_from(["red", "yellow", "green"])


@dataclass(frozen=True)
class Done:
    """One command that wrote: the files that it changed, as before and after, None where there was none."""

    changed: Mapping[str, tuple[bytes | None, bytes | None]]

    def ready(self, files: Files) -> bool:
        """Tell whether anything of it is there to be taken back."""
        return any(files.get(file) != before for file, (before, _) in self.changed.items())


class Page(io.TextIOWrapper):
    """A stream that is kept."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="ascii", newline="")

    def text(self) -> str:
        """Return what was written."""
        self.flush()
        return bytes(self.buffer.getvalue()).decode()  # type: ignore[attr-defined]  # it is the BytesIO of above


def coach(root: Path, *args: str, stdin: str = "") -> Ran:
    """Run one command line in this process, as from a pipe."""
    out, err, old = Page(), Page(), sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin.encode("utf-8", "surrogateescape")))
    try:
        with redirect_stdout(out), redirect_stderr(err):
            status = run(["--journal", str(root), *args])
    finally:
        sys.stdin = old
    return Ran(status, out.text(), err.text())


def files_of(root: Path) -> Files:
    """Return all that is in a journal but what may be deleted."""
    found = (path for path in root.rglob("*") if path.is_file())
    named = {path.relative_to(root).as_posix(): path for path in found}
    return {name: path.read_bytes() for name, path in named.items() if not name.startswith(".coach/")}


def put(root: Path, files: Files) -> None:
    """Make a journal of these files."""
    for name, data in files.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(data)


def records(data: bytes) -> list[tuple[str, Mapping[str, Any]]]:
    """Return the records of a file with their kinds; none where it does not parse."""
    try:
        tables = tomllib.loads(data.decode().replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError:
        return []
    return [(kind, row) for kind, rows in tables.items() if isinstance(rows, list) for row in rows]


def told(data: bytes) -> Told:
    """Return the texts in a file, with their kinds."""
    return Counter((kind, str(row.get(TEXT.get(kind, ""), ""))) for kind, row in records(data))


def kept(text: str) -> str:
    """Return words that were typed as they are kept."""
    return ended(text.strip())


def plain(text: str) -> bool:
    """Tell whether words are kept as they were typed: nothing unseen or private, no cue, no area."""
    return bool(text.strip()) and clean(text) == text and not re.search("[~,:]", text)


def ended(text: str) -> str:
    """Return a text with its line ends as they are kept."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_unicode(text: str) -> bool:
    """Tell whether a text can be written at all."""
    return not re.search("[\ud800-\udfff]", text)


TEAM: Files = {
    "coach.toml": b"format = 1\n",
    "sellers/anna-berg.toml": b'# Anna\nformat = 1\n\n[seller]\nname = "Anna Berg"\nadded = 2026-11-02',
    "sellers/bo-ek.toml": b'format = 1\r\n\r\n[seller]\r\nname = "Bo Ek"\r\nadded = 2026-11-02\r\n',
    "sellers/asa-oberg.toml": (
        '[seller]\nname = "Åsa Öberg"\nadded = 2026-11-02\n\n[[topic]]\non = 2026-11-02\nwhat = "x"\n'.encode()
    ),
}
"""Three who write their files differently: no last newline, CRLF, no format and no ids.

Each was added by the program: of two bare heads of one name nobody could tell whether they are one person.
"""


class Model(RuleBasedStateMachine):
    """A manager at work: she types, she edits by hand, she takes back; the model is bytes, texts and a stack."""

    longest = 0
    written: ClassVar[Counter[str]] = Counter()
    refused: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.root = Path(self.folder.name) / "coaching"
        self.files = dict(TEAM)
        self.told = {name: told(data) for name, data in TEAM.items()}
        self.stack: list[Done] = []
        self.earlier: dict[str, list[bytes]] = {}
        self.steps = 0

    @initialize()
    def begin(self) -> None:
        """Begin with a team of three."""
        put(self.root.parent, {})
        self.root.mkdir()
        put(self.root, self.files)

    def teardown(self) -> None:
        """Take the journal away."""
        Model.longest = max(Model.longest, self.steps)
        self.folder.cleanup()

    # what holds after each command

    @invariant()
    def holds_what_the_model_holds(self) -> None:
        """Every file has the bytes of the model's, none is there that should not be, and each text is read again."""
        self.steps += 1
        if not self.root.exists():
            return
        assert files_of(self.root) == self.files
        assert not list(self.root.rglob("*.coach-tmp"))
        team = Journal(self.root, private=True).everyone()
        for seller in team.sellers:
            name = f"{'left' if seller.left else 'sellers'}/{seller.key}.toml"
            read: Told = Counter()
            for kind, rows in seller.records.items():
                for row in rows:
                    read[kind, str(row.to_table().get(TEXT.get(kind, "")) or "")] += 1
            assert read == self.told[name], name
        broken = {name for name in self.sellers() if not records_read(self.files[name])}
        assert {problem.file for problem in team.problems} == {*broken, *self.copies()}

    # what she types

    def typed(self, *args: str, wants_json: bool = False, stdin: str = "") -> Ran:
        """Run a command, and check what holds for each."""
        ran = coach(self.root, *(["--json"] if wants_json else []), *args, stdin=stdin)
        assert ran.status in ALLOWED, ran
        assert "Traceback" not in ran.err
        assert (ran.status < WRONG) or ran.err, "a refusal says a sentence"
        if wants_json:
            assert isinstance(json.loads(ran.out), dict)
            assert ran.out.endswith("}\n")
        return ran

    def wrote(self, label: str, ran: Ran, expected: Mapping[str, Sequence[tuple[str, str]]] | None = None) -> None:
        """Check that a command wrote what was `expected` and nothing else, or nothing where it was refused."""
        now = files_of(self.root)
        if ran.status != FINE:
            assert now == self.files, f"refused, and yet written: {ran}"
            Model.refused[label] += 1
            return
        changed = self.changed(now)
        assert changed, f"{label} wrote nothing: {ran}"
        for name, (before, after) in changed.items():
            assert after is not None
            assert after.startswith(before or b""), "an earlier byte was lost"
            if b"\r\n" in (before or b""):
                assert b"\n" not in after[len(before or b"") :].replace(b"\r\n", b""), "another line end"
            new = told(after) - told(before or b"")
            if expected is not None:
                assert new == Counter(expected[name])
            self.told[name] = self.told.get(name, Counter()) + new
        assert expected is None or set(expected) == set(changed)
        self.note(label, changed, now)

    def changed(self, now: Files) -> dict[str, tuple[bytes | None, bytes | None]]:
        """Return the files that are not as the model has them, as before and now."""
        both = {name: (self.files.get(name), now.get(name)) for name in {**self.files, **now}}
        return {name: states for name, states in both.items() if states[0] != states[1]}

    def note(self, label: str, changed: Mapping[str, tuple[bytes | None, bytes | None]], now: Files) -> None:
        """Remember a command that can be taken back, and those before it that still can."""
        while self.stack and not self.stack[-1].ready(self.files):
            self.stack.pop()
        self.stack = [*self.stack, Done(changed)][-DEPTH:]
        self.files = now
        Model.written[label] += 1

    def adds(self, label: str, pick: int, args: Sequence[str], kind: str, text: str, *, typed: str = "") -> None:
        """Run a command that adds one record with one text about one seller."""
        name = self.pick(pick)
        ran = self.typed(label, Path(name).stem, *args)
        if is_unicode(text + typed) and records_read(self.files[name]) and name.startswith("sellers/"):
            assert ran.status == FINE or self.names_twice(), ran
        self.wrote(label, ran, {name: [(kind, text)]})

    def pick(self, pick: int) -> str:
        """Return the file of a seller."""
        sellers = self.sellers()
        return sellers[pick % len(sellers)]

    def sellers(self) -> list[str]:
        """Return the files of all sellers."""
        return sorted(name for name in self.files if "/" in name and COPY not in name)

    def copies(self) -> list[str]:
        """Return the conflict copies that lie about."""
        return sorted(name for name in self.files if COPY in name)

    def names_twice(self) -> bool:
        """Tell whether two sellers go by one name, so that neither is meant by it."""
        forms = [{Path(name).stem, key_form(last_name(self.files[name]))} for name in self.sellers()]
        return any(one & other for at, one in enumerate(forms) for other in forms[:at])

    def pick_open(self, pick: int, kinds: Sequence[str]) -> tuple[str, str] | None:
        """Return the file and the id of something open, None where nothing is."""
        found = [(name, one) for name in self.sellers() for one in self.open_ids(name, kinds)]
        return found[pick % len(found)] if found else None

    def open_ids(self, name: str, kinds: Sequence[str]) -> list[str]:
        """Return the ids in a file that can be settled."""
        rows = records(self.files[name])
        settled = {row["of"] for kind, row in rows if kind == "settled"}
        return [row["id"] for kind, row in rows if kind in kinds and row.get("id") and row["id"] not in settled]

    @rule(name=st.sampled_from(NAMES), every=numbers, wants_json=hers)
    def adds_a_seller(self, name: str, every: int, wants_json: bool) -> None:  # as drawn
        """Add somebody with an odd name, once; with a last talk where there is a number for it."""
        before = set(self.files)
        more = ["--last-talk", "3 nov"] if every % 2 else []
        ran = self.typed("add", *more, "--", name, wants_json=wants_json)
        new = set(files_of(self.root)) - before
        assert ran.status in {FINE, WRONG}
        assert len(new) == (ran.status == FINE)
        self.wrote("add", ran, {one: [("talk", "")] if more else [] for one in new})

    @rule(name=st.sampled_from(NO_NAMES))
    def adds_nobody(self, name: str) -> None:
        """Add somebody whose name no file can carry, or who is there."""
        ran = self.typed("add", "--", name)
        assert ran.status == WRONG
        self.wrote("add", ran)

    @rule(pick=picks, text=texts, piped=hers, label=st.sampled_from(["note", "log"]), wants_json=hers)
    def notes(self, pick: int, text: str, piped: bool, label: str, wants_json: bool) -> None:
        """Note anything, typed or piped: whatever its marks mean, it is written or refused whole."""
        name = self.pick(pick)
        typed = [label, Path(name).stem]
        if piped:
            ran = self.typed(*typed, wants_json=wants_json, stdin=re.sub("[\ud800-\udc7f\udd00-\udfff]", "", text))
        else:
            ran = self.typed(*typed, "--", text, wants_json=wants_json)
        if ran.status == FINE:
            assert set(self.changed(files_of(self.root))) == {name}
        self.wrote(label, ran)

    @rule(pick=picks, text=st.sampled_from(["Good pace", "Ærlig talt – ja\nog så", "王 said yes"]), talk=hers)
    def notes_plainly(self, pick: int, text: str, talk: bool) -> None:
        """Note what has no mark in it: it stands there as it was typed."""
        label, kind = ("log", "talk") if talk else ("note", "note")
        self.adds(label, pick, [text], kind, f"{text}\n")

    @rule(pick=picks, text=texts, seller=hers)
    def promises(self, pick: int, text: str, seller: bool) -> None:
        """Promise something, or let her."""
        if plain(text):
            args = ["--by", "fri", *(["--hers"] if seller else []), "--", text]
            self.adds("promise", pick, args, "commitment", kept(text))

    @rule(pick=picks, area=texts, level=levels, text=texts)
    def rates(self, pick: int, area: str, level: str, text: str) -> None:
        """Rate any area, for any reason."""
        if area.strip():
            self.adds("rate", pick, ["--", area, level, text], "rating", kept(text), typed=area)

    @rule(pick=picks, text=texts, start=numbers, goes_to=numbers)
    def sets_a_goal(self, pick: int, text: str, start: int, goes_to: int) -> None:
        """Set a goal of any title."""
        if plain(text):
            args = ["--from", str(start), "--to", str(goes_to), "--by", "31 dec", "--", text]
            self.adds("goal", pick, args, "goal", kept(text))

    @rule(pick=picks, how=st.sampled_from(["kept", "dropped", "progress"]), value=numbers, text=texts)
    def follows_up(self, pick: int, how: str, value: int, text: str) -> None:
        """Settle what is open, or note where a goal stands; what is not open is not found."""
        found = self.pick_open(
            pick, ["goal"] if how == "progress" else [kind for kind in KINDS if "kept" in KINDS[kind].settles]
        )
        name, one = found or (self.pick(pick), "z9z9z")
        if how == "progress":
            ran = self.typed("progress", Path(name).stem, one, str(value), f"--note={text}")
            label, kind = "progress", "progress"
        else:
            dropped = ["--dropped"] if how == "dropped" else []
            ran = self.typed("done", one, *dropped, f"--why={text}", "--seller", Path(name).stem)
            label, kind = "done", "settled"
        if found and is_unicode(text) and name.startswith("sellers/") and records_read(self.files[name]):
            assert ran.status == FINE or self.names_twice(), ran
        assert found or ran.status != FINE
        self.wrote(label, ran, {name: [(kind, ended(text))]})

    @rule(pick=picks, days=st.integers(1, 99))
    def books(self, pick: int, days: int) -> None:
        """Book the next talk."""
        self.adds("book", pick, [f"in {days} days"], "booking", "")

    @rule(pick=picks, text=texts, mine=hers)
    def goes_away(self, pick: int, text: str, mine: bool) -> None:
        """Note who is away; the first time that it is the manager makes her file."""
        why = ended(text)
        args = ["20 dec", "3 jan", f"--why={text}"]
        if not mine:
            self.adds("away", pick, args, "away", why)
            return
        self.wrote("away", self.typed("away", "me", *args), {"me.toml": [("away", why)]})

    @rule(pick=picks, text=texts)
    def praises(self, pick: int, text: str) -> None:
        """Note praise."""
        if text.strip():
            self.adds("praise", pick, ["--", text], "praise", kept(text))

    @rule(pick=picks, text=texts, everybody=hers)
    def acts(self, pick: int, text: str, everybody: bool) -> None:
        """Note a small action with one or several, all or nothing, or of her own."""
        note = ended(text)
        one, other = self.pick(pick), self.pick(pick + 1)
        who = [] if everybody else list(dict.fromkeys([Path(one).stem, Path(other).stem]))
        ran = self.typed("act", "explain-why", *who, f"--note={text}")
        files = ["me.toml"] if everybody else list(dict.fromkeys([one, other]))
        self.wrote("act", ran, {file: [("action", note)] for file in files})

    @rule(pick=picks, every=st.integers(1, 99), text=texts, what=st.sampled_from(["--role", "--alias", "--name"]))
    def sets(self, pick: int, every: int, text: str, what: str) -> None:
        """Change the head of a file; two may be called the same from then on."""
        name = self.pick(pick)
        ran = self.typed("set", Path(name).stem, "--every", str(every), f"{what}={text}")
        self.wrote("set", ran, {name: [("change", "")]})

    @rule(pick=picks, back=hers)
    def leaves(self, pick: int, back: bool) -> None:
        """Put away the file of somebody who left, or bring it back: the bytes are the same."""
        name = self.pick(pick)
        key, here = Path(name).stem, name.startswith("sellers/")
        ran = self.typed("leave", key, *(["--undo"] if back else []))
        if self.names_twice():
            return self.wrote("leave", ran) if ran.status else self.moved(name)
        assert ran.status == (WRONG if here == back else FINE), ran
        return self.wrote("leave", ran) if ran.status else self.moved(name)

    def moved(self, name: str) -> None:
        """Know a file in its new place."""
        folder, _, file = name.partition("/")
        to = f"{'left' if folder == 'sellers' else 'sellers'}/{file}"
        now = files_of(self.root)
        data = self.files[name]
        assert now == {**{one: text for one, text in self.files.items() if one != name}, to: data}
        self.told[to] = self.told.pop(name)
        self.earlier[to] = self.earlier.pop(name, [])
        self.note("leave", {name: (data, None), to: (None, data)}, now)

    # what takes back

    @rule(wants_json=hers)
    def undoes(self, wants_json: bool) -> None:
        """Take back the last command: the exact bytes, or a refusal that touches nothing."""
        self.take_back(self.typed("undo", wants_json=wants_json))

    @precondition(lambda self: self.stack)
    @rule(pick=picks)
    def undoes_what_was_edited_since(self, pick: int) -> None:
        """Edit a file that the last command wrote to, and then try to take that back."""
        there = sorted(name for name in self.stack[-1].changed if name in self.files)
        if there:
            name = there[pick % len(there)]
            self.by_hand(name, self.files[name] + b"\n# since")
            self.take_back(self.typed("undo"))

    def take_back(self, ran: Ran) -> None:
        """Check what undo did against the stack."""
        while self.stack and not self.stack[-1].ready(self.files):
            self.stack.pop()
        if not self.stack:
            assert ran.status == UNKNOWN
            assert files_of(self.root) == self.files
            return
        last = self.stack[-1]
        edited = [name for name, states in last.changed.items() if self.files.get(name) not in states]
        assert ran.status == (CHANGED if edited else FINE), ran
        if edited:
            assert files_of(self.root) == self.files
            Model.refused["undo"] += 1
            return
        self.stack.pop()
        for name, (before, _) in last.changed.items():
            if before is None:
                del self.files[name]
                self.told.pop(name, None)
            else:
                self.files[name] = before
                self.told[name] = told(before)
        Model.written["undo"] += 1

    # what writes a file anew

    @rule(pick=picks, how=st.sampled_from(["adds", "cuts", "breaks", "mends"]))
    def edits(self, pick: int, how: str) -> None:
        """Open a file in the editor: what is saved and reads is the file, what does not read is dropped."""
        name = self.pick(pick)
        before = self.files[name]
        saved = EDITS[how](before)
        with patch.object(App, "ask", property(lambda app: Editor(app.look(sys.stderr), saved))):
            ran = self.typed("edit", Path(name).stem)
        now = files_of(self.root)
        assert set(self.changed(now)) <= {name}
        if not records_read(saved):
            assert now == self.files
        elif how == "adds" and not self.names_twice():
            assert ran.status == FINE
            assert now[name] == saved
        if now != self.files:
            assert now[name] == saved
            self.told[name] = told(saved)
            self.note("edit", {name: (before, saved)}, now)

    @rule(pick=picks, how=st.sampled_from(["adds", "cuts"]))
    def merges(self, pick: int, how: str) -> None:
        """Unite a copy that a cloud folder made with its file: no record of either is lost."""
        name = self.pick(pick)
        copies = self.copies()
        if not copies:
            copies = [f"{name.removesuffix('.toml')}{COPY}.toml"]
            self.files[copies[0]] = EDITS[how](self.files[name])
            put(self.root, {copies[0]: self.files[copies[0]]})
        ran = self.typed("doctor", "--merge", copies[0])
        now = files_of(self.root)
        if ran.status != FINE:
            assert now == self.files
            (self.root / copies[0]).unlink()
            del self.files[copies[0]]
            return
        changed = self.changed(now)
        assert changed.pop(copies[0])[1] is None
        of = next(iter(changed), "")
        both = told(self.files[copies[0]]) | (told(self.files[of]) if of in self.files else Counter())
        if of:
            assert told(now[of]) >= both
            self.told[of] = told(now[of])
        assert len(changed) <= 1
        self.note("merge", {**changed, copies[0]: (self.files[copies[0]], None)}, now)

    @rule(pick=picks)
    def accepts(self, pick: int) -> None:
        """Take a file as it is for whole; one that does not read is not."""
        name = self.pick(pick)
        ran = self.typed("doctor", "--accept", name)
        assert ran.status == (FINE if records_read(self.files[name]) else BROKEN)
        assert files_of(self.root) == self.files

    # what she does by hand

    def by_hand(self, name: str, data: bytes) -> None:
        """Save a file in an editor."""
        self.earlier.setdefault(name, []).append(self.files[name])
        (self.root / name).write_bytes(data)
        self.files[name] = data
        self.told[name] = told(data)

    @rule(
        pick=picks, ending=st.sampled_from(["\n# mine", "\n# mine\n", '\n[[note]]\non = 2026-11-20\ntext = "by hand"'])
    )
    def adds_by_hand(self, pick: int, ending: str) -> None:
        """Append a comment, or a record without an id, with the last newline or without."""
        name = self.pick(pick)
        if records_read(self.files[name]):
            self.by_hand(name, self.files[name] + ending.encode())

    @rule(pick=picks)
    def saves_with_other_line_ends(self, pick: int) -> None:
        """Save a file in an editor that makes CRLF of each line end."""
        name = self.pick(pick)
        self.by_hand(name, self.files[name].replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))

    @rule(pick=picks)
    def cuts_by_hand(self, pick: int) -> None:
        """Remove the last record."""
        name = self.pick(pick)
        head, block, _ = self.files[name].rpartition(b"\n[[")
        if block and records_read(head) and records_read(self.files[name]):
            self.by_hand(name, head)

    @rule(pick=picks)
    def breaks_a_file(self, pick: int) -> None:
        """Leave a bracket open: nothing is written to the file until it is mended, and the others go on."""
        name = self.pick(pick)
        if pick % 3 == 0:
            self.by_hand(name, self.files[name] + b"\n[oops\n")

    @precondition(lambda self: self.earlier)
    @rule(pick=picks)
    def brings_back_a_copy(self, pick: int) -> None:
        """Put a file back as it was before it was edited."""
        names = [name for name, copies in sorted(self.earlier.items()) if copies and name in self.files]
        if names:
            name = names[pick % len(names)]
            self.by_hand(name, self.earlier[name].pop())

    @rule(pick=picks)
    def deletes_what_may_be(self, pick: int) -> None:
        """Delete `.coach`, or one file in it: nothing is lost but undo."""
        if pick % 4 or not (self.root / ".coach").exists():
            return
        shutil.rmtree(self.root / ".coach")
        self.stack = []

    # what only reads

    @rule(
        pick=picks,
        what=st.sampled_from(
            [["weekly"], ["show"], ["prep"], ["find", "x"], ["doctor"], ["undo", "--list"], [], ["promise"]]
        ),
        wants_json=hers,
        more=st.lists(st.sampled_from(["--all", "--private"]), unique=True),
    )
    def reads(self, pick: int, what: list[str], wants_json: bool, more: list[str]) -> None:
        """Look at something: it works, and changes nothing."""
        whom = [Path(self.pick(pick)).stem] if what in (["show"], ["prep"]) else []
        ran = self.typed(*more, *what, *whom, wants_json=wants_json)
        broken = any(not records_read(self.files[name]) for name in self.sellers())
        assert ran.status in {FINE, 1} or (whom and (broken or self.names_twice())), ran
        assert files_of(self.root) == self.files


@dataclass(frozen=True)
class Editor:
    """Stands for the manager with her editor: she saves one text, and drops what is refused."""

    look: Look
    saved: bytes
    possible: bool = True

    def tell(self, *parts: Any) -> None:
        """Read what is shown."""

    def key(self, question: str, choices: Mapping[str, str], default: str) -> str:
        """Drop what was edited, or begin anew."""
        del question, default
        return "d" if "d" in choices else "n"

    def edit(self, path: Path) -> None:
        """Save the text."""
        path.write_bytes(self.saved)


EDITS: Mapping[str, Callable[[bytes], bytes]] = {
    "adds": lambda data: data + b"\n# edited\n[[note]]\non = 2026-11-20\ntext = 'edited'\n",
    "cuts": lambda data: data.rpartition(b"\n[[")[0] or data,
    "breaks": lambda data: data + b"\n[oops\n",
    "mends": lambda data: data.replace(b"\r\n", b"\n").replace(b"\n[oops\n", b""),
}
"""What a hand does to a file."""


def records_read(data: bytes) -> bool:
    """Tell whether a file parses and has a head."""
    try:
        return "seller" in tomllib.loads(data.decode().replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError:
        return False


def last_name(data: bytes) -> str:
    """Return what a seller is called now."""
    if not records_read(data):
        return ""
    head = tomllib.loads(data.decode().replace("\r\n", "\n"))["seller"]["name"]
    return str([head, *(row["name"] for kind, row in records(data) if kind == "change" and "name" in row)][-1])


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands run as on Monday 23 November 2026, and wait for no disk: no power is lost here."""
    monkeypatch.setenv("COACH_TODAY", "2026-11-23")
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "VISUAL", "EDITOR", "COACH_JOURNAL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.mark.slow
@pytest.mark.usefixtures("quick")
def test_any_commands_in_any_order_do_what_a_simple_model_does() -> None:
    """No byte lost, undo exact, never a bug, a sentence with each refusal, whatever hands do between."""
    Model.longest = 0
    Model.written.clear()
    Model.refused.clear()
    run_state_machine_as_test(Model, settings=settings(QUIET, max_examples=60, stateful_step_count=30))
    sys.stdout.write(f"{Model.longest} steps; {dict(Model.written)}; {dict(Model.refused)}\n")
    assert Model.longest >= 20
    assert len(Model.written) >= 14  # of 17: no machine that only reads, or is always refused
    assert Model.written["undo"]
    assert Model.refused["undo"]


KEYS = st.sampled_from(["anna-berg", "bo-ek", "asa-oberg", "anna-berg,bo-ek", "eva-ek"])
LINES = st.one_of(
    st.tuples(st.sampled_from(["note", "log", "praise"]), KEYS, st.just("--"), texts),
    st.tuples(st.just("promise"), KEYS, st.just("--by"), st.just("fri"), st.just("--"), texts),
    st.tuples(st.just("rate"), KEYS, st.just("--"), texts, levels, texts),
    st.tuples(st.just("goal"), KEYS, st.just("--"), texts),
    st.tuples(st.just("set"), KEYS, texts.map("--role={}".format)),
    st.tuples(st.just("act"), st.just("explain-why"), st.just("--note"), st.just("x")),
    st.tuples(st.just("act"), st.just("explain-why"), KEYS),
    st.tuples(st.just("away"), st.just("me"), st.just("20 dec"), st.just("3 jan")),
    st.tuples(st.just("book"), KEYS, st.just("in 3 days")),
    st.tuples(st.just("done"), st.just("x")),
    st.tuples(st.just("add"), st.just("Eva Ek")),
    st.tuples(st.just("leave"), KEYS),
    st.tuples(st.just("leave"), KEYS, st.just("--undo")),
    st.tuples(st.just("edit"), KEYS, st.sampled_from(sorted(EDITS))),
)
"""Command lines that write, most of them; that of edit ends with what the hand does."""


@pytest.mark.slow
@pytest.mark.usefixtures("quick")
def test_undo_after_any_commands_gives_the_exact_bytes_back() -> None:
    """One after the other, each state again, to the journal as it was at first; then nothing is left to take back."""
    depths: list[int] = []

    @settings(QUIET, max_examples=30)
    @given(st.integers(0, DEPTH).flatmap(lambda least: st.lists(LINES, min_size=least, max_size=DEPTH)))
    def take_all_back(lines: list[tuple[str, ...]]) -> None:
        with TemporaryDirectory() as folder:
            root = Path(folder)
            put(root, TEAM)
            states = [files_of(root)]
            for line in lines:
                carried_out(root, line)
                now = files_of(root)
                states += [now] if now != states[-1] else []
            depths.append(len(states) - 1)
            while len(states) > 1:
                states.pop()
                assert coach(root, "undo").status == FINE
                assert files_of(root) == states[-1]
            assert files_of(root) == TEAM
            assert coach(root, "undo").status == UNKNOWN

    take_all_back()
    sys.stdout.write(f"{max(depths)} commands taken back\n")
    assert max(depths) >= DEPTH // 2


def carried_out(root: Path, line: tuple[str, ...]) -> None:
    """Run a command line, that of edit with a hand at the file."""
    if line[0] != "edit":
        assert coach(root, *line).status in ALLOWED
        return
    file = next((root / name for name in files_of(root) if Path(name).stem == line[1]), None)
    saved = EDITS[line[2]](file.read_bytes()) if file else b""
    with patch.object(App, "ask", property(lambda app: Editor(app.look(sys.stderr), saved))):
        assert coach(root, *line[:2]).status in ALLOWED
