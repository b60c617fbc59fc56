"""What is expected of her in one area, and what each level of it looks like for her (S0.6, S0.8)."""

from collections.abc import Mapping
from typing import ClassVar

from salescoach.records.base import TALK, Record, kept


@kept
class Expectation(Record):
    """What `red`, `yellow` and `green` look like in an `area`; the latest of an area counts until it is dropped."""

    kind: ClassVar[str] = "expectation"
    links: ClassVar[Mapping[str, tuple[str, ...]]] = TALK
    settles: ClassVar[tuple[str, ...]] = ("dropped",)
    apart: ClassVar[bool] = True
    titled: ClassVar[str] = "area"
    searched: ClassVar[tuple[str, ...]] = ("area", "red", "yellow", "green")
    told: ClassVar[tuple[str, ...]] = ("area", "red", "yellow", "green")
    forms: ClassVar[Mapping[str, tuple[str, ...]]] = {"full": ("said",), "bare": ()}
    early: ClassVar[bool] = True

    area: str
    red: str | None = None
    yellow: str | None = None
    green: str | None = None
    talk: str | None = None
