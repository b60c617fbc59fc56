"""The walk of `coach rate`: what is expected, one key and one line an area; a red asks what follows (S0.4)."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from salescoach.answer import Answer, Said, phrase
from salescoach.app import App
from salescoach.coaching.untold import to_be_told
from salescoach.errors import CoachError, NotADate
from salescoach.expectations.commands.expected import expected
from salescoach.expectations.rules import Expected, standing_in
from salescoach.frozen import frozen
from salescoach.journal.append import Block
from salescoach.records.commitment import OWNER_OF, Remedy
from salescoach.records.seller import Seller
from salescoach.records.values import LEVELS, Level, Person
from salescoach.writing import write

_REMEDIES: dict[str, Remedy] = {"b": "correction", "k": "resource"}


@dataclass
class Rated:
    """One area as it is answered, piece by piece: what was typed so far counts when the walk is broken off."""

    area: str
    level: Level | None
    evidence: str = ""
    remedy: Remedy | None = None
    what: str = ""
    due: date | None = None


@frozen
class Walk:
    """A walk through what is expected of a seller, as it was seen on a day, by the manager or the seller."""

    app: App
    seller: Seller
    on: date
    by: Person

    def through(self, areas: list[Expected], answered: list[Rated]) -> None:
        """Ask about each area in turn, until all are answered or she stops; answers are added as they come."""
        from salescoach.expectations.view import walked

        for number, one in enumerate(areas, 1):
            stands = standing_in(self.seller, one)
            self.app.ask.tell(*walked(stands, self.seller.first_name, f"{number}/{len(areas)}", self.app.ask.look))
            rated = Rated(one.area, None)
            pressed = self.rate(rated, {"s": self._say("skip"), "q": self._say("stop")}, "s", answered)
            if pressed == "q":
                return

    def rate(self, rated: Rated, others: Mapping[str, str], default: str, answered: list[Rated]) -> str:
        """Ask for a level, or one of the `others`; with a level it is answered, and asked why. Return the key."""
        from salescoach.kit.parts import level

        keys = keys_of(self._names)
        choices = {key: level(one, self.app.ask.look).plain for key, one in keys.items()} | dict(others)
        letters = own_letters(self._names, keys)
        pressed = self.app.ask.key(self._say(f"key_{self.by}"), choices, default, letters)
        if pressed in keys:
            rated.level = keys[pressed]
            answered.append(rated)
            self._ask_why(rated)
        return pressed

    def finished(self, answered: list[Rated], ask: Callable[[], None]) -> Answer:
        """Ask, and write all that was answered at once; broken off, it is kept as a draft."""
        try:
            ask()
            if not answered:
                return Said(lines=(phrase("written.nothing"),))
            blocks = self.blocks(answered)
            past = [notice for one in answered for notice in self.app.past(one.due)]
            red = to_be_told(self.seller.key, [(one.kind, one.fields) for one in blocks])
            return write(self.app, [(self.seller, blocks)], "rate", notices=[*past, *red])
        except BaseException:
            with suppress(CoachError):  # what failed first is what is told
                self.keep(answered)
            raise

    def blocks(self, answered: list[Rated]) -> list[Block]:
        """Return the records of what was answered: a rating each, and the promise that follows a red."""
        found = []
        for one in answered:
            by = None if self.by == "me" else self.by
            about = {"on": self.on, "area": one.area}
            found.append(Block("rating", {**about, "level": one.level, "evidence": one.evidence or None, "by": by}))
            if one.remedy and one.what:
                promised = {"what": one.what, "due": one.due, "remedy": one.remedy}
                found.append(Block("commitment", {**about, "by": OWNER_OF[one.remedy], **promised}))
        return found

    def keep(self, answered: list[Rated]) -> None:
        """Keep what was answered as the draft of a note."""
        lines = [line for one in answered for line in self._lines(one)]
        self.app.keep(self.seller.key, "\n".join(lines), note=True)

    def _lines(self, one: Rated) -> list[str]:
        if one.level is None:
            return [f"note: {one.area}: {one.evidence}"] if one.evidence else []
        if self.by == "seller":
            seen = f": {one.evidence}" if one.evidence else ""
            return [f"note: {one.area}, {self._say('draft')}, {self._names[one.level]}{seen}"]
        seen = f"{one.area} – {one.evidence}" if one.evidence else one.area
        promised = f"@{OWNER_OF[one.remedy]} {one.area}: {one.what}" if one.remedy and one.what else ""
        due = f" by {one.due.isoformat()}" if one.due else ""
        return [f"{one.level}: {seen}", *([promised + due] if promised else [])]

    @cached_property
    def _names(self) -> dict[Level, str]:
        return {level: self.app.ask.look.level(level) for level in LEVELS}

    def _ask_why(self, rated: Rated) -> None:
        """Ask for the evidence of a level, and what follows a red of the manager's."""
        if rated.level is None:
            return
        said = self.app.ask.line(self._say(f"why_{self.by}"))
        rated.evidence = " · ".join(filter(None, (said, rated.evidence)))
        if rated.level == "red" and self.by == "me":
            choices = {"b": self._say("behaviour"), "k": self._say("knowledge"), "n": self._say("neither")}
            pressed = self.app.ask.key(self._say("remedy"), choices, "n")
            rated.remedy = _REMEDIES.get(pressed)
        if rated.remedy:
            rated.what = self.app.ask.line(self._say(rated.remedy))
            rated.due = self._day(mine=rated.remedy == "resource") if rated.what else None

    def _day(self, *, mine: bool) -> date | None:
        """Ask by when, again where it is no date; without an answer there is none, and that is said."""
        from salescoach.promises.commands.brake import another_day

        while typed := self.app.ask.line(self._say("due"), self._say("due_hint")):
            try:
                due = self.app.read_day(typed, since=self.on)
            except NotADate as error:
                from salescoach.kit.failure import told

                self.app.ask.tell(told(error, self.app.ask.look))
            else:
                return another_day(self.app, due) if mine else due
        self.app.ask.tell(self._say("no_due"))
        return None

    def _say(self, key: str) -> str:
        return self.app.words.say(f"walk.{key}", name=self.seller.first_name)


def keys_of(names: Mapping[Level, str]) -> dict[str, Level | None]:
    """Return the keys of the levels: r, y and g, but 1, 2 and 3 where a name begins with the letter of another one."""
    letters: dict[str, Level] = {"r": "red", "y": "yellow", "g": "green"}
    misread = any(letters.get(_first(name), level) != level for level, name in names.items())
    numbers: dict[str, Level] = {str(at): level for at, level in enumerate(LEVELS, 1)}
    return {**(numbers if misread else letters), "-": None}


def own_letters(names: Mapping[Level, str], keys: Mapping[str, Level | None]) -> dict[str, str]:
    """Return the first letters of the levels' own names that can be pressed beside r, y and g; no two share one."""
    if "1" in keys:
        return {}
    first = [_first(name) for name in names.values()]
    own = {key: _first(names[level]) for key, level in keys.items() if level}
    return {letter: key for key, letter in own.items() if first.count(letter) == 1 and letter not in (*keys, *"sq")}


def _first(name: str) -> str:
    return name[:1].casefold()


def walk(app: App, seller: Seller, on: date, by: Person) -> Answer:
    """Walk through what is expected of a seller now, and write all that was answered at once."""
    areas = expected(app, seller)
    made, answered = Walk(app, seller, on, by), list[Rated]()
    if not areas:
        return Said(lines=(phrase("expect.none", key=seller.key),))
    return made.finished(answered, lambda: made.through(areas, answered))
