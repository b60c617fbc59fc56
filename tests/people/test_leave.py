from pathlib import Path
from typing import Any

import pytest


def test_who_left_is_out_of_the_weekly_and_still_shown(coach: Any) -> None:
    """The file is in another folder, byte for byte, and the next step is named."""
    before = coach.path().read_bytes()
    ran = coach("leave", "anna")
    assert (ran.status, ran.err) == (0, "")
    assert "Anna Berg is out of the weekly" in ran.out
    assert "coach leave anna-berg --undo" in ran.out
    assert not coach.path().exists()
    assert (coach.root / "left" / "anna-berg.toml").read_bytes() == before
    weekly = coach("weekly")
    assert "Anna Berg" not in weekly.out
    assert weekly.err == ""
    assert coach("show", "anna", "--json").json["seller"]["left"] is True


@pytest.mark.parametrize("back", [("leave", "anna", "--undo"), ("undo",)])
def test_it_is_brought_back_in_either_way(coach: Any, back: tuple[str, ...]) -> None:
    """And that is taken back too."""
    before = coach.bytes()
    coach("leave", "anna")
    ran = coach(*back)
    assert (ran.status, ran.err) == (0, "")
    assert coach.bytes() == before
    assert "Anna Berg" in coach("weekly").out


def test_a_return_is_told_and_can_be_taken_back(coach: Any) -> None:
    """As every command that writes."""
    coach("leave", "anna", "berg")
    gone = coach.bytes()
    ran = coach("leave", "anna", "--undo")
    assert "Anna Berg is back on the team." in ran.out
    assert coach("undo", "--json").json["undone"]["label"] == "leave anna-berg --undo"
    assert coach.bytes() == gone


@pytest.mark.parametrize(
    ("before", "args", "said"),
    [
        ((), ("anna", "--undo"), "Anna Berg has not left."),
        (("leave", "anna"), ("anna",), "Anna Berg has left already."),
    ],
)
def test_who_is_there_already_is_left_there(
    coach: Any, before: tuple[str, ...], args: tuple[str, ...], said: str
) -> None:
    """A clear sentence, the command that is the other way round, and nothing is moved."""
    if before:
        coach(*before)
    files = coach.bytes()
    ran = coach("leave", *args)
    assert ran.status == 2
    assert said in ran.err
    assert coach.bytes() == files


@pytest.mark.parametrize("undo", [(), ("--undo",)])
def test_no_file_is_ever_moved_over_another(coach: Any, undo: tuple[str, ...]) -> None:
    """Both are named."""
    (coach.root / "left").mkdir()
    (coach.root / "left" / "anna-berg.toml").write_text("format = 1\n", "utf-8")
    files = coach.bytes()
    ran = coach("leave", "anna", *undo)
    assert ran.status == 2
    assert "sellers/anna-berg.toml and left/anna-berg.toml" in ran.err
    assert coach.bytes() == files


def test_a_file_that_does_not_read_can_be_put_away(coach: Any) -> None:
    """And brought back, byte for byte."""
    coach.path().write_text("[seller\n", "utf-8")
    before = coach.bytes()
    assert coach("leave", "anna").status == 0
    assert coach("undo").status == 0
    assert coach.bytes() == before


def test_a_link_stays_a_link(coach: Any, tmp_path: Path) -> None:
    """To the file that it led to."""
    real = tmp_path / "anna.toml"
    coach.path().rename(real)
    coach.path().symlink_to(real)
    assert coach("leave", "anna").status == 0
    moved = coach.root / "left" / "anna-berg.toml"
    assert moved.is_symlink()
    assert moved.resolve() == real
    assert coach("leave", "anna", "--undo").status == 0
    assert coach.path().is_symlink()


def test_the_manager_does_not_leave(coach: Any) -> None:
    """Nor does nobody."""
    assert coach("leave", "me").status == 4
    assert coach("leave", "zoe").status == 4


def test_what_is_learnt_after_she_left_can_still_be_noted(coach: Any) -> None:
    """The last talk is often logged when the file is put away: it goes where her story is."""
    coach("leave", "anna")
    left = coach.root / "left" / "anna-berg.toml"
    before = left.read_bytes()
    assert coach("note", "anna", "handed over her accounts").status == 0
    assert left.read_bytes().startswith(before)
    assert not coach.path().exists()
    coach("undo")
    assert left.read_bytes() == before
