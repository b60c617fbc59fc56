from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion


@pytest.fixture
def cut(coach: Any) -> Any:
    """Cut a record off Anna's file, after it was seen whole."""
    coach("weekly")
    whole = coach.text()
    coach.path().write_text(whole[: whole.index("[[commitment]]")], "utf-8")
    return coach


def test_records_that_vanished_are_named_by_every_command(cut: Any) -> None:
    """With their ids, on stderr, and status 0."""
    for command in (("weekly",), ("show", "anna"), ("prep", "anna"), ("note", "bo", "x")):
        ran = cut(*command)
        assert ran.status == 0, command
        assert "p9d1c" in ran.err, command


def test_records_without_an_id_are_counted(coach: Any) -> None:
    """They have no name to be called by."""
    with coach.path().open("a", encoding="utf-8") as file:
        file.write('\n[[note]]\non = 2026-11-10\ntext = "By hand."\n')
    coach("weekly")
    coach.path().write_text(coach.text().partition("\n[[note]]")[0] + "\n", "utf-8")
    assert "1 record that were here are gone" in coach("weekly").err


def test_a_file_that_is_gone_is_missed(coach: Any) -> None:
    """By every command, until it is accepted."""
    coach("weekly")
    coach.path("bo-ek").unlink()
    assert "sellers/bo-ek.toml: the file is gone" in coach("weekly").err
    assert coach("doctor", "--accept", "sellers/bo-ek.toml").status == 0
    assert coach("weekly").err == ""


@pytest.mark.parametrize("name", ["sellers/anna-berg.toml", "coaching/sellers/anna-berg.toml", "anna"])
def test_a_file_can_be_accepted_as_it_is(cut: Any, name: str) -> None:
    """By its name in the journal, as a path, or by the seller."""
    ran = cut("doctor", "--accept", name)
    assert ran.status == 0
    assert "sellers/anna-berg.toml" in ran.out
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
        "coach.toml": "format = 1\n\n[rythm]\nevery = 7\n",
        "sellers/bo-ek.toml": SICK,
        "sellers/asa-oberg.toml": '[seller]\nname = "Åsa Öberg\n',
        "sellers/anna-berg (conflicted copy).toml": coach.text(),
        "sellers/.ida-lind.toml.icloud": "",
        "sellers/notes.txt": "",
        "templates/words.toml": "[level]\nred = '{colour}'\n",
    }
    for file, text in files.items():
        path = coach.root / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return closed(coach)


