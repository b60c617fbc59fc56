import shlex
from typing import Any

import pytest

from salescoach.app import App
from salescoach.table import COMMANDS

OLD = '\n[[topic]]\nid = "t0a0a"\non = 2024-11-02\nwhat = "ancient"\n\n[[change]]\non = 2024-11-02\nrole = "x"\n'
NEWER = '\n[[talk]]\nid = "k0a0a"\non = 2024-11-03\n\n[[note]]\non = 2026-11-03\ntalk = "k0a0a"\ntext = "x"\n'


@pytest.fixture
def old(coach: Any) -> Any:
    """Put records of two years ago into Anna's file."""
    with coach.path().open("a", encoding="utf-8") as file:
        file.write(OLD + NEWER)
    return coach


def test_the_full_name_typed_out_removes_her(coach: Any) -> None:
    """What goes and where she is named is shown before it is asked for; nobody else is touched."""
    coach("note", "bo", "Anna helped.")
    others = {file: data for file, data in coach.bytes().items() if "anna" not in file}
    ran = coach.asked("erase", "anna", answers=["anna BERG"])
    assert (ran.status, ran.out.splitlines()[0]) == (0, "Removed for good: all that was held of Anna Berg.")
    assert "sellers/anna-berg.toml · 3 records" in coach.heard[0]
    assert "sellers/bo-ek.toml:" in coach.heard[0]
    assert "There is no undo." in coach.heard[0]
    assert "Nothing was removed" not in coach.heard[0]
    assert coach.heard[1].startswith("To remove all of it, type the full name: Anna Berg")
    assert coach.bytes() == others
    assert coach("show", "anna-berg").status == 4
    assert coach("weekly").err == ""


@pytest.mark.parametrize("typed", ["anna", "", "Anna Lind", "y"])
def test_anything_else_removes_nothing(coach: Any, typed: str) -> None:
    """A part of the name is not enough, at a terminal or in a script."""
    before = coach.bytes()
    assert coach.asked("erase", "anna", answers=[typed]).status == 2
    ran = coach("erase", "anna", "--name", typed)
    assert ran.status == 2
    assert "nothing was removed" in ran.err
    assert coach.bytes() == before


def test_a_script_gives_the_name(coach: Any) -> None:
    """Without it nothing is removed, and what to type is told."""
    assert "coach erase anna-berg --name" in coach("erase", "anna").err
    assert coach.path().exists()
    found = coach("erase", "anna", "--name", "Anna Berg", "--json").json
    assert (found["erased"], found["seller"]["key"]) == (True, "anna-berg")
    assert not coach.path().exists()


def test_a_look_removes_nothing(coach: Any) -> None:
    """It shows the same and asks nothing, at a terminal too."""
    before = coach.bytes()
    ran = coach.asked("erase", "anna", "--dry-run", answers=[])
    assert "coach erase anna-berg --name 'Anna Berg'" in ran.out
    assert coach("erase", "anna", "--dry-run", "--json").json["erased"] is False
    assert coach.bytes() == before


def test_a_file_that_does_not_read_goes_by_its_key(coach: Any) -> None:
    """The name in it cannot be known."""
    coach.path().write_text("[[note]\n", "utf-8")
    assert coach("erase", "anna-berg", "--name", "Anna Berg").status == 0
    assert not coach.path().exists()


def test_a_name_of_two_is_not_guessed(coach: Any) -> None:
    """Both are listed; nobody is removed."""
    coach("add", "Anna Lind")
    before = coach.bytes()
    assert coach("erase", "anna", "--name", "Anna Berg").status == 4
    assert coach("erase").status == 2
    assert coach.bytes() == before


def test_what_is_past_its_time_is_shown_first(old: Any) -> None:
    """Kinds, days, what is open among it, what stays; a script is told what to type, and nothing is removed."""
    before = old.bytes()
    for ran in (old("erase", "--older", "24m"), old.asked("erase", "--older", "24m", "--dry-run", answers=[])):
        lines = ran.out.splitlines()
        assert lines[0] == "Older than Sat 23 Nov 2024, to be removed for good"
        assert lines[1:6] == [
            "sellers/anna-berg.toml",
            "  1 record · topic 1",
            "  Sat 2 Nov 2024 · 1 of them still open",
            "  1 record as old: kept, because newer ones refer to them",
            "  1 record of how the head of the file changed: kept, they are its history",
        ]
        assert lines[-1] == "Nothing was removed. To remove it: coach erase --older 24m --yes"
        assert "ancient" not in ran.out
    assert old.bytes() == before


