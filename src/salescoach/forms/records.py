"""What those who took part say of an onboarding, and what was learned from it (S0.10)."""

from typing import ClassVar, Literal

from salescoach.records.base import Fields, Record, kept

Role = Literal["new-hire", "manager", "buddy", "knowledge-owner", "leader"]


@kept
class Retro(Record):
    """One answer of a `role` to a `question` (no question: what could not be placed), or a `lesson` of them all."""

    kind = "retro"
    searched = ("role", "answer", "lesson")
    forms: ClassVar[Fields] = {
        "lesson": ("lesson",),
        "full": ("role", "question", "answer"),
        "answer": ("role", "answer"),
        "bare": (),
    }

    role: Role | None = None
    question: str | None = None
    answer: str | None = None
    lesson: str | None = None
