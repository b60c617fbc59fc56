"""Telling: what each record says in one line, as a phrase."""

from collections.abc import Iterable, Mapping

from salescoach.answer import Phrase, phrase
from salescoach.coaching.lights import spoken
from salescoach.records.base import Record
from salescoach.records.commitment import behind
from salescoach.records.goal import Goal, Progress, aim_of, stands
from salescoach.records.header import Change
from salescoach.records.kinds import KINDS
from salescoach.records.rating import Rating
from salescoach.records.seller import Book, Seller
from salescoach.records.talk import Talk
from salescoach.records.values import LEVELS
from salescoach.words.phrases import is_list

_NAMED = ("form", "role", "question", "milestone")
"""Fields that hold a name with dashes in it; on screen it is words."""

_AIM = " aim"
"""Behind the id of a goal: the name under which stands what it aims at."""

_UNSAID = {"id", "on", "private", "asked", "team"}
"""Fields that no line tells; nor does any tell an id."""


def tell(record: Record, names: Mapping[str, str]) -> Phrase:
    """Return one line about a record; `names` has in words what it refers to by id."""
    data = _data(record) | {"name": _subject(record, names)}
    if isinstance(record, Progress) and record.value is not None:
        return stands(str(data["name"]), record.value, names.get(record.goal + _AIM))
    said = phrase(f"record.{record.kind}{_variant(record, data)}", **data)
    if isinstance(record, Rating) and record.by == "seller" and names.get(record.by):
        return phrase("record.rating.own", name=names[record.by], said=said)
    return said


def titles(book: Book) -> dict[str, str]:
    """Return the text of all in a file that others refer to, by id, what goals aim at, and whose own view it is."""
    found = {"seller": book.first_name} if isinstance(book, Seller) else {}
    for kind in KINDS:
        if kind in book.records and (titled := KINDS[kind].titled):
            found |= {record.id: str(getattr(record, titled)) for record in book.records[kind]}
    aims = ((goal.id + _AIM, aim_of(goal, book.target(goal))) for goal in book.all(Goal))
    return found | {key: aim for key, aim in aims if aim}


def _data(record: Record) -> dict[str, object]:
    dumped = record.to_table()
    if isinstance(record, Change):
        dumped["what"] = ", ".join(f"{key} {_plain(value)}" for key, value in record.values().items())
    data: dict[str, object] = {key: value for key, value in dumped.items() if key not in _UNSAID | record.links.keys()}
    data |= {} if record.kind == "initiative" else _prefixed(data)
    if isinstance(record, Talk) and record.notes:
        data["notes"] = _sentence(record.notes)
    if isinstance(record, Rating):
        data["area"] = spoken(record.area)
    if record.kind in {"asked", "answer", "milestone"}:
        data |= {name: str(data[name]).replace("-", " ") for name in _NAMED if data.get(name)}
    if record.kind == "expectation":
        data["said"] = _levels(data) or None
    if level := getattr(record, "level", None):
        data["level"] = phrase(f"level.{level}")
    return data


def _prefixed(data: Mapping[str, object]) -> dict[str, object]:
    """Put before what is promised or told the cue or the area that it belongs to."""
    cue, area = data.get("cue"), data.get("area")
    said = f"{cue}, {data['what']}" if cue and "what" in data else data.get("what")
    named = phrase("item.area", area=spoken(str(area)), evidence=said) if area else said
    named = behind(str(area), str(said)) if area and data.get("helper") else named
    return {"what": named} if said else {}


def _levels(data: Mapping[str, object]) -> list[Phrase]:
    """Return what each level of an expectation looks like."""
    named = ((phrase(f"level.{level}"), data.get(level)) for level in LEVELS)
    return [phrase("record.expectation.level", level=level, what=what) for level, what in named if what]


def _sentence(notes: str) -> str:
    """Return notes of several lines as one, a semicolon between those that do not end by themselves; a list stays."""
    if is_list(notes):
        return notes.strip("\n")
    lines = [line.strip() for line in notes.splitlines() if line.strip()]
    ended = [line if line[-1] in ".!?:;," else f"{line};" for line in lines[:-1]]
    return " ".join([*ended, *lines[-1:]])


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _subject(record: Record, names: Mapping[str, str]) -> str:
    of = getattr(record, "of", None) or getattr(record, "goal", None)
    return names.get(str(of), str(of)) if of else str(getattr(record, "name", ""))


def _variant(record: Record, data: Mapping[str, object]) -> str:
    """Return the form of the phrase, by what the record has: `record.rating.bare`, `record.commitment.me_due`."""
    match record.kind:
        case "commitment":
            return f".{data['by']}" + ("_due" if "due" in data else "")
        case "settled":
            return f".{data['how']}" + ("_due" if data["how"] == "moved" and "due" in data else "")
        case "feedback":
            return f".{data['to']}" + ("_next" if data["to"] == "seller" and data.get("next") else "")
        case _:
            return next(f".{form}" for form, needs in record.forms.items() if _has(data, needs))


def _has(data: Mapping[str, object], needs: Iterable[str]) -> bool:
    """Tell whether a record has all of what is needed; 0 is something, an empty text or list is not."""
    return all(data.get(need) not in (None, "", []) for need in needs)
