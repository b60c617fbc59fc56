from collections.abc import Callable

from salescoach.answer import phrase
from salescoach.notes.marks import Notes

Reader = Callable[[str], Notes]


def test_a_rating_ends_its_area_at_a_dash_or_at_a_known_one(notes: Reader) -> None:
    """Known areas are kept as they are spelled; of the three lights the level follows."""
    cases: list[tuple[str, str, str | None]] = [
        ("discovery \u2013 asked", "discovery", "asked"), ("discovery \u2014 asked", "discovery", "asked"),
        ("discovery - asked", "discovery", "asked"), ("discovery -- asked", "discovery", "asked"),
        ("discovery\u00a0\u2013\u00a0asked - twice", "discovery", "asked - twice"), ("DISCOVERY", "discovery", None),
        ("discovery.", "discovery", None), ("discovery \u2013", "discovery", None),
        ("discovery asked about budget and timing", "discovery", "asked about budget and timing"),
        ("discovery, asked about budget", "discovery", "asked about budget"),
        ("follow-up calls went better", "follow-up", "calls went better"),
        ("follow-up - calls went better", "follow-up", "calls went better"),
        ("next step was booked at once", "Next step", "was booked at once"),
        ("next-step: booked", "Next step", "booked"),
        ("negotiation: kept the price", "negotiation", "kept the price"),
        ("Motivation \u2013 sings", "motivation", "sings"), ("well-being", "wellbeing", None),
    ]  # fmt: skip
    for text, area, evidence in cases:
        read = notes(f"green: {text}")
        expected = {"area": area, "level": "green"} | ({"evidence": evidence} if evidence else {})
        assert ([dict(record.fields) for record in read.records], read.notices) == ([expected], ()), text
    more: list[tuple[str, str, str | None]] = [
        ("motivation: yellow \u2013 tired of the CRM", "yellow", "tired of the CRM"),
        ("Motivation: YELLOW", "yellow", None), ("motivation: red, tired of the CRM", "red", "tired of the CRM"),
    ]  # fmt: skip
    for text, level, evidence in more:
        expected = {"area": "motivation", "level": level} | ({"evidence": evidence} if evidence else {})
        assert [dict(record.fields) for record in notes(text).records] == [expected], text


def test_a_new_area_is_said_to_be_new(notes: Reader) -> None:
    """With the nearest known one; once in a text is enough."""
    cases: list[tuple[str, object]] = [
        ("storytelling", phrase("notice.mark_new_area", area="storytelling")),
        ("calls with customers.", phrase("notice.mark_new_area", area="calls with customers")),
        ("discovry \u2013 asked", phrase("notice.mark_new_area_near", area="discovry", near="discovery")),
        ("the next steps", phrase("notice.mark_new_area_near", area="the next steps", near="Next step")),
    ]  # fmt: skip
    for text, notice in cases:
        read = notes(f"red: {text}")
        assert read.notices == (notice,), text
        assert read.records[0].fields["area"] == read.notices[0].data["area"], text
    read = notes("yellow: shelving – slow; told: shelving – late again – ring first; green: shelving – better")
    assert [record.fields.get("area") for record in read.records] == ["shelving"] * 3
    assert len(read.notices) == 1


def test_what_she_was_told_has_an_area_only_if_it_is_known(notes: Reader) -> None:
    """Otherwise the first part is what, the second the next step."""
    cases: list[tuple[str, dict[str, object]]] = [
        (
            "discovery \u2013 showed price before need \u2013 ask about budget first",
            {"area": "discovery", "what": "showed price before need", "next": "ask about budget first"},
        ),
        ("Discovery - showed price", {"area": "discovery", "what": "showed price"}),
        (
            "showed the price first - ask first - then wait",
            {"what": "showed the price first", "next": "ask first - then wait"},
        ),
        ("discovery", {"what": "discovery"}), ("showed price", {"what": "showed price"}),
        ("- showed price - ask first", {"what": "showed price", "next": "ask first"}),
    ]  # fmt: skip
    for text, fields in cases:
        read = notes(f"told: {text}")
        assert dict(read.records[0].fields) == fields | {"to": "seller"}, text
        assert read.notices == (), text


def test_an_area_that_she_was_told_of_and_nobody_named_before_is_said_to_be_new(notes: Reader) -> None:
    """As it is with a rating: with the nearest known one; few words and two more parts are an area, too."""
    cases: list[tuple[str, dict[str, object], object]] = [
        (
            "dicovery – showed price",
            {"area": "dicovery", "what": "showed price"},
            phrase("notice.mark_new_area_near", area="dicovery", near="discovery"),
        ),
        (
            "shelving – late again – ring first",
            {"area": "shelving", "what": "late again", "next": "ring first"},
            phrase("notice.mark_new_area", area="shelving"),
        ),
    ]  # fmt: skip
    for text, fields, notice in cases:
        read = notes(f"told: {text}")
        assert (dict(read.records[0].fields), read.notices) == (fields | {"to": "seller"}, (notice,)), text
