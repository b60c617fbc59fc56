"""The shapes of templates: what one of the manager's own must have to be used; the shipped ones are tested instead."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from string import Formatter
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, RootModel, ValidationError

from salescoach.answer import Phrase, phrase
from salescoach.journal.door import refused
from salescoach.journal.schemas import SCHEMAS
from salescoach.records.kinds import loaded
from salescoach.records.values import Level

Key = tuple[str | int, ...]
Fault = tuple[Key, Phrase | str]
"""The key of what cannot be used in a template, and why."""


class Shape(BaseModel):
    """A part of a template; keys that nobody knows are let be."""

    model_config = ConfigDict(extra="allow", strict=True, hide_input_in_errors=True)

    @staticmethod
    def faults(own: Mapping[str, Any]) -> Iterator[Fault]:
        """Give what else cannot be used in a template of the right shape: each key, and why."""
        del own
        yield from ()


class Say(Shape):
    """How dates are written."""

    date: str
    long: str
    short: str
    weekday: str
    month: str


_Names = list[Annotated[list[str], Field(min_length=2)]]


class Dates(Shape):
    """How dates are typed and written, dates.toml."""

    accepted: str
    weekdays: _Names = Field(min_length=7, max_length=7)
    months: _Names = Field(min_length=12, max_length=12)
    say: Say
    units: dict[str, list[str]] = {}
    numbers: dict[str, int] = {}
    which: dict[str, int] = {}
    same: dict[str, str] = {}
    alone: dict[str, str] = {}
    patterns: dict[str, list[str]] = {}
    week: list[str] = []
    ordinals: list[str] = []
    openings: list[str] = []
    clock: list[str] = []
    dayparts: list[str] = []
    names: list[str] = []
    alphabet: list[list[str]] = []
    like: dict[str, str] = {}


class Marks(RootModel[dict[str, dict[str, list[str]]]]):
    """The keywords of notes, marks.toml, and the words of mails, mail.toml."""


class Levels(RootModel[dict[str, dict[Level, str]]]):
    """The ready sets of names for the three levels, levels.toml."""


class Columns(RootModel[dict[str, list[str]]]):
    """The headers of a CSV file, columns.toml."""


_DATES = frozenset(("date", *Say.model_fields, "iso"))


def fault(name: str, own: Mapping[str, Any], shipped: Mapping[str, Any]) -> Fault | None:
    """Return the key of the first thing in a template that cannot be used, and why; None where all can."""
    if name in {"words", "help"}:
        return next(_bad_phrases(own, shipped), None)
    shape = shape_of(name)
    if shape is None:
        return None
    try:
        shape.model_validate(own)
    except ValidationError as error:
        detail = error.errors(include_url=False, include_input=False)[0]
        meant = _misspelt(own, detail["loc"]) if detail["type"] == "missing" else None
        return meant or (detail["loc"], refused(detail))
    return next(shape.faults(own), None) if issubclass(shape, Shape) else None


def shape_of(name: str) -> type[BaseModel] | None:
    """Return the shape of a template, None where it may have any."""
    folder, slash, _ = name.partition("/")
    place = SCHEMAS.get(folder + slash)
    return None if place is None else loaded(place)


def _misspelt(own: Mapping[str, Any], missing: Key) -> Fault | None:
    """Return the key, known nowhere, that stands where one most like it is missing, and which is meant."""
    from difflib import get_close_matches

    modules = {loaded(place).__module__ for place in SCHEMAS.values()}
    there = [one for module in modules for one in vars(import_module(module)).values()]
    shapes = [one for one in there if isinstance(one, type) and issubclass(one, BaseModel)]
    known = {key for shape in shapes for key in shape.model_fields}
    found: Any = own
    for step in missing[:-1]:
        found = found[step]
    wanted = str(missing[-1])
    near = get_close_matches(wanted, [key for key in found if key not in known], n=1)
    return ((*missing[:-1], near[0]), phrase("fault.misspelt", wanted=wanted)) if near else None


def _bad_phrases(own: Mapping[str, Any], shipped: Mapping[str, Any], path: Key = ()) -> Iterator[Fault]:
    """Give each phrase with a gap that the shipped one cannot fill, or that is no phrase; one nobody says is let be."""
    for key, value in own.items():
        meant = shipped.get(key)
        if isinstance(meant, Mapping) != isinstance(value, Mapping) and meant is not None:
            yield (*path, key), phrase("fault.other_shape")
        elif isinstance(meant, Mapping):
            yield from _bad_phrases(value, meant, (*path, key))
        elif isinstance(meant, str):
            yield from (((*path, key), why) for why in [_why_bad(value, meant)] if why)


def _why_bad(value: object, meant: str) -> Phrase | str | None:
    if not isinstance(value, str):
        return phrase("fault.no_phrase")
    try:
        gaps, known = _gaps(value), _gaps(meant)
    except ValueError as error:
        return str(error)
    wrong = [name for name, form in gaps if not any(_fits(form, other) for same, other in known if same == name)]
    return phrase("fault.no_gap", gap=wrong[0]) if wrong else None


def _gaps(pattern: str) -> list[tuple[str, str]]:
    """Return the gaps of a phrase and their forms; raise ValueError where a brace stands alone."""
    return [(name, form or "") for _, name, form, _ in Formatter().parse(pattern) if name is not None]


def _fits(form: str, other: str) -> bool:
    """Tell whether a gap can be written in a form: a day in that of any day, a count as it is counted, all as it is."""
    return form in {"", other} or (form in _DATES and other in _DATES)
