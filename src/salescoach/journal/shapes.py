"""The shapes of templates: what one of the manager's own must have to be used; the shipped ones are tested instead."""

from collections.abc import Iterator, Mapping
from datetime import date
from string import Formatter
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, RootModel, ValidationError

from salescoach.journal.asking import Retro
from salescoach.journal.plans import disorder
from salescoach.records.onboarding import check_day
from salescoach.records.values import Level

Key = tuple[str | int, ...]
Day = Annotated[int, AfterValidator(check_day)]

_MODEL = ConfigDict(extra="allow", strict=True, hide_input_in_errors=True)


class Part(BaseModel):
    """A section of an agenda."""

    model_config = _MODEL

    key: str
    title: str
    minutes: int = Field(ge=0)
    prompt: str
    prompts: list[str] = []
    before: str = ""
    title_before: str = ""


class Agenda(BaseModel):
    """An agenda, agendas/NAME.toml."""

    model_config = _MODEL

    title: str
    minutes: int = Field(gt=0)
    section: list[Part] = Field(min_length=1)
    first_talk: list[str] = []
    first_talk_days: int | None = Field(None, gt=0)


class Question(BaseModel):
    """A question and the signals that it fits."""

    model_config = _MODEL

    id: str
    when: list[str]
    text: str


class Questions(BaseModel):
    """All questions, questions.toml."""

    question: list[Question]


class Asked(BaseModel):
    """A question of the guided log."""

    model_config = _MODEL

    key: str
    text: str
    hint: str


class Guided(BaseModel):
    """The guided log, guided.toml."""

    question: list[Asked]


class Action(BaseModel):
    """A small action."""

    model_config = _MODEL

    name: str
    title: str


class Actions(BaseModel):
    """The small actions, actions.toml."""

    action: list[Action]


class Say(BaseModel):
    """How dates are written."""

    model_config = _MODEL

    date: str
    long: str
    short: str
    weekday: str
    month: str


_Names = list[Annotated[list[str], Field(min_length=2)]]


class Dates(BaseModel):
    """How dates are typed and written, dates.toml."""

    model_config = _MODEL

    accepted: str
    weekdays: _Names = Field(min_length=7, max_length=7)
    months: _Names = Field(min_length=12, max_length=12)
    say: Say
    units: dict[str, list[str]] = {}
    numbers: dict[str, int] = {}
    which: dict[str, int] = {}
    same: dict[str, str] = {}
    patterns: dict[str, list[str]] = {}
    week: list[str] = []
    ordinals: list[str] = []
    openings: list[str] = []


class Expectation(BaseModel):
    """What an area is about, and what its levels look like."""

    model_config = _MODEL

    area: str = Field(pattern=r"\S")
    red: str | None = None
    yellow: str | None = None
    green: str | None = None


class Expectations(BaseModel):
    """What is expected at a stage, expectations/NAME.toml."""

    expectation: list[Expectation]


class PlanStep(BaseModel):
    """A step of a plan: what, by whom, on which day of the course."""

    model_config = _MODEL

    what: str = Field(pattern=r"\S")
    owner: Literal["manager", "buddy", "knowledge owner", "seller", "HR"]
    day: Day


class PlanPhase(BaseModel):
    """A phase of a plan, and what belongs to it."""

    model_config = _MODEL

    phase: str = Field(pattern=r"\S")
    title: str
    day: Day
    days: int = Field(ge=1)
    every: int | None = Field(default=None, gt=0)
    purpose: str
    step: list[PlanStep] = []
    expectation: list[Expectation] = []


class Plan(BaseModel):
    """A plan for a new seller, onboarding/NAME.toml."""

    model_config = _MODEL

    title: str
    phase: list[PlanPhase] = Field(min_length=1)


class Country(BaseModel):
    """The rules of a country for probations; `extend` says where one can be made longer."""

    model_config = _MODEL

    code: str = Field(pattern=r"^\S+$")
    name: str = Field(pattern=r"\S")
    months: int = Field(gt=0, le=120)
    tell_days: int = Field(ge=0, le=366)
    extension: Literal["no", "absence"]
    rule: str
    extend: str
    source: str
    checked: date
    names: list[str] = []


