from pathlib import Path
from shutil import rmtree
from typing import Any
from weakref import ref

import pytest

from salescoach.errors import BadToml, NoSuchSeller, Problem, SeveralSellers, TooLarge, Unreadable
from salescoach.journal import atomic, read
from salescoach.journal.journal import Journal, Team, as_problem, file_of
from salescoach.records.note import Note
from salescoach.records.seller import Book
from salescoach.records.talk import Talk

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


def test_a_seller_is_read_from_her_file(journal: Journal) -> None:
    """By name or by key."""
    assert journal.seller("anna") == journal.by_key("anna-berg")
    assert journal.find("ANNA BERG") == "anna-berg"
    assert file_of("anna-berg") == ANNA
    assert journal.seller("anna").last(Talk) is not None


def test_what_is_typed_may_be_an_alias_or_a_name_as_last_changed(journal: Journal) -> None:
    """Married names are found, however the file is called."""
    write(journal, "sellers/bo-ek.toml", '[seller]\nname = "Bo Ek"\naliases = ["Bosse"]\n')
    write(
        journal,
        "sellers/eva-ek.toml",
        '[seller]\nname = "Eva Ek"\n[[change]]\non = 2026-11-03\nwas = {name = "Eva Ek"}\nname = "Eva Lund"\n',
    )
    assert journal.find("bosse") == "bo-ek"
    assert journal.find("eva lund") == "eva-ek"


@pytest.mark.parametrize(
    "text",
    [
        '[[note]]\non = 2026-11-03\ntext = "x"\n\n[[note]]\non = 2026-11-03\ntext = "y"\n\n[seller]\nname = "Zoe"\n',
        '[seller]\nrole = """\n[[x]]\n"""\nname = "Zoe"\n',
        '[[seller.phones]]\nx = 1\n\n[[seller.phones]]\nx = 2\n\n[seller]\nname = "Zoe"\n',
    ],
)
def test_a_header_is_found_wherever_it_stands(journal: Journal, text: str) -> None:
    """By hand everything is allowed."""
    write(journal, "sellers/z.toml", text)
    assert journal.find("zoe") == "z"


def test_a_broken_file_is_still_found_by_its_key(journal: Journal) -> None:
    """It is told as broken (exit 5), not as missing (exit 4)."""
    write(journal, ANNA, "[[talk]\n")
    with pytest.raises(BadToml) as caught:
        journal.seller("anna berg")
    assert (caught.value.data["file"], caught.value.data["line"], caught.value.status) == (ANNA, 1, 5)
    with pytest.raises(NoSuchSeller):
        journal.seller("bo")


def test_a_file_that_is_too_large_is_refused(journal: Journal) -> None:
    """And told by name, as any other that is broken."""
    with journal.path(ANNA).open("ab") as file:
        file.truncate(atomic.LARGEST + 1)
    with pytest.raises(TooLarge):
        journal.seller("anna berg")


def test_a_broken_file_hides_nobody_else(journal: Journal) -> None:
    """The others show; what is wrong is a problem with its place."""
    write(journal, "sellers/bo-ek.toml", '[seller]\nname = "Bo Ek"\n[talk]\n')
    write(journal, "sellers/cc.toml", "x = = 1\n")
    write(journal, "sellers/dd.toml", "")
    team = journal.team()
    assert [seller.name for seller in team.sellers] == ["Anna Berg", "Bo Ek"]
    assert [(problem.file, problem.code, problem.line) for problem in team.problems] == [
        ("sellers/cc.toml", "bad_toml", 1),
        ("sellers/dd.toml", "no_header", 1),
        ("sellers/bo-ek.toml", "one_bracket", 3),
    ]


def test_a_failure_without_a_file_is_a_problem_too() -> None:
    """Of a file that is not known, and without a line."""
    assert as_problem(Unreadable(why="x", line="?")) == Problem("?", "unreadable", data={"why": "x", "line": "?"})


def test_those_who_left_are_found_and_are_not_of_the_team(journal: Journal) -> None:
    """Kept, searchable, out of the weekly."""
    write(journal, "left/erik-lund.toml", '[seller]\nname = "Erik Lund"\n')
    assert journal.seller("erik").left
    assert not journal.seller("anna").left
    assert [seller.key for seller in journal.team().sellers] == ["anna-berg"]
    assert journal.keys("left") == ["erik-lund"]


def test_who_came_back_is_the_one_in_the_team(journal: Journal) -> None:
    """The same key in both folders means the file of today."""
    write(journal, "left/anna-berg.toml", '[seller]\nname = "Anna Berg"\nrole = "then"\n')
    assert journal.seller("anna berg").header.role is None
    write(journal, "left/anna-bo.toml", '[seller]\nname = "Anna Bo"\n')
    with pytest.raises(SeveralSellers):
        journal.find("anna")


def test_the_file_of_a_seller_is_where_she_is(journal: Journal) -> None:
    """Of one who left, in left; of one who came back, in sellers."""
    left = write(journal, "left/erik-lund.toml", '[seller]\nname = "Erik Lund"\n')
    assert journal.file("erik-lund") == left
    assert journal.file("anna-berg") == journal.path(ANNA)
    assert journal.file("nobody") == journal.path("sellers/nobody.toml")
    back = write(journal, "sellers/erik-lund.toml", "")
    assert journal.file("erik-lund") == back


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
        with pytest.raises(NoSuchSeller):
            journal.named(typed)


