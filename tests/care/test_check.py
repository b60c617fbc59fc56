import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from fixtures.files import close
from salescoach.care.files.check import check, litter
from salescoach.errors import Problem
from salescoach.journal.journal import Journal

TODAY = date(2026, 11, 23)
POSIX = pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")

Look = Callable[..., list[Problem]]


@pytest.fixture
def found(journal: Journal) -> Look:
    """Look over the journal after files were written into it; what others may open is another test's business."""

    def looked(files: dict[str, str] | None = None, *, private: bool = False) -> list[Problem]:
        for name, text in (files or {}).items():
            path = journal.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        problems = check(journal.root, TODAY, private=private).problems
        return [problem for problem in problems if problem.code != "open_to_others"]

    return looked


def places(problems: list[Problem]) -> list[tuple[str, str, int, int]]:
    """Return what was found, without what goes into its gaps."""
    return [(one.file, one.code, one.line, one.column) for one in problems]


def bo(text: str) -> dict[str, str]:
    """Return a file about Bo that ends in a text, which begins on line 5."""
    return {"sellers/bo.toml": f'[seller]\nname = "Bo"\nstarted = 2026-10-01\n\n{text}'}


def test_what_is_odd_in_a_file_is_found_in_its_place(found: Look) -> None:
    """One thing each, in the line and the column where it stands."""
    for text, code, line, column in (
        ('[[note]]\non = 2026-11-03\ntext = "x"\nmood = 7\n', "unknown", 8, 8),
        ('[[note]]\non = 2026-11-03\ntext = "x"\nprivat = true\n', "unknown_near", 8, 10),
        ('[[change]]\non = 2026-11-03\nrole = "x"\nrolle = "y"\n', "unknown_near", 8, 9),
        ("[[notes]]\non = 2026-11-03\n", "unknown_near", 5, 3),
        ("[zzzzz]\na = 1\n", "unknown", 5, 1),
        ('[[note]]\non = 2026-11-24\ntext = "x"\n', "to_come", 6, 6),
        ('[[rating]]\non = 2026-09-30\narea = "x"\n', "before_start", 6, 6),
        ('[[note]]\non = 1989-12-31\ntext = "x"\n', "odd_year", 6, 6),
        ('[[goal]]\non = 2026-11-03\ntitle = "x"\ndue = 3026-01-05\n', "odd_year", 8, 7),
        ('[[note]]\non = 2126-11-03\ntext = "x"\n', "odd_year", 6, 6),
        ("[[change]]\non = 2026-11-03\nstarted = 2101-01-01\nwas = {started = 2026-10-01}\n", "odd_year", 7, 11),
        ("[[change]]\non = 2026-11-03\nevery = 30\nat_most = 2\n", "tight_seller", 8, 11),
        ('[[settled]]\non = 2026-11-03\nof = "x9x9x"\nhow = "kept"\n', "dangling", 7, 6),
        ('[[progress]]\non = 2026-11-03\ngoal = "x9x9x"\n', "dangling", 7, 8),
        ('[[note]]\non = 2026-11-03\ntext = "x"\ntalk = "x9x9x"\n', "dangling", 8, 8),
        ('[[goal]]\non = 2026-11-03\ntitle = "x"\nserves = "x9x9x"\n', "dangling", 8, 10),
        ('[[note]]\non = 2026-11-03\ntext = "x"\nteam = "x9x9x"\n', "no_team", 8, 8),
        ("[[talk]]\non = 2026-11-03T10:00:00\n", "left_out", 6, 6),
        ('[[change]]\nid = "c1c1c"\non = 2026-11-03\nevery = "x"\n', "bad_change", 8, 9),
        ('[[change]]\non = 2026-11-03\nname = "Bosse"\nwas = { name = "Bob" }\n', "overruled", 7, 8),
        ("[talk]\non = 2026-11-03\n", "one_bracket", 5, 1),
        ("<<<<<<< HEAD\n[[note]]\n=======\nx = \n>>>>>>> theirs\n", "conflict", 5, 0),
        ("[[talk]\n", "bad_toml", 5, 8),
        ('[[probation]]\non = 2026-11-03\ncountry = "XX"\n', "no_rules", 7, 11),
        ("[[probation]]\non = 2026-11-03\nends = 2026-09-01\n", "ends_early", 7, 8),
    ):
        assert places(found(bo(text))) == [("sellers/bo.toml", code, line, column)]
    problems = found({"sellers/bo.toml": '[seller]\nname = "Bo"\nrol = "x"\n[[goals]]\non = 2026-11-03\n'})
    assert [(one.data["name"], one.data["near"]) for one in problems] == [("rol", "role"), ("goals", "goal")]


