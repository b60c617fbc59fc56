from datetime import date
from pathlib import Path

import pytest

from salescoach.journal.prepared import Preparations, Prepared

MONDAY, TUESDAY, FRIDAY = (date(2026, 11, day) for day in (2, 3, 6))
ANNA = Prepared("anna-berg", "2026-11-03", "check-in", ("q1", "q2"))
BO = Prepared("bo-ek", "2026-11-03", "development", ())


def test_the_last_agenda_of_a_day_tells_whom_a_log_is_about(tmp_path: Path) -> None:
    """Also when one for somebody else was shown before and after."""
    for prepared in (ANNA, BO, ANNA):
        Preparations(tmp_path / ".coach").note(prepared)
    assert Preparations(tmp_path / ".coach").last(TUESDAY) == ANNA
    assert Preparations(tmp_path / ".coach").last(MONDAY) is None


def test_an_agenda_counts_from_its_day_until_the_talk(tmp_path: Path) -> None:
    """One that was shown before the last talk was for that one."""
    preparations = Preparations(tmp_path)
    preparations.note(ANNA)
    assert preparations.of("anna-berg", None, FRIDAY) == ANNA
    assert preparations.of("anna-berg", TUESDAY, TUESDAY) == ANNA
    assert preparations.of("anna-berg", FRIDAY, FRIDAY) is None
    assert preparations.of("anna-berg", None, MONDAY) is None
    assert preparations.of("bo-ek", None, FRIDAY) is None


def test_one_agenda_a_seller_is_remembered(tmp_path: Path) -> None:
    """The last."""
    preparations = Preparations(tmp_path)
    later = Prepared("anna-berg", "2026-11-06", "development", ())
    preparations.note(ANNA)
    preparations.note(later)
    assert preparations.of("anna-berg", None, FRIDAY) == later


def test_an_agenda_shown_again_is_not_written_again(tmp_path: Path) -> None:
    """Nothing new is to be remembered, so nothing has to wait for the disk."""
    Preparations(tmp_path).note(ANNA)
    before = (tmp_path / "prepared.json").stat()
    Preparations(tmp_path).note(ANNA)
    assert (tmp_path / "prepared.json").stat().st_ino == before.st_ino


def test_a_journal_that_cannot_be_written_to_can_be_prepared_from(tmp_path: Path) -> None:
    """Nothing is remembered, nothing fails."""
    (tmp_path / ".coach").write_bytes(b"")
    preparations = Preparations(tmp_path / ".coach")
    preparations.note(ANNA)
    assert preparations.last(TUESDAY) is None


@pytest.mark.parametrize("stored", [b"", b"\xff", b"[]", b"{}", b'{"prepared": 1}', b'{"prepared": [{"key": "x"}]}'])
def test_what_does_not_read_counts_as_nothing(tmp_path: Path, stored: bytes) -> None:
    """It may be deleted at any time, so it may be broken too."""
    (tmp_path / "prepared.json").write_bytes(stored)
    assert Preparations(tmp_path).last(TUESDAY) is None


def test_what_was_prepared_for_one_is_forgotten_alone(tmp_path: Path) -> None:
    """Nothing of it is left in the file; without anybody left, or where it does not read, the file goes."""
    found = Preparations(tmp_path)
    found.forget("anna")
    for key in ("anna", "bo"):
        found.note(Prepared(key, "2026-11-05", "check-in", ()))
    found.forget("eva")
    found.forget("anna")
    assert (found.knows("anna"), found.knows("bo")) == (False, True)
    assert "anna" not in (tmp_path / "prepared.json").read_text("utf-8")
    found.forget("bo")
    assert list(tmp_path.glob("*.json")) == []
    (tmp_path / "prepared.json").write_text("{anna", "utf-8")
    found.forget("anna")
    assert list(tmp_path.glob("*.json")) == []
