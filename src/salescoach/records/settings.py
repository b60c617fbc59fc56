"""Settings: every number that a rule uses, with its default and the reason for it; coach.toml changes them."""

from pydantic import BaseModel, ConfigDict, Field

from salescoach.records.values import Level

_MODEL = ConfigDict(extra="allow", frozen=True, strict=True, hide_input_in_errors=True, defer_build=True)


class Rhythm(BaseModel):
    """Days between talks: the ideal and the limit, tighter while a seller is new (S0.3)."""

    model_config = _MODEL

    every: int = Field(default=14, gt=0)
    at_most: int = Field(default=30, gt=0)
    new_days: int = Field(default=90, ge=0)
    new_every: int = Field(default=7, gt=0)
    new_at_most: int = Field(default=10, gt=0)


class Urgency(BaseModel):
    """What a late promise of the manager's and a red add to a seller's urgency, in limits gone by."""

    model_config = _MODEL

    promise: float | int = Field(default=0.5, ge=0)
    red: float | int = Field(default=0.25, ge=0)


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


class Settings(BaseModel):
    """The whole of coach.toml."""

    model_config = _MODEL

    format: int = 1
    language: str = "en"
    levels: dict[Level, str] = Field(default_factory=dict)
    rhythm: Rhythm = Field(default_factory=Rhythm)
    urgency: Urgency = Field(default_factory=Urgency)
    silence: Silence = Field(default_factory=Silence)
    files: Files = Field(default_factory=Files)