class Countries(BaseModel):
    """The rules of countries for probations, probation.toml."""

    country: list[Country] = Field(min_length=1)


class Marks(RootModel[dict[str, dict[str, list[str]]]]):
    """The keywords of notes, marks.toml."""


class Levels(RootModel[dict[str, dict[Level, str]]]):
    """The ready sets of names for the three levels, levels.toml."""


class Columns(RootModel[dict[str, list[str]]]):
    """The headers of a CSV file, columns.toml."""


SHAPES: dict[str, type[BaseModel]] = {
    "actions": Actions,
    "agendas": Agenda,
    "columns": Columns,
    "dates": Dates,
    "expectations": Expectations,
    "guided": Guided,
    "levels": Levels,
    "marks": Marks,
    "onboarding": Plan,
    "probation": Countries,
    "questions": Questions,
    "retro": Retro,
}

_DATES = frozenset(("date", *Say.model_fields, "iso"))


def fault(name: str, own: Mapping[str, Any], shipped: Mapping[str, Any]) -> tuple[Key, str] | None:
    """Return the key of the first thing in a template that cannot be used, and why; None where all can.

    `shipped` is the template of that name that comes with the program, empty where none does.
    """
    if name == "words":
        return next(_bad_phrases(own, shipped), None)
    shape = SHAPES.get(name.partition("/")[0])
    if shape is None:
        return None
    try:
        shape.model_validate(own)
    except ValidationError as error:
        detail = error.errors(include_url=False, include_input=False)[0]
        meant = _misspelt(own, detail["loc"]) if detail["type"] == "missing" else None
        return meant or (detail["loc"], detail["msg"])
    return next(disorder(own), None) if shape is Plan else None


def _misspelt(own: Mapping[str, Any], missing: Key) -> tuple[Key, str] | None:
    """Return the key, known nowhere, that stands where one most like it is missing, and which is meant."""
    from difflib import get_close_matches

    shapes = [one for one in globals().values() if isinstance(one, type) and issubclass(one, BaseModel)]
    known = {key for shape in shapes for key in shape.model_fields}
    there: Any = own
    for step in missing[:-1]:
        there = there[step]
    wanted = str(missing[-1])
    near = get_close_matches(wanted, [key for key in there if key not in known], n=1)
    return ((*missing[:-1], near[0]), f"there is no such key; “{wanted}” is meant") if near else None


def _bad_phrases(own: Mapping[str, Any], shipped: Mapping[str, Any], path: Key = ()) -> Iterator[tuple[Key, str]]:
    """Give each phrase with a gap that the shipped one cannot fill, or that is no phrase; one nobody says is let be."""
    for key, value in own.items():
        meant = shipped.get(key)
        if isinstance(meant, Mapping) != isinstance(value, Mapping) and meant is not None:
            yield (*path, key), "a phrase or a table of them stands here as shipped, and here the other"
        elif isinstance(meant, Mapping):
            yield from _bad_phrases(value, meant, (*path, key))
        elif isinstance(meant, str):
            yield from (((*path, key), why) for why in [_why_bad(value, meant)] if why)


def _why_bad(value: object, meant: str) -> str:
    if not isinstance(value, str):
        return "a phrase stands in quotation marks"
    try:
        gaps, known = _gaps(value), _gaps(meant)
    except ValueError as error:
        return str(error)
    wrong = [name for name, form in gaps if not any(_fits(form, other) for same, other in known if same == name)]
    return f"there is no such gap here: {{{wrong[0]}}}" if wrong else ""


def _gaps(pattern: str) -> list[tuple[str, str]]:
    """Return the gaps of a phrase and their forms; raise ValueError where a brace stands alone."""
    return [(name, form or "") for _, name, form, _ in Formatter().parse(pattern) if name is not None]


def _fits(form: str, other: str) -> bool:
    """Tell whether a gap can be written in a form: a day in that of any day, a count as it is counted, all as it is."""
    return form in {"", other} or (form in _DATES and other in _DATES)
