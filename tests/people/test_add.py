from pathlib import Path
from typing import Any

import pytest

CSV = "name;start date;email\nCia Dahl;2026-09-01;cia@example.com\nBo Ek;2025-01-07;bo@example.com\n"


@pytest.fixture
def csv(tmp_path: Path) -> str:
    """Return a file with one new seller and one who is there."""
    path = tmp_path / "team.csv"
    path.write_text(CSV, "utf-8")
    return str(path)


def test_a_seller_gets_a_file_of_her_own(coach: Any) -> None:
    """With what was said of her, for her manager's eyes alone."""
    args = ("--started", "1 sept", "--role", "hunter", "--email", "c@d.se", "--every", "7", "--at-most", "10")
    ran = coach("add", "Cia", "Dahl", *args, "--last-talk", "3 nov")
    assert ran.status == 0
    assert "Cia Dahl is in: " in ran.out
    text = coach.text("cia-dahl")
    for line in (
        *('name = "Cia Dahl"', "started = 2026-09-01", "added = 2026-11-23", 'role = "hunter"', 'email = "c@d.se"'),
        *("every = 7", "at_most = 10", "[[talk]]", "on = 2026-11-03"),
    ):
        assert f"{line}\n" in text
    assert coach.path("cia-dahl").stat().st_mode & 0o777 == 0o600


def test_whoever_is_there_is_refused(coach: Any, csv: str) -> None:
    """In whatever case and Unicode form, under whatever file name, and those who left; nothing is overwritten."""
    for name in ("Anna Berg", "anna  berg", "ANNA BERG", "A\u030asa Öberg"):
        assert "there already" in coach.refused("add", name).err
    coach.path("bo-ek").rename(coach.path("bosse"))
    coach.put("left/cia-dahl.toml", '[seller]\nname = "Cia Dahl"\n')
    coach.refused("add", "Bo Ek")
    assert coach("add", "--from", csv, "--json").json["skipped"] == ["Cia Dahl", "Bo Ek"]


def test_names_keep_their_letters(coach: Any) -> None:
    """And are found without them; what no file can carry is refused, and nobody else is called me."""
    for name in ("Søren Ærø", "Zoë O’Brien-Åkesson", "Nguyễn Thị Minh"):
        assert coach("add", name).status == 0
        assert coach("show", name, "--json").json["seller"]["name"] == name
    for typed in ("A\u030asa", "ASA"):
        assert coach("show", typed, "--json").json["seller"]["name"] == "Åsa Öberg"
    for name in ("!!!", "12", "x" * 200):
        coach.refused("add", name)
    coach("add", "Me")
    assert coach.path("me-1").exists()


def test_a_team_comes_from_a_file_and_only_the_new_ones(coach: Any, csv: str) -> None:
    """One undo takes back all that one command added; at a terminal the team is shown first, and one key adds it."""
    before = coach.bytes()
    ran = coach("add", "--from", csv, "--json")
    assert [one["key"] for one in ran.json["added"]] == ["cia-dahl"]
    assert ran.json["skipped"] == ["Bo Ek"]
    assert 'email = "cia@example.com"' in coach.text("cia-dahl")
    assert "Everybody in" in coach.refused("add", "--from", csv, status=0).out
    assert coach("undo").status == 0
    assert coach.bytes() == before
    before = coach.bytes()
    ran = coach.asked("add", "--from", csv, answers=["n"])
    assert (ran.status, ran.out) == (0, "Nothing was written.\n")
    assert "Cia Dahl" in coach.heard[0]
    assert coach.bytes() == before
    ran = coach.asked("add", "--from", csv, answers=[""])
    assert ran.status == 0
    assert "Cia Dahl" not in ran.out  # she was shown before the question
    assert coach.path("cia-dahl").exists()


def test_whoever_is_found_is_named(coach: Any) -> None:
    """By the name and the file that are there, also of one who left, and with what to write for somebody else."""
    coach("leave", "bo")
    for typed, name, file in (
        ("Asa Oberg", "Åsa Öberg", "sellers/asa-oberg.toml"),
        ("BØ ek", "Bo Ek", "left/bo-ek.toml"),
    ):
        refused = coach.refused("add", typed).err
        assert f"{name} is there already: {file}" in refused
        assert f"coach add '{name} (Oslo)'" in refused


def test_two_people_of_nearly_one_name_are_never_made_one(coach: Any, tmp_path: Path) -> None:
    """A terminal asks, each is read; a script adds neither and says both lines; a second file gets a number."""
    path = tmp_path / "team.csv"
    path.write_text("Name;Email\nTore Sæther;t@x.no\nTore Säther;\nEva Ek;e@x.se\nEva Ek;f@x.se\nÅsa Oberg;\n", "utf-8")
    assert coach("add", "--from", str(path), "--json").json["doubted"] == ["Eva Ek", "Åsa Oberg"]
    assert coach("undo").status == 0
    ran = coach("add", "--from", str(path))
    assert not coach.path("eva-ek").exists()
    assert f'Next: make clear who is meant (2 rows left out), then: coach add --from "{path}"' in " ".join(
        ran.out.split()
    )
    assert "Eva Ek (line 5, f@x.se) and Eva Ek (line 4, e@x.se)" in ran.err
    assert "Åsa Oberg (line 6) and Åsa Öberg (asa-oberg.toml)" in ran.err
    coach("undo")
    ran = coach.asked("add", "--from", str(path), answers=["2", "1", "y"])
    assert "Eva Ek (line 5, f@x.se) and Eva Ek (line 4, e@x.se): one person? 1 2" in coach.heard
    assert [coach.path(key).exists() for key in ("eva-ek", "eva-ek-2", "asa-oberg-2")] == [True, True, False]
    ran = coach("add", "--from", str(path), "--json")
    assert (ran.json["added"], ran.json["doubted"]) == ([], ["Åsa Oberg"])