def test_what_is_right_is_let_be(found: Look) -> None:
    """Links that lead somewhere, a purpose in words, plans from before the first day, changes one after the other."""
    text = ""
    for kind, day, fields in (
        ("talk", "11-03", 'id = "t1t1t"'),
        ("goal", "11-03", 'id = "g1g1g"\ntitle = "x"\nserves = "More of construction"\ntalk = "t1t1t"'),
        ("goal", "11-03", 'title = "y"\nserves = "g1g1g"'), ("settled", "11-04", 'of = "g1g1g"\nhow = "dropped"'),
        ("booking", "09-01", "next = 2026-12-01"), ("change", "11-01", 'name = "Bosse"\nwas = { name = "Bo" }'),
        ("change", "11-02", 'name = "Bo B"\nwas = { name = "Bosse" }'),
    ):  # fmt: skip
        text += f"[[{kind}]]\non = 2026-{day}\n{fields}\n"
    assert found(bo(text)) == []


def test_what_is_counted_is_one_finding_and_my_own_file_has_no_first_day(found: Look) -> None:
    """At the earliest record, with their number; my lessons are of talks that stand in other files."""
    [problem] = found(bo("".join(f'[[rating]]\non = 2026-09-{day}\narea = "x"\n' for day in (20, 10, 30))))
    assert (problem.code, problem.line, problem.data["count"]) == ("before_start", 9, 3)
    text = '[[lesson]]\non = 2026-11-03\ntext = "x"\ntalk = "k3f7q"\ntxt = 1\n[[note]]\non = 2027-11-03\ntext = "x"\n'
    assert [one.code for one in found({"me.toml": text, **bo("")})] == ["unknown_near", "to_come"]


def test_keys_of_private_records_are_named_with_private_only(found: Look) -> None:
    """A key can tell as much as a text; what is told without its name is told."""
    text = '[[note]]\non = 2027-11-03\ntext = "x"\nprivate = true\nillness = "y"\n'
    change = '[[change]]\non = 2026-11-03\nprivate = true\nname = "Bosse"\nwas = { name = "Bob" }\n'
    assert [one.code for one in found(bo(text + change))] == ["to_come"]
    assert [one.code for one in found(private=True)] == ["to_come", "unknown", "overruled"]


def test_copies_and_files_in_both_folders_are_found(found: Look) -> None:
    """The copy that a cloud folder made, and somebody who is here and has left."""
    same = '[seller]\nname = "Anna Berg"\n'
    copy = "sellers/anna-berg (conflicted copy).toml"
    problems = found({copy: same, "left/anna-berg.toml": same})
    assert [(one.file, one.code) for one in problems] == [(copy, "conflict_copy"), ("left/anna-berg.toml", "both")]


@pytest.mark.parametrize("folder", ["sellers", "left", ".coach"])
def test_a_folder_that_leads_out_is_found(journal: Journal, found: Look, tmp_path: Path, folder: str) -> None:
    """It is not followed, and the rest is looked over, though the settings do not read either."""
    for path in (journal.root / "sellers", journal.root / folder):
        if path.is_dir():
            path.rename(tmp_path / f"old-{path.name}")
    (tmp_path / "elsewhere").mkdir()
    (journal.root / folder).symlink_to(tmp_path / "elsewhere")
    told = [(one.file, one.code) for one in found({"me.toml": "x = 1\n", "coach.toml": "format = \n"})]
    assert told == [("coach.toml", "bad_toml"), ("me.toml", "unknown"), (folder, "leads_out")]


@pytest.fixture
def closed(journal: Journal) -> Journal:
    """Close the journal to others."""
    close(journal.root)
    return journal


