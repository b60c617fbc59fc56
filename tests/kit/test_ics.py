import re
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from salescoach.kit.ics import calendar_of

TODAY = date(2026, 11, 19)
NAMES = {
    *("BEGIN", "VERSION", "PRODID", "CALSCALE", "UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY"),
    *("TRANSP", "END", "DTSTART", "DURATION"),
}


def unfolded(made: str) -> list[str]:
    """Return the content lines of a calendar."""
    return made.replace("\r\n ", "").split("\r\n")[:-1]


def test_a_summary_stays_a_summary_of_a_whole_day() -> None:
    """The day after is its end, to the ends of the calendar; what would end a line or value is escaped."""
    assert unfolded(calendar_of([("anna-2026-11-27", "Talk with Anna", date(2026, 11, 27), None)], TODAY)) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//salescoach//coach//EN", "CALSCALE:GREGORIAN", "BEGIN:VEVENT",
        "UID:anna-2026-11-27@salescoach", "DTSTAMP:20261119T000000Z", "DTSTART;VALUE=DATE:20261127",
        "DTEND;VALUE=DATE:20261128", "SUMMARY:Talk with Anna", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR",
    ]  # fmt: skip
    made = calendar_of([("a", "s", date(26, 1, 2), None), ("b", "s", date.max, None)], TODAY)
    assert "DTSTART;VALUE=DATE:00260102\r\nDTEND;VALUE=DATE:00260103\r\n" in made
    assert "DTSTART;VALUE=DATE:99991231\r\nSUMMARY" in made
    cases = [
        ("a;b,c\\d", "a\\;b\\,c\\\\d"),
        ("x\r\nATTENDEE:mailto:evil@example.com", "x␍\\nATTENDEE:mailto:evil@example.com"),
        ("x\nEND:VEVENT", "x\\nEND:VEVENT"), ("tab\there\x1b\u2028", "tab here␛<U+2028>"),
    ]  # fmt: skip
    for summary, escaped in cases:
        assert f"SUMMARY:{escaped}" in unfolded(calendar_of([("u", summary, TODAY, None)], TODAY)), summary


def test_an_event_with_a_time_of_day_takes_half_an_hour_of_it() -> None:
    """Wherever the reader is; only then is the calendar taken."""
    lines = unfolded(calendar_of([("u", "s", date.max, "23:45")], TODAY))
    assert {"DTSTART:99991231T234500", "DURATION:PT30M", "TRANSP:OPAQUE"} <= {*lines}


@given(st.text(), st.text(), st.dates(), st.sampled_from([None, "08:05"]))
@example("å" * 60, "漢;" * 60, date(2026, 11, 27), None)
def test_every_calendar_keeps_the_rules(spelled: str, summary: str, day: date, at: str | None) -> None:
    """Lines are of 75 octets at most, none is folded inside a character, and only our own properties occur."""
    made = calendar_of([(spelled, summary, day, at)], TODAY)
    assert all(len(line) <= 75 for line in made.encode().split(b"\r\n"))
    assert [line.decode() for line in made.encode().split(b"\r\n")] == made.split("\r\n")
    assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]|(?<!\r)\n|\r(?!\n)", made)
    assert {line.partition(":")[0] for line in unfolded(made)} <= NAMES
