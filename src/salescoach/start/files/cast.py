"""A cast: stories told in days before today become what is added to the files of a journal."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from salescoach.errors import NoSuchItem
from salescoach.frozen import frozen
from salescoach.journal.append import Addition, Block, Ref
from salescoach.journal.journal import ME, file_of
from salescoach.journal.names import key_for
from salescoach.notes.marks import Marks, SellerContext, read_notes
from salescoach.records.header import Header
from salescoach.records.keys import key_form
from salescoach.records.kinds import KINDS
from salescoach.records.matching import OpenThing, match
from salescoach.records.seller import Seller
from salescoach.records.settled import GOES_ON
from salescoach.words.dates import Dates

_DAY = re.compile(r"\{([+-]\d+)\}")
_FRIDAY, _WEEKEND = 4, 3  # the last work day of a week, and how many days it is to the next

_USUAL = {"agenda": "check-in", "minutes": 25}
"""What a talk is where its day does not say otherwise."""

_TALK = (*_USUAL, "asked", "opened_by", "one_skill")
"""What a day may say of its talk; its other keys are kinds of record, and so is `asked` where it is a table."""


@frozen
class Stage:
    """What stories are read with, the plans that they can begin by name, and the day that they lead up to."""

    marks: Marks
    dates: Dates
    today: date
    plans: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def day(self, signed: str) -> date:
        """Return the work day that is meant: `-12` is twelve days ago, of a weekend the Friday; `+3` in three days."""
        day = self.today + timedelta(int(signed))
        over = max(0, day.weekday() - _FRIDAY)
        return day + timedelta(_WEEKEND - over if over and signed.startswith("+") else -over)

    def dated(self, value: Any) -> Any:
        """Return a value with its days filled in: a text that is nothing but `{-12}` becomes a date."""
        if not isinstance(value, str):
            return value
        whole = _DAY.fullmatch(value)
        return self.day(whole[1]) if whole else _DAY.sub(lambda found: self.day(found[1]).isoformat(), value)


def cast_of(tables: Mapping[str, Mapping[str, Any]], stage: Stage) -> list[Addition]:
    """Return all who play in demo.toml, the manager first; raise NoSuchItem where a day refers to what is not open.

    What came out of a talk with the team is linked with that talk, which is one of the manager's own story.
    """
    cast, met = list[Addition](), dict[object, Ref]()
    for table in tables.values():
        head = {key: stage.dated(value) for key, value in table.items() if not isinstance(value, Mapping)}
        story = _Story(str(head.get("name", "")), stage, met, started=head.get("started"))
        for ago, day in _days(table):
            story.tell(stage.day(f"-{ago}"), day)
        if head:
            cast.append(Addition(file_of(key_for(story.name)), story.blocks, head))
        else:
            cast.append(Addition(ME, story.blocks))
            told = enumerate(story.blocks)
            met = {one.fields["on"]: Ref(at, ME) for at, one in told if one.kind == "talk"}
    return cast


def _days(table: Mapping[str, Any]) -> list[tuple[int, Mapping[str, Any]]]:
    """Return how many days ago what was noted, oldest first; `actions` are days on which one thing was done."""
    told = [(int(key), day) for key, day in table.items() if key.isdigit()]
    done = [(ago, {"action": {"action": name}}) for name, days in table.get("actions", {}).items() for ago in days]
    return sorted([*told, *done], key=lambda one: -one[0])


@dataclass
class _Story:
    """One story while it is told: what was recorded so far, and what of it is open."""

    name: str
    stage: Stage
    met: Mapping[object, Ref]
    blocks: list[Block] = field(default_factory=list)
    open: dict[int, OpenThing] = field(default_factory=dict)
    started: date | None = None

    def tell(self, on: date, day: Mapping[str, Any]) -> None:
        """Record one day: the talk or the note of it, what came out of that, and what no mark can say."""
        if "plan" in day:
            self._begin(on, day["plan"])
        names = frozenset(map(key_form, self.name.split()))
        listener = SellerContext(self.name, names, areas=(), open=tuple(self.open.values()))
        said = self.stage.dated(day.get("log") or day.get("note") or "")
        notes = read_notes(said, self.stage.marks, self.stage.dates, listener, on)
        about: dict[str, object] = {"on": on, "team": self.met[on]} if "team" in day else {"on": on}
        if "log" in day:
            head = {key: day[key] for key in _TALK if key in day}
            talk = {"on": on, **_USUAL, **head, "notes": notes.block, "lesson": notes.lesson}
            about["talk"] = self._add("talk", talk)
        elif notes.text:
            self._add("note", {"on": on, "text": notes.block})
        marked = ((record.kind, record.fields) for record in notes.records if record.kind != "lesson")
        for kind, fields in (*marked, *self._plain(day)):
            linked = about if "team" in about or "talk" in KINDS[kind].layout.keys else {"on": on}
            self._add(kind, linked | self._referred(kind, fields))

    def _begin(self, on: date, name: str) -> None:
        """Record an onboarding as it was planned on a day: its phases and steps, linked with it."""
        from salescoach.onboarding.rules.planning import drafted

        new, started = Seller(header=Header(name=self.name)), self.started or on
        made = drafted(new, self.stage.plans[name], name, started=started, phase=None, today=on)
        if made is None:
            raise NoSuchItem(typed=name)
        link = self._add("onboarding", {"on": on, "plan": name})
        for one in (*made.phases, *made.steps):
            self._add(one.kind, {**one.to_table(written=True), "onboarding": link})

    def _plain(self, day: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, object]]]:
        for kind, given in day.items():
            if kind not in (*_TALK, "plan", "log", "note", "team") or isinstance(given, Mapping):
                for fields in given if isinstance(given, Sequence) else [given]:
                    yield kind, {name: self.stage.dated(value) for name, value in fields.items()}

    def _referred(self, kind: str, fields: Mapping[str, object]) -> dict[str, object]:
        """Return the fields of a record with a link to what they mean: by number, or by words that only that has."""
        if kind == "answer":
            form, told = fields["form"], enumerate(self.blocks)
            sent = [at for at, one in told if one.kind == "asked" and one.fields["form"] == form]
            return {**fields, "of": Ref(sent[-1])}
        name = {"settled": "of", "moved": "of", "progress": "goal"}.get(kind)
        if name is None:
            return dict(fields)
        words = str(fields[name])
        found = [words] if words.isdigit() else [one.id for one in match([words], [*self.open.values()]).found]
        if len(found) != 1:
            raise NoSuchItem(typed=words)
        return {**fields, name: Ref(int(found[0]))}

    def _add(self, kind: str, fields: Mapping[str, object]) -> Ref:
        at = len(self.blocks)
        self.blocks.append(Block(kind, fields))
        if "kept" in KINDS[kind].settles:
            self.open[at] = OpenThing(str(at), kind, str(fields.get("what") or fields.get("title")))
        elif isinstance(link := fields.get("of"), Ref) and fields.get("how", "moved") not in GOES_ON:
            del self.open[link.index]
        return Ref(at)
