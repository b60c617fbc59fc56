from typing import Any


def test_an_action_is_noted_with_whom_it_was(coach: Any) -> None:
    """Several sellers, one file each."""
    ran = coach("act", "explain-why", "anna", "bo", "--note", "the price list", "--json")
    assert [(one["seller"], one["action"], one["note"]) for one in ran.json["records"]] == [
        ("anna-berg", "explain-why", "the price list"),
        ("bo-ek", "explain-why", "the price list"),
    ]


def test_without_a_seller_it_was_with_all(coach: Any) -> None:
    """It stands in the manager's own file."""
    coach("act", "hero", "--on", "yesterday")
    assert "on = 2026-11-22" in (coach.root / "me.toml").read_text("utf-8")


def test_a_new_action_is_taken_and_said_to_be_new(coach: Any) -> None:
    """The list is the manager's to add to."""
    ran = coach("act", "coffee", "anna")
    assert ran.status == 0
    assert "“coffee” is a new action" in ran.err


def test_one_seller_too_many_writes_none(coach: Any) -> None:
    """All or none."""
    before = coach.bytes()
    assert coach("act", "hero", "anna", "zebra").status == 4
    assert coach.bytes() == before


def test_alone_it_shows_the_tally_of_the_week(coach: Any) -> None:
    """Mine and theirs together."""
    coach("act", "hero", "anna")
    coach("act", "hero")
    hero = coach("act", "--json").json["actions"][0]
    assert (hero["action"], hero["week"], hero["total"], hero["in_place"]) == ("hero", 2, 2, False)
    assert coach("act").status == 0


def test_a_seller_is_no_action(coach: Any) -> None:
    """The action comes first; nothing is noted under a name."""
    ran = coach("act", "anna")
    assert ran.status == 2
    assert "coach act explain-why anna" in ran.err
    assert coach("act", "brand-new").status == 0
