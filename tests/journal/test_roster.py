from datetime import date
from pathlib import Path
from typing import Any

import pytest

from salescoach.errors import NoSuchSeller, NotASeller, NotFound, SeveralSellers
from salescoach.journal import atomic
from salescoach.journal.append import Addition, Block, add, take_back
from salescoach.journal.journal import Journal
from salescoach.journal.rewrite import Rewrite, change
from salescoach.journal.roster import Roster


@pytest.fixture
def roster(tmp_path: Path) -> Roster:
    """Return a roster of four, of whom one left, one goes by the key of another, and one by what the manager does."""
    for file, name in {
        "sellers/anna-berg.toml": "Anna Holm", "sellers/anna-2.toml": "Anna Berg", "sellers/Me.toml": "Mette Ek",
        "sellers/anna-berg (conflicted copy).toml": "Anna Holm", "left/bo-ek.toml": "Bo Ek",
    }.items():  # fmt: skip
        path = tmp_path / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(f'[seller]\nname = "{name}"\naliases = ["bo-ek"]\n', "utf-8")
    return Roster(tmp_path)


@pytest.mark.parametrize("typed", ["anna-berg", "bo-ek", "anna-2"])
def test_an_exact_key_is_found_without_a_look_into_any_file(
    roster: Roster, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a team of a thousand that spares a thousand files; it comes before every name and alias."""
    monkeypatch.setattr(atomic, "read", lambda *_: pytest.fail("it read a file"))
    assert roster.find(typed) == typed


def test_all_that_is_no_exact_key_is_looked_up_in_every_file(roster: Roster) -> None:
    """A full name, a key in another form, a copy of a file: others may go by it as well."""
    assert roster.find("anna holm") == "anna-berg"
    with pytest.raises(SeveralSellers):
        roster.find("Anna-Berg")
    with pytest.raises(NotASeller):
        roster.find("Me")
    with pytest.raises(NotFound):
        roster.find("anna-berg (conflicted copy)")


def test_a_file_that_icloud_keeps_is_told_of_by_whatever_needs_it(coach: Any) -> None:
    """She is somebody; nothing is written, moved, exported or removed in her place, and nothing is missing."""
    coach("weekly")
    away = coach.path("bo-ek").rename(coach.path("bo-ek").with_name(".bo-ek.toml.icloud"))
    told, before = "bo-ek.toml is in iCloud and not on this machine: open it in Finder once.", coach.bytes()
    for typed in ("weekly", "", "find x", "promise", "goal", "me"):
        ran = coach(*typed.split())
        assert (ran.status, told in ran.err + ran.out, "gone" in ran.err) == (0, True, False), typed
    assert coach("weekly", "--check").status == coach("doctor").status == 1
    for typed in ("prep bo", "show bo-ek", "note bo x", "leave bo", "erase bo --name bo-ek", "export --private"):
        ran = coach(*typed.split())
        assert (ran.status, told in ran.err) == (5, True), typed
    assert coach("add", "Bo Ek").status == 2
    assert {file: data for file, data in coach.bytes().items() if ".coach" not in file} == before
    assert away.exists()


def test_my_own_file_and_the_settings_may_be_in_icloud_as_well(coach: Any) -> None:
    """None is begun anew."""
    for name in ("me.toml", "coach.toml"):
        path = coach.root / name
        path.touch()
        path.rename(coach.root / f".{name}.icloud")
        ran = coach("act", "explain-why")
        assert (ran.status, f"{name} is in iCloud" in ran.err, path.exists()) == (5, True, False)


def test_what_sellers_are_called_is_read_anew_after_a_write(journal: Journal) -> None:
    """Once in a command until then: whatever it added, rewrote or took back may have given somebody another name."""
    alias = Block("change", {"on": date(2026, 11, 5), "aliases": ["Ansi"], "was": {}})
    assert journal.find("anna") == "anna-berg"
    add(journal, [Addition("sellers/anna-berg.toml", [alias])], "set", "2026-11-05")
    assert journal.find("ansi") == "anna-berg"
    take_back(journal)
    with pytest.raises(NoSuchSeller):
        journal.find("ansi")
    before = journal.path("sellers/anna-berg.toml").read_bytes()
    after = before.replace(b'name = "Anna Berg"', b'name = "Eva Holm"')
    change(journal, "edit", "2026-11-05", [Rewrite("sellers/anna-berg.toml", before, after)])
    assert journal.find("eva") == "anna-berg"
