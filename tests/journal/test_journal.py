from pathlib import Path
from typing import Any
from weakref import ref

import pytest

from salescoach.errors import BadToml, NoSuchSeller
from salescoach.journal import read
from salescoach.journal.journal import Journal, NoSuchFile

ANNA = "sellers/anna-berg.toml"
NOTE = '\n[[note]]\nid = "n1n1n"\non = 2026-11-04\ntext = "by hand"\n'


def write(journal: Journal, file: str, text: str) -> Path:
    """Write a file of the journal by hand."""
    path = journal.path(file)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def again(journal: Journal) -> Journal:
    """Return the journal as the next command meets it."""
    return Journal(journal.root)


def cut(journal: Journal) -> None:
    """Cut the file of Anna after its first record, at a line end, so that it parses."""
    path = journal.path(ANNA)
    path.write_text(path.read_text("utf-8").partition("\n[[rating]]")[0], "utf-8")


def test_those_who_left_are_found_and_are_not_of_the_team(journal: Journal) -> None:
    """Kept, searchable, out of the weekly; the same key in both folders means the file of today."""
    for name in (".#anna-berg.toml", "._anna-berg.toml", "anna-berg.toml~", "anna-berg.toml.bak"):
        write(journal, f"sellers/{name}", "")  # files of editors and systems are no sellers
    write(journal, "left/erik.toml", '[seller]\nname = "Erik Lund"\n')
    write(journal, "left/broken.toml", "[[")
    write(journal, "me.toml", "format = 1\n")
    assert (journal.seller("erik").left, journal.seller("anna").left) == (True, False)
    assert [seller.key for seller in journal.team().sellers] == journal.keys() == ["anna-berg"]
    team = journal.everyone()
    assert [(seller.key, seller.left) for seller in team.sellers] == [("anna-berg", False), ("erik", True)]
    assert [one.file for one in team.problems] == ["left/broken.toml"]
    assert journal.files() == ["me.toml", ANNA, "left/broken.toml", "left/erik.toml"]
    left = write(journal, "left/anna-berg.toml", '[seller]\nname = "Anna Berg"\nrole = "then"\n')
    assert journal.seller("anna berg").header.role is None
    assert journal.file("anna-berg") == journal.path(ANNA)
    journal.path(ANNA).unlink()
    assert again(journal).file("anna-berg") == left
    assert journal.file("nobody") == journal.path("sellers/nobody.toml")


def test_a_file_is_named_as_in_the_journal_as_a_path_or_by_its_seller(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether it is there or was; what is no file of the journal is a name that nobody has."""
    journal.team()
    monkeypatch.chdir(journal.root / "sellers")
    write(journal, "me.toml", "")
    write(journal, "left/erik-lund.toml", '[seller]\nname = "Erik Lund"\n')
    journal.path(ANNA).rename(journal.root.parent / "elsewhere.toml")
    for link in (False, True):
        if link:
            journal.path(ANNA).symlink_to(journal.root.parent / "elsewhere.toml")
        assert {journal.named(typed) for typed in (ANNA, "anna-berg.toml", str(journal.path(ANNA)))} == {ANNA}
    assert journal.named("Anna") == ANNA
    assert journal.named("me.toml") == "me.toml"
    assert journal.named("erik") == "left/erik-lund.toml"
    for typed in ("../../elsewhere.toml", "sellers/nobody.toml", "sellers", ""):
        with pytest.raises(NoSuchFile if typed.endswith(".toml") else NoSuchSeller):
            journal.named(typed)


def test_records_that_vanish_are_told_by_every_command_until_that_is_accepted(journal: Journal) -> None:
    """By id, also by commands that do not read the file."""
    journal.team()
    assert journal.check_vanished() == []
    cut(journal)
    for command in (again(journal), again(journal)):
        problems = command.check_vanished()
        assert [(problem.file, problem.code) for problem in problems] == [(ANNA, "vanished")]
        assert problems[0].data["ids"] == ["m0x2a", "p9d1c"]
        assert command.check_vanished() == problems
    command = again(journal)
    assert command.check_vanished()
    command.accept(ANNA)
    assert command.check_vanished() == []
    assert again(journal).check_vanished() == []
    write(journal, ANNA, "[[talk]\n")  # it is told of by whoever needs it; nothing is known to have vanished
    assert again(journal).check_vanished() == []
    with pytest.raises(BadToml):
        again(journal).accept(ANNA)


def test_of_all_sellers_one_is_held_at_a_time(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither her records nor the text and tables that they were made from stay when the next is read."""
    for number in range(4):
        write(journal, f"sellers/x{number}.toml", f'[seller]\nname = "X {number}"\n{NOTE}')
    parsed: list[ref[read.Source]] = []

    def source(*given: Any, **more: Any) -> read.Source:
        assert [one() for one in parsed] == [None] * len(parsed)
        found = whole(*given, **more)
        parsed.append(ref(found))
        return found

    whole = read.source
    monkeypatch.setattr(read, "source", source)
    assert [seller.key for seller in journal.each([])] == [seller.key for seller in again(journal).each([])]
    assert len(parsed) == 2 * len(journal.keys())
