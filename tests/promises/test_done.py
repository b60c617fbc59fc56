from typing import Any

import pytest


@pytest.mark.parametrize(
    "words", [("p9",), ("p9d",), ("P9D1C",), ("karin",), ("introduce", "anna"), ("Karin Nordbygg",)]
)
def test_an_open_thing_is_found_by_its_id_or_by_words(coach: Any, words: tuple[str, ...]) -> None:
    """From two characters of the id on, or words that fit it only."""
    ran = coach("done", *words, "--json")
    assert ran.status == 0
    assert [(one["of"], one["how"]) for one in ran.json["records"]] == [("p9d1c", "kept")]


def test_several_are_settled_at_once_over_several_sellers(coach: Any) -> None:
    """Each in its own file, and taken back together."""
    before = coach.bytes()
    ran = coach("done", "p9", "t4", "--json")
    assert [(one["seller"], one["of"]) for one in ran.json["records"]] == [("anna-berg", "p9d1c"), ("bo-ek", "t4p1c")]
    coach("undo")
    assert coach.bytes() == before


def test_what_is_settled_is_not_open_any_more(coach: Any) -> None:
    """The second time nothing goes by that id."""
    coach("done", "p9")
    ran = coach("done", "p9")
    assert ran.status == 4
    assert "Nothing open goes by “p9”" in ran.err


def test_several_hits_are_listed_and_none_is_settled(coach: Any) -> None:
    """A write never guesses."""
    coach("promise", "bo", "introduce him to Karin", "--by", "fri")
    before = coach.bytes()
    ran = coach("done", "karin")
    assert ran.status == 4
    assert "p9d1c Introduce Anna to Karin at Nordbygg (Anna Berg)" in ran.err
    assert "introduce him to Karin (Bo Ek)" in ran.err
    assert coach.bytes() == before


def test_a_seller_narrows_it(coach: Any) -> None:
    """Two of the same words, one of them hers."""
    coach("promise", "bo", "introduce him to Karin", "--by", "fri")
    ran = coach("done", "karin", "--seller", "bo", "--json")
    assert [one["seller"] for one in ran.json["records"]] == ["bo-ek"]


def test_something_can_be_given_up_with_a_reason(coach: Any) -> None:
    """Dropped is not kept."""
    ran = coach("done", "p9", "--dropped", "--why", "Karin left", "--json")
    assert [(one["how"], one["why"]) for one in ran.json["records"]] == [("dropped", "Karin left")]


def test_nothing_is_wrong_usage(coach: Any) -> None:
    """An id or words."""
    ran = coach("done")
    assert ran.status == 2
    assert "What is settled?" in ran.err


def test_a_broken_file_of_another_seller_does_not_stand_in_the_way(coach: Any) -> None:
    """It is named, and the rest works."""
    coach.path("bo-ek").write_text("broken", "utf-8")
    ran = coach("done", "p9")
    assert ran.status == 0
    assert "sellers/bo-ek.toml:1:" in ran.err
