from datetime import date

import pytest

from fixtures.marks import Reader
from salescoach.answer import phrase
from salescoach.errors import NotADate
from salescoach.notes.marks import Notes

FRIDAY = date(2026, 11, 20)
NEW_YEARS_EVE = date(2026, 12, 31)


def test_what_is_due_ends_at_the_last_by(notes: Reader) -> None:
    """Only if all that follows is a date; a week means its Friday when due, its Monday when booked."""
    cases_of_text: list[tuple[str, str, date | None]] = [
        ("call by phone by fri", "call by phone", FRIDAY), ("call by fri.", "call", FRIDAY),
        ("call BY Fri!", "call", FRIDAY), ("call\u00a0by\u00a0fri", "call", FRIDAY), ("call, by fri", "call", FRIDAY),
        ("call (by fri)", "call", FRIDAY), ("call (she asked, by fri).", "call (she asked)", FRIDAY),
        ("12 first meetings by 31 dec", "12 first meetings", NEW_YEARS_EVE),
        ("sell 1,5 mkr by the end of the month", "sell 1,5 mkr", date(2026, 11, 30)),
        ("grow by 10 %", "grow by 10 %", None), ("introduction by Karin", "introduction by Karin", None),
        ("list by fri from Karin by phone", "list by fri from Karin by phone", None), ("stand by", "stand by", None),
        ("stand by !", "stand by !", None), ("bypass fri", "bypass fri", None),
    ]  # fmt: skip
    for text, what, due in cases_of_text:
        for mark in ("@me ", "goal: "):
            fields = notes(mark + text).records[0].fields
            assert (fields.get("what", fields.get("title")), fields.get("due")) == (what, due), (text, mark)
    read = notes("@me call by w48; next: w48")
    assert [record.fields.get("due", record.fields.get("next")) for record in read.records] == [
        date(2026, 11, 27),
        date(2026, 11, 23),
    ]


def test_what_begins_like_a_date_is_pointed_out_and_an_impossible_one_refused(notes: Reader) -> None:
    """The first stays text, with its mark; the second has the shape of a date and is none."""
    for rest in ("by next", "by firday", "until Tor", "by Maj", "by friday or so", "senast Tor"):
        read = notes(f"@me call {rest}")
        assert dict(read.records[0].fields) == {"by": "me", "what": f"call {rest}"}, rest
        assert read.notices == (phrase("notice.mark_no_due", text=rest),), rest
    for text in ("@me call by 31 feb", "goal: x by 5/13", "next: 31 feb", "a\n@her x by 31 feb!"):
        with pytest.raises(NotADate):
            notes(text)
    read = notes("next: the CRM")
    assert read == Notes("next: the CRM", (), (phrase("notice.mark_no_next", text="next: the CRM"),))


def test_what_is_past_is_pointed_out(notes: Reader) -> None:
    """It is kept as typed; the day of the talk itself is not past."""
    for mark in ("@me ", "goal: "):
        past = phrase("notice.mark_past_due", what="call", due=date(2026, 11, 15))
        assert notes(f"{mark}call by 2026-11-15").notices == (past,), mark
        assert notes(f"{mark}call by 2026-11-16").notices == (), mark
    booked = notes("next: 2026-11-02")
    assert booked.notices == (phrase("notice.mark_past_next", next=date(2026, 11, 2)),)
    assert dict(booked.records[0].fields) == {"next": date(2026, 11, 2)}


def test_alternatives_repeats_and_negations_are_no_deadline(notes: Reader) -> None:
    """The text stays whole and is pointed out; `for` is no `før`, and a number of weeks is a length of time."""
    for text in (
        "ring mandag eller tirsdag", "call not before Friday", "call every friday", "send tallene for uke 50",
        "ring varannan fredag", "@ring Karin senast 30:e".removeprefix("@"), "call next week about it",
    ):  # fmt: skip
        read = notes(f"@me {text}")
        assert dict(read.records[0].fields) == {"by": "me", "what": text}, text
        assert [notice.key for notice in read.notices] == ["notice.mark_no_due"], text


def test_so_much_a_week_may_have_a_deadline_and_the_week_before_a_day_is_none(notes: Reader) -> None:
    """In each language; a day is counted back from nowhere."""
    for text, what in (
        ("two visits a week by 4 dec", "two visits a week"), ("presales a month until 4 dec", "presales a month"),
        ("call them three days before 4 dec", ""), ("ring veckan innan 4 dec", ""), ("ring uka før 4. des", ""),
        ("ring to uger før 4. dec", ""), ("tre besök per vecka före 4 dec", "tre besök per vecka"),
    ):  # fmt: skip
        fields = dict(notes(f"@me {text}").records[0].fields)
        assert (fields["what"], "due" in fields) == (what or text, bool(what)), text


def test_a_day_before_a_comma_is_no_cue_and_her_whole_name_is_her(notes: Reader) -> None:
    """What is promised is what is left."""
    assert dict(notes("@me om to uker, ring").records[0].fields) == {
        "by": "me",
        "what": "ring",
        "due": date(2026, 11, 30),
    }
    (record,) = notes("@Anna Berg send the list innan jul").records
    assert dict(record.fields) == {"by": "seller", "what": "send the list", "due": date(2026, 12, 24)}
    assert notes("Kontakt: kari@firma.no").records == notes("touch: 070-123 45 67").records == ()


def test_what_follows_the_day_of_the_next_talk_stays_in_the_notes(notes: Reader) -> None:
    """In every language; a day that is not certain books nothing, and is pointed out."""
    for typed, day, at, rest in (
        ("nästa: fredag kl 14 på Teams", FRIDAY, "14:00", "på Teams"),
        ("Next: 4 dec with Karin", date(2026, 12, 4), None, "with Karin"),
        ("neste: fre 14:30 hos kunden", FRIDAY, "14:30", "hos kunden"),
        ("næste: fredag – kontoret", FRIDAY, None, "kontoret"),
        ("next talk: friday the 20th (Teams)", FRIDAY, None, "(Teams)"),
    ):  # fmt: skip
        read = notes(f"{typed}; praise: calm")
        booked = read.records[0]
        assert (booked.kind, booked.fields["next"], booked.fields.get("at")) == ("booking", day, at), typed
        assert (read.text, len(read.records)) == (typed, 2)
        assert [(one.key, one.data["text"]) for one in read.notices] == [("notice.mark_next_kept", rest)], typed
    for typed in [
        "soon",
        "when she is back",
        "fri or mon",
        "fredag eller måndag",
        "fri if she is in",
        "Tor om",
        "3 topics",
    ]:
        read = notes(f"next: {typed}")
        assert read == Notes(f"next: {typed}", (), (phrase("notice.mark_no_next", text=f"next: {typed}"),)), typed
