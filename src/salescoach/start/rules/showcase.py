"""The showcase: what `coach demo` shows of its team."""

from dataclasses import dataclass

from salescoach.answer import Answer
from salescoach.talk.rules.agenda import Agenda
from salescoach.week.rules.weekly import Weekly


@dataclass(frozen=True, kw_only=True)
class Showcase(Answer):
    """The folder of the demo, its week, one agenda, and commands to try."""

    folder: str
    week: Weekly
    agenda: Agenda
    commands: tuple[str, ...]
