from typing import Any


def test_several_get_the_same_level(coach: Any) -> None:
    """With commas, all or none, on a day gone by; the evidence is what was seen, and may be left out."""
    [record] = coach("rate", "anna", "discovery", "red", "showed", "the price", "first", "--json").json["records"]
    assert (record["area"], record["level"], record["evidence"]) == ("discovery", "red", "showed the price first")
    ran = coach("rate", "anna,bo", "closing", "g", "--on", "fri", "--json")
    assert [(one["seller"], one["level"], one["on"], "evidence" in one) for one in ran.json["records"]] == [
        ("anna-berg", "green", "2026-11-20", False), ("bo-ek", "green", "2026-11-20", False),
    ]  # fmt: skip
    for spoiled in ("anna,zebra", "zebra,anna"):
        coach.refused("rate", spoiled, "closing", "red", status=4)


def test_a_level_is_typed_by_its_name_of_several_words_or_as_a_mark(coach: Any) -> None:
    """Without quotation marks; what follows is the evidence; an own name goes before a mark of any language."""
    plus, own = 'set = "plus"', 'yellow = "gul"\ngreen = "röd"'
    cases: list[tuple[str, list[str], str, str | None]] = [
        (plus, ["plus", "plus", "asked first"], "green", "asked first"), (plus, ["plus plus", "plus"], "green", "plus"),
        (plus, ["plus", "plus points for it"], "yellow", "plus points for it"), (plus, ["plus"], "yellow", None),
        (plus, ["plus", "plus", "!"], "green", "!"), (plus, ["minus", "plus"], "red", "plus"),
        ("", ["grønn"], "green", None), ("", ["RØDT"], "red", None), ("", ["g"], "green", None),
        (own, ["röd"], "green", None),
    ]  # fmt: skip
    for names, typed, level, evidence in cases:
        coach.put("coach.toml", f"format = 1\n[levels]\n{names}\n")
        record = coach("rate", "anna", "closing", *typed, "--json").json["records"][0]
        assert (record["level"], record.get("evidence")) == (level, evidence), typed
    assert "is no level" in coach.refused("rate", "anna", "closing", "blå").err


def test_a_new_area_is_said_to_be_new_with_the_nearest_one(coach: Any) -> None:
    """Of the whole team; what a template or an own expectation names is not new."""
    assert "The nearest one known is “discovery”" in coach("rate", "bo", "discoveri", "green").err
    coach("expect", "anna", "tenders", "--green", "wins half")
    for line in (
        ("rate", "bo", "discoveri", "yellow"), ("rate", "anna", "product knowledge", "green"),
        ("note", "anna", "green: tenders – won"),
    ):  # fmt: skip
        assert "is a new area" not in coach(*line).err, line


def test_the_sellers_own_rating_stands_beside(coach: Any) -> None:
    """It changes no light of the manager's, nobody else rates; a red says what follows, her own says nothing."""
    ran = coach("rate", "anna", "discovery", "yellow", "unsure", "--by", "seller")
    assert "Anna's own view: discovery yellow: unsure" in ran.out
    assert coach("show", "anna", "--json").json["levels"] == {"discovery": "green"}
    coach.refused("rate", "anna", "discovery", "yellow", "--by", "karin")
    err = coach("rate", "anna", "lead list", "red").err
    assert "coach note anna 'told: lead list – what you saw – the next step'" in err
    assert err.count("\n") == 2  # that the area is new, and this
    assert "coach promise anna '…' --hers --area 'lead list' --by fri" in err
    for line in (("green",), ("red", "--by", "seller")):
        assert "coach promise" not in coach("rate", "anna", "lead list", *line).err


def test_an_area_goes_by_its_names_in_every_language(coach: Any) -> None:
    """In the command, in marks, in a promise, in what is expected: it is one area, and no new one."""
    for line in (
        ("rate", "bo", "Uppföljning", "yellow"), ("note", "bo", "grønn: oppfølging – ringte først"),
        ("promise", "bo", "a list", "--area", "uppföljning", "--by", "fri"),
        ("note", "bo", "@me oppfølging: en liste innen fre"),
    ):  # fmt: skip
        ran = coach(*line, "--json")
        assert [one["area"] for one in ran.json["records"]] == ["follow-up"], line
        assert "new area" not in ran.err, line
    assert coach("expect", "bo", "opfølgning", "--json").json["expectations"][0]["level"] == "green"


def test_an_area_of_ones_own_is_known_and_says_its_levels(coach: Any) -> None:
    """What is expected may name it alone; one that cannot be used is told of with its place, and stops nothing."""
    table = 'title = "tenders"\nnames = ["anbud"]\nkind = "skill"\ngreen = "wins half"\n'
    coach.put("templates/areas/tenders.toml", table)
    coach.put("templates/expectations/settled.toml", '[[expectation]]\narea = "anbud"\n')
    (found,) = coach("expect", "bo", "--json").json["expectations"]
    assert (found["area"], found["green"], found["source"]) == ("tenders", "wins half", "stage")
    assert "is a new area" not in coach("rate", "bo", "anbud", "green").err
    coach.put("templates/areas/tenders.toml", table.replace("skill", "talent"))
    assert "tenders.toml:3:8: kind cannot be used" in coach("note", "bo", "green: tenders – sent one").err
    assert '"sent one"' in coach.text("bo-ek")
    assert "tenders.toml:3:8" in coach("doctor").out


def test_areas_of_ones_own_may_stand_in_one_file(coach: Any) -> None:
    """As the shipped ones do; a file of one area comes before, and one that cannot be used stops nothing."""
    table = '[{0}]\ntitle = "{0}"\nkind = "skill"\ngreen = "{1}"\n'
    coach.put("templates/areas.toml", table.format("tenders", "wins half") + table.format("discovery", "asks first"))
    coach.put("templates/areas/discovery.toml", 'title = "discovery"\nkind = "skill"\ngreen = "asks twice"\n')
    coach.put("templates/expectations/settled.toml", "".join(
        f'[[expectation]]\narea = "{area}"\n' for area in ("tenders", "discovery", "closing")
    ))  # fmt: skip
    found = coach("expect", "bo", "--json").json["expectations"]
    assert [one["green"] for one in found][:2] == ["wins half", "asks twice"]
    assert found[2]["green"], "the shipped ones stay"
    coach.put("templates/areas.toml", '[tenders]\nkind = "skill"\n')
    ran = coach("note", "bo", "green: closing – asked for it")
    assert "templates/areas.toml:1:1: tenders.title cannot be used" in ran.err
    assert '"asked for it"' in coach.text("bo-ek")
