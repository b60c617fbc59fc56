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
    ran = heard("me")
    assert "I promise too fast" in ran.out
    assert "1 more with a name in it: --private" in ran.out
    for name in ("Anna", "Bo", "Berg"):
        assert name not in ran.out
    made = heard("me", "--json").json
    assert made["about_me"] == [{"what": "I promise too fast", "on": "2026-11-16", "private": False}]
    assert made["hidden"] == {"needs": 0, "about_me": 1, "lessons": 0, "standing": 0}
    assert "I interrupt Bo" in heard("me", "--private").out
    made = heard("me", "--private", "--json").json
    assert {(one["name"], one["seller"]) for one in made["about_me"]} == {("Anna Berg", "anna-berg")}
    assert all(one["id"] for one in made["needs"])
    assert made["hidden"] == {"needs": 0, "about_me": 0, "lessons": 0, "standing": 0}
    heard.path("bo-ek").write_text("broken", "utf-8")
    heard.put("me.toml", 'format = 1\n\n[[lesson]]\non = 2026-11-20\ntext = "Start softer"\n')
    ran = heard("me")
    assert ran.status == 0
    said = [text in ran.out for text in ("I promise too fast", "I interrupt", "Start softer")]
    assert said == [True, False, True]
