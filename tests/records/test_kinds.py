import importlib
import pkgutil
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

import salescoach.records
from salescoach.records.base import Record
from salescoach.records.kinds import KINDS
from salescoach.records.talk import Talk
from salescoach.records.values import LEVELS

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
    "customer": {"customer": "x", "what": "x", "talk": "k"},
    "action": {"action": "x"},
    "touch": {"channel": "phone", "note": "x"},
    "booking": {"next": DAY, "agenda": "x"},
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
    "booking": {"next", "agenda"},
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
    dumped = model.model_validate(fields).model_dump(by_alias=True)
    assert {name: dumped[name] for name in fields} == fields
    names = {field.alias or name for name, field in model.model_fields.items()}
    assert set(WHOLE[kind]) - {"role"} <= names


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_keeps_keys_that_nobody_knows(kind: str) -> None:
    """By hand everything is allowed."""
    record = KINDS[kind].model_validate({"on": DAY, **WHOLE[kind], "mood": "fine"})
    assert record.model_dump()["mood"] == "fine"


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_needs_a_day(kind: str) -> None:
    """And only a day is one; the refusal does not repeat what was written."""
    for on in ({}, {"on": "2026-11-03 secret"}):
        with pytest.raises(ValidationError) as caught:
            KINDS[kind].model_validate({**WHOLE[kind], **on})
        assert "secret" not in str(caught.value)


@pytest.mark.parametrize("kind", KINDS)
def test_a_private_record_shows_its_days_and_links_or_nothing(kind: str) -> None:
    """Never text, and never a key that nobody knows."""
    fields = {"id": "k3f7q", "on": DAY, "private": True, **WHOLE[kind], "mood": "secret"}
    veiled = KINDS[kind].model_validate(fields).veiled()
    if kind not in SHOWN:
        assert veiled is None
        return
    assert veiled is not None
    shown = SHOWN[kind] | {"id", "on", "private"}
    assert {name: getattr(veiled, name) for name in shown} == {name: fields[name] for name in shown}
    others = set(KINDS[kind].model_fields) - shown
    assert all(getattr(veiled, name) in (None, []) for name in others)
    assert not veiled.model_extra


def test_a_number_stays_as_it_was_written() -> None:
    """Whole or broken; neither text nor truth is a number."""
    for minutes in (25, 25.0):
        assert type(Talk(on=DAY, minutes=minutes).minutes) is type(minutes)
    for wrong in ("25", True):
        with pytest.raises(ValidationError):
            Talk.model_validate({"on": DAY, "minutes": wrong})


def test_a_level_is_one_of_three_or_absent() -> None:
    """Absent is grey: not rated."""
    assert LEVELS == ("red", "yellow", "green")
    for level in LEVELS:
        assert KINDS["rating"].model_validate({"on": DAY, "area": "x", "level": level})
    with pytest.raises(ValidationError):
        KINDS["rating"].model_validate({"on": DAY, "area": "x", "level": "grey"})


def test_the_facts_of_a_kind_name_fields_of_it() -> None:
    """What erase, find, doctor, the dossier and the lines read of a kind is true of it; links lead to kinds."""
    for kind, model in KINDS.items():
        fields = set(model.model_fields)
        aliases = {field.alias or name for name, field in model.model_fields.items()}
        assert {*model.links, *model.searched, *model.stays, *filter(None, [model.titled])} <= fields, kind
        assert set(model.told) <= aliases, kind
        assert set(model.stays) <= set(model.links), kind
        assert {name for by_name in model.names for name in by_name.fields} <= fields, kind
        assert all(by_name.field in KINDS[by_name.kind].model_fields for by_name in model.names), kind
        assert {to for kinds in model.links.values() for to in kinds} <= set(KINDS), kind
        assert bool(model.titled) == bool(model.settles), kind


def test_a_field_named_like_a_kind_links_to_it() -> None:
    """A new kind that came out of a talk, or belongs to an onboarding or a goal, says so, or `erase` takes that."""
    for kind, model in KINDS.items():
        named = {name for name in model.model_fields if name in {"talk", "goal", "onboarding", "of"} and name != kind}
        assert named <= set(model.links), kind


def test_what_can_be_settled_has_been_named() -> None:
    """Promises, topics, needs, goals and steps stay open until they are kept or dropped."""
    assert {kind for kind in KINDS if "kept" in KINDS[kind].settles} == {"commitment", "topic", "need", "goal", "step"}


def test_a_record_does_not_change() -> None:
    """What is written is written; a change is a new record."""
    with pytest.raises(ValidationError):
        Talk(on=DAY).minutes = 3  # type: ignore[misc]  # that it cannot be set is what is tested
