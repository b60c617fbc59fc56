"""Calendar files: all-day events as RFC 5545 has them."""

from collections.abc import Sequence
from datetime import date, timedelta

from salescoach.kit.safe import visible

_LONGEST = 74
"""Octets of a line before it is folded (RFC 5545, 3.1 allows 75)."""


def calendar_of(events: Sequence[tuple[str, str, date]], today: date) -> str:
    """Return a calendar of all-day events, each a unique id, a summary and its day."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//salescoach//coach//EN", "CALSCALE:GREGORIAN"]
    for spelled, summary, day in events:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_escaped(spelled)}@salescoach",
            f"DTSTAMP:{_compact(today)}T000000Z",
            f"DTSTART;VALUE=DATE:{_compact(day)}",
            *([f"DTEND;VALUE=DATE:{_compact(day + timedelta(1))}"] if day < date.max else []),
            f"SUMMARY:{_escaped(summary)}",
            "TRANSP:OPAQUE",
            "END:VEVENT",
        ]
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


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
