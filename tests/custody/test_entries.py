from datetime import date
from typing import Any

from salescoach.coaching.written import record_of
from salescoach.custody.rules import entries_of
from salescoach.journal.templates import Templates
from salescoach.records.header import Header
from salescoach.records.kinds import KINDS
from salescoach.records.seller import Seller
from salescoach.words.dates import Dates
from salescoach.words.phrases import Words

DAY = date(2026, 11, 5)


def book(*records: tuple[str, dict[str, Any]]) -> Seller:
    """Return a seller with these records."""
    found: dict[str, list[Any]] = {}
    for at, (kind, fields) in enumerate(records):
        found.setdefault(kind, []).append(record_of(kind, {"id": f"a{at}a0a", "on": DAY} | fields))
    return Seller(records=found, key="anna", header=Header(name="Anna"))


FIELDS = {
    "by": "seller", "to": "seller", "how": "moved", "level": "red", "due": date(2031, 1, 2), "next": date(2032, 1, 2),
    "first": date(2033, 1, 2), "last": date(2034, 1, 2), "minutes": 47, "start": 4711, "target": 4712, "value": 4713,
    "asked": ["q-canary"], "was": {"role": "was canary"}, "opened_by": "seller",
}  # fmt: skip
"""What stands in the fields that take no text of any kind."""

OF_KIND: dict[str, dict[str, Any]] = {
    "commitment": {"remedy": "resource"}, "value": {"value": "canary value"},
    "handover": {"customer": "canary customer", "by": "canary by"}, "initiative": {"name": "canary name"},
    "dialogue": {"initiative": "canary initiative"},
    "recap": {"sent": date(2035, 1, 2), "areas": ["q-canary"]},
    "chosen": {"actions": ["canary"]}, "phase": {"day": 4714, "days": 4715, "every": 4716}, "step": {"day": 4717},
    "probation": {"ends": date(2036, 1, 2), "counts": ["q-canary"], "outcome": "extended"},
}  # fmt: skip
"""And what in those of one kind only."""


TEXTS = [
    "text", "what", "area", "title", "goal", "of", "action", "phase", "owner", "milestone", "form", "role", "lesson",
]  # fmt: skip
"""And what every kind can do with, besides."""


def test_no_field_is_lost(templates: Templates) -> None:
    """Each of each kind is in the line or told beside it, keys that nobody knows too."""
    for kind in KINDS:
        own = OF_KIND.get(kind, {}) | {"feedback": {"next": "canary next"}}.get(kind, {})
        bare = vars(record_of(kind, {"on": DAY} | dict.fromkeys(TEXTS, "x") | FIELDS | own))
        names = [{"raised_by": "from", "giver": "from"}.get(name, name) for name in bare]
        given = {
            name: FIELDS.get(name, f"canary {name}") for name in {*names, "unknown"} - {"id", "on", "private", "extra"}
        }
        values = given | own | ({"from": "seller"} if kind == "topic" else {})
        (entry,) = entries_of(book((kind, values)), private=True)
        said = Words(templates.tables("words"), Dates(*templates.tables("dates")), DAY).say(entry.said)
        for name, value in values.items():
            shown = value.strftime("%Y") if isinstance(value, date) else str(value).strip("[']")
            assert name in entry.more or name in {"by", "to", "how"} or shown in said, (kind, name)


def test_records_are_the_oldest_first_and_private_ones_only_when_asked_for() -> None:
    """Within a day in the order of the kinds; the talk of the same day goes without saying, that of another is told."""
    later = ("note", {"text": "b", "talk": "a3a0a", "on": date(2026, 11, 6)})
    settled = ("settled", {"of": "x", "how": "kept", "private": True})
    one = book(later, ("note", {"text": "a", "talk": "a3a0a"}), settled, ("talk", {}))
    found = entries_of(one, private=False)
    assert [entry.record.id for entry in found] == ["a3a0a", "a1a0a", "a0a0a"]
    assert [dict(entry.more) for entry in found] == [{}, {}, {"talk": "a3a0a"}]
    assert [entry.record.id for entry in entries_of(one, private=True)] == ["a3a0a", "a1a0a", "a2a0a", "a0a0a"]
