"""The base of every record; the values that several kinds share are in values."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, NamedTuple

from pydantic import BaseModel, ConfigDict

_ID = re.compile("[a-z][0-9][a-z][0-9][a-z]")


def is_id(text: str) -> bool:
    """Tell whether a text is spelled as the ids are that the program gives, as no word is."""
    return _ID.fullmatch(text) is not None


class ByName(NamedTuple):
    """A link by words: what these `fields` say together is what `field` of a record of that `kind` says."""

    fields: tuple[str, ...]
    kind: str
    field: str


TALK: Mapping[str, tuple[str, ...]] = {"talk": ("talk",)}
"""The link of what came out of a talk."""


class Record(BaseModel):
    """One block of a file: what happened `on` a day; unknown keys are kept (`extra="allow"`)."""

    model_config = ConfigDict(extra="allow", frozen=True, strict=True, hide_input_in_errors=True, defer_build=True)

    kind: ClassVar[str] = ""
    links: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """Fields that hold the id of another record of the file, and the kinds that it can be of; none: all that end."""

    names: ClassVar[tuple[ByName, ...]] = ()
    """Other records of the file that it speaks of in their words."""

    stays: ClassVar[tuple[str, ...]] = ()
    """Links by which it stays as long as what they lead to: that would not be what it is without."""

    settles: ClassVar[tuple[str, ...]] = ()
    """How a `settled` can end it (kept, dropped); until then it is open. None: it just happened."""

    apart: ClassVar[bool] = False
    """Whether what is open of it is listed by itself, and not among what is open between the two."""

    contact: ClassVar[bool] = False
    """Whether it means that manager and seller were in touch."""

    titled: ClassVar[str] = ""
    """The field that others tell it by; none: nothing speaks of it."""

    searched: ClassVar[tuple[str, ...]] = ()
    """Fields with words of hers or the manager's, in which words are found; the others hold dates, ids and codes."""

    told: ClassVar[tuple[str, ...]] = ()
    """Fields that its line tells in every form."""

    forms: ClassVar[Mapping[str, tuple[str, ...]]] = {"plain": ()}
    """The forms of its line, the fullest first, and the fields that each needs and tells beside."""

    bare: ClassVar[tuple[str, ...] | None] = None
    """Fields that stay when the record is private and private lines are not shown; None: it is not shown at all."""

    early: ClassVar[bool] = False
    """Whether it can be from before the seller's first day: what is planned for somebody who is to come."""

    id: str = ""
    on: date
    private: bool = False

    def veiled(self) -> "Record | None":
        """Return what may be shown of a private record: its bare fields (dates and links, never text), or None."""
        if self.bare is None:
            return None
        kept: dict[str, Any] = {name: getattr(self, name) for name in ("id", "on", "private", *self.bare)}
        return self.model_construct(**kept)
