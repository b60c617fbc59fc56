"""The table of kinds: the name of a block in a file and the model it is read with."""

from salescoach.records.base import Record
from salescoach.records.calendar import Away, Booking
from salescoach.records.commitment import Commitment, Settled
from salescoach.records.contact import Action, Touch
from salescoach.records.goal import Goal, Progress
from salescoach.records.header import Change
from salescoach.records.note import Note
from salescoach.records.praise import Feedback, Praise
from salescoach.records.rating import Rating
from salescoach.records.talk import Talk
from salescoach.records.topic import Lesson, Need, Topic

KINDS: dict[str, type[Record]] = {
    model.kind: model
    for model in (
        Talk,
        Note,
        Rating,
        Goal,
        Progress,
        Commitment,
        Settled,
        Topic,
        Need,
        Lesson,
        Praise,
        Feedback,
        Action,
        Touch,
        Booking,
        Away,
        Change,
    )
}

SETTLES: tuple[str, ...] = ("commitment", "topic", "need", "goal")
"""The kinds that stay open until a `settled` closes them."""
