from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from fixtures.files import close
from salescoach.care.rules import Checkup
from salescoach.care.view.checkup import MOST
from salescoach.errors import Problem
from salescoach.kit.screen import text as drawn


@pytest.fixture
def cut(coach: Any) -> Any:
    """Cut a record off Anna's file, after it was seen whole."""
    coach("weekly")
    whole = coach.text()
    coach.path().write_text(whole[: whole.index("[[commitment]]")], "utf-8")
    return coach


def test_what_vanished_is_named_by_every_command_until_it_is_accepted(cut: Any) -> None:
    """With its ids, on stderr, and status 0; by the doctor as a finding alone; what has no id is counted."""
    for command in (("weekly",), ("show", "anna"), ("prep", "anna"), ("note", "bo", "x")):
        ran = cut(*command)
        assert (ran.status, "p9d1c" in ran.err) == (0, True), command
    close(cut.root)
    ran = cut("doctor")
    assert (ran.status, ran.err, ran.out.count("p9d1c")) == (1, "", 1)
    cut.append('\n[[note]]\non = 2026-11-10\ntext = "By hand."\n', "asa-oberg")
    cut("weekly")
    cut.path("asa-oberg").write_text(cut.text("asa-oberg").partition("\n[[note]]")[0] + "\n", "utf-8")
    assert "1 entry gone that stood here" in cut("weekly").err
    cut.path("bo-ek").unlink()
    assert "sellers/bo-ek.toml: the file is gone" in cut("weekly").err
    for typed in ("anna", "asa-oberg", "sellers/bo-ek.toml"):
        assert cut("doctor", "--accept", typed).status == 0
    assert cut("weekly").err == ""


SICK = """\
format = 1

[seller]
name = "Bo Ek"
started = 2026-09-01
rol = "Account manager"

[[talk]]
id = "b1t1a"
on = 2026-10-05

[[topic]]
id = "b1t1a"
on = 2026-12-05
what = "Pricing for the new package"

[[settled]]
on = 2026-10-06
of = "x9x9x"
how = "kept"

[[notes]]
on = 2026-10-06
text = "Quiet week."
"""


@pytest.fixture
def sick(coach: Any) -> Any:
    """Make a journal with something wrong in many places, closed to others."""
    files = {
        "coach.toml": "format = 1\n\n[rythm]\nevery = 7\n", "sellers/bo-ek.toml": SICK,
        "sellers/asa-oberg.toml": '[seller]\nname = "Åsa Öberg\n',
        "sellers/anna-berg (conflicted copy).toml": coach.text(), "sellers/.ida-lind.toml.icloud": "",
        "sellers/notes.txt": "", "templates/words.toml": "[level]\nred = '{colour}'\n",
    }  # fmt: skip
    for file, text in files.items():
        path = coach.root / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    close(coach.root)
    return coach


@pytest.mark.parametrize("columns", [80, 40])
def test_a_sick_journal_is_told_of_place_by_place(sick: Any, golden: SnapshotAssertion, columns: int) -> None:
    """Where it is, what it is, what to do; with exit status 1, nothing on stderr, and nothing written."""
    before = {path: path.read_bytes() for path in sick.root.rglob("*") if path.is_file()}
    sick.monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    sick.monkeypatch.setenv("COLUMNS", str(columns))
    sick.monkeypatch.setenv("NO_COLOR", "1")
    ran = sick("doctor")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out == golden
    assert {path: path.read_bytes() for path in sick.root.rglob("*") if path.is_file()} == before
    made = sick("doctor", "--json").json
    assert (len(made["problems"]), made["checked"], made["problems"][0].keys()) == (
        11, 5, {"file", "line", "column", "code", "text"}
    )  # fmt: skip
    sick.monkeypatch.setattr("sys.stdout.isatty", lambda: False, raising=False)
    assert sick("doctor").out.startswith("coach.toml:3:1: “rythm” is no name that coach knows here.")


def test_a_sound_journal_is_said_to_be(coach: Any) -> None:
    """With exit status 0; the demo is sound too."""
    close(coach.root)
    ran = coach("doctor")
    assert (ran.status, ran.out) == (0, "4 files, nothing to mend.\n")
    coach("demo", "demo")
    assert coach("--journal", "demo", "doctor").out == "12 files, nothing to mend.\n"


def test_it_speaks_where_the_words_themselves_are_broken(coach: Any) -> None:
    """Plainly, and of all that is wrong elsewhere too."""
    coach.path("bo-ek").write_text("x", "utf-8")
    for file, text, code in (
        ("coach.toml", "language = ", "bad_toml"), ("coach.toml", "language = 'xx'", "bad_settings"),
        ("coach.toml", "levels = 7", "bad_settings"), ("coach.toml", "format = 9", "newer_format"),
        ("templates/words.toml", "[level]\nred = 7\n", "bad_template"), ("templates/dates.toml", "x = ", "bad_toml"),
    ):  # fmt: skip
        before = coach.bytes()
        coach.put(file, text)
        close(coach.root)
        ran = coach("doctor", "--json", "--today", "2026-11-23")
        assert (ran.status, [one["code"] for one in ran.json["problems"]]) == (1, [code, "bad_toml"]), text
        coach.again(before)


def test_markers_in_a_note_are_no_conflict(coach: Any) -> None:
    """What was pasted into a note reads; nothing is to be united, and nothing is."""
    pasted = "<<<<<<< HEAD\nfoo\n=======\nbar\n>>>>>>> x"
    coach("note", "bo", pasted)
    before = coach.bytes()
    assert "two versions" not in coach("doctor").out
    assert coach("doctor", "--merge", "sellers/bo-ek.toml").status == 2
    assert coach.bytes() == before


def test_a_copy_whose_seller_left_is_a_copy_all_the_same(coach: Any) -> None:
    """She does not come back to the weekly by it; it is united by the command that the doctor says."""
    (coach.root / "sellers" / "bo-ek (1).toml").write_bytes(coach.path("bo-ek").read_bytes())
    coach("leave", "bo")
    assert "Bo Ek" not in [one["name"] for one in coach("weekly", "--json").json["sellers"]]
    assert '--merge "sellers/bo-ek (1).toml"' in coach("doctor").out
    assert coach("doctor", "--merge", "sellers/bo-ek (1).toml").status == 0
    assert (coach.root / "left" / "bo-ek.toml").exists()
    assert not coach.path("bo-ek (1)").exists()


def test_a_terminal_is_given_a_screenful_and_the_rest_is_counted(looks: Any) -> None:
    """All of it is one option away, and where nobody reads along all is said."""
    odd = Problem("sellers/anna-berg.toml", "unknown", 3, 4, {"name": "mood"})
    many = Checkup(problems=(odd,) * (MOST + 2), checked=12)
    assert drawn(many, looks()).count("mood") == MOST
    assert "... and 2 more: coach doctor --all" in drawn(many, looks())
    assert [drawn(many, looks(**wish)).count("mood") for wish in ({"everything": True}, {"terminal": False})] == [
        MOST + 2
    ] * 2
    assert "more" not in drawn(Checkup(problems=(odd,) * MOST, checked=12), looks())
