import os
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from salescoach.custody.files.holdings import erase, holdings
from salescoach.errors import CoachError, NoSuchSeller
from salescoach.journal.append import Addition, Block, add
from salescoach.journal.drafts import Drafts
from salescoach.journal.journal import Journal
from salescoach.journal.prepared import Preparations, Prepared
from salescoach.journal.rewrite import Move, Rewrite, change
from salescoach.journal.undo import Undo

ANNA, BO, ANNE = "sellers/anna-berg.toml", "sellers/bo-ek.toml", "sellers/anna-berg-2.toml"
CANARY = "CANARY"
DAY = date(2026, 11, 5)
MOST = 250

OPERATIONS: tuple[tuple[Any, str], ...] = (
    (os, "open"), (os, "fsync"),
    *((Path, name) for name in ("stat", "read_bytes", "replace", "unlink", "mkdir", "iterdir")),
)  # fmt: skip
FAILURES = [OSError(28, "No space left on device"), KeyboardInterrupt()]


def full(root: Path) -> Journal:
    """Make a journal that holds something of Anna wherever it can, and something of two others."""
    journal = Journal(root)
    (root / "sellers").mkdir(parents=True)
    (root / "left").mkdir()
    for file, name in ((ANNA, "Anna Berg"), (BO, "Bo Ek"), (ANNE, "Anna Berg (Oslo)")):
        (root / file).write_text(f'[seller]\nname = "{name}"\n', "utf-8")
    note = Block("note", {"on": DAY, "text": f"{CANARY} note"})
    add(journal, [Addition(ANNA, [note])], "note anna-berg", "2026-11-05")
    add(journal, [Addition(BO, [Block("note", {"on": DAY, "text": "Fine."})])], "note bo-ek", "2026-11-05")
    before = journal.path(ANNA).read_bytes()
    copy = "sellers/anna-berg (conflicted copy 1).toml"
    (root / copy).write_bytes(before + f"# {CANARY} copy\n".encode())
    rewrite = Rewrite(ANNA, before, before + f"# {CANARY} merged\n".encode())
    change(journal, "merge", "2026-11-05", [rewrite], [Move(copy, f".coach/merged/{Path(copy).name}")])
    before = journal.path(BO).read_bytes()
    change(journal, "edit bo-ek", "2026-11-05", [Rewrite(BO, before, before + b"# mine\n")])
    _litter(root)
    Drafts(journal.folder).keep("anna-berg", f"{CANARY} draft", date(2026, 11, 5))
    Drafts(journal.folder).keep("anna-berg-2", "Hers.", date(2026, 11, 5))
    for key in ("anna-berg", "bo-ek"):
        Preparations(journal.folder).note(Prepared(key, "2026-11-05", "check-in", ()))
    journal.team()
    journal.check_vanished()
    return Journal(root)


def _litter(root: Path) -> None:
    (root / ".coach" / "edits").mkdir()
    for file in (
        ".coach/edits/anna-berg.toml", ".coach/edits/anna-berg.base", ".coach/edits/.anna-berg.toml.77.coach-tmp",
        ".coach/coach-bug.txt", ".coach/kept/stray", "sellers/.anna-berg.toml.77.coach-tmp", "sellers/anna-berg.toml~",
        "sellers/.anna-berg.toml.swp", "sellers/anna-berg-conflict-2.toml", "left/anna-berg.toml",
    ):  # fmt: skip
        (root / file).write_text(f'[seller]\nname = "Anna Berg"\n# {CANARY}\n', "utf-8")
    (root / "me.toml").write_text('[[note]]\non = 2026-11-05\ntext = "Anna Berg and I"\n', "utf-8")


def traces(root: Path) -> list[str]:
    """Return the files of a journal that hold anything of Anna by content or by name; what is said of her stays."""
    found = [path for path in root.rglob("*") if path.is_file() or path.is_symlink()]
    names = (b'anna-berg"', b"anna-berg.", b"anna-berg (", CANARY.encode())
    return [
        path.relative_to(root).as_posix()
        for path in found
        if path.stem.removeprefix(".").partition(".toml")[0] == "anna-berg"
        or any(n in path.read_bytes() for n in names)
    ]