def lie(journal: Journal, file: str, text: str = "") -> list[tuple[str, str]]:
    """Return what is found after a file of that name was left in the journal, closed to others."""
    path = journal.root / file
    within = path.relative_to(journal.root).parents
    for folder in map(journal.root.joinpath, reversed(within)):
        folder.mkdir(exist_ok=True)
        folder.chmod(0o700)
    path.write_text(text, "utf-8")
    path.chmod(0o600)
    return [(one.file, one.code) for one in litter(journal)]


@POSIX
def test_what_does_not_belong_there_is_found(closed: Journal) -> None:
    """Each by its name, or for want of what it should hold; what harms nobody is let be."""
    for file, text, code in (
        ("sellers/.anna-berg.toml.17.coach-tmp", "", "temporary"), (".coach-tmp", "", "temporary"),
        (".coach/drafts/.anna-berg.txt.17.coach-tmp", "", "temporary"),
        (".coach/edits/.x.toml.17.coach-tmp", "", "temporary"), ("sellers/.bo-ek.toml.icloud", "", "not_here"),
        (".me.toml.icloud", "", "not_here"), ("sellers/notes.txt", "", "not_read"),
        ("left/.bo-ek.toml", "", "not_read"), ("anna.toml", "", "not_read"),
        ("me (conflicted copy).toml", "", "conflict_copy"), ("coach 2.toml", "", "copy"),
        (".coach/undo.json", "", "not_kept"), (".coach/seen/sellers/bo-ek.txt", "", "not_kept"),
        (".coach/seen/.17.coach-tmp", "", "temporary"), ("sellers/.DS_Store", "", ""), ("sellers/.gitkeep", "", ""),
        ("README.md", "", ""), (".coach/undo.json", '{"entries": []}', ""), (".coach/holder", "", ""),
        (".coach/seen/sellers/bo-ek.txt", "1 100 2\na1b2c", ""), ("templates/mine.txt", "", ""),
    ):  # fmt: skip
        assert lie(closed, file, text) == ([(file, code)] if code else [])
        (closed.root / file).unlink()


@POSIX
def test_a_journal_that_others_can_open_is_found_once(closed: Journal) -> None:
    """With the first few files, their number, and what to type."""
    for file in ("", "coach.toml", "sellers", "sellers/anna-berg.toml"):
        (closed.root / file).chmod(0o755)
    [problem] = litter(closed)
    assert (problem.file, problem.code) == ("coaching/", "open_to_others")
    files = ["coaching/", "coach.toml", "sellers", "…"]
    assert problem.data == {"count": 4, "files": files, "fix": f"chmod -R go= {closed.root}"}
    (closed.root / "sellers").chmod(0o700)
    [problem] = litter(closed)
    assert problem.data["files"] == ["coaching/", "coach.toml", "sellers/anna-berg.toml"]


@POSIX
def test_what_has_no_mode_or_cannot_be_looked_into(closed: Journal, tmp_path: Path) -> None:
    """A link, to nowhere too, has none of its own; a folder in the place of a file is no sight."""
    (closed.root / "sellers" / "ida.toml").symlink_to(tmp_path / "nowhere")
    (closed.root / "sellers" / "eva.toml").symlink_to(tmp_path)
    tmp_path.chmod(0o755)
    assert list(litter(closed)) == []
    folder = closed.folder / "seen" / "me.txt"
    for made in (closed.folder, folder.parent, folder):
        made.mkdir(exist_ok=True)
        made.chmod(0o700)
    assert [(one.file, one.code) for one in litter(closed)] == [(".coach/seen/me.txt", "not_kept")]


@POSIX
def test_what_is_gone_a_moment_later_is_open_to_nobody(closed: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another command may sweep while this one looks."""

    def gone(*_: object, **__: object) -> None:
        raise FileNotFoundError

    found = [closed.root / "coach.toml"]
    monkeypatch.setattr("salescoach.journal.atomic.listing", lambda folder, _: found if folder == closed.root else [])
    monkeypatch.setattr(Path, "is_symlink", lambda _: False)
    monkeypatch.setattr(Path, "stat", gone)
    assert list(litter(closed)) == []
