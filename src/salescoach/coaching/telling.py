"""Telling: what each record says in one line, as a phrase."""

from collections.abc import Mapping

from salescoach.answer import Phrase, phrase
from salescoach.records.base import Record
from salescoach.records.seller import Book

_LINKS = {"id", "on", "private", "talk", "asked"}


def tell(record: Record, names: Mapping[str, str]) -> Phrase:
    """Return one line about a record; `names` has in words what it refers to by id."""
    data = _data(record) | {"name": _subject(record, names)}
    return phrase(f"record.{record.kind}{_variant(record.kind, data)}", **data)


def titles(book: Book) -> dict[str, str]:
    """Return the text of everything in a file that others refer to, by id."""
    found = {}
    for kind in ("commitment", "topic", "need", "goal"):
        for record in book.records.get(kind, ()):
            found[record.id] = str(getattr(record, "what", None) or getattr(record, "title", ""))
    return found


def _data(record: Record) -> dict[str, object]:
    dumped = record.model_dump(by_alias=True, exclude_none=True)
    return {key: value for key, value in dumped.items() if key not in _LINKS}


def _subject(record: Record, names: Mapping[str, str]) -> str:
    of = getattr(record, "of", None) or getattr(record, "goal", None)
    return names.get(str(of), str(of)) if of else ""


def _variant(kind: str, data: Mapping[str, object]) -> str:
    """Return the form of the phrase, by what the record has: `record.rating.bare`, `record.commitment.me_due`."""
    match kind:
        case "commitment":
            return f".{data['by']}" + ("_due" if "due" in data else "")
        case "settled" | "feedback":
            return f".{data.get('how') or data['to']}"
        case "goal":
            return ".due" if "due" in data else ".open"
        case "progress":
            return next((f".{form}" for form in ("value", "level", "note") if form in data), ".bare")
        case "rating" | "action" | "touch" | "talk" | "praise" | "away":
            return _fullest(kind, data)
        case _:
            return ".plain"


_FORMS = {
    "rating": (("evidence", "full"), ("level", "bare"), ("area", "grey")),
    "action": (("note", "full"), ("action", "bare")),
    "touch": (("note", "full"), ("channel", "bare")),
    "talk": (("notes", "full"), ("minutes", "timed")),
    "praise": (("from", "from"), ("what", "full")),
    "away": (("why", "full"), ("first", "bare")),
}


def _fullest(kind: str, data: Mapping[str, object]) -> str:
    return next((f".{form}" for key, form in _FORMS[kind] if data.get(key)), ".empty")
