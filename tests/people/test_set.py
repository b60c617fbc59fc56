from typing import Any


def test_the_head_is_changed_and_the_old_value_kept(coach: Any) -> None:
    """As a record, so that the file stays the story; aliases are added, and nothing new is wrong usage."""
    coach("set", "anna", "--role", "hunter")
    assert "was" not in coach.text()
    args = ("--name", "Anna Holm", "--role", "farmer", "--email", "a@b.se", "--started", "1 sept 2025")
    ran = coach("set", "anna", *args, "--every", "10", "--at-most", "20", "--placed-at", "Umeå", "--json")
    assert ran.json["records"][0]["was"] == {"name": "Anna Berg", "role": "hunter", "started": "2026-09-01"}
    header = coach("show", "anna", "--json").json["seller"]
    assert (header["name"], header["started"], header["every"]) == ("Anna Holm", "2025-09-01", 10)
    coach("set", "anna", "--alias", "Annie")
    coach("set", "annie", "--alias", "AB", "--alias", "Boss")
    assert coach("show", "boss", "--json").json["seller"]["aliases"] == ["Annie", "AB", "Boss"]
    for same in ((), ("--name", "Anna Holm")):
        assert "Nothing was given to change." in coach.refused("set", "anna", *same).err


def test_who_is_placed_elsewhere_is_offered_a_plan_for_arriving(coach: Any) -> None:
    """One line, whose command begins it, beside another plan as well; her first day with us stays what it was."""
    for more in ("", " --again"):
        offered = "coach onboard anna-berg --plan placed --phase preboarding" + more
        assert offered in coach("set", "anna", "--placed-at", f"Bergen{more}").err
        assert coach(*offered.split()[1:]).status == 0
    assert "onboard" not in coach("set", "anna", "--role", "lead").err
    assert coach("show", "anna", "--json").json["seller"]["started"] == "2026-09-01"
