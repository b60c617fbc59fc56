"""How a seller sees working with the manager: of the manager, and so none of her own lights (S2.1)."""

from typing import ClassVar

from salescoach.records.base import Fields, Record, kept
from salescoach.records.values import Level


@kept
class Service(Record):
    """Her light on working with the manager, with her own words for it."""

    kind = "service"
    searched = ("level", "evidence")
    told = ("level",)
    forms: ClassVar[Fields] = {"full": ("evidence",), "bare": ()}

    level: Level
    evidence: str | None = None
