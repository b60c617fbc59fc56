"""The base of every record; the values that several kinds share are in values."""

from datetime import date
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """One block of a file: what happened `on` a day; unknown keys are kept (`extra="allow"`)."""

    model_config = ConfigDict(extra="allow", frozen=True, strict=True, hide_input_in_errors=True, defer_build=True)

    kind: ClassVar[str] = ""
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
