"""Settings: every number that a rule uses, with its default and the reason for it; coach.toml changes them."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from salescoach.records.keys import key_form
from salescoach.records.values import LEVELS, Level

_MODEL = ConfigDict(extra="allow", frozen=True, strict=True, hide_input_in_errors=True, defer_build=True)


def _spelled(name: str) -> str:
    """Return a name as it is compared: signs alone, as in `++`, as they are."""
    return key_form(name) or name.strip()


class Levels(BaseModel):
    """What the three levels are called: a ready set of names, and own names that win over it (S0.6)."""

    model_config = _MODEL

    set: Literal["colours", "plus", "great"] = "colours"
    red: str | None = None
    yellow: str | None = None
    green: str | None = None

    @field_validator(*LEVELS)
    @classmethod
    def _its_own(cls, name: str | None, info: ValidationInfo) -> str | None:
        """Refuse a name that says nothing, or that another level goes by: what is typed must mean one of them."""
        if name is None:
            return None
        if not name.strip():
            raise ValueError("this name is blank; write one, or delete the line")
        called = {one: _spelled(info.data.get(one) or one) for one in LEVELS if one != info.field_name}
        taken = [one for one in called if _spelled(name) in {one, called[one]}]
        if taken:
            why = f"“{name}” is what {taken[0]} is called; each level needs a name of its own"
            raise ValueError(why)
        return name

    @property
    def named(self) -> dict[Level, str]:
        """Return the names of her own."""
        return {level: name for level in LEVELS if (name := getattr(self, level)) is not None}


class Rhythm(BaseModel):
    """Days between talks: the ideal and the limit, tighter while a seller is new (S0.3)."""

    model_config = _MODEL

    every: int = Field(default=14, gt=0)
    at_most: int = Field(default=30, gt=0)
    new_days: int = Field(default=90, ge=0)
    new_every: int = Field(default=7, gt=0)
    new_at_most: int = Field(default=10, gt=0)


class Urgency(BaseModel):
    """What a late promise of the manager's, a red, a probation on its last day add to urgency, in limits gone by."""

    model_config = _MODEL

    promise: float | int = Field(default=0.5, ge=0)
    red: float | int = Field(default=0.25, ge=0)
    probation: float | int = Field(default=1.0, ge=0)


class Silence(BaseModel):
    """Days after which something is pointed out: no praise, a light nobody renewed, a journal nobody wrote in."""

    model_config = _MODEL

    praise: int = Field(default=30, gt=0)
    light: int = Field(default=45, gt=0)
    journal: int = Field(default=10, gt=0)


class Files(BaseModel):
    """Folders outside the journal that a folder in it may be a link to."""

    model_config = _MODEL

    follow: list[str] = Field(default_factory=list)


class Probation(BaseModel):
    """Days before the end of a probation in which it is in the weekly, days to decide in before she must be told.

    `country` is the ISO code of the rules that hold where nothing else is said in her file.
    """

    model_config = _MODEL

    weekly: int = Field(default=60, gt=0)
    decide: int = Field(default=7, ge=0)
    country: str | None = None


class Settings(BaseModel):
    """The whole of coach.toml."""

    model_config = _MODEL

    format: int = 1
    language: str = "en"
    levels: Levels = Field(default_factory=Levels)
    values: dict[str, str] = Field(default_factory=dict)
    rhythm: Rhythm = Field(default_factory=Rhythm)
    urgency: Urgency = Field(default_factory=Urgency)
    silence: Silence = Field(default_factory=Silence)
    probation: Probation = Field(default_factory=Probation)
    files: Files = Field(default_factory=Files)
