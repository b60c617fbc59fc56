from typing import Any

ROWS = 5
"""Rows of the card of discovery that is shipped."""


def test_a_card_feeds_one_light_with_what_was_seen(coach: Any) -> None:
    """One key a row, then the light and a line; what there was no time for counts on neither side; a red asks on."""
    ran = coach.asked(
        "rate", "anna", "--card", "Behovsanalys", "--json", answers=["y", "n", "y", "", "n", "y", "Nordbygg"]
    )
    (made,) = ran.json["records"]
    why = "Nordbygg · 2 of 4 seen; not: asked what it costs to leave it as it is · summed up in the customer's words"
    assert (made["area"], made["level"], made["evidence"]) == ("discovery", "yellow", why)
    assert f"3/{ROWS}  asked who decides, and how y n - q" in coach.heard
    hers = coach.asked("rate", "anna", "--card", "discovery", "--hers", "--json", answers=["y"] * ROWS + ["g", ""])
    (made,) = hers.json["records"]
    assert (made["by"], made["level"], made["evidence"]) == ("seller", "green", "5 of 5 seen")
    assert coach("show", "anna", "--json").json["levels"] == {"discovery": "yellow"}
    red = ["n"] * ROWS + ["r", "", "b", "ask first", "fri"]
    made, promise = coach.asked("rate", "anna", "--card", "discovery", "--json", answers=red).json["records"]
    assert (promise["kind"], promise["area"], made["evidence"][:17]) == ("commitment", "discovery", "0 of 5 seen; not:")


def test_a_card_that_is_stopped_writes_nothing_and_broken_off_keeps_what_was_seen(coach: Any) -> None:
    """Nor does one in which nothing could be seen, or no light was given."""
    before = coach.bytes()
    for answers in (["y", "q"], [""] * ROWS, [*["y"] * ROWS, "q"]):
        assert coach.asked("rate", "anna", "--card", "discovery", answers=answers).out == "Nothing was written.\n"
    ran = coach.asked("rate", "anna", "--card", "discovery", answers=["y", "n", KeyboardInterrupt()])
    assert (ran.status, coach.bytes()) == (130, before)
    assert coach.kept_notes()["anna-berg"].startswith("note: discovery: 1 of 2 seen; not: asked what it costs")


def test_a_script_says_the_rows_by_their_numbers(coach: Any) -> None:
    """Of several sellers too, with a level and words of its own; without them it is told what the rows are."""
    line = ("rate", "anna,bo", "green", "at", "Nordbygg", "--card", "discovery", "--seen", "1, 2,4,2", "--not", "3")
    for made in coach(*line, "--json").json["records"]:
        why = "at Nordbygg · 3 of 4 seen; not: asked who decides, and how"
        assert (made["level"], made["evidence"]) == ("green", why)
    for more, said in (
        ((), "The rows: 1 asked what the customer wants"), (("green",), "which level is it?"),
        (("--seen", "1"), "which level is it?"), (("green", "--seen", "6"), "“6” is no row"),
        (("green", "--not", "x"), "“x” is no row"), (("grean", "--seen", "1"), "“grean” is no level"),
    ):  # fmt: skip
        assert said in coach.refused("rate", "anna", "--card", "discovery", *more).err, more
    for area in ("dancing", ""):
        assert "has no card to rate by" in coach.refused("rate", "anna", "green", "--card", area, "--seen", "1").err
    coach.put(
        "templates/areas/dancing.toml", 'title = "dancing"\nkind = "skill"\nrows = ["1", "2", "3", "4", "5", "6"]\n'
    )
    ran = coach.refused("rate", "anna", "green", "--card", "dancing", "--seen", "1")
    assert "dancing.toml:3:8: this template cannot be used: rows" in ran.err
