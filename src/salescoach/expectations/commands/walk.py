"""The walks of `coach rate`, one key each: what is expected, a red asks what follows (S0.4); the rows of a card."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from salescoach.answer import Answer, Said, phrase
from salescoach.app import App
from salescoach.coaching.areas import Subject
from salescoach.coaching.untold import to_be_told
from salescoach.errors import CoachError, Missing, Unusable
from salescoach.expectations.commands.expected import expected
from salescoach.expectations.rules import Expected, Seen, standing_in
from salescoach.frozen import frozen
from salescoach.journal.append import Block
from salescoach.reading import area_of
from salescoach.records.commitment import OWNER_OF, Remedy
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller
from salescoach.records.values import LEVELS, Level, Person
from salescoach.subjects import AREAS, described
from salescoach.writing import write

_REMEDIES: dict[str, Remedy] = {"b": "correction", "k": "resource"}

_YES, _NO, _NEITHER, _STOP = "y", "n", "-", "q"

_KEYS = {_YES: "yes", _NO: "no", _NEITHER: "neither", _STOP: "stop"}


class NoCard(Unusable):
    """`text` has no rows to watch for; `known` are the areas that have some."""


class NotARow(Unusable):
    """`text` is no row of the card of an `area`, which has `most`."""


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
        from salescoach.waiting import day_asked

        due = day_asked(self.app, self._say("due"), self._say("due_hint"), self.on)
        if due is None:
            self.app.ask.tell(self._say("no_due"))
        return another_day(self.app, due) if due and mine else due

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


def walk(app: App, seller: Seller, on: date, by: Person) -> Answer:
    """Walk through what is expected of a seller now, and write all that was answered at once."""
    areas = expected(app, seller)
    made, answered = Walk(app, seller, on, by), list[Rated]()
    if not areas:
        return Said(lines=(phrase("expect.none", key=seller.key),))
    return made.finished(answered, lambda: made.through(areas, answered))


def subject_of(app: App, typed: str) -> Subject:
    """Return the area of a card; raise NoCard, and BadTemplate where it is the manager's own and cannot be used."""
    every = described(app)
    found, own = every.of(typed), key_form(typed)
    if found is None and own in app.templates.names(AREAS):
        app.templates.table(f"{AREAS}/{own}")
    if found is None or not found.rows:
        known = [name for name in every.names if (one := every.of(name)) and one.rows]
        raise NoCard(text=typed, area=own or known[0], known=known)
    return found


def seen_in(subject: Subject, seen: str | None, missed: str | None) -> Seen:
    """Return the rows that were seen and missed by their numbers, `1,2,4`; raise NotARow."""
    return Seen(subject.rows, _numbers(subject, seen), _numbers(subject, missed))


def told(app: App, seen: Seen) -> str:
    """Return what was seen in words, in the language of the journal."""
    return app.words.say(seen.told) if seen.of else ""


def walk_card(made: Walk, subject: Subject) -> Answer:
    """Go through the rows, one key each, then ask for the light that they are the reason of."""
    rated, answered = Rated(area_of(made.app, made.seller, subject.name), None), list[Rated]()

    def ask() -> None:
        answered.append(rated)  # what was pressed so far counts where it is broken off
        went = _through(made, subject, rated)
        answered.clear()
        if went and rated.evidence:
            made.rate(rated, {_STOP: made.app.words.say("card.stop")}, _STOP, answered)

    return made.finished(answered, ask)


def missing(seller: str, subject: Subject) -> Missing:
    """Return what a script is told where it does not say what was seen: the rows by their numbers."""
    rows = [f"{number} {row}" for number, row in enumerate(subject.rows, 1)]
    return Missing(what="card", seller=seller, area=subject.name, rows=" · ".join(rows))


def _first(name: str) -> str:
    return name[:1].casefold()


def _through(made: Walk, subject: Subject, rated: Rated) -> bool:
    app = made.app
    choices = {key: app.words.say(f"card.{does}") for key, does in _KEYS.items()}
    pressed = dict[int, str]()
    for at, row in enumerate(subject.rows):
        pressed[at] = app.ask.key(f"{at + 1}/{len(subject.rows)}  {row}", choices, _NEITHER)
        if pressed[at] == _STOP:
            return False
        seen, missed = ([one for one, key in pressed.items() if key == what] for what in (_YES, _NO))
        rated.evidence = told(app, Seen(subject.rows, seen, missed))
    app.ask.tell(app.words.say(phrase("card.so", area=rated.area, said=rated.evidence or app.words.say("card.none"))))
    return True


def _numbers(subject: Subject, typed: str | None) -> Sequence[int]:
    found = [one.strip() for one in (typed or "").replace(",", " ").split()]
    for one in found:
        if not one.isdecimal() or not 1 <= int(one) <= len(subject.rows):
            raise NotARow(text=one, area=subject.name, most=len(subject.rows))
    return sorted({int(one) - 1 for one in found})
