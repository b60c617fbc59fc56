from typing import Any

import pytest


def test_an_area_gets_a_level_with_the_evidence(coach: Any) -> None:
    """What was seen, not what is thought."""
    ran = coach("rate", "anna", "discovery", "red", "showed", "the price", "first", "--json")
    record = ran.json["records"][0]
    assert (record["area"], record["level"], record["evidence"]) == ("discovery", "red", "showed the price first")


def test_evidence_may_be_left_out(coach: Any) -> None:
    """Nothing is compulsory."""
    assert "evidence" not in coach("rate", "anna", "discovery", "red", "--json").json["records"][0]


def test_several_get_the_same_level(coach: Any) -> None:
    """With commas, on a day gone by."""
    ran = coach("rate", "anna,bo", "closing", "g", "--on", "fri", "--json")
    assert [(one["seller"], one["level"], one["on"]) for one in ran.json["records"]] == [
        ("anna-berg", "green", "2026-11-20"),
        ("bo-ek", "green", "2026-11-20"),
    ]


@pytest.mark.parametrize("typed", ["awesome", "aw", "green", "GREEN"])
def test_a_level_goes_by_the_name_of_the_settings_too(coach: Any, typed: str) -> None:
    """How they are called is a setting; what is in the file is not."""
    (coach.root / "coach.toml").write_text('format = 1\n[levels]\ngreen = "awesome"\n', "utf-8")
    assert coach("rate", "anna", "closing", typed, "--json").json["records"][0]["level"] == "green"
    assert "awesome" in coach("show", "anna").out


@pytest.mark.parametrize(
    ("typed", "level", "evidence"),
    [
        (["plus", "plus", "asked first"], "green", "asked first"),
        (["plus", "Plus"], "green", None),
        (["plus plus", "plus"], "green", "plus"),
        (["plus", "plus points for it"], "yellow", "plus points for it"),
        (["plus", "asked", "first"], "yellow", "asked first"),
        (["plus", "plus", "!"], "green", "!"),
        (["plus"], "yellow", None),
        (["minus", "plus"], "red", "plus"),
    ],
)
def test_a_level_may_have_a_name_of_several_words(coach: Any, typed: list[str], level: str, evidence: str) -> None:
    """They need no quotation marks; what follows them is the evidence."""
    (coach.root / "coach.toml").write_text('format = 1\n[levels]\nset = "plus"\n', "utf-8")
    record = coach("rate", "anna", "closing", *typed, "--json").json["records"][0]
    assert (record["level"], record.get("evidence")) == (level, evidence)


def test_a_level_that_is_none_is_refused(coach: Any) -> None:
    """With those that are."""
    ran = coach("rate", "anna", "closing", "blue")
    assert ran.status == 2
    assert "red, yellow, green" in ran.err


@pytest.mark.parametrize("spoiled", ["anna,zebra", "zebra,anna"])
def test_one_unknown_seller_writes_none(coach: Any, spoiled: str) -> None:
    """All or none."""
    before = coach.bytes()
    assert coach("rate", spoiled, "closing", "red").status == 4
    assert coach.bytes() == before


def test_a_new_area_is_said_to_be_new_with_the_nearest_one(coach: Any) -> None:
    """The nearest of the whole team; a slip of the finger is seen."""
    assert "The nearest one known is “discovery”" in coach("rate", "bo", "discoveri", "green").err
    assert "is a new area" not in coach("rate", "bo", "discoveri", "yellow").err


def test_an_area_that_is_expected_is_not_new(coach: Any) -> None:
    """It stands in a template, or in an own expectation."""
    assert "is a new area" not in coach("rate", "anna", "product knowledge", "green").err
    coach("expect", "anna", "tenders", "--green", "wins half")
    assert "is a new area" not in coach("rate", "anna", "tenders", "green").err
    assert "is a new area" not in coach("note", "anna", "green: tenders – won").err


def test_the_sellers_own_rating_stands_beside(coach: Any) -> None:
    """It does not change the light of the manager."""
    record = coach("rate", "anna", "discovery", "yellow", "unsure", "--by", "seller", "--json").json["records"][0]
    assert (record["by"], record["level"]) == ("seller", "yellow")
    assert coach("show", "anna", "--json").json["levels"] == {"discovery": "green"}


def test_it_is_shown_whose_rating_it_is(coach: Any) -> None:
    """When it is written, and in the story."""
    said = "Anna's own view: discovery yellow: unsure"
    assert said in coach("rate", "anna", "discovery", "yellow", "unsure", "--by", "seller").out
    assert said in coach("show", "anna").out
    assert "own view" not in coach("rate", "anna", "discovery", "yellow", "unsure").out


def test_nobody_else_rates(coach: Any) -> None:
    """Me or the seller."""
    assert coach("rate", "anna", "discovery", "yellow", "--by", "karin").status == 2


def test_a_red_says_what_follows(coach: Any) -> None:
    """That it is to be told, and a correction or a resource, each as it can be typed; for the seller's own none."""
    err = coach("rate", "anna", "lead list", "red").err
    assert "coach note anna 'told: lead list – what you saw – the next step'" in err
    assert err.count("\n") == 2  # that the area is new, and this
    assert "coach promise anna '…' --hers --area 'lead list' --by fri" in err
    assert coach("promise", "anna", "…", "--hers", "--area", "lead list", "--by", "fri").status == 0
    for line in (("green",), ("red", "--by", "seller")):
        assert "coach promise" not in coach("rate", "anna", "lead list", *line).err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("anna",), "Which area, and which level?"),
        (("anna", ""), "Which area, and which level?"),
        (("anna", "lead list"), "coach rate NAME 'lead list' green"),
    ],
)
def test_a_script_is_told_what_is_missing(coach: Any, args: tuple[str, ...], said: str) -> None:
    """Nobody is asked, nothing is written."""
    before = coach.bytes()
    ran = coach("rate", *args)
    assert ran.status == 2
    assert said in ran.err
    assert coach.bytes() == before
