from datetime import date

from salescoach.coaching.written import record_of
from salescoach.custody.rules.exported import oldest_first
from salescoach.records.seller import Book


def test_records_are_handed_over_oldest_first() -> None:
    """Across kinds by day; within a day the talk comes before what came out of it."""
    days = {"rating": (3, 9), "talk": (9,), "note": (1,)}
    fields = {"rating": {"area": "a"}, "talk": {}, "note": {"text": "x"}}
    made = {
        kind: [record_of(kind, {"on": date(2026, 11, day), **fields[kind]}) for day in found]
        for kind, found in days.items()
    }
    told = [(one.on.day, one.kind) for one in oldest_first(Book(made))]
    assert told == [(1, "note"), (3, "rating"), (9, "talk"), (9, "rating")]
