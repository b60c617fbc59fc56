import importlib
import pkgutil
from dataclasses import FrozenInstanceError, replace
from datetime import date
from typing import Any

import pytest

import salescoach.records
from salescoach.records.base import Record
from salescoach.records.kinds import KINDS, SETTLES
from salescoach.records.talk import Talk

DAY = date(2026, 11, 3)

WHOLE: dict[str, dict[str, Any]] = {
    "talk": {
        "agenda": "check-in",
        "minutes": 25,
        "notes": "x",
        "lesson": "x",
        "asked": ["q"],
        "opened_by": "seller",
        "one_skill": "x",
    },
    "note": {"text": "x", "talk": "k"},
    "rating": {"area": "x", "level": "red", "evidence": "x", "by": "seller", "talk": "k"},
    "goal": {
        "title": "x",
        "measure": "x",
        "unit": "x",
        "start": 1,
        "target": 1.5,
        "due": DAY,
        "why": "x",
        "horizon": "x",
        "serves": "x",
    },
    "progress": {"goal": "g", "value": 1.5, "level": "green", "note": "x"},
    "commitment": {
        "by": "me",
        "what": "x",
        "due": DAY,
        "cue": "x",
        "area": "x",
        "remedy": "resource",
        "talk": "k",
    },
    "settled": {"of": "p", "how": "moved", "due": DAY, "why": "x"},
    "topic": {"what": "x", "from": "me"},
    "need": {"what": "x"},
    "lesson": {"text": "x", "by": "me"},
    "praise": {"what": "x", "from": "Karin"},
    "feedback": {"area": "x", "what": "x", "next": "x", "to": "me"},
    "action": {"action": "x"},
    "touch": {"channel": "phone", "note": "x"},
    "booking": {"next": DAY},
    "away": {"first": DAY, "last": DAY},
    "value": {"value": "courage", "what": "x", "talk": "k"},
    "recap": {"sent": DAY, "note": "x", "talk": "k"},
    "expectation": {"area": "x", "red": "x", "yellow": "x", "green": "x", "talk": "k"},
    "onboarding": {"plan": "new-seller", "phase": "do"},
    "phase": {"phase": "do", "title": "x", "day": 31, "days": 30, "every": 7, "purpose": "x", "onboarding": "k"},
    "step": {"what": "x", "owner": "buddy", "phase": "do", "day": -3, "due": DAY, "onboarding": "k"},
    "milestone": {"milestone": "first-deal", "note": "x", "talk": "k"},
    "probation": {"ends": DAY, "country": "SE", "counts": ["x"], "outcome": "extended", "why": "x"},
    "retro": {"role": "buddy", "question": "x", "answer": "x", "lesson": "x"},
    "change": {"was": {"role": "x"}, "role": "y"},
}
"""The fields of every kind, as the file format promises them."""

SHOWN = {
    "talk": {"agenda", "minutes", "asked", "opened_by"},
    "settled": {"of", "how", "due"},
    "touch": set(),
    "booking": {"next"},
    "away": {"first", "last"},
    "recap": {"sent", "talk"},
    "change": {"was"},
}
"""What stays of a private record: days, links and choices, never text."""


def test_every_kind_is_in_the_table() -> None:
    """A record that no file is read into would be lost, and a name used twice too."""
    for module in pkgutil.iter_modules(salescoach.records.__path__):
        importlib.import_module(f"salescoach.records.{module.name}")
    models = Record.__subclasses__()
    assert {model.kind: model for model in models} == KINDS
    assert len(models) == len(KINDS)
    assert set(WHOLE) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_holds_all_that_the_file_format_promises(kind: str) -> None:
    """Every field is a field of the model, takes its value as it stands in a file, and gives it back so."""
    model = KINDS[kind]
    fields = {"id": "k3f7q", "on": DAY, "private": True, **WHOLE[kind]}
    dumped = model.from_table(fields).to_table()
    assert {name: dumped[name] for name in fields} == fields
    assert set(WHOLE[kind]) - {"role"} <= model.shape.keys.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_keeps_keys_that_nobody_knows(kind: str) -> None:
    """By hand everything is allowed."""
    record = KINDS[kind].from_table({"on": DAY, **WHOLE[kind], "mood": "fine"})
    assert record.to_table()["mood"] == "fine"
    assert record != replace(record, extra={})


@pytest.mark.parametrize("kind", KINDS)
def test_a_private_record_shows_its_days_and_links_or_nothing(kind: str) -> None:
    """Never text, and never a key that nobody knows."""
    fields = {"id": "k3f7q", "on": DAY, "private": True, **WHOLE[kind], "mood": "secret"}
    veiled = KINDS[kind].from_table(fields).veiled()
    if kind not in SHOWN:
        assert veiled is None
        return
    assert veiled is not None
    shown = SHOWN[kind] | {"id", "on", "private"}
    assert {name: getattr(veiled, name) for name in shown} == {name: fields[name] for name in shown}
    others = KINDS[kind].shape.keys.keys() - shown
    assert all(getattr(veiled, name) in (None, ()) for name in others)
    assert not veiled.extra
    assert "secret" not in repr(veiled)


def test_what_can_be_settled_is_a_kind() -> None:
    """Promises, topics, needs and goals stay open until they are."""
    assert set(SETTLES) == {"commitment", "topic", "need", "goal", "step"}
    assert set(SETTLES) < set(KINDS)


def test_a_record_does_not_change() -> None:
    """What is written is written; a change is a new record."""
    with pytest.raises(FrozenInstanceError):
        Talk(on=DAY).minutes = 3  # type: ignore[misc]  # that it cannot be set is what is tested
    with pytest.raises(FrozenInstanceError):
        del Talk(on=DAY).minutes
