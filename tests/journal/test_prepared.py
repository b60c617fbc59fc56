from datetime import date
from pathlib import Path

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
    """One that was shown before the last talk was for that one; of a seller the last is remembered."""
    preparations = Preparations(tmp_path)
    preparations.note(ANNA)
    for key, last, today, found in (
        ("anna-berg", None, FRIDAY, ANNA), ("anna-berg", TUESDAY, TUESDAY, ANNA), ("anna-berg", FRIDAY, FRIDAY, None),
        ("anna-berg", None, MONDAY, None), ("bo-ek", None, FRIDAY, None),
    ):  # fmt: skip
        assert preparations.of(key, last, today) == found
    later = Prepared("anna-berg", "2026-11-06", "development", ())
    preparations.note(later)
    assert preparations.of("anna-berg", None, FRIDAY) == later


def test_what_does_not_read_counts_as_nothing(tmp_path: Path) -> None:
    """It may be deleted at any time, so it may be broken too; where it cannot be written, nothing fails."""
    for stored in (b"", b"\xff", b"[]", b"{}", b'{"prepared": 1}', b'{"prepared": [{"key": "x"}]}'):
        (tmp_path / "prepared.json").write_bytes(stored)
        assert Preparations(tmp_path).last(TUESDAY) is None, stored
    preparations = Preparations(tmp_path / "prepared.json")
    preparations.note(ANNA)
    assert preparations.last(TUESDAY) is None


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