def test_files_of_editors_and_systems_are_no_sellers(journal: Journal) -> None:
    """Locks, backups and what a Mac leaves on a stick."""
    for name in (".#anna-berg.toml", "._anna-berg.toml", "anna-berg.toml~", "anna-berg.toml.bak"):
        write(journal, f"sellers/{name}", "")
    assert journal.keys() == ["anna-berg"]


def test_a_folder_of_sellers_that_cannot_be_read_is_not_empty(journal: Journal) -> None:
    """It is an error that names it, never "no data"."""
    journal.path("left").write_bytes(b"")
    with pytest.raises(Unreadable) as caught:
        journal.find("anna")
    assert caught.value.data["file"] == "left"


def test_a_journal_without_sellers_is_an_empty_team(tmp_path: Path) -> None:
    """Before the first `coach add`."""
    assert Journal(tmp_path).team() == Team((), ())
    assert Journal(tmp_path).called() == []


def test_my_own_records_are_read_where_there_are_any(journal: Journal) -> None:
    """Private ones only where they are asked for."""
    assert journal.me() == Book()
    write(journal, "me.toml", "format = 1\n" + NOTE + "private = true\n")
    assert journal.me().all(Note) == []
    assert [note.text for note in Journal(journal.root, private=True).me().all(Note)] == ["by hand"]


def test_what_may_not_be_looked_at_is_not_taken_for_missing(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unreadable file is an error that names it, never "no data"."""
    monkeypatch.setattr(Path, "exists", _refused)
    monkeypatch.setattr(Path, "read_bytes", _refused)
    with pytest.raises(Unreadable) as caught:
        journal.me()
    assert caught.value.data["file"] == "me.toml"


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


def test_records_that_vanish_are_told_once_however_often_the_file_is_read(journal: Journal) -> None:
    """A command may read a seller and the team."""
    journal.team()
    journal.check_vanished()
    cut(journal)
    command = again(journal)
    command.seller("anna")
    command.team()
    assert len(command.check_vanished()) == 1


def test_records_that_vanish_behind_a_file_that_grew_are_told(journal: Journal) -> None:
    """Size alone says little; what grew is looked at, and remembered."""
    journal.team()
    journal.check_vanished()
    cut(journal)
    with journal.path(ANNA).open("ab") as file:
        file.write(NOTE.replace("by hand", "by hand " * 100).encode())
    assert [problem.data["ids"] for problem in again(journal).check_vanished()] == [["m0x2a", "p9d1c"]]


def test_what_was_added_by_hand_is_remembered(journal: Journal) -> None:
    """And missed when it goes."""
    journal.team()
    journal.check_vanished()
    before = journal.path(ANNA).read_bytes()
    journal.path(ANNA).write_bytes(before + NOTE.encode())
    assert again(journal).check_vanished() == []
    journal.path(ANNA).write_bytes(before)
    assert [problem.data["ids"] for problem in again(journal).check_vanished()] == [["n1n1n"]]


def test_a_file_that_is_gone_is_told_until_that_is_accepted(journal: Journal) -> None:
    """A seller does not vanish in silence."""
    journal.team()
    journal.check_vanished()
    journal.path(ANNA).unlink()
    command = again(journal)
    assert command.check_vanished() == command.check_vanished() == [Problem(ANNA, "missing", data={"file": ANNA})]
    command.accept(ANNA)
    assert again(journal).check_vanished() == []


def test_a_file_that_does_not_read_is_told_of_by_whoever_needs_it(journal: Journal) -> None:
    """It is broken, and nothing is known to have vanished; it cannot be accepted either."""
    journal.team()
    journal.check_vanished()
    write(journal, ANNA, "[[talk]\n")
    command = again(journal)
    assert command.check_vanished() == []
    with pytest.raises(BadToml):
        command.accept(ANNA)


def test_a_folder_that_cannot_be_written_to_does_not_stop_reading(journal: Journal) -> None:
    """`.coach` is a file here: nothing can be remembered, all can be read."""
    journal.folder.write_bytes(b"")
    assert journal.seller("anna").name == "Anna Berg"
    assert journal.check_vanished() == []


def test_all_of_coach_may_be_deleted(journal: Journal) -> None:
    """Nothing is lost but undo and drafts."""
    before = journal.team()
    journal.check_vanished()
    rmtree(journal.folder)
    assert again(journal).team() == before


def _refused(_: Path) -> bytes:
    raise PermissionError(13, "Permission denied")


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


def test_what_is_wrong_is_whole_when_all_were_given(journal: Journal) -> None:
    """Files that do not read come first, then what was left out of those that do."""
    write(journal, "sellers/broken.toml", "[[talk]\n")
    write(journal, "sellers/anna-berg (conflicted copy).toml", "")
    write(journal, "sellers/aa.toml", '[seller]\nname = "Aa"\n[talk]\n')
    problems: list[Problem] = []
    assert len(list(journal.each(problems))) == len(journal.keys()) - 1
    assert [problem.code for problem in problems] == ["conflict_copy", "bad_toml", "one_bracket"]
    assert tuple(problems) == again(journal).team().problems
