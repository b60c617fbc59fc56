"""Strays: what stands in a newcomer's file and fits nothing: a step in no phase, a country without rules, odd days."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from salescoach.errors import Problem
from salescoach.journal.read import Source
from salescoach.journal.templates import shipped
from salescoach.records.keys import key_form

_ALIKE = 0.85
"""So near that it is a slip of the finger: others than the three milestones may be noted beside them."""


def strays(source: Source, started: date | None, countries: Collection[str], *, private: bool) -> Iterator[Problem]:
    """Give what fits nothing; `countries` are what those with rules are called, none where that cannot be read."""
    phases = {key_form(str(row.get("phase"))) for _, row in _rows(source, "phase", private=True)}
    for at, row in _rows(source, "step", private=private):
        name = row.get("phase")
        if isinstance(name, str) and key_form(name) not in phases:
            yield source.problem("no_phase", "step", at, "phase", name=name)
    for at, row in _rows(source, "milestone", private=private):
        yield from _milestone(source, at, row.get("milestone"))
    for at, row in _rows(source, "probation", private=private):
        country, ends = row.get("country"), row.get("ends")
        if countries and isinstance(country, str) and key_form(country) not in map(key_form, countries):
            yield source.problem("no_rules", "probation", at, "country", name=country)
        if started and type(ends) is date and ends < started:
            yield source.problem("ends_early", "probation", at, "ends", ends=ends, started=started)


def _milestone(source: Source, at: int, name: object) -> Iterator[Problem]:
    known = shipped("marks")["milestone"]
    form = key_form(str(name))
    near = [] if form in known else get_close_matches(form, known, n=1, cutoff=_ALIKE)
    if near:
        yield source.problem("unknown_near", "milestone", at, "milestone", name=str(name), near=near[0])


def _rows(source: Source, kind: str, *, private: bool) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Give the records of a kind and their places, private ones only with `private`."""
    for at, row in enumerate(source.blocks.get(kind, ())):
        if isinstance(row, Mapping) and (private or not row.get("private")):
            yield at, row