def test_all_that_is_held_is_found_and_no_byte_of_hers_is_left(tmp_path: Path) -> None:
    """Her files first; what is about others stays to the byte, and can still be taken back."""
    journal = full(tmp_path / "j")
    held = [(one.what, one.count) for one in holdings(journal, "anna-berg")]
    assert held[:2] == [("file", 1), ("file", 0)]
    assert {what: count for what, count in Counter(what for what, _ in held).items() if what != "kept"} == {
        "file": 2, "copy": 5, "bug": 1, "draft": 1, "edit": 3, "undo": 1, "prepared": 1, "seen": 1,
    }  # fmt: skip
    stays = {file: (journal.root / file).read_bytes() for file in (BO, ANNE, "me.toml")}
    assert len(traces(journal.root)) > 10
    erase(journal, "anna-berg")
    assert traces(journal.root) == []
    assert {file: (journal.root / file).read_bytes() for file in stays} == stays
    assert [one.key for one in Drafts(journal.folder).all()] == ["anna-berg-2"]
    assert Preparations(journal.folder).knows("bo-ek")
    assert [one.label for one in Undo(journal.root).entries()] == ["note bo-ek", "edit bo-ek"]
    assert len(list((journal.folder / "kept").iterdir())) == 1
    again = Journal(journal.root)
    assert again.check_vanished() == []
    with pytest.raises(NoSuchSeller):
        again.find("anna berg x")


def test_a_link_goes_with_what_it_leads_to(tmp_path: Path) -> None:
    """Her file may lie elsewhere; a link that leads nowhere goes as well, one to somebody else goes alone."""
    journal = full(tmp_path / "j")
    target = tmp_path / "anna.toml"
    journal.path(ANNA).rename(target)
    journal.path(ANNA).symlink_to(target)
    assert [one.file for one in holdings(journal, "anna-berg") if one.what == "target"] == [str(target)]
    erase(journal, "anna-berg")
    assert not target.exists()
    for leads in (target, journal.path(BO)):
        journal.path(ANNA).symlink_to(leads)
        erase(Journal(journal.root), "anna-berg")
        assert not journal.path(ANNA).is_symlink()
    assert journal.path(BO).is_file()


def test_notes_that_do_not_read_go_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the program noted for itself may be deleted; her sights go one by one where that cannot be noted."""
    journal = full(tmp_path / "j")
    for name in ("undo.json", "prepared.json", "seen.json"):
        (journal.folder / name).write_text(f"{{{CANARY}", "utf-8")
    monkeypatch.setattr(Journal, "unsee", lambda *_: None)
    erase(journal, "anna-berg")
    kept = [path.relative_to(journal.folder).as_posix() for path in journal.folder.glob("seen*/**/*.txt")]
    assert sorted(kept) == ["seen/sellers/anna-berg-2.txt", "seen/sellers/bo-ek.txt"]
    assert traces(journal.root) == []


@pytest.mark.slow
@pytest.mark.parametrize("failure", FAILURES, ids=repr)
def test_whatever_fails_a_second_try_finishes(tmp_path: Path, failure: BaseException, failing_at: Any) -> None:
    """Her file is whole or gone; while it is there she is found, and the second try leaves no trace of her."""
    outcomes = set()
    for number in range(1, MOST):
        journal = full(tmp_path / str(number))
        old = journal.path(ANNA).read_bytes()
        with failing_at(OPERATIONS, number, failure) as reached:
            try:
                erase(journal, "anna-berg")
                failed = False
            except (CoachError, KeyboardInterrupt, OSError):
                failed = True
        if not reached():
            break
        there = journal.path(ANNA).exists()
        assert not there or journal.path(ANNA).read_bytes() == old
        outcomes.add((failed, there))
        assert failed or traces(journal.root) == []
        if failed and holdings(Journal(journal.root), "anna-berg"):
            assert Journal(journal.root).find("anna berg") == "anna-berg"
            erase(Journal(journal.root), "anna-berg")
        assert traces(journal.root) == []
    assert 30 < number < MOST - 1
    assert {there for _, there in outcomes} == {True, False}
