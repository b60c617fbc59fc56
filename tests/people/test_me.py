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


def test_an_empty_journal_says_how_to_come_to_know(coach: Any) -> None:
    """The marks, in a command that can be typed."""
    coach("done", "introduce")
    for path in (coach.root / "sellers").glob("*.toml"):
        path.unlink()
    ran = coach("me")
    assert ran.status == 0
    assert "coach log NAME 'needs:" in ran.out


def test_without_names_nobody_is_named(heard: Any) -> None:
    """What names somebody is left out and counted; who said a thing is not told, in JSON either."""
    ran = heard("me")
    assert "I promise too fast" in ran.out
    assert "1 more with a name in it: --private" in ran.out
    for name in ("Anna", "Bo", "Berg"):
        assert name not in ran.out
    made = heard("me", "--json").json
    assert made["about_me"] == [{"what": "I promise too fast", "on": "2026-11-16", "private": False}]
    assert made["hidden"] == {"needs": 0, "about_me": 1, "lessons": 0}


def test_private_shows_who_said_it(heard: Any) -> None:
    """With the key of the file and the id, so that it can be found again."""
    assert "I interrupt Bo" in heard("me", "--private").out
    made = heard("me", "--private", "--json").json
    assert {(one["name"], one["seller"]) for one in made["about_me"]} == {("Anna Berg", "anna-berg")}
    assert all(one["id"] for one in made["needs"])
    assert made["hidden"] == {"needs": 0, "about_me": 0, "lessons": 0}


def test_a_need_that_was_promised_is_told_among_the_promises_alone(heard: Any) -> None:
    """Both ways: what is needed becomes a promise."""
    assert "a quieter place" in heard("me").out
    heard("promise", "anna", "a quieter place to call from", "--by", "fri")
    ran = heard("me")
    assert "a quieter place" not in ran.out
    assert "They need from you" not in ran.out


def test_promises_are_told_with_what_their_share_is_made_of(heard: Any) -> None:
    """Kept after their day, and late ones."""
    heard("done", "introduce")
    ran = heard("me")
    assert "50 % kept (1 of 2) · 1 of them after their day · 1 late now" in ran.out
    made = heard("me", "--json").json["promises"]
    assert made == {"days": 90, "kept": 1, "kept_late": 1, "dropped": 0, "late": 1, "open": 0, "share": 0.5}


def test_a_seller_whose_file_does_not_read_hides_nobody(heard: Any) -> None:
    """Its problem is told on stderr, and its name still counts as one."""
    heard.path("bo-ek").write_text("broken", "utf-8")
    ran = heard("me")
    assert ran.status == 0
    assert "I promise too fast" in ran.out
    assert "I interrupt" not in ran.out


def test_my_own_file_counts(heard: Any) -> None:
    """Lessons that are about nobody."""
    (heard.root / "me.toml").write_text('format = 1\n\n[[lesson]]\non = 2026-11-20\ntext = "Start softer"\n', "utf-8")
    assert "Start softer" in heard("me").out
