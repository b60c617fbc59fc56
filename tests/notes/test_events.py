import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from fixtures.marks import Reader, kept
from salescoach.answer import phrase
from salescoach.notes.marks import Marks, SellerContext, read_notes
from salescoach.words.dates import Dates

TEMPLATES = Path(__file__).parents[2] / "templates"
MONDAY = date(2026, 11, 16)
NAMED = ["Courage", "Customer first"]


@pytest.fixture
def bare(english_marks: Mapping[str, Any], english_dates: Dates) -> Reader:
    """Read notes where the settings have no values."""
    listener = SellerContext("Anna Berg", frozenset(), (), ())
    return lambda text: read_notes(text, Marks(english_marks), english_dates, listener, MONDAY)


def test_an_example_of_a_value_is_kept_as_the_settings_spell_it(notes: Reader, bare: Reader) -> None:
    """With a dash, or after the longest value it begins with; without values it says how to set them."""
    cases = [
        ("courage \u2013 called the customer we lost", "Courage", "called the customer we lost"),
        ("COURAGE - called them - twice", "Courage", "called them - twice"),
        ("customer-first -- said no", "Customer first", "said no"),
        ("courage called the customer we lost", "Courage", "called the customer we lost"),
        ("courage: called them", "Courage", "called them"), ("customer first, said no", "Customer first", "said no"),
    ]  # fmt: skip
    for text, value, what in cases:
        read = notes(f"value: {text}")
        assert kept(read) == [("value", {"value": value, "what": what})], text
        assert (read.text, read.notices) == ("", ()), text
    read = bare("value: courage \u2013 called them")
    assert dict(read.records[0].fields) == {"value": "courage", "what": "called them"}
    assert read.notices == (phrase("notice.mark_first_value", value="courage", values=[]),)
    read = bare("value: courage called them")
    assert read.records == ()
    assert [one.key for one in read.notices] == ["notice.mark_no_values"]


def test_what_names_no_value_or_has_no_example_stays_text(notes: Reader) -> None:
    """Pointed out with those that are known; another value is noted, and pointed out too."""
    read = notes("value: speed \u2013 rang at once")
    assert dict(read.records[0].fields) == {"value": "speed", "what": "rang at once"}
    assert read.notices == (phrase("notice.mark_new_value", value="speed", values=NAMED),)
    for text in ("value: called the customer we lost", "value: rang"):
        read = notes(text)
        assert (read.records, read.text) == ((), text), text
        assert read.notices == (phrase("notice.mark_no_value", text=text, values=NAMED),), text
    for text in ("value: courage", "value: courage \u2013", "value: \u2013 called them", "value:"):
        read = notes(text)
        assert (read.records, read.text) == ((), text), text
        assert read.notices == (phrase("notice.mark_empty", text=text),), text


def test_a_milestone_is_one_of_three(notes: Reader) -> None:
    """Under any of its names, with what is said of it; another stays text, pointed out with the three."""
    cases: list[tuple[str, str, str | None]] = [
        ("first meeting \u2013 Nordbygg", "first-meeting", "Nordbygg"), ("First deal", "first-deal", None),
        ("first-deal Nordbygg, 40 seats", "first-deal", "Nordbygg, 40 seats"),
        ("first sale - Nordbygg", "first-deal", "Nordbygg"), ("first month on target", "first-month-on-target", None),
    ]  # fmt: skip
    for text, milestone, note in cases:
        read = notes(f"milestone: {text}")
        fields = {"milestone": milestone} | ({"note": note} if note else {})
        assert kept(read) == [("milestone", fields)], text
        assert read.notices == (), text
    read = notes("milestone: lunch")
    known = ["first meeting", "first deal", "first month on target"]
    assert (read.records, read.text) == ((), "milestone: lunch")
    assert read.notices == (phrase("notice.mark_no_milestone", text="milestone: lunch", known=known),)


