from collections.abc import Callable

import pytest

from salescoach.answer import phrase
from salescoach.notes.marks import Notes

Reader = Callable[[str], Notes]


@pytest.mark.parametrize(
    ("text", "area", "evidence"),
    [
        ("discovery \u2013 asked", "discovery", "asked"),
        ("discovery \u2014 asked", "discovery", "asked"),
        ("discovery - asked", "discovery", "asked"),
        ("discovery -- asked", "discovery", "asked"),
        ("discovery\u00a0\u2013\u00a0asked - twice", "discovery", "asked - twice"),
        ("DISCOVERY", "discovery", None),
        ("discovery.", "discovery", None),
        ("discovery \u2013", "discovery", None),
        ("discovery asked about budget and timing", "discovery", "asked about budget and timing"),
        ("discovery, asked about budget", "discovery", "asked about budget"),
        ("follow-up calls went better", "follow-up", "calls went better"),
        ("follow-up - calls went better", "follow-up", "calls went better"),
        ("next step was booked at once", "Next step", "was booked at once"),
        ("next-step: booked", "Next step", "booked"),
        ("negotiation: kept the price", "negotiation", "kept the price"),
        ("Motivation \u2013 sings", "motivation", "sings"),
        ("well-being", "wellbeing", None),
    ],
)
def test_a_rating_ends_its_area_at_a_dash_or_at_a_known_one(
    notes: Reader, text: str, area: str, evidence: str | None
) -> None:
    """Known areas are kept as they are spelled, the three lights by their names."""
    read = notes(f"green: {text}")
    expected = {"area": area, "level": "green"} | ({"evidence": evidence} if evidence else {})
    assert ([dict(record.fields) for record in read.records], read.notices) == ([expected], ())


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("storytelling", phrase("notice.mark_new_area", area="storytelling")),
        ("calls with customers.", phrase("notice.mark_new_area", area="calls with customers")),
        ("discovry \u2013 asked", phrase("notice.mark_new_area_near", area="discovry", near="discovery")),
        ("the next steps", phrase("notice.mark_new_area_near", area="the next steps", near="Next step")),
    ],
)
def test_a_new_area_is_said_to_be_new(notes: Reader, text: str, notice: object) -> None:
    """With the nearest known one, where one is near."""
    read = notes(f"red: {text}")
    assert read.notices == (notice,)
    assert read.records[0].fields["area"] == read.notices[0].data["area"]


def test_a_sentence_is_no_area(notes: Reader) -> None:
    """Over three words, no dash and no known area: it stays text and is shown."""
    text = "yellow: she asked about budget"
    assert notes(text) == Notes(text, (), (phrase("notice.mark_no_area", text=text),))


@pytest.mark.parametrize(
    ("text", "level", "evidence"),
    [
        ("motivation: yellow \u2013 tired of the CRM", "yellow", "tired of the CRM"),
        ("Motivation: YELLOW", "yellow", None),
        ("motivation: red, tired of the CRM", "red", "tired of the CRM"),
    ],
)
def test_the_three_lights_name_the_area_first(notes: Reader, text: str, level: str, evidence: str | None) -> None:
    """The level follows, and the evidence if there is any."""
    expected = {"area": "motivation", "level": level} | ({"evidence": evidence} if evidence else {})
    assert [dict(record.fields) for record in notes(text).records] == [expected]


@pytest.mark.parametrize("light", ["performance", "motivation", "wellbeing"])
def test_every_light_has_its_mark(notes: Reader, light: str) -> None:
    """The three of any talk."""
    assert dict(notes(f"{light}: green").records[0].fields) == {"area": light, "level": "green"}


def test_a_light_without_a_level_stays_text(notes: Reader) -> None:
    """It is shown: a colour was probably meant."""
    text = "motivation: tired"
    assert notes(text) == Notes(text, (), (phrase("notice.mark_no_level", text=text),))


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "discovery \u2013 showed price before need \u2013 ask about budget first",
            {"area": "discovery", "what": "showed price before need", "next": "ask about budget first"},
        ),
        ("Discovery - showed price", {"area": "discovery", "what": "showed price"}),
        (
            "showed the price first - ask first - then wait",
            {"what": "showed the price first", "next": "ask first - then wait"},
        ),
        ("discovery", {"what": "discovery"}),
        ("showed price", {"what": "showed price"}),
        ("- showed price - ask first", {"what": "showed price", "next": "ask first"}),
    ],
)
def test_what_she_was_told_has_an_area_only_if_it_is_known(notes: Reader, text: str, fields: dict[str, object]) -> None:
    """Otherwise the first part is what, the second the next step."""
    read = notes(f"told: {text}")
    assert dict(read.records[0].fields) == fields | {"to": "seller"}
    assert read.notices == ()


@pytest.mark.parametrize(
    ("text", "fields", "notice"),
    [
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
    ],
)
def test_an_area_that_she_was_told_of_and_nobody_named_before_is_said_to_be_new(
    notes: Reader, text: str, fields: dict[str, object], notice: object
) -> None:
    """As it is with a rating: with the nearest known one; few words and two more parts are an area, too."""
    read = notes(f"told: {text}")
    assert (dict(read.records[0].fields), read.notices) == (fields | {"to": "seller"}, (notice,))


def test_a_new_area_that_she_was_told_of_is_new_once(notes: Reader) -> None:
    """What follows knows it."""
    assert len(notes("told: shelving – late again – ring first; yellow: shelving – slow").notices) == 1


def test_an_area_new_in_the_same_text_is_known_to_what_follows(notes: Reader) -> None:
    """Rated first and told afterwards: the area is the same, and new only once."""
    read = notes("yellow: shelving – slow; told: shelving – late again – ring first; green: shelving – better")
    assert [record.fields.get("area") for record in read.records] == ["shelving"] * 3
    assert len(read.notices) == 1
