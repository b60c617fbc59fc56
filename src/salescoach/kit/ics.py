"""Calendar files: events of a day, or of an hour of it, as RFC 5545 has them."""

from collections.abc import Sequence
from datetime import date, timedelta

from salescoach.kit.safe import visible

_LONGEST = 74
"""Octets of a line before it is folded (RFC 5545, 3.1 allows 75)."""


_MINUTES = 30
"""Of an event whose hour is known, and no more."""


def calendar_of(events: Sequence[tuple[str, str, date, str | None]], today: date) -> str:
    """Return a calendar of events, each a unique id, a summary, its day and its time of day, as 14:00, where known.

    A time is that of wherever the reader is; a day of which no time is known stays free.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//salescoach//coach//EN", "CALSCALE:GREGORIAN"]
    for spelled, summary, day, at in events:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_escaped(spelled)}@salescoach",
            f"DTSTAMP:{_compact(today)}T000000Z",
            *_times(day, at),
            f"SUMMARY:{_escaped(summary)}",
            f"TRANSP:{'OPAQUE' if at else 'TRANSPARENT'}",
            "END:VEVENT",
        ]
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _times(day: date, at: str | None) -> list[str]:
    if at:
        return [f"DTSTART:{_compact(day)}T{at.replace(':', '')}00", f"DURATION:PT{_MINUTES}M"]
    end = [f"DTEND;VALUE=DATE:{_compact(day + timedelta(1))}"] if day < date.max else []
    return [f"DTSTART;VALUE=DATE:{_compact(day)}", *end]


def _compact(day: date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    flat = visible(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return flat.replace("\n", "\\n").replace("\t", " ")


def _folded(line: str) -> str:
    """Fold a line at 75 octets, never inside a character."""
    parts, size = [""], 0
    for char in line:
        octets = len(char.encode())
        if size + octets > _LONGEST:
            parts.append("")
            size = 1
        parts[-1] += char
        size += octets
    return "\r\n ".join(parts)