def test_what_is_past_its_time_goes_when_it_is_agreed(old: Any) -> None:
    """Enter is no; a yes cuts it out for good."""
    before = old.text()
    assert old.asked("erase", "--older", "2y", "anna", answers=[""]).out == "Nothing was removed.\n"
    assert old.text() == before
    ran = old.asked("erase", "anna", "--older", "2y", answers=["y"])
    assert ran.out.startswith("Removed for good: what was older than Sat 23 Nov 2024")
    assert "Remove 1 record for good?" in old.heard[-1]
    assert "ancient" not in old.text()
    assert old("weekly").err == ""
    assert old("undo").status == 4


def test_a_script_says_yes(old: Any) -> None:
    """Of all files; the days are from the first to the last."""
    (old.root / "me.toml").write_text('[[note]]\non = 2020-01-01\ntext = "x"\n\n[[plan]]\non = 2021-01-01\n', "utf-8")
    found = old("erase", "--older", "104w", "--yes", "--json").json
    assert found["erased"] is True
    assert found["files"][0] == {
        "file": "me.toml",
        "records": 2,
        "kinds": {"note": 1, "plan": 1},
        "first": "2020-01-01",
        "last": "2021-01-01",
        "open": 0,
        "kept_for_newer": 0,
        "kept_changes": 0,
    }
    assert (old.root / "me.toml").read_text("utf-8") == ""
    assert old("erase", "--older", "700d", "--yes").out == "Nothing is older than Mon 23 Dec 2024.\n"


def test_the_days_of_several_are_from_to(old: Any) -> None:
    """From the first to the last."""
    (old.root / "me.toml").write_text('[[note]]\non = 2020-01-01\ntext = "x"\n\n[[plan]]\non = 2021-01-01\n', "utf-8")
    out = old("erase", "--older", "4y").out
    assert "  2 records · note 1, plan 1\n  Wed 1 Jan 2020 to Fri 1 Jan 2021\n" in out


def test_files_that_cannot_be_cut_are_named(old: Any) -> None:
    """One that does not read, one whose records are a list, a conflict copy; the others are cut."""
    old.path("bo-ek").write_text("[[note]\n", "utf-8")
    old.path("asa-oberg").write_text('note = [{on = 2020-01-01, text = "x"}]\n[seller]\nname = "Å"\n', "utf-8")
    old.path("anna-berg (conflicted copy)").write_text(old.text(), "utf-8")
    ran = old("erase", "--older", "24m", "--yes")
    assert "Left as it is: sellers/bo-ek.toml:1:" in ran.out
    assert "Left as it is: sellers/asa-oberg.toml: its records are not written" in ran.out
    assert "Left as it is: sellers/anna-berg (conflicted copy).toml: a cloud folder made this copy" in ran.out
    assert "ancient" not in old.text()
    problems = old("erase", "--older", "24m", "--json").json["problems"]
    assert [one["file"] for one in problems] == [
        "sellers/asa-oberg.toml",
        "sellers/bo-ek.toml",
        "sellers/anna-berg (conflicted copy).toml",
    ]


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in {"erase", "demo", "leave", "init"}])
def test_no_other_command_removes_a_file_of_records(coach: Any, name: str) -> None:
    """Or a record in one: what every file began with it still begins with."""
    coach("goal", "anna", "12 first meetings")
    coach("promise", "anna", "send the call list", "--by", "fri", "--hers")
    before = coach.bytes()
    if name == "undo":
        coach("note", "anna", "x")
    coach(*shlex.split(App(bare=True).words.say(f"help.{name}.example"))[1:])
    after = coach.bytes()
    assert before.keys() <= after.keys()
    assert all(after[file].startswith(data) for file, data in before.items())


def test_what_may_hold_old_lines_as_well_is_named(coach: Any) -> None:
    """An editor's backup, an unfinished edit: they stay, and it is said."""
    (coach.root / "sellers" / "bo-ek.toml.bak").write_bytes(coach.path("bo-ek").read_bytes())
    ran = coach("erase", "--older", "1w")
    assert "sellers/bo-ek.toml.bak may hold lines as old, and stays." in ran.err
