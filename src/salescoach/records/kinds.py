"""The table of kinds: the name of a block in a file, and where the model is that it is read with."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module

from salescoach.records.base import Record

_PLACES = {
    "talk": "talk.Talk",
    "note": "note.Note",
    "rating": "rating.Rating",
    "goal": "goal.Goal",
    "progress": "goal.Progress",
    "commitment": "commitment.Commitment",
    "settled": "commitment.Settled",
    "topic": "topic.Topic",
    "need": "topic.Need",
    "lesson": "topic.Lesson",
    "praise": "praise.Praise",
    "feedback": "praise.Feedback",
    "value": "example.Example",
    "action": "contact.Action",
    "touch": "contact.Touch",
    "booking": "calendar.Booking",
    "away": "calendar.Away",
    "recap": "probation.Recap",
    "expectation": "expectation.Expectation",
    "onboarding": "onboarding.Onboarding",
    "phase": "onboarding.Phase",
    "step": "onboarding.Step",
    "milestone": "onboarding.Milestone",
    "probation": "probation.Probation",
    "retro": "retro.Retro",
    "change": "header.Change",
}


MODULES = tuple(dict.fromkeys(f"records.{place.partition('.')[0]}" for place in _PLACES.values()))
"""The modules that the models are in, below the program's own."""


class _Kinds(Mapping[str, type[Record]]):
    """The models by kind, each imported when it is first asked for: most files have few kinds."""

    def __getitem__(self, kind: str) -> type[Record]:
        return _model(_PLACES[kind])

    def __iter__(self) -> Iterator[str]:
        return iter(_PLACES)

    def __len__(self) -> int:
        return len(_PLACES)


@cache
def _model(place: str) -> type[Record]:
    module, _, name = place.partition(".")
    model: type[Record] = getattr(import_module(f"salescoach.records.{module}"), name)
    return model


KINDS: Mapping[str, type[Record]] = _Kinds()

SETTLES: tuple[str, ...] = ("commitment", "topic", "need", "goal", "step")
"""The kinds that stay open until a `settled` closes them."""
