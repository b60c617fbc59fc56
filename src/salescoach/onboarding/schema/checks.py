"""What doctor checks of an onboarding: a step in no phase, a milestone that is nearly one of the known."""

from collections.abc import Iterator
from difflib import get_close_matches

from salescoach.errors import Problem
from salescoach.journal.read import Source
from salescoach.journal.templates import shipped
from salescoach.records.keys import key_form

_ALIKE = 0.85
"""So near that it is a slip of the finger: others than the three milestones may be noted beside them."""


def faults(source: Source, _seller: object, _template: object, *, private: bool) -> Iterator[Problem]:
    """Give what fits nothing in a file, what is private only with `private`."""
    phases = {key_form(str(row.get("phase"))) for _, row in source.rows("phase", private=True)}
    for at, row in source.rows("step", private=private):
        name = row.get("phase")
        if isinstance(name, str) and key_form(name) not in phases:
            yield source.problem("no_phase", "step", at, "phase", name=name)
    for at, row in source.rows("milestone", private=private):
        yield from _milestone(source, at, row.get("milestone"))


def _milestone(source: Source, at: int, name: object) -> Iterator[Problem]:
    known = shipped("marks")["milestone"]
    form = key_form(str(name))
    near = [] if form in known else get_close_matches(form, known, n=1, cutoff=_ALIKE)
    if near:
        yield source.problem("unknown_near", "milestone", at, "milestone", name=str(name), near=near[0])
