"""What is expected of her in one area, and what each level of it looks like for her (S0.6, S0.8)."""

from typing import ClassVar

from salescoach.records.base import Fields, FromTalk, kept


@kept
class Expectation(FromTalk):
    """What `red`, `yellow` and `green` look like in an `area`; the latest of an area counts until it is dropped."""

    kind = "expectation"
    settles = ("dropped",)
    apart = True
    titled = "area"
    searched = ("area", "red", "yellow", "green")
    told = searched
    forms: ClassVar[Fields] = {"full": ("said",), "bare": ()}
    early = True

    area: str
    red: str | None = None
    yellow: str | None = None
    green: str | None = None
