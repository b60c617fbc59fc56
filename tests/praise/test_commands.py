from typing import Any


def test_praise_is_noted(coach: Any) -> None:
    """Of one or of several, by whom and when."""
    ran = coach("praise", "anna,bo", "stayed", "calm", "--from", "Karin", "--on", "fri", "--json")
    assert [(one["seller"], one["what"], one["from"], one["on"]) for one in ran.json["records"]] == [
        ("anna-berg", "stayed calm", "Karin", "2026-11-20"),
        ("bo-ek", "stayed calm", "Karin", "2026-11-20"),
    ]


def test_without_it_those_to_thank_are_shown(coach: Any) -> None:
    """Of all, or of one."""
    assert {"thank", "quiet"} <= coach("praise", "--json").json.keys()
    assert "Anna Berg" in coach("praise").out
    assert "Anna Berg" not in coach("praise", "bo").out
