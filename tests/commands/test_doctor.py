from typing import Any

import pytest


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


def test_a_file_is_needed(coach: Any) -> None:
    """It says which."""
    ran = coach("doctor")
    assert ran.status == 2
    assert "--accept" in ran.err
