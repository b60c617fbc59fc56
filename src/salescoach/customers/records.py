"""What a customer says about a seller (S1.4)."""

from collections.abc import Mapping
from typing import ClassVar

from salescoach.records.base import FromTalk, kept


@kept
class Customer(FromTalk):
    """What was heard from a `customer`, by name where that is known, about her."""

    kind: ClassVar[str] = "customer"
    searched: ClassVar[tuple[str, ...]] = ("customer", "what")
    told: ClassVar[tuple[str, ...]] = ("what",)
    forms: ClassVar[Mapping[str, tuple[str, ...]]] = {"named": ("customer",), "bare": ()}

    what: str
    customer: str | None = None
