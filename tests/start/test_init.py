from pathlib import Path
from typing import Any

import pytest

from salescoach.journal.settings import read_settings
from salescoach.records.settings import Settings


@pytest.fixture
def fresh(coach: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Return the program where there is no journal yet."""
    monkeypatch.delenv("COACH_JOURNAL")
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return coach


def test_a_journal_is_made_and_remembered(fresh: Any, home: Path, tmp_path: Path) -> None:
    """The one that is meant anywhere; one that is there is left alone, remembered again, and so is the way back."""
    fresh("init", "mine")
    assert read_settings(Path("mine/coach.toml")) == Settings()
    assert fresh("init", "mine/coach.toml").status == 5
    before = Path("mine/coach.toml").read_bytes()
    assert "Until now it was" in fresh("init", "other").err
    assert "yours from now on" in fresh("init", "mine").out
    assert fresh("path").out.strip() == str(Path("mine").resolve())
    assert Path("mine/coach.toml").read_bytes() == before
    ran = fresh("init", "~/mine")
    assert ran.status == 0
    assert str(home / "mine") in ran.out
    assert "may ask to read" in ran.out
    assert (home / "mine" / "coach.toml").stat().st_mode & 0o777 == 0o600
    assert (home / "mine").stat().st_mode & 0o777 == 0o700
    assert fresh("path").out.strip() == str(home / "mine")
    assert fresh("add", "Cia Dahl").status == 0
    fresh("init", "--journal", str(tmp_path / "third"))
    assert (tmp_path / "third" / "coach.toml").exists()


def test_a_journal_is_made_from_an_export(fresh: Any, journal: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """With private lines, comments, templates and what does not read, it is equal byte for byte."""
    fresh("--journal", str(journal.root), "note", "anna", "~ between us")
    (journal.root / "templates").mkdir()
    (journal.root / "templates" / "story.md").write_bytes(b"# {{ name }}\r\n")
    fresh.path("bo-ek").write_bytes(b"\xef\xbb\xbf[[talk]\r\n\xff")
    fresh("--journal", str(journal.root), "export", "--private", "-o", "j.json")
    ran = fresh("init", "new", "--from", "j.json")
    assert ran.status == 0, ran.err
    assert fresh("path").out.strip() == str(Path("new").resolve())
    for path in (one for one in journal.root.rglob("*") if one.is_file() and ".coach" not in one.parts):
        assert (Path("new") / path.relative_to(journal.root)).read_bytes() == path.read_bytes(), path
    monkeypatch.setenv("COACH_JOURNAL", "new")
    assert "between us" in fresh("show", "anna", "--private").out


def test_no_journal_is_made_from_what_lacks_private_lines(fresh: Any, journal: Any) -> None:
    """It says what to type instead, and nothing is written; a journal that is there is left alone."""
    fresh("--journal", str(journal.root), "export", "-o", "j.json")
    ran = fresh("init", "new", "--from", "j.json")
    assert ran.status == 2
    assert "coach export --private" in ran.err
    assert not Path("new").exists()
    before = fresh.bytes()
    fresh("--journal", str(journal.root), "export", "--private", "-o", "j.json")
    assert fresh("init", str(journal.root), "--from", "j.json").status == 2
    assert fresh.bytes() == before
