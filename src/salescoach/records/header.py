"""The header of a seller file: who she is, and how its changes are told."""

from datetime import date
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from salescoach.records.base import Record


class Header(BaseModel):
    """Who the seller is; `every` and `at_most` are days between talks, the ideal and the limit."""

    model_config = ConfigDict(extra="allow", frozen=True, strict=True, hide_input_in_errors=True, defer_build=True)

    name: str = Field(pattern=r"\S")
    started: date | None = None
    added: date | None = None
    role: str | None = None
    email: str | None = None
    every: int | None = Field(default=None, gt=0)
    at_most: int | None = Field(default=None, gt=0)
    aliases: list[str] = []
    tags: list[str] = []
    placed_at: str | None = None
    language: str | None = None


class Change(Record):
    """New values of header keys, which stand beside it as keys of their own; `was` keeps the old ones."""

    kind: ClassVar[str] = "change"
    searched: ClassVar[tuple[str, ...]] = ("was",)
    early: ClassVar[bool] = True
    bare: ClassVar[tuple[str, ...] | None] = ("was",)

    was: dict[str, Any] = Field(default_factory=dict)

    def values(self) -> dict[str, Any]:
        """Return the header keys that this change sets."""
        return dict(self.model_extra or {})
