"""The brake: before a promise of mine is written on a terminal, one line where its day is soon for what is open."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from salescoach.answer import Phrase, phrase
from salescoach.app import App
from salescoach.errors import Broken
from salescoach.notes.draft import Notes
from salescoach.promises.rules import WEEK, Brake, brake_of

Days = dict[tuple[str, date | None], date | None]
"""What was answered: the day, by what is promised and the day that it had."""


def another_day(app: App, due: date | None, what: str = "") -> date | None:
    """Return the day of a promise of mine: the one that it has, or where there is a brake what is typed instead."""
    from salescoach.waiting import day_asked

    brake = _brake(app, due) if app.ask.possible else None
    if brake is None:
        return due
    said = "; ".join(app.words.say(part) for part in _parts(brake, due))
    app.ask.tell(app.words.say("brake.of", what=what, said=said) if what else app.words.say("brake.said", said=said))
    return day_asked(app, app.words.say("brake.ask" if due else "brake.ask_none", due=due)) or due


def braked(app: App, notes: Notes, days: Days) -> Notes:
    """Return notes in which each promise of mine has the day that it is to have; each is asked about once."""
    mine = [one for one in notes.records if one.kind == "commitment" and one.fields["by"] == "me"]
    found = {}
    for one in mine:
        what, due = str(one.fields["what"]), one.fields.get("due")
        known = due if isinstance(due, date) else None
        if (what, known) not in days:
            days[what, known] = another_day(app, known, what if len(mine) > 1 else "")
        found[id(one)] = replace(one, fields={**one.fields, "due": days[what, known]})
    return replace(notes, records=tuple(found.get(id(one), one) for one in notes.records))


def _brake(app: App, due: date | None) -> Brake | None:
    """Return what there is to say; settings that cannot be used are told of, and are no reason not to write."""
    try:
        most = app.settings.promises.open
    except Broken as error:
        app.note(error)
        return None
    return brake_of((*app.journal.team().sellers, app.me), due, app.today, most)


def _parts(brake: Brake, due: date | None) -> Iterator[Phrase]:
    if brake.open:
        yield phrase("brake.open", n=brake.open)
    if brake.days is not None:
        yield phrase("brake.pace", days=brake.days, n=brake.kept)
    if brake.left is not None:
        near = "brake.near" if brake.left < WEEK else "brake.left"
        yield phrase(near if brake.left else "brake.today", due=due, days=brake.left)
