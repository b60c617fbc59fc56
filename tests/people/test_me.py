from typing import Any

import pytest

SAID = (
    "needs: a quieter place to call from; about me: I interrupt Bo; about me: I promise too fast; lesson: ask once; "
    "@me call Karin by 20 nov"
)


@pytest.fixture
def heard(coach: Any) -> Any:
    """Give the journal a talk in which something was said of me."""
    assert coach("log", "anna", SAID, "--on", "16 nov").status == 0
    return coach


def test_names_are_told_on_request_alone(heard: Any) -> None:
    """What names somebody is left out and counted, also where her file does not read; on request with key and id."""
    made = heard("me", "--json").json
    assert made["about_me"] == [{"what": "I promise too fast", "on": "2026-11-16", "private": False}]
    assert made["hidden"] == {"needs": 0, "about_me": 1, "lessons": 0, "standing": 0}
    made = heard("me", "--private", "--json").json
    assert {(one["name"], one["seller"]) for one in made["about_me"]} == {("Anna Berg", "anna-berg")}
    assert (all(one["id"] for one in made["needs"]), made["hidden"]["about_me"]) == (True, 0)
    heard.path("bo-ek").write_text("broken", "utf-8")
    heard.put("me.toml", 'format = 1\n\n[[lesson]]\non = 2026-11-20\ntext = "Start softer"\n')
    out = heard("me").out
    said = [text in out for text in ("I promise too fast", "1 more with a name in it", "Start softer", "Bo", "Anna")]
    assert said == [True, True, True, False, False]


def test_how_it_is_to_work_with_me_stands_first_and_names_nobody(coach: Any) -> None:
    """How to ask; then counts, and whose words they are is nowhere told; sellers who left count no more."""
    assert "Nobody was asked yet. Three questions, one mail to all: coach ask service" in coach("me").out
    for name in ("Eva Lind", "Jon Dahl"):
        coach("add", name, "--started", "2026-01-01")
    coach("--today", "2026-11-19", "ask", "service")
    sheet = (
        "1. How is it to work with me: red, yellow or green? Give one example.\n{}\n\n"
        "2. What one thing, if I did it, would make the biggest difference to you?\n{}\n"
    )
    said = {"anna": ("yellow", "the price sooner"), "bo": ("green", "no"), "eva": ("green, fast", "a price from you")}
    for who, answered in said.items():
        coach("ask", who, "--from", "-", stdin=sheet.format(*answered))
    assert "3 of 5 answered · ● green 2 · ▲ yellow 1 · asked Thu 19 Nov" in coach("me").out
    assert coach("me", "--json").json["service"]["lights"] == {"red": 0, "yellow": 1, "green": 2}
    coach("ask", "jon", "--from", "-", stdin=sheet.format("red", "come along to price talks"))
    made = coach("me", "--json").json["service"]
    assert "A word of it is in 2 of the 2 other answers" in made["raise"]
    for line in (("weekly", "--json"), ("show", "anna", "--json"), ("expect", "anna", "--json")):
        assert "yellow" not in str([coach(*line).json.get(key) for key in ("sellers", "levels", "areas")]), line
    for left in ("eva", "bo"):
        coach("leave", left)
    assert "2 of 3 answered · too few to tell" in coach("me").out


def test_presence_is_told_in_the_long_form(coach: Any) -> None:
    """Who was in touch how often, in whatever order of names, and not where nobody asked for it."""
    assert "presence" not in coach("me", "--json").json
    coach("note", "anna", "touch: phone")
    made = coach("me", "--all", "--json").json["presence"]
    assert {one["seller"]: one["contacts"] for one in made["sellers"]}["anna-berg"] == 2
    assert made["channels"]["phone"] == 1
