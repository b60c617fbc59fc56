from typing import Any


def test_several_get_the_same_level(coach: Any) -> None:
    """With commas, all or none, on a day gone by; the evidence is what was seen, and may be left out."""
    ran = coach("rate", "anna", "discovery", "red", "showed", "the price", "first", "--json")
    record = ran.json["records"][0]
    assert (record["area"], record["level"], record["evidence"]) == ("discovery", "red", "showed the price first")
    ran = coach("rate", "anna,bo", "closing", "g", "--on", "fri", "--json")
    assert [(one["seller"], one["level"], one["on"], "evidence" in one) for one in ran.json["records"]] == [
        ("anna-berg", "green", "2026-11-20", False),
        ("bo-ek", "green", "2026-11-20", False),
    ]
    for spoiled in ("anna,zebra", "zebra,anna"):
        coach.refused("rate", spoiled, "closing", "red", status=4)


def test_a_level_may_have_a_name_of_several_words(coach: Any) -> None:
    """They need no quotation marks; what follows them is the evidence."""
    coach.put("coach.toml", 'format = 1\n[levels]\nset = "plus"\n')
    for typed, level, evidence in (
        (["plus", "plus", "asked first"], "green", "asked first"), (["plus", "Plus"], "green", None),
        (["plus plus", "plus"], "green", "plus"), (["plus", "plus points for it"], "yellow", "plus points for it"),
        (["plus", "asked", "first"], "yellow", "asked first"), (["plus", "plus", "!"], "green", "!"),
        (["plus"], "yellow", None), (["minus", "plus"], "red", "plus"),
    ):  # fmt: skip
        record = coach("rate", "anna", "closing", *typed, "--json").json["records"][0]
        assert (record["level"], record.get("evidence")) == (level, evidence), typed


def test_a_level_may_be_typed_as_a_mark_of_any_language(coach: Any) -> None:
    """What a log understands a command does; an own name goes before it, and a letter is enough for an English one."""
    for typed, level in (("grønn", "green"), ("RØDT", "red"), ("gult", "yellow"), ("g", "green"), ("röd", "red")):
        assert coach("rate", "anna", "closing", typed, "--json").json["records"][0]["level"] == level, typed
    coach.put("coach.toml", 'format = 1\n[levels]\nyellow = "gul"\ngreen = "röd"\n')
    assert coach("rate", "anna", "closing", "röd", "--json").json["records"][0]["level"] == "green"
    assert "is no level" in coach.refused("rate", "anna", "closing", "blå").err


def test_a_new_area_is_said_to_be_new_with_the_nearest_one(coach: Any) -> None:
    """Of the whole team; what a template or an own expectation names is not new."""
    assert "The nearest one known is “discovery”" in coach("rate", "bo", "discoveri", "green").err
    assert "is a new area" not in coach("rate", "bo", "discoveri", "yellow").err
    assert "is a new area" not in coach("rate", "anna", "product knowledge", "green").err
    coach("expect", "anna", "tenders", "--green", "wins half")
    assert "is a new area" not in coach("rate", "anna", "tenders", "green").err
    assert "is a new area" not in coach("note", "anna", "green: tenders – won").err


def test_the_sellers_own_rating_stands_beside(coach: Any) -> None:
    """It changes no light of the manager's, nobody else rates; a red says what follows, her own says nothing."""
    record = coach("rate", "anna", "discovery", "yellow", "unsure", "--by", "seller", "--json").json["records"][0]
    assert (record["by"], record["level"]) == ("seller", "yellow")
    assert coach("show", "anna", "--json").json["levels"] == {"discovery": "green"}
    said = "Anna's own view: discovery yellow: unsure"
    assert said in coach("rate", "anna", "discovery", "yellow", "unsure", "--by", "seller").out
    assert said in coach("show", "anna").out
    assert "own view" not in coach("rate", "anna", "discovery", "yellow", "unsure").out
    coach.refused("rate", "anna", "discovery", "yellow", "--by", "karin")
    err = coach("rate", "anna", "lead list", "red").err
    assert "coach note anna 'told: lead list – what you saw – the next step'" in err
    assert err.count("\n") == 2  # that the area is new, and this
    assert "coach promise anna '…' --hers --area 'lead list' --by fri" in err
    assert coach("promise", "anna", "…", "--hers", "--area", "lead list", "--by", "fri").status == 0
    for line in (("green",), ("red", "--by", "seller")):
        assert "coach promise" not in coach("rate", "anna", "lead list", *line).err


def test_an_area_goes_by_its_names_in_every_language(coach: Any) -> None:
    """In the command, in marks, in a promise, in what is expected: it is one area, and no new one."""
    for line in (
        ("rate", "bo", "Uppföljning", "yellow"), ("note", "bo", "grønn: oppfølging – ringte først"),
        ("note", "bo", "told: opfølgning – two days late – call the same day"),
        ("promise", "bo", "a list", "--area", "uppföljning", "--by", "fri"),
        ("note", "bo", "@me oppfølging: en liste innen fre"),
    ):  # fmt: skip
        ran = coach(*line, "--json")
        assert [one["area"] for one in ran.json["records"]] == ["follow-up"], line
        assert "new area" not in ran.err, line
    assert coach("expect", "bo", "opfølgning", "--json").json["expectations"][0]["level"] == "green"
    coach("rate", "anna", "behovsanalys", "red")
    assert coach("show", "anna", "--json").json["levels"] == {"discovery": "red"}


def test_an_area_of_ones_own_is_known_and_says_its_levels(coach: Any) -> None:
    """What is expected may name it alone; one that cannot be used is told of with its place, and stops nothing."""
    coach.put(
        "templates/areas/tenders.toml", 'title = "tenders"\nnames = ["anbud"]\nkind = "skill"\ngreen = "wins half"\n'
    )
    coach.put("templates/expectations/settled.toml", '[[expectation]]\narea = "anbud"\n')
    (found,) = coach("expect", "bo", "--json").json["expectations"]
    assert (found["area"], found["green"], found["source"]) == ("tenders", "wins half", "stage")
    assert "is a new area" not in coach("rate", "bo", "anbud", "green").err
    coach.put("templates/areas/tenders.toml", 'title = "tenders"\nkind = "talent"\n')
    ran = coach("note", "bo", "green: tenders – sent one")
    assert "tenders.toml:2:8: kind cannot be used" in ran.err
    assert '"sent one"' in coach.text("bo-ek")
    assert "tenders.toml:2:8" in coach("doctor").out


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
