from pathlib import Path
from typing import Any

import pytest

TEAMS = Path(__file__).parents[3] / "shared" / "data" / "crm" / "sales_teams.csv"
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


@pytest.mark.parametrize("name", ["Anna Berg", "anna  berg", "ANNA BERG"])
def test_a_seller_who_is_there_is_refused(coach: Any, name: str) -> None:
    """Nothing is overwritten."""
    before = coach.bytes()
    ran = coach("add", name)
    assert ran.status == 2
    assert "there already" in ran.err
    assert coach.bytes() == before


def test_a_name_in_a_file_of_another_name_is_there_too(coach: Any, csv: str) -> None:
    """Files may be named by hand, and names change."""
    coach.path("bo-ek").rename(coach.path("bosse"))
    coach("set", "anna", "--name", "Cia Dahl")
    assert coach("add", "Bo Ek").status == 2
    assert coach("add", "--from", csv, "--json").json["skipped"] == ["Cia Dahl", "Bo Ek"]


@pytest.mark.parametrize("name", ["Søren Ærø", "Zoë O’Brien-Åkesson", "Nguyễn Thị Minh"])
def test_names_keep_their_letters(coach: Any, name: str) -> None:
    """And are found without them."""
    assert coach("add", name).status == 0
    assert coach("show", name, "--json").json["seller"]["name"] == name


def test_a_decomposed_name_is_the_same_name(coach: Any) -> None:
    """Macs hand names over in another Unicode form."""
    assert coach("add", "Åsa Öberg").status == 2
    assert coach("show", "A\u030asa", "--json").json["seller"]["name"] == "Åsa Öberg"
    assert coach("show", "ASA", "--json").json["seller"]["name"] == "Åsa Öberg"


@pytest.mark.parametrize("name", ["!!!", "12", "x" * 200])
def test_a_name_that_no_file_can_carry_is_refused(coach: Any, name: str) -> None:
    """With a sentence, not a traceback."""
    assert coach("add", name).status == 2


def test_the_manager_is_me_so_a_seller_of_that_name_gets_another_key(coach: Any) -> None:
    """Otherwise `coach away me` would mean two people."""
    coach("add", "Me")
    assert coach.path("me-1").exists()


def test_nobody_is_wrong_usage(coach: Any) -> None:
    """A name or a file."""
    ran = coach("add")
    assert ran.status == 2
    assert "Who is to be added?" in ran.err


def test_a_team_comes_from_a_file_and_only_the_new_ones(coach: Any, csv: str) -> None:
    """The second time all are there already."""
    ran = coach("add", "--from", csv, "--json")
    assert [one["key"] for one in ran.json["added"]] == ["cia-dahl"]
    assert ran.json["skipped"] == ["Bo Ek"]
    assert 'email = "cia@example.com"' in coach.text("cia-dahl")
    before = coach.bytes()
    again = coach("add", "--from", csv)
    assert again.status == 0
    assert "Everybody in" in again.out
    assert coach.bytes() == before


def test_a_team_is_taken_back_whole(coach: Any, csv: str) -> None:
    """One command, one undo."""
    before = coach.bytes()
    coach("add", "--from", csv)
    assert coach("undo").status == 0
    assert coach.bytes() == before


def test_those_who_left_are_not_added_again(coach: Any, csv: str) -> None:
    """Their story is kept."""
    (coach.root / "left").mkdir()
    (coach.root / "left" / "cia-dahl.toml").write_text('[seller]\nname = "Cia Dahl"\n', "utf-8")
    assert coach("add", "--from", csv, "--json").json["added"] == []


def test_at_a_terminal_the_team_is_shown_first(coach: Any, csv: str) -> None:
    """One key adds it, another does not."""
    before = coach.bytes()
    ran = coach.asked("add", "--from", csv, answers=["n"])
    assert (ran.status, ran.out) == (0, "Nothing was written.\n")
    assert "Cia Dahl" in coach.heard[0]
    assert coach.bytes() == before
    ran = coach.asked("add", "--from", csv, answers=[""])
    assert ran.status == 0
    assert "Cia Dahl" not in ran.out  # she was shown before the question
    assert coach.path("cia-dahl").exists()


def test_a_file_that_is_no_team_is_refused_with_a_reason(coach: Any, tmp_path: Path) -> None:
    """An empty file, or none."""
    (tmp_path / "empty.csv").write_text("", "utf-8")
    assert coach("add", "--from", str(tmp_path / "empty.csv")).status == 2
    assert coach("add", "--from", str(tmp_path / "none.csv")).status == 5


@pytest.mark.skipif(not TEAMS.exists(), reason="the shared CRM files are not here")
def test_a_real_crm_file_brings_its_thirty_five(coach: Any) -> None:
    """A second time it skips them."""
    assert len(coach("add", "--from", str(TEAMS), "--json").json["added"]) == 35
    again = coach("add", "--from", str(TEAMS), "--json").json
    assert (len(again["added"]), len(again["skipped"])) == (0, 35)
