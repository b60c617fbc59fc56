from typing import Any


def test_the_story_can_be_narrowed(coach: Any) -> None:
    """To some kinds, by their name in files or on screen, and to a time."""
    for args, kinds in {
        ("--kind", "rating"): ["rating"],
        ("--kind", "promise", "--kind", "talk"): ["talk", "commitment"],
        ("--since", "yesterday"): [],
    }.items():
        assert sorted(one["kind"] for one in coach("show", "anna", *args, "--json").json["records"]) == sorted(kinds)


def test_a_seller_is_found_by_enough_of_her_name(coach: Any) -> None:
    """Key, full name, a word, a part; without records the next command is told, as on every empty screen."""
    for name in ("anna", "BERG", "anna-berg", "Anna Berg", "nna b"):
        assert coach("show", name).out.startswith("Anna Berg"), name
    assert "coach log asa-oberg" in coach("show", "åsa").out
