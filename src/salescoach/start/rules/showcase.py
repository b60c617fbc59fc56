"""The showcase: what `coach demo` shows of its team."""

from salescoach.answer import Answer
from salescoach.frozen import frozen
from salescoach.talk.rules.agenda import Agenda
from salescoach.week.rules.weekly import Weekly


@frozen(kw_only=True)
class Showcase(Answer):
    """The folder of the demo, its week, one agenda, and commands to try."""

    folder: str
    week: Weekly
    agenda: Agenda
    commands: tuple[str, ...]
