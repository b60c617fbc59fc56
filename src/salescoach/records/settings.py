"""Settings: every number that a rule uses, with its default and the reason for it; coach.toml changes them."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import partial
from typing import Any, Literal

from salescoach.answer import phrase
from salescoach.records.base import Kept, kept, nothing
from salescoach.records.keys import key_form
from salescoach.records.values import LEVELS, Level


def _spelled(name: str) -> str:
    """Return a name as it is compared: signs alone, as in `++`, as they are."""
    return key_form(name) or name.strip()


def _its_own(level: Level, name: str, before: Mapping[str, Any]) -> str:
    """Refuse a name that says nothing, or that another level goes by: what is typed must mean one of them."""
    if not name.strip():
        raise ValueError(phrase("fault.blank_level"))
    called = {one: _spelled(before.get(one) or one) for one in LEVELS if one != level}
    taken = [one for one in called if _spelled(name) in {one, called[one]}]
    if taken:
        raise ValueError(phrase("fault.taken_level", name=name, level=taken[0]))
    return name


@kept
class Levels(Kept):
    """What the three levels are called: a ready set of names, and own names that win over it (S0.6)."""

    set: Literal["colours", "plus", "great"] = "colours"
    red: str | None = field(default=None, metadata={"among": partial(_its_own, "red")})
    yellow: str | None = field(default=None, metadata={"among": partial(_its_own, "yellow")})
    green: str | None = field(default=None, metadata={"among": partial(_its_own, "green")})

    @property
    def named(self) -> dict[Level, str]:
        """Return the names of her own."""
        return {level: name for level in LEVELS if (name := getattr(self, level)) is not None}


@kept
class Rhythm(Kept):
    """Days between talks: the ideal and the limit, tighter while a seller is new (S0.3)."""

    every: int = field(default=14, metadata={"gt": 0})
    at_most: int = field(default=30, metadata={"gt": 0})
    new_days: int = field(default=90, metadata={"ge": 0})
    new_every: int = field(default=7, metadata={"gt": 0})
    new_at_most: int = field(default=10, metadata={"gt": 0})


@kept
class Urgency(Kept):
    """As how many days late a late promise, a red light of hers, a probation on its last day count (S0.3)."""

    promise: float | int = field(default=3, metadata={"ge": 0})
    red: float | int = field(default=14, metadata={"ge": 0})
    probation: float | int = field(default=30, metadata={"ge": 0})


@kept
class Silence(Kept):
    """Days until it is pointed out: no praise, an old light, no note, no contact with who is placed away (S3.3)."""

    praise: int = field(default=30, metadata={"gt": 0})
    light: int = field(default=45, metadata={"gt": 0})
    journal: int = field(default=10, metadata={"gt": 0})
    placed: int = field(default=7, metadata={"gt": 0})


@kept
class Promises(Kept):
    """Open promises of the manager's from which every new one is asked about: ten is one a seller in a usual team."""

    open: int = field(default=10, metadata={"gt": 0})


@kept
class Retention(Kept):
    """Days for which a handover is kept, which names people of a customer: half a year, until delivery has answered."""

    handover: int = field(default=180, metadata={"gt": 0})


@kept
class Files(Kept):
    """Folders outside the journal that a folder in it may be a link to."""

    follow: Sequence[str] = ()


@kept
class Probation(Kept):
    """Days before the end of a probation in which it is in the weekly, days to decide in before she must be told.

    `country` is the ISO code of the rules that hold where nothing else is said in her file.
    """

    weekly: int = field(default=60, metadata={"gt": 0})
    decide: int = field(default=7, metadata={"ge": 0})
    country: str | None = None


@kept
class DateOrder(Kept):
    """Whether the day or the month stands first where both are numbers: `4/12`."""

    order: Literal["day-month", "month-day"] = "day-month"


@kept
class Settings(Kept):
    """The whole of coach.toml."""

    format: int = 1
    language: str = "en"
    levels: Levels = Levels()
    values: Mapping[str, str] = field(default_factory=nothing)
    rhythm: Rhythm = Rhythm()
    urgency: Urgency = Urgency()
    silence: Silence = Silence()
    promises: Promises = Promises()
    probation: Probation = Probation()
    retention: Retention = Retention()
    dates: DateOrder = DateOrder()
    files: Files = Files()
