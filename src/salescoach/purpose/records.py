"""What a seller works towards, in one sentence that she approved; it is private whoever looks (S4.2)."""

from dataclasses import field
from typing import Any

from salescoach.answer import phrase
from salescoach.records.base import FromTalk, kept


def _always(private: Any) -> Any:
    if private is False:
        raise ValueError(phrase("fault.purpose_private"))
    return private


@kept
class Purpose(FromTalk):
    """One sentence of hers; the latest counts."""

    kind = "purpose"
    searched = ("text",)
    told = ("text",)

    text: str
    private: bool = field(default=True, metadata={"check": _always})
