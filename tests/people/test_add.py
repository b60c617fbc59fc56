from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CSV = "name;start date;email\nCia Dahl;2026-09-01;\nBo Ek;2025-01-07;bo@example.com\nCIA DAHL;2026-10-01;cia@x.no\n"
"""Who stands on two lines has what the first tells, and of the second what that lacks."""


@pytest.fixture
def added(coach: Any, tmp_path: Path) -> Callable[..., Any]:
    """Add a team from a file that says so, at a terminal where `answers` are given."""

    def run(text: str | bytes, *more: str, answers: list[str] | None = None) -> Any:
        path = tmp_path / "team.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        line = ("add", "--from", str(path), *more)
        return coach(*line) if answers is None else coach.asked(*line, answers=answers)

    return run


def test_a_seller_gets_a_file_of_her_own(coach: Any) -> None:
    """With what was said of her, for her manager's eyes alone."""
    args = ("--started", "1 sept", "--role", "hunter", "--email", "c@d.se", "--every", "7", "--at-most", "10")
    assert "Cia Dahl is in: " in coach("add", "Cia", "Dahl", *args, "--last-talk", "3 nov").out
    text = coach.text("cia-dahl")
    for line in (
        *('name = "Cia Dahl"', "started = 2026-09-01", "added = 2026-11-23", 'role = "hunter"', 'email = "c@d.se"'),
        *("every = 7", "at_most = 10", "[[talk]]", "on = 2026-11-03"),
    ):
        assert f"{line}\n" in text
    assert coach.path("cia-dahl").stat().st_mode & 0o777 == 0o600


def test_whoever_is_there_is_refused_and_named(coach: Any, added: Any) -> None:
    """In whatever case and form, under whatever file name, and those who left; with what to write for another."""
    coach.path("bo-ek").rename(coach.path("bosse"))
    coach.put("left/cia-dahl.toml", '[seller]\nname = "Cia Dahl"\n')
    for typed, name, file in (
        ("anna  BERG", "Anna Berg", "sellers/anna-berg.toml"), ("BØ ek", "Bo Ek", "sellers/bosse.toml"),
        ("A\u030asa Oberg", "Åsa Öberg", "sellers/asa-oberg.toml"), ("Cia Dahl", "Cia Dahl", "left/cia-dahl.toml"),
    ):  # fmt: skip
        refused = coach.refused("add", typed).err
        assert f"{name} is there already: {file}" in refused
        assert f"coach add '{name} (Oslo)'" in refused
    assert added(CSV, "--json").json["skipped"] == ["Cia Dahl", "Bo Ek"]


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


def test_a_team_comes_from_a_file_and_only_the_new_ones(coach: Any, added: Any) -> None:
    """One undo takes back all that one command added; at a terminal the team is shown first, and one key adds it."""
    before = coach.bytes()
    ran = added(CSV, "--json")
    assert ([one["key"] for one in ran.json["added"]], ran.json["skipped"]) == (["cia-dahl"], ["Bo Ek"])
    assert 'email = "cia@x.no"' in coach.text("cia-dahl")
    assert "Everybody in" in added(CSV).out
    coach("undo")
    assert added(CSV, answers=["n"]).out == "Nothing was written.\n"
    assert "Cia Dahl" in coach.heard[0]
    assert coach.bytes() == before
    assert "Cia Dahl" not in added(CSV, answers=[""]).out, "she was shown before the question"
    assert coach.path("cia-dahl").exists()


def test_two_people_of_nearly_one_name_are_never_made_one(coach: Any, added: Any) -> None:
    """A terminal asks, each is read; a script adds neither and says both lines; a second file gets a number."""
    text = "Name;Email\nTore Sæther;t@x.no\nTore Säther;\nEva Ek;e@x.se\nEva Ek;f@x.se\nÅsa Oberg;\n"
    assert added(text, "--json").json["doubted"] == ["Eva Ek", "Åsa Oberg"]
    assert not coach.path("eva-ek").exists()
    coach("undo")
    ran = added(text)
    assert "Next: make clear who is meant (2 rows left out), then: coach add --from" in " ".join(ran.out.split())
    assert "Eva Ek (line 5, f@x.se) and Eva Ek (line 4, e@x.se)" in ran.err
    assert "Åsa Oberg (line 6) and Åsa Öberg (asa-oberg.toml)" in ran.err
    coach("undo")
    added(text, answers=["2", "1", "y"])
    assert "Eva Ek (line 5, f@x.se) and Eva Ek (line 4, e@x.se): one person? 1 2" in coach.heard
    assert [coach.path(key).exists() for key in ("eva-ek", "eva-ek-2", "asa-oberg-2")] == [True, True, False]


