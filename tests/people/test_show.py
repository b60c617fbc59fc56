from typing import Any

import pytest


def test_json_has_what_others_build_on(coach: Any) -> None:
    """Who she is, how she stands, what is open, her story newest first."""
    coach("note", "anna", "Later.")
    story = coach("show", "anna", "--json").json
    assert {"seller", "levels", "goals", "open", "records"} <= story.keys()
    assert story["levels"] == {"discovery": "green"}
    assert [one["id"] for one in story["open"]] == ["p9d1c"]
    assert story["records"][0]["kind"] == "note"


def test_the_story_can_be_narrowed(coach: Any) -> None:
    """To some kinds, by their name in files or on screen, and to a time."""
    for args, kinds in {
        ("--kind", "rating"): ["rating"],
        ("--kind", "promise", "--kind", "talk"): ["talk", "commitment"],
        ("--since", "yesterday"): [],
    }.items():
        assert sorted(one["kind"] for one in coach("show", "anna", *args, "--json").json["records"]) == sorted(kinds)


def test_a_kind_that_is_none_is_refused_with_those_that_are(coach: Any) -> None:
    """They are listed."""
    ran = coach("show", "anna", "--kind", "opinion")
    assert ran.status == 2
    assert "promise" in ran.err


@pytest.mark.parametrize("name", ["anna", "BERG", "anna-berg", "Anna Berg", "nna b"])
def test_a_seller_is_found_by_enough_of_her_name(coach: Any, name: str) -> None:
    """Key, full name, a word, a part."""
    assert coach("show", name).out.startswith("Anna Berg")


def test_a_name_of_two_lists_both(coach: Any) -> None:
    """And shows neither."""
    coach("add", "Anna Lind")
    ran = coach("show", "anna")
    assert (ran.status, ran.out) == (4, "")
    assert "Anna Berg (anna-berg), Anna Lind (anna-lind)" in ran.err
    assert coach("show", "lind").status == 0


def test_a_mistyped_name_is_answered_with_the_nearest(coach: Any) -> None:
    """And with how to add her."""
    ran = coach("show", "bregg")
    assert ran.status == 4
    assert "Anna Berg" in ran.err
    assert "coach add 'bregg'" in ran.err


def test_a_seller_without_records_is_told_of_with_the_next_command(coach: Any) -> None:
    """Every empty screen is."""
    assert "coach log asa-oberg" in coach("show", "åsa").out


def test_those_who_left_are_still_shown(coach: Any) -> None:
    """Kept, and out of the weekly."""
    (coach.root / "left").mkdir()
    coach.path("bo-ek").rename(coach.root / "left" / "bo-ek.toml")
    assert coach("show", "bo", "--json").json["seller"]["left"] is True
    assert "Bo Ek" not in coach("weekly").out


def test_what_a_terminal_would_act_on_is_made_visible(coach: Any) -> None:
    """In text; JSON escapes it."""
    coach("note", "anna", "red \x1b[31m and \u202eback [bold]x[/bold]")
    ran = coach("show", "anna")
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out
    assert "[bold]x[/bold]" in ran.out
    assert "\\u001b[31m" in coach("show", "anna", "--json").out


def test_examples_are_listed_by_value(coach: Any, tmp_path: Any) -> None:
    """On screen, on paper and in JSON."""
    for text in ("courage – called the customer", "courage – said no", "care – waited"):
        coach("note", "anna", f"value: {text}")
    made = coach("show", "anna", "--json").json["values"]
    assert {name: [one["what"] for one in found] for name, found in made.items()} == {
        "courage": ["said no", "called the customer"],
        "care": ["waited"],
    }
    assert "Values, as lived" in coach("show", "anna").out
    for suffix in (".md", ".html"):
        coach("show", "anna", "-o", f"anna{suffix}")
        page = (tmp_path / f"anna{suffix}").read_text("utf-8")
        assert "courage: said no" in page
        assert "care: waited" in page
