"""The table of kinds: the name of a block in a file, and where the model is that it is read with."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any

from salescoach.records.base import Record

_PLACES = {
    "talk": "records.talk.Talk",
    "note": "records.note.Note",
    "rating": "records.rating.Rating",
    "goal": "records.goal.Goal",
    "progress": "records.goal.Progress",
    "commitment": "records.commitment.Commitment",
    "settled": "records.settled.Settled",
    "moved": "records.settled.Moved",
    "topic": "records.topic.Topic",
    "need": "records.topic.Need",
    "focus": "records.topic.Focus",
    "lesson": "records.topic.Lesson",
    "praise": "records.praise.Praise",
    "valued": "records.praise.Valued",
    "feedback": "records.praise.Feedback",
    "value": "records.example.Example",
    "purpose": "purpose.records.Purpose",
    "customer": "customers.records.Customer",
    "action": "records.contact.Action",
    "chosen": "records.contact.Chosen",
    "touch": "records.contact.Touch",
    "booking": "records.calendar.Booking",
    "away": "records.calendar.Away",
    "recap": "records.recap.Recap",
    "expectation": "expectations.records.Expectation",
    "onboarding": "records.onboarding.Onboarding",
    "phase": "records.onboarding.Phase",
    "step": "records.onboarding.Step",
    "milestone": "records.onboarding.Milestone",
    "probation": "probation.records.Probation",
    "asked": "forms.records.Asked",
    "answer": "forms.records.Answered",
    "service": "records.rating.Service",
    "handover": "forms.records.Handover",
    "retro": "records.onboarding.Retro",
    "initiative": "initiatives.records.Initiative",
    "dialogue": "initiatives.records.Dialogue",
    "change": "records.header.Change",
}


MODULES = tuple(dict.fromkeys(place.rpartition(".")[0] for place in _PLACES.values()))
"""The modules that the models are in, below the program's own."""


class _Kinds(Mapping[str, type[Record]]):
    """The models by kind, each imported when it is first asked for: most files have few kinds."""

    def __getitem__(self, kind: str) -> type[Record]:
        model: type[Record] = loaded(_PLACES[kind])
        return model

    def __iter__(self) -> Iterator[str]:
        return iter(_PLACES)

    def __len__(self) -> int:
        return len(_PLACES)


@cache
def loaded(place: str) -> Any:
    """Return what a table names by where it is, below the program's own module."""
    module, _, name = place.rpartition(".")
    return getattr(import_module(f"salescoach.{module}"), name)


KINDS: Mapping[str, type[Record]] = _Kinds()


def movable(kind: str, *names: str) -> bool:
    """Tell whether what can be settled of a kind has all these fields: a `due` day, a `target`."""
    return KINDS[kind].layout.keys.keys() >= {*names}
