"""`coach rate --card`: a call that was listened to, at most five rows, seen or not: they are why, never a score."""

from collections.abc import Sequence

from salescoach.answer import Answer, phrase
from salescoach.app import App
from salescoach.coaching.areas import Subject
from salescoach.errors import Missing, Unusable
from salescoach.expectations.commands.walk import Rated, Walk
from salescoach.expectations.rules import Seen
from salescoach.reading import area_of
from salescoach.records.keys import key_form
from salescoach.subjects import AREAS, described

_YES, _NO, _NEITHER, _STOP = "y", "n", "-", "q"

_KEYS = {_YES: "yes", _NO: "no", _NEITHER: "neither", _STOP: "stop"}


class NoCard(Unusable):
    """`text` has no rows to watch for; `known` are the areas that have some."""


class NotARow(Unusable):
    """`text` is no row of the card of an `area`, which has `most`."""


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
