"""Look: what every view is given to draw with, the words, the width, and what is to be shown."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from salescoach.answer import Phrase
from salescoach.frozen import frozen
from salescoach.records.values import Level
from salescoach.words.phrases import Words

NARROW = 72
"""Columns under which a table becomes a list."""


@frozen
class Look:
    """How one answer is to look: `width` in columns, `terminal` and `color` as found or wished for.

    `everything` is the long form (--all), `private` shows private lines, `levels` are the manager's names of the three.
    """

    words: Words
    today: date
    width: int = 80
    terminal: bool = True
    color: bool = False
    everything: bool = False
    private: bool = False
    levels: Mapping[Level, str] = field(default_factory=dict)
    language: str = "en"

    @property
    def narrow(self) -> bool:
        """Tell whether a table is too wide for this terminal."""
        return self.terminal and self.width < NARROW

    @property
    def whole(self) -> bool:
        """Tell whether nothing is to be left out: in the long form, and where somebody reads on who can count."""
        return self.everything or not self.terminal

    def say(self, what: Phrase | str, /, **data: object) -> str:
        """Return a phrase in words, its levels as they are called here."""
        key, gaps = (what.key, what.data) if isinstance(what, Phrase) else (what, data)
        named = {name: self._named(value) for name, value in gaps.items()}
        return self.words.say(Phrase(key, named))

    def day(self, day: date, form: str = "date") -> str:
        """Return a day in words: `date` (Fri 27 Nov), with its year where that is not this one; or `long`."""
        return self.words.day(day, form)

    def level(self, level: Level | None) -> str:
        """Return what a level is called here."""
        if level is None:
            return self.say("level.grey")
        return self.levels.get(level) or self.say(f"level.{level}")

    def _named(self, value: object) -> object:
        own = [name for level, name in self.levels.items() if value == Phrase(f"level.{level}")]
        return own[0] if own else value