def test_a_recap_is_sent_on_the_day_of_the_notes(notes: Reader) -> None:
    """Where it begins by saying so; else it is kept as typed, and how to have it count is said."""
    cases: list[tuple[str, str | None]] = [
        ("sent", None), ("Sent by mail", "by mail"), ("sent, by mail", "by mail"), ("sent \u2013 by mail", "by mail"),
        ("sent by mail - to both", "by mail \u2013 to both"),
    ]  # fmt: skip
    for text, note in cases:
        read = notes(f"recap: {text}")
        fields = {"sent": MONDAY} | ({"note": note} if note else {})
        assert kept(read) == [("recap", fields)], text
        assert read.notices == (), text
    for text in ("not sent yet", "by mail", "sent? I think so", "sent?", "sentences only", "\u2013 sent"):
        read = notes(f"Recap: {text}")
        assert kept(read) == [("recap", {"note": text})], text
        assert read.notices == (phrase("notice.mark_not_sent", mark="Recap: sent"),), text


def test_what_is_said_about_an_initiative_is_read_in_four_languages(english_dates: Dates) -> None:
    """Whose idea by a word or the seller's name, what follows it stays text; elsewhere a gain alone is a record."""
    marks = Marks(*(tomllib.loads(path.read_text("utf-8")) for path in sorted(TEMPLATES.glob("*/marks.toml"))))
    about = SellerContext("Anna", frozenset({"anna"}), (), (), initiative="service", initiatives=lambda: True)
    for text, field, value, rest in (
        ("idea: hers \u2013 call back the same day", "idea", "hers", "call back the same day"),
        ("idea: Anna", "idea", "hers", ""), ("id\u00e9: hennes", "idea", "hers", ""), ("ide: min", "idea", "mine", ""),
        ("id\u00e9: v\u00e5r", "idea", "ours", ""), ("idé: hendes", "idea", "hers", ""),
        ("ide: felles", "idea", "ours", ""),
        ("trains: calls", "trains", "calls", ""), ("tränar: samtal", "trains", "samtal", ""),
        ("trener: samtaler", "trains", "samtaler", ""), ("træner: kald", "trains", "kald", ""),
        ("gain: time", "gain", "time", ""), ("vad det ger: tid", "gain", "tid", ""), ("gir: tid", "gain", "tid", ""),
        ("giver: tid", "gain", "tid", ""),
    ):  # fmt: skip
        read = read_notes(text, marks, english_dates, about, MONDAY)
        assert kept(read) == [("dialogue", {"initiative": "service", field: value})], text
        assert read.text == rest, text
    read = read_notes("idea: nobody knows", marks, english_dates, about, MONDAY)
    assert (read.records, [one.key for one in read.notices]) == ((), ["notice.mark_no_idea"])
    for there, said in ((True, ["notice.mark_no_initiative"] * 2), (False, [])):
        elsewhere = replace(about, initiative="", initiatives=partial(bool, there))
        read = read_notes("idea: hers; trains: calls; gain: time", marks, english_dates, elsewhere, MONDAY)
        assert kept(read) == [("note", {"text": "gain: time", "private": True})]
        assert read.text == "idea: hers; trains: calls"
        assert [one.key for one in read.notices] == [*said, "notice.mark_gain_note"]


def test_a_handover_is_accepted_by_somebody_or_came_to_nothing(notes: Reader) -> None:
    """In four languages, the customer before or behind the colon; what says neither stays text, and is pointed out."""
    for text, customer, by in (
        ("handover: Nordbygg \u2013 accepted by Karin Moe", "Nordbygg", "Karin Moe"),
        ("handover Nord bygg: accepted by Karin", "Nord bygg", "Karin"),
        ("\u00f6verl\u00e4mning: Sk\u00e5ne-Bygg, mottagen av Kim", "Sk\u00e5ne-Bygg", "Kim"),
        ("overlevering: Brekke - mottatt av Kim", "Brekke", "Kim"),
        ("overlevering Vejle: modtaget af Kim", "Vejle", "Kim"),
        ("handover: Skog - dropped", "Skog", None), ("\u00f6verl\u00e4mning: Skog \u2013 avbruten", "Skog", None),
    ):  # fmt: skip
        (one, other) = notes(f"{text}; praise: calm").records
        assert (one.kind, one.fields.get("customer"), one.fields.get("by"), other.kind) == (
            "handover", customer, by, "praise",
        ), text  # fmt: skip
    for text in ("handover: Nordbygg", "handover: accepted by Karin"):
        assert (notes(text).records, [one.key for one in notes(text).notices]) == ((), ["notice.mark_no_handover"])
    assert notes("handover went well: accepted the price").records == ()
