"""The phases of a plan among each other: in the order of their days, none of a name twice."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from salescoach.answer import Phrase, phrase
from salescoach.records.keys import key_form

_Key = tuple[str | int, ...]


def disorder(plan: Mapping[str, Any]) -> Iterator[tuple[_Key, Phrase]]:
    """Give the key of each phase of a plan that cannot stand where it stands, and why."""
    names = [key_form(one["phase"]) for one in plan["phase"]]
    for at, name in enumerate(names):
        if name in names[:at]:
            yield ("phase", at, "phase"), phrase("fault.same_phase")
    for at, (one, following) in enumerate(pairwise(plan["phase"]), 1):
        if following["day"] <= one["day"]:
            yield ("phase", at, "day"), phrase("fault.begins_early", day=following["day"])
