from typing import Any

from fixtures.marks import Reader, kept
from salescoach.answer import phrase


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
        ("next-step: booked", "Next step", "booked"), ("negotiation: kept the price", "negotiation", "kept the price"),
        ("Motivation \u2013 sings", "motivation", "sings"), ("well-being", "wellbeing", None),
    ]  # fmt: skip
    for text, area, evidence in cases:
        read, seen = notes(f"green: {text}"), {"evidence": evidence} if evidence else {}
        assert (kept(read), read.notices) == ([("rating", {"area": area, "level": "green"} | seen)], ()), text
    for text, level, evidence in (
        ("motivation: yellow \u2013 tired of the CRM", "yellow", "tired of the CRM"),
        ("Motivation: YELLOW", "yellow", None), ("motivation: red, tired of the CRM", "red", "tired of the CRM"),
    ):  # fmt: skip
        seen = {"evidence": evidence} if evidence else {}
        assert kept(notes(text)) == [("rating", {"area": "motivation", "level": level} | seen)], text


def test_a_new_area_is_said_to_be_new(notes: Reader) -> None:
    """With the nearest known one; once in a text is enough."""
    for text, area, near in (
        ("storytelling", "storytelling", None), ("calls with customers.", "calls with customers", None),
        ("discovry \u2013 asked", "discovry", "discovery"), ("the next steps", "the next steps", "Next step"),
    ):  # fmt: skip
        read = notes(f"red: {text}")
        assert (read.notices[0].data, len(read.notices)) == ({"area": area} | ({"near": near} if near else {}), 1), text
        assert read.records[0].fields["area"] == area, text
    read = notes("yellow: shelving – slow; told: shelving – late again – ring first; green: shelving – better")
    assert [record.fields.get("area") for record in read.records] == ["shelving"] * 3
    assert len(read.notices) == 1


def test_what_she_was_told_has_an_area_if_it_is_known_or_may_be_one(notes: Reader) -> None:
    """Otherwise the first part is what, the second the next step; few words and two more parts are a new area."""
    near = phrase("notice.mark_new_area_near", area="dicovery", near="discovery")
    new = phrase("notice.mark_new_area", area="shelving")
    cases: list[tuple[str, tuple[str | None, str, str | None], Any]] = [
        ("discovery \u2013 showed price \u2013 ask first", ("discovery", "showed price", "ask first"), None),
        ("Discovery - showed price", ("discovery", "showed price", None), None),
        ("showed the price first - ask - wait", (None, "showed the price first", "ask - wait"), None),
        ("discovery", (None, "discovery", None), None), ("showed price", (None, "showed price", None), None),
        ("- showed price - ask first", (None, "showed price", "ask first"), None),
        ("dicovery – showed price", ("dicovery", "showed price", None), near),
        ("shelving – late again – ring first", ("shelving", "late again", "ring first"), new),
    ]  # fmt: skip
    for text, (area, what, following), notice in cases:
        read = notes(f"told: {text}")
        fields = {"area": area, "what": what, "next": following, "to": "seller"}
        assert kept(read) == [("feedback", {name: value for name, value in fields.items() if value})], text
        assert read.notices == ((notice,) if notice else ()), text
