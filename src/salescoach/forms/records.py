"""What went out to be answered, and what was answered, each in the words that came back (S1.4, S0.10)."""

from typing import ClassVar

from salescoach.records.base import Fields, FromTalk, Record, kept


@kept
class Asked(Record):
    """A `form` that went out to a `role`; `subject` is the customer that it asks about."""

    kind = "asked"
    searched = ("form", "role", "subject")
    forms: ClassVar[Fields] = {"subject": ("form", "role", "subject"), "full": ("form", "role"), "bare": ()}

    form: str
    role: str
    subject: str | None = None


@kept
class Answered(Record):
    """One answer of a `role` to a `question` (none: it fits under none), `of` the form that went out, if one did."""

    kind = "answer"
    links: ClassVar[Fields] = {"of": ("asked",)}
    searched = ("form", "role", "text")
    forms: ClassVar[Fields] = {
        "full": ("form", "role", "question", "text"),
        "answer": ("form", "role", "text"),
        "bare": (),
    }

    form: str
    role: str
    question: str | None = None
    text: str
    of: str | None = None


@kept
class Handover(FromTalk):
    """What a `customer` was sold was accepted for delivery `by` somebody; by nobody, it came to nothing (S3.2)."""

    kind = "handover"
    searched = ("customer", "by")
    told = ("customer",)
    forms: ClassVar[Fields] = {"accepted": ("by",), "dropped": ()}

    customer: str
    by: str | None = None
