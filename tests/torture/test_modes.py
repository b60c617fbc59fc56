import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """Set what the system takes from the modes of new files."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def open_to_others(root: Path) -> list[str]:
    """Return what is not for its owner alone, or not even for her: folders 0700, files 0600."""
    modes = {path: path.stat().st_mode & 0o777 for path in (root, *root.rglob("*"))}
    return [f"{path} {mode:o}" for path, mode in modes.items() if mode != (0o700 if path.is_dir() else 0o600)]


def test_all_that_is_made_is_for_its_owner_alone(
    coach: Any, umask: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Whatever the umask is: settings, sellers, lists of the program, drafts, tracebacks, and what -o writes."""
    root, out = tmp_path / "new" / "journal", tmp_path / "papers"
    assert coach.here("init", str(root)).status == 0, umask
    out.mkdir(mode=0o700)
    out.chmod(0o700)

    def told(*args: str) -> int:
        return int(coach.here(*args, "--journal", str(root)).status)

    assert told("add", "Anna Berg") == 0
    assert told("add", "Bo Ek") == 0
    assert told("note", "anna", "--", "a word; private: CANARY") == 0
    assert told("praise", "anna", "stayed calm") == 0
    assert told("prep", "anna") == 0
    assert told("log", "nobody", "kept as a draft") == 4
    assert told("leave", "bo") == 0
    assert told("export", "--private", "-o", str(out / "all.json")) == 0
    assert told("prep", "anna", "-o", str(out / "anna.md")) == 0
    assert coach.here("init", str(tmp_path / "back"), "--from", str(out / "all.json")).status == 0
    monkeypatch.setattr("salescoach.goals.rules.goals_of", lambda *_: 1 / 0)
    assert told("goal") == 3
    assert (root / ".coach" / "coach-bug.txt").is_file()
    assert list((root / ".coach" / "drafts").iterdir())
    assert [*open_to_others(root), *open_to_others(out), *open_to_others(tmp_path / "back")] == []


def test_nothing_is_kept_outside_the_journal(coach: Any, home: Path) -> None:
    """No draft, no cache, no list of the program: what notes and talks leave is all in its folder."""
    around = coach.root.parent
    before = {path for path in around.rglob("*") if coach.root not in path.parents}
    for line in (
        ["note", "anna", "x"],
        ["log", "nobody", "x"],
        ["prep", "anna"],
        ["leave", "bo"],
        ["undo"],
        ["weekly"],
    ):
        assert coach.here(*line).status in {0, 4}
    assert {path for path in around.rglob("*") if coach.root not in path.parents} == before
    assert list(home.iterdir()) == []
