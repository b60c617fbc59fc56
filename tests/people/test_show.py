from typing import Any


def test_a_seller_is_found_by_enough_of_her_name_and_her_story_narrowed(coach: Any) -> None:
    """Key, name, a word, a part; by kinds as in files or on screen, by time; without records the next step is told."""
    for name in ("anna", "BERG", "anna-berg", "Anna Berg", "nna b"):
        assert coach("show", name).out.startswith("Anna Berg"), name
    assert "coach log asa-oberg" in coach("show", "åsa").out
    for args, kinds in {
        ("--kind", "rating"): ["rating"],
        ("--kind", "promise", "--kind", "talk"): ["talk", "commitment"],
        ("--since", "yesterday"): [],
    }.items():
        assert sorted(one["kind"] for one in coach("show", "anna", *args, "--json").json["records"]) == sorted(kinds)
