"""The walk of `coach rate`: what is expected, one key and one line an area; a red asks what follows (S0.4)."""

from dataclasses import dataclass
from datetime import date

from salescoach.answer import Answer, Said, phrase
from salescoach.app import App
from salescoach.coaching.expectations import Expected, standing_in
from salescoach.commands.expected import expected
from salescoach.errors import NotADate
from salescoach.journal.append import Block
from salescoach.records.commitment import Remedy
from salescoach.records.seller import Seller
from salescoach.records.values import Level, Person
from salescoach.writing import write

_KEYS: dict[str, Level | None] = {"r": "red", "y": "yellow", "g": "green", "-": None}

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


@dataclass(frozen=True)
class Walk:
    """A walk through what is expected of a seller, as it was seen on a day, by the manager or the seller."""

    app: App
    seller: Seller
    on: date
    by: Person

    def through(self, areas: list[Expected], answered: list[Rated]) -> None:
        """Ask about each area in turn, until all are answered or she stops; answers are added as they come."""
        for number, one in enumerate(areas, 1):
            self._show(one, f"{number}/{len(areas)}")
            pressed = self.app.ask.key(self._say("key"), self._choices(), "s", self._letters())
            if pressed == "q":
                return
            if pressed != "s":
                rated = Rated(one.area, _KEYS[pressed])
                answered.append(rated)
                self._ask_why(rated)

    def blocks(self, answered: list[Rated]) -> list[Block]:
        """Return the records of what was answered: a rating each, and the promise that follows a red."""
        found = []
        for one in answered:
            by = None if self.by == "me" else self.by
            about = {"on": self.on, "area": one.area}
            found.append(Block("rating", {**about, "level": one.level, "evidence": one.evidence or None, "by": by}))
            if one.remedy and one.what:
                promised = {"what": one.what, "due": one.due, "remedy": one.remedy}
                found.append(Block("commitment", {**about, "by": _OWNERS[one.remedy], **promised}))
        return found

    def draft(self, answered: list[Rated]) -> str:
        """Return what was answered as lines of notes, so that the next log offers it."""
        return "\n".join(line for one in answered for line in self._lines(one))

    def _lines(self, one: Rated) -> list[str]:
        if one.level is None:
            return []
        seen = f"{one.area} – {one.evidence}" if one.evidence else one.area
        if self.by == "seller":
            return [f"note: {self._say('draft')}, {self.app.ask.look.level(one.level)}: {seen}"]
        promised = f"@{_OWNERS[one.remedy]} {one.area}: {one.what}" if one.remedy and one.what else ""
        due = f" by {one.due.isoformat()}" if one.due else ""
        return [f"{one.level}: {seen}", *([promised + due] if promised else [])]

    def _show(self, one: Expected, place: str) -> None:
        from salescoach.render.expectations import walked

        stands = standing_in(self.seller, one)
        self.app.ask.tell(*walked(stands, self.seller.first_name, place, self.app.ask.look))

    def _choices(self) -> dict[str, str]:
        from salescoach.render.parts import level

        levels = {key: level(one, self.app.ask.look).plain for key, one in _KEYS.items()}
        return levels | {"s": self._say("skip"), "q": self._say("stop")}

    def _letters(self) -> dict[str, str]:
        """Return the first letters of the levels' names that can be pressed for them: no other name or key has them."""
        first = {key: self.app.ask.look.level(level)[:1].casefold() for key, level in _KEYS.items() if level}
        own = list(first.values())
        return {
            letter: key for key, letter in first.items() if own.count(letter) == 1 and letter not in (*_KEYS, *"sq")
        }

    def _ask_why(self, rated: Rated) -> None:
        """Ask for the evidence of a level, and what follows a red of the manager's."""
        if rated.level is None:
            return
        rated.evidence = self.app.ask.line(self._say(f"why_{self.by}"))
        if rated.level == "red" and self.by == "me":
            choices = {"b": self._say("behaviour"), "k": self._say("knowledge"), "n": self._say("neither")}
            pressed = self.app.ask.key(self._say("remedy"), choices, "n")
            rated.remedy = _REMEDIES.get(pressed)
        if rated.remedy:
            rated.what = self.app.ask.line(self._say(rated.remedy))
            rated.due = self._day() if rated.what else None

    def _day(self) -> date | None:
        """Ask by when, again where it is no date; without an answer there is none, and that is said."""
        while typed := self.app.ask.line(self._say("due"), self._say("due_hint")):
            try:
                return self.app.read_day(typed, since=self.on)
            except NotADate as error:
                from salescoach.render.failure import told

                self.app.ask.tell(told(error, self.app.ask.look))
        self.app.ask.tell(self._say("no_due"))
        return None

    def _say(self, key: str) -> str:
        return self.app.words.say(f"walk.{key}", name=self.seller.first_name)


_OWNERS: dict[Remedy, Person] = {"correction": "seller", "resource": "me"}
"""A correction is hers to make, a resource the manager's to give."""


def walk(app: App, seller: Seller, on: date, by: Person) -> Answer:
    """Walk through what is expected of a seller now, and write all that was answered at once."""
    areas = expected(app, seller)
    made, answered = Walk(app, seller, on, by), list[Rated]()
    if not areas:
        return Said(lines=(phrase("expect.none", key=seller.key),))
    try:
        made.through(areas, answered)
        if not answered:
            return Said(lines=(phrase("written.nothing"),))
        notices = [notice for one in answered for notice in app.past(one.due)]
        return write(app, [(seller, made.blocks(answered))], "rate", notices=notices)
    except BaseException:
        if typed := made.draft(answered):
            app.keep(seller.key, typed)
        raise
