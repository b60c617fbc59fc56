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