def closed(coach: Any) -> Any:
    """Close the journal to others."""
    for path in (coach.root, *coach.root.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    return coach


@pytest.mark.parametrize("columns", [80, 40])
def test_a_sick_journal_is_told_of_place_by_place(sick: Any, golden: SnapshotAssertion, columns: int) -> None:
    """Where it is, what it is, what to do; with exit status 1, and nothing on stderr."""
    sick.monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    sick.monkeypatch.setenv("COLUMNS", str(columns))
    sick.monkeypatch.setenv("NO_COLOR", "1")
    ran = sick("doctor")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out == golden


def test_where_there_is_no_terminal_a_finding_is_a_line(sick: Any) -> None:
    """FILE:LINE:COL first, as editors read it."""
    lines = sick("doctor").out.splitlines()
    assert lines[0].startswith("coach.toml:3:1: “rythm” is no name that coach knows here. Did you mean “rhythm”?")
    assert lines[-1] == "11 things to mend in 5 files."


def test_scripts_get_the_same(sick: Any) -> None:
    """File, line, code and text of each, and how many files were looked at."""
    ran = sick("doctor", "--json")
    found = ran.json
    assert ran.status == 1
    assert (len(found["problems"]), found["checked"]) == (11, 5)
    assert found["problems"][0] == {
        "file": "coach.toml",
        "line": 3,
        "column": 1,
        "code": "unknown_near",
        "text": "“rythm” is no name that coach knows here. Did you mean “rhythm”? It is kept, and not used.",
    }


def test_a_sound_journal_is_said_to_be(coach: Any) -> None:
    """With exit status 0."""
    ran = closed(coach)("doctor")
    assert (ran.status, ran.out) == (0, "4 files, nothing to mend.\n")


@pytest.mark.usefixtures("home")
def test_the_demo_is_in_good_health(coach: Any) -> None:
    """All that it writes is as it should be."""
    coach("demo", "demo")
    coach.monkeypatch.setenv("COACH_JOURNAL", "demo")
    assert coach("doctor").out == "12 files, nothing to mend.\n"


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        ("coach.toml", "language = ", "bad_toml"),
        ("coach.toml", "language = 'xx'", "unknown_language"),
        ("coach.toml", "levels = 7", "bad_settings"),
        ("coach.toml", "format = 9", "newer_format"),
        ("templates/words.toml", "[level]\nred = 7\n", "bad_template"),
        ("templates/dates.toml", "x = ", "bad_toml"),
    ],
)
def test_it_speaks_where_the_words_themselves_are_broken(coach: Any, file: str, text: str, code: str) -> None:
    """Plainly, and of all that is wrong elsewhere too."""
    (coach.root / file).parent.mkdir(exist_ok=True)
    (coach.root / file).write_text(text, "utf-8")
    coach.path("bo-ek").write_text("x", "utf-8")
    ran = closed(coach)("doctor", "--json", "--today", "2026-11-23")
    assert ran.status == 1
    assert [one["code"] for one in ran.json["problems"]] == [code, "bad_toml"]


def test_it_says_what_vanished_once(cut: Any) -> None:
    """As a finding, and not on stderr as well."""
    ran = closed(cut)("doctor")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.count("p9d1c") == 1


def test_nothing_is_written(sick: Any) -> None:
    """Not even what the program keeps for itself."""
    before = {path: path.read_bytes() for path in sick.root.rglob("*") if path.is_file()}
    assert sick("doctor").status == 1
    assert {path: path.read_bytes() for path in sick.root.rglob("*") if path.is_file()} == before


def test_a_journal_is_needed(coach: Any) -> None:
    """Without one it says how to begin."""
    coach.monkeypatch.delenv("COACH_JOURNAL")
    ran = coach("doctor")
    assert ran.status == 2
    assert "coach init" in ran.err


def test_a_conflict_copy_is_united_by_the_same_command(coach: Any) -> None:
    """What the doctor says to type is understood."""
    coach.path("anna-berg (conflicted copy)").write_text(coach.text(), "utf-8")
    assert '--merge "sellers/anna-berg (conflicted copy).toml"' in coach("doctor").out
    assert coach("doctor", "--merge", "sellers/anna-berg (conflicted copy).toml").status == 0


def test_markers_in_a_note_are_no_conflict(coach: Any) -> None:
    """What was pasted into a note reads; nothing is to be united, and nothing is."""
    pasted = "<<<<<<< HEAD\nfoo\n=======\nbar\n>>>>>>> x"
    coach("note", "bo", pasted)
    before = coach.bytes()
    assert "two versions" not in coach("doctor").out
    assert coach("doctor", "--merge", "sellers/bo-ek.toml").status == 2
    assert coach.bytes() == before


def test_a_copy_whose_seller_left_is_a_copy_all_the_same(coach: Any) -> None:
    """She does not come back to the weekly by it."""
    (coach.root / "sellers" / "bo-ek (1).toml").write_bytes(coach.path("bo-ek").read_bytes())
    coach("leave", "bo")
    ran = coach("weekly", "--json")
    assert "Bo Ek" not in [one["name"] for one in ran.json["sellers"]]
    assert "sellers/bo-ek (1).toml" in coach("doctor").out
    assert coach("doctor", "--merge", "sellers/bo-ek (1).toml").status == 0
    assert (coach.root / "left" / "bo-ek.toml").exists()
    assert not coach.path("bo-ek (1)").exists()