def test_a_cell_with_two_people_or_another_address_adds_nobody(coach: Any, added: Any) -> None:
    """A script says its line; nothing of one Anna goes into the file of another, with --update and without."""
    text = "Name,Role\nLiv Ås; Ola By,KAM\nola@x.no,SDR\nUno Ek,KAM\n"
    made = added(text, "--json").json
    assert ([one["key"] for one in made["added"]], made["doubted"]) == (["uno-ek"], ["Liv Ås; Ola By", "ola@x.no"])
    coach("undo")
    assert "line 2 “Liv Ås; Ola By”, line 3 “ola@x.no”" in " ".join(added(text).err.split())
    coach("set", "anna", "--email", "anna@x.se")
    before = coach.text()
    for more in ((), ("--update",)):
        ran = added("Name;Email;Role\nAnna Berg;anna2@x.se;Boss\n", "--json", *more)
        assert (ran.json["doubted"], coach.text()) == (["Anna Berg"], before), more


def test_what_those_who_are_there_lack_is_filled_in(coach: Any, added: Any) -> None:
    """With --update only, as changes; what differs is told and left, and one undo takes all back."""
    text = "Name;Role;Email;Start date\nBo Ek;KAM;b@x.se;2024-02-01\nAnna Berg;SDR;;2020-01-07\nNils Dal;;;\n"
    before = coach.bytes()
    assert "2 of them lack something" in added(text).out
    coach("undo")
    ran = added(text, "--update")
    assert "Filled in for Bo Ek: started" in ran.out
    assert "Anna Berg has other facts in line 3 than in the journal: started." in ran.err
    for who, facts in (("bo", ("KAM", "b@x.se", "2024-02-01")), ("anna", ("SDR", None, "2026-09-01"))):
        header = coach("show", who, "--json").json["seller"]
        assert (header["role"], header.get("email"), header["started"]) == facts
    assert "Nothing was filled in." in added(text, "--update").out, "her start differs"
    coach("undo")
    assert (added(text, "--update", answers=["n"]).out, coach.bytes()) == ("Nothing was written.\n", before)
    coach("leave", "bo")
    assert [one["name"] for one in added(text, "--update", "--json").json["filled"]] == ["Anna Berg"]


def test_a_last_talk_is_filled_in_for_whoever_has_none(coach: Any, added: Any) -> None:
    """As a talk; a later one than the journal's is told and left, and only then does nobody lack anything."""
    coach("add", "Uno", "Ek", "--last-talk", "2026-11-10")
    coach("add", "Liv", "Ås")
    text = "Name;Last talk\nLiv Ås;2026-10-05\nUno Ek;2026-11-02\n"
    assert "1 of them lack something" in added(text).out
    assert "Filled in for Liv Ås: last_talk" in added(text, "--update").out
    said = [part in coach.text("liv-as") for part in ("[[talk]]", "on = 2026-10-05\n", "[[change]]")]
    assert said == [True, True, False]
    assert "Nobody lacks anything" in added(text, "--update").out
    ran = added("Name;Last talk\nUno Ek;2026-11-12\n", "--update")
    assert "Nothing was filled in." in ran.out
    assert "Uno Ek has other facts in line 2 than in the journal: last_talk." in ran.err


def test_how_a_file_was_read_is_said_and_asked_where_it_is_in_doubt(coach: Any, added: Any) -> None:
    """Of encodings a script chooses none, of the orders of day and month the first; a terminal asks, one key each."""
    text = b"Crew\n\nName;Start date\nDu\x9aan;03/04/2025\n"
    ran = added(text)
    for part in ("“Dušan” as Windows-1252", "“Duöan” as Mac Roman", "--encoding windows-1252"):
        assert part in " ".join(ran.err.split())
    assert (ran.status, "klingon" in added(text, "--encoding", "klingon").err) == (2, True)
    ran = added(text, "--encoding", "mac-roman")
    assert "Read as Mac Roman, semicolons, day before month; header in line 3." in ran.out
    assert "03/04/2025 were read day before month: Thu 3 Apr 2025" in " ".join(ran.err.split())
    assert "started = 2025-04-03" in coach.text("duoan")
    coach("undo")
    added(text, answers=["1", "2", "y"])
    assert "started = 2025-03-04" in coach.text("dusan")
    assert "month before day" in coach.heard[-2]
