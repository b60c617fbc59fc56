from collections.abc import Callable
from typing import Any

import pytest

from salescoach.table import COMMANDS

Spoken = Callable[[str], list[str]]

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
    for part in ("sellers/anna-berg.toml · 3 entries", "sellers/bo-ek.toml:", "There is no undo."):
        assert part in coach.heard[0], part
    assert coach.heard[1].startswith("To remove all of it, type the full name: Anna Berg")
    assert (coach.bytes(), coach("weekly").err) == (others, "")
    coach.path("bo-ek").write_text("[[note]\n", "utf-8")  # a file that does not read goes by its key
    found = coach("erase", "bo-ek", "--name", "Bo Ek", "--json").json
    assert (found["erased"], found["seller"]["key"], coach.path("bo-ek").exists()) == (True, "bo-ek", False)


def test_anything_else_removes_nothing(coach: Any) -> None:
    """A part of the name is not enough, at a terminal or in a script; nor is a name of two; and a look only shows."""
    coach("add", "Anna Lind")
    before = coach.bytes()
    for typed in ("anna", "", "Anna Lind", "y"):
        assert coach.asked("erase", "anna berg", answers=[typed]).status == 2
        coach.refused("erase", "anna berg", "--name", typed)
    coach.refused("erase", "anna", "--name", "Anna Berg", status=4)
    coach.refused("erase")
    ran = coach.asked("erase", "anna berg", "--dry-run", answers=[])
    assert "coach erase anna-berg --name 'Anna Berg'" in ran.out
    assert coach("erase", "anna berg", "--dry-run", "--json").json["erased"] is False
    assert coach.bytes() == before


def test_what_is_past_its_time_is_shown_first(old: Any) -> None:
    """Kinds, days, what is open among it, what stays; a script is told what to type, and nothing is removed."""
    before = old.bytes()
    for ran in (old("erase", "--older", "24m"), old.asked("erase", "--older", "24m", "--dry-run", answers=[])):
        lines = ran.out.splitlines()
        assert lines[1:4] == [
            "sellers/anna-berg.toml",
            "  1 entry · topic 1",
            "  Sat 2 Nov 2024 · 1 of them still open",
        ]
        assert [line[:15] for line in lines[4:6]] == ["  1 entry as ol", "  1 entry of ho"]
        assert lines[-1] == "Nothing was removed. To remove it: coach erase --older 24m --yes"
        assert "ancient" not in ran.out
    assert old.bytes() == before


def test_what_is_past_its_time_goes_when_it_is_agreed(old: Any) -> None:
    """Enter is no; a yes cuts it out for good."""
    before = old.text()
    assert old.asked("erase", "--older", "2y", "anna", answers=[""]).out == "Nothing was removed.\n"
    assert old.text() == before
    ran = old.asked("erase", "anna", "--older", "2y", answers=["y"])
    assert ran.out.startswith("Removed for good: what is older than Sat 23 Nov 2024")
    assert ("Remove 1 entry for good?" in old.heard[-1], "ancient" in old.text()) == (True, False)
    assert (old("weekly").err, old("undo").status) == ("", 4)


def test_a_script_says_yes(old: Any) -> None:
    """Of all files; the days are from the first to the last."""
    me = old.put("me.toml", '[[note]]\non = 2020-01-01\ntext = "x"\n\n[[plan]]\non = 2021-01-01\n')
    (old.root / "sellers" / "bo-ek.toml.bak").write_bytes(old.path("bo-ek").read_bytes())
    assert "sellers/bo-ek.toml.bak may hold lines as old, and stays." in old("erase", "--older", "1w").err
    out = old("erase", "--older", "4y").out
    assert "  2 entries · note 1, plan 1\n  Wed 1 Jan 2020 to Fri 1 Jan 2021\n" in out
    found = old("erase", "--older", "104w", "--yes", "--json").json
    assert found["erased"] is True
    assert found["files"][0] == {
        "file": "me.toml", "records": 2, "kinds": {"note": 1, "plan": 1}, "first": "2020-01-01", "last": "2021-01-01",
        "open": 0, "kept_for_newer": 0, "kept_changes": 0,
    }  # fmt: skip
    assert me.read_text("utf-8") == ""
    nothing = old("erase", "--older", "700d", "--yes").out
    assert nothing == "There is nothing to remove: what is older than Mon 23 Dec 2024.\n"


def test_files_that_cannot_be_cut_are_named(old: Any) -> None:
    """One that does not read, one whose records are a list, a conflict copy; the others are cut."""
    old.path("bo-ek").write_text("[[note]\n", "utf-8")
    old.path("asa-oberg").write_text('note = [{on = 2020-01-01, text = "x"}]\n[seller]\nname = "Å"\n', "utf-8")
    old.path("anna-berg (conflicted copy)").write_text(old.text(), "utf-8")
    ran = old("erase", "--older", "24m", "--yes")
    assert "Left as it is: sellers/bo-ek.toml:1:" in ran.out
    assert "Left as it is: sellers/asa-oberg.toml: its entries are not written" in ran.out
    assert "Left as it is: sellers/anna-berg (conflicted copy).toml: a cloud folder made this copy" in ran.out
    assert "ancient" not in old.text()
    problems = old("erase", "--older", "24m", "--json").json["problems"]
    assert [one["file"][8:-5] for one in problems] == ["asa-oberg", "bo-ek", "anna-berg (conflicted copy)"]


def test_no_other_command_removes_a_file_of_records(ready: Any, example: Spoken) -> None:
    """Or a record in one: what every file began with it still begins with."""
    before = ready.bytes()
    for name in COMMANDS.keys() - {"erase", "demo", "leave", "init"}:
        ready.again(before)
        if name == "undo":
            ready("note", "anna", "x")
        ready(*example(name))
        after = ready.bytes()
        assert before.keys() <= after.keys(), name
        assert all(after[file].startswith(data) for file, data in before.items()), name


FORM = 'form = "handover"\nrole = "seller"\n'
HANDED = "".join(
    f"\n[[{kind}]]\non = 2026-05-0{day}\n{fields}"
    for kind, day, fields in (
        ("asked", 1, f'id = "h0a0a"\n{FORM}subject = "Nordbygg"\n'),
        ("answer", 2, f'{FORM}question = "person"\ntext = "Karin Moe"\nof = "h0a0a"\n'),
        ("handover", 4, 'customer = "Nordbygg"\nby = "Kim"\n'),
        ("asked", 1, 'id = "h1a1a"\nform = "development"\nrole = "seller"\n'),
    )
)


def test_a_handover_goes_before_the_rest(coach: Any) -> None:
    """It names people of a customer: after half a year or what is set, or with all else where less is typed."""
    coach.append(HANDED)
    ran = coach("erase", "--older", "2y", "--yes", "--today", "2026-10-28")
    assert ran.out.startswith("There is nothing to remove")
    ran = coach("erase", "--older", "2y", "--dry-run", "--today", "2026-10-31")
    assert "2 entries · form sent 1, answer 1" in ran.out
    assert "Of handovers, which name people outside the firm, all from before Mon 4 May 2026 goes as well." in ran.err
    assert "3 entries" in coach("erase", "--older", "2y", "--yes", "--today", "2026-11-23").out
    assert ("Karin Moe" in coach.text(), "development" in coach.text()) == (False, True)
    coach.append(HANDED)
    (coach.root / "coach.toml").write_text("format = 1\n[retention]\nhandover = 400\n", "utf-8")
    assert coach("erase", "--older", "2y").out.startswith("There is nothing to remove")
    assert "entries" in coach("erase", "--older", "90d", "--dry-run").out
