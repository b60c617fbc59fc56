import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from salescoach.journal.journal import Journal
from salescoach.records.note import Note

pytestmark = pytest.mark.slow

WRITE = """
import sys
from datetime import date
from pathlib import Path
from salescoach.journal.append import Addition, Block, add
from salescoach.journal.journal import Journal
for number in range(int(sys.argv[3])):
    journal = Journal(Path(sys.argv[1]))
    journal.seller("anna")
    block = Block("note", {"on": date(2026, 11, 5), "text": f"{sys.argv[2]} {number}"})
    add(journal, [Addition("sellers/anna-berg.toml", [block])], "note", "2026-11-05")
"""

READ = """
import json, sys
from pathlib import Path
from salescoach.journal.journal import Journal
from salescoach.records.note import Note
seen, reads = [], 0
while len(seen) < int(sys.argv[2]):
    journal = Journal(Path(sys.argv[1]))
    now = [note.text for note in journal.seller("anna").all(Note)]
    assert now[: len(seen)] == seen, "what was there is gone"
    seen, reads = now, reads + 1
print(json.dumps([reads, seen]))
"""

Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start(coach: Any, request: pytest.FixtureRequest) -> Start:
    """Return what starts another process, which does not outlive the test."""

    def started(*args: str) -> "subprocess.Popen[str]":
        line, pipe = [sys.executable, *args], subprocess.PIPE
        process = subprocess.Popen(line, env=coach.environment, text=True, stdout=pipe, stderr=pipe)

        def ended() -> None:
            process.kill()
            process.communicate()

        request.addfinalizer(ended)
        return process

    return started


def ended_well(processes: Sequence["subprocess.Popen[str]"]) -> list[str]:
    """Return what processes wrote, who all ended well and had nothing to tell of."""
    said = [process.communicate() for process in processes]
    assert [(process.returncode, err) for process, (_, err) in zip(processes, said, strict=True)] == [
        (0, "") for _ in processes
    ]
    return [out for out, _ in said]


@pytest.mark.parametrize(("writers", "adds"), [(2, 50), (4, 60)])
def test_processes_that_add_at_once_lose_nothing(
    coach: Any, start: Start, record_property: Any, writers: int, adds: int
) -> None:
    """Whoever reads meanwhile sees a whole file: what she saw before, and more of it."""
    root, whole = str(coach.root), writers * adds
    readers = [start("-c", READ, root, str(whole)) for _ in range(2)]
    ended_well([start("-c", WRITE, root, f"writer {name}", str(adds)) for name in range(writers)])
    texts = _texts(coach.root)
    assert sorted(texts) == sorted(f"writer {name} {number}" for name in range(writers) for number in range(adds))
    record_property("turns", sum(one.split()[1] != other.split()[1] for one, other in pairwise(texts)))
    for reads, last in map(json.loads, ended_well(readers)):
        assert last == texts
        assert reads > 1
    assert Journal(coach.root).check_vanished() == []
    assert coach.litter() == []


def test_commands_that_write_at_once_lose_nothing(coach: Any, start: Start) -> None:
    """Four managers' worth of commands, each started like any other, and one who looks all the while."""
    notes = [f"note {number}" for number in range(24)]
    processes: list[subprocess.Popen[str]] = []
    seen: list[str] = []
    for number in range(0, len(notes), 4):
        batch = [start("-m", "salescoach", "note", "anna", text) for text in notes[number : number + 4]]
        while any(process.poll() is None for process in batch):
            ran = coach.here("show", "anna", "--json")
            assert ran.status == 0
            assert ran.err == ""
            now = [one["text"].strip() for one in reversed(json.loads(ran.out)["records"])]
            assert now[: len(seen)] == seen
            seen = now
        processes += batch
    ended_well(processes)
    assert sorted(text.strip() for text in _texts(coach.root)) == sorted(notes)
    assert coach.here("undo").status == 0
    assert len(_texts(coach.root)) == len(notes) - 1
    assert coach.litter() == []


def test_what_is_added_while_one_reads_is_no_loss(coach: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has the old file and then looks up what was seen in it finds what is newer: nothing has vanished."""
    parsed = Journal.parsed
    written: list[int] = []

    def meanwhile(self: Journal, *args: Any) -> Any:
        if not written:
            written.append(coach("note", "anna", "meanwhile").status)
        return parsed(self, *args)

    assert coach.here("note", "anna", "the first").status == 0
    monkeypatch.setattr(Journal, "parsed", meanwhile)
    assert coach.here("show", "anna").err == ""
    assert written == [0]


def _texts(root: Path) -> list[str]:
    return [note.text for note in Journal(root).seller("anna").all(Note)]
