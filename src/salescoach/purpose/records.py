"""What a seller works towards, in one sentence that she approved; it is private whoever looks (S4.2)."""

from dataclasses import field
from typing import Any, ClassVar

from salescoach.answer import phrase
from salescoach.records.base import TALK, Fields, Record, kept


def _always(private: Any) -> Any:
    if private is False:
        raise ValueError(phrase("fault.purpose_private"))
    return private


@kept
class Purpose(Record):
    """One sentence of hers; the latest counts."""

    kind = "purpose"
    links: ClassVar[Fields] = TALK
    searched = ("text",)
    told = ("text",)

    text: str
    talk: str | None = None
    private: bool = field(default=True, metadata={"check": _always})
