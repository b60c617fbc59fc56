from typing import Any


def test_an_action_is_noted_with_whom_it_was(coach: Any) -> None:
    """Several sellers, a file each, all or none; without one in the manager's own file; a seller is no action."""
    ran = coach("act", "explain-why", "anna", "bo", "--note", "the price list", "--json")
    assert [(one["seller"], one["action"], one["note"]) for one in ran.json["records"]] == [
        ("anna-berg", "explain-why", "the price list"),
        ("bo-ek", "explain-why", "the price list"),
    ]
    coach("act", "hero", "--on", "yesterday")
    assert "on = 2026-11-22" in (coach.root / "me.toml").read_text("utf-8")
    coach.refused("act", "hero", "anna", "zebra", status=4)
    assert "coach act explain-why anna" in coach.refused("act", "anna").err


def test_alone_it_shows_the_tally_of_the_week(coach: Any) -> None:
    """Mine and theirs together."""
    coach("act", "hero", "anna")
    coach("act", "hero")
    hero = coach("act", "--json").json["actions"][0]
    assert (hero["action"], hero["week"], hero["total"], hero["in_place"]) == ("hero", 2, 2, False)
    assert coach("act").status == 0


def test_a_typo_is_no_action(coach: Any) -> None:
    """The beginning of one is enough; what fits none or several notes nothing, and only --new makes one, once."""
    for typed, said in (
        ("list", "There are: "), ("thank", "Nearest: peer-thanks"), ("explian", "Nearest: explain-why"), (" ", "new"),
    ):  # fmt: skip
        assert said in coach.refused("act", typed, "anna", status=4).err
    for typed, name in (
        (("expl",), "explain-why"), (("Hero",), "hero"), (("fika", "--new"), "fika"), (("FIKA", "--new"), "fika"),
        (("fik",), "fika"),
    ):  # fmt: skip
        assert coach("act", *typed, "--json").json["records"][0]["action"] == name
    assert "“f” can be feedback, fika" in coach.refused("act", "f", "anna", status=4).err
