"""Telling: what each record says in one line, as a phrase."""

from collections.abc import Mapping

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
    of = getattr(record, "of", None) or getattr(record, "goal", None)
    data = _data(record) | {"name": names.get(str(of), str(of)) if of else str(getattr(record, "name", ""))}
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
        lists = ((key, value if isinstance(value, list) else [value]) for key, value in record.values().items())
        dumped["what"] = ", ".join(f"{key} {', '.join(map(str, values))}" for key, values in lists)
    data: dict[str, object] = {key: value for key, value in dumped.items() if key not in _UNSAID | record.links.keys()}
    data |= {} if record.kind == "initiative" else _prefixed(data)
    if isinstance(record, Talk) and record.notes:
        data["notes"] = _sentence(record.notes)
    if isinstance(record, Rating):
        data["area"] = spoken(record.area)
    if record.kind in {"asked", "answer", "milestone"}:
        data |= {name: str(data[name]).replace("-", " ") for name in _NAMED if data.get(name)}
    if record.kind == "expectation":  # what each level looks like
        named = ((phrase(f"level.{one}"), data[one]) for one in LEVELS if data.get(one))
        data["said"] = [phrase("record.expectation.level", level=one, what=what) for one, what in named] or None
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


def _sentence(notes: str) -> str:
    """Return notes of several lines as one, a semicolon between those that do not end by themselves; a list stays."""
    if is_list(notes):
        return notes.strip("\n")
    lines = [line.strip() for line in notes.splitlines() if line.strip()]
    ended = [line if line[-1] in ".!?:;," else f"{line};" for line in lines[:-1]]
    return " ".join([*ended, *lines[-1:]])


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
            said = {name for name, value in data.items() if value not in (None, "", [])}  # 0 is something
            return next(f".{form}" for form, needs in record.forms.items() if said >= {*needs})