def test_a_cell_with_two_people_adds_neither(coach: Any, tmp_path: Path) -> None:
    """A script says its line; nobody is called by an address or by two names."""
    path = tmp_path / "team.csv"
    path.write_text("Name,Role\nLiv Ås; Ola By,KAM\nola@x.no,SDR\nUno Ek,KAM\n", "utf-8")
    ran = coach("add", "--from", str(path), "--json")
    assert ([one["key"] for one in ran.json["added"]], ran.json["doubted"]) == (
        ["uno-ek"],
        ["Liv Ås; Ola By", "ola@x.no"],
    )
    coach("undo")
    assert "line 2 “Liv Ås; Ola By”, line 3 “ola@x.no”" in " ".join(coach("add", "--from", str(path)).err.split())


def test_another_address_than_the_journals_is_in_doubt(coach: Any, tmp_path: Path) -> None:
    """With --update and without: nothing of one Anna goes into the file of another."""
    coach("set", "anna", "--email", "anna@x.se")
    path = tmp_path / "team.csv"
    path.write_text("Name;Email;Role\nAnna Berg;anna2@x.se;Boss\n", "utf-8")
    before = coach.text()
    for more in ((), ("--update",)):
        ran = coach("add", "--from", str(path), "--json", *more)
        assert (ran.json["doubted"], coach.text()) == (["Anna Berg"], before), more


def test_what_those_who_are_there_lack_is_filled_in(coach: Any, tmp_path: Path) -> None:
    """With --update only, as changes; what differs is told and left, and one undo takes all back."""
    path = tmp_path / "team.csv"
    path.write_text(
        "Name;Role;Email;Start date\nBo Ek;KAM;b@x.se;2024-02-01\nAnna Berg;SDR;;2020-01-07\nNils Dal;;;\n", "utf-8"
    )
    before = coach.bytes()
    assert "2 of them lack something" in coach("add", "--from", str(path)).out
    coach("undo")
    ran = coach("add", "--from", str(path), "--update")
    assert "Filled in for Bo Ek: started" in ran.out
    assert "Anna Berg has other facts in line 3 than in the journal: started." in ran.err
    header = coach("show", "bo", "--json").json["seller"]
    assert (header["role"], header["email"], header["started"]) == ("KAM", "b@x.se", "2024-02-01")
    header = coach("show", "anna", "--json").json["seller"]
    assert (header["role"], header["started"]) == ("SDR", "2026-09-01")
    assert "Nothing was filled in." in coach("add", "--from", str(path), "--update").out, "her start differs"
    coach("undo")
    assert coach.bytes() == before
    ran = coach.asked("add", "--from", str(path), "--update", answers=["n"])
    assert (ran.out, coach.bytes()) == ("Nothing was written.\n", before)
    coach("leave", "bo")
    assert [one["name"] for one in coach("add", "--from", str(path), "--update", "--json").json["filled"]] == [
        "Anna Berg"
    ]


def test_a_last_talk_is_filled_in_for_whoever_has_none(coach: Any, tmp_path: Path) -> None:
    """As a talk; a later one than the journal's is told and left, and only then does nobody lack anything."""
    path = tmp_path / "team.csv"
    coach("add", "Uno", "Ek", "--last-talk", "2026-11-10")
    coach("add", "Liv", "Ås")
    path.write_text("Name;Last talk\nLiv Ås;2026-10-05\nUno Ek;2026-11-02\n", "utf-8")
    assert "1 of them lack something" in coach("add", "--from", str(path)).out
    assert "Filled in for Liv Ås: last_talk" in coach("add", "--from", str(path), "--update").out
    assert "[[talk]]" in coach.text("liv-as")
    assert "on = 2026-10-05\n" in coach.text("liv-as")
    assert "[[change]]" not in coach.text("liv-as")
    assert "Nobody lacks anything" in coach("add", "--from", str(path), "--update").out
    path.write_text("Name;Last talk\nUno Ek;2026-11-12\n", "utf-8")
    ran = coach("add", "--from", str(path), "--update")
    assert "Nothing was filled in." in ran.out
    assert "Uno Ek has other facts in line 2 than in the journal: last_talk." in ran.err


def test_how_a_file_was_read_is_said_and_asked_where_it_is_in_doubt(coach: Any, tmp_path: Path) -> None:
    """Of encodings a script chooses none, of the orders of day and month the first; a terminal asks, one key each."""
    path = tmp_path / "team.csv"
    path.write_bytes(b"Crew\n\nName;Start date\nDu\x9aan;03/04/2025\n")
    refused = coach.refused("add", "--from", str(path)).err
    for part in ("“Dušan” as Windows-1252", "“Duöan” as Mac Roman", "--encoding windows-1252"):
        assert part in " ".join(refused.split())
    assert "klingon" in coach.refused("add", "--from", str(path), "--encoding", "klingon").err
    ran = coach("add", "--from", str(path), "--encoding", "mac-roman")
    assert "Read as Mac Roman, semicolons, day before month; header in line 3." in ran.out
    assert "03/04/2025 were read day before month: Thu 3 Apr 2025" in " ".join(ran.err.split())
    assert "started = 2025-04-03" in coach.text("duoan")
    coach("undo")
    coach.asked("add", "--from", str(path), answers=["1", "2", "y"])
    assert "started = 2025-03-04" in coach.text("dusan")
    assert "month before day" in coach.heard[-2]
