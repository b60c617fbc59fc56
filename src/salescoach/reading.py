"""Reading: what somebody typed about a seller becomes records, with the marks and the dates of all languages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fnmatch import fnmatchcase

from salescoach.answer import phrase
from salescoach.app import App
from salescoach.coaching.lights import known_areas
from salescoach.coaching.settling import open_items
from salescoach.errors import Missing
from salescoach.journal.append import Block
from salescoach.notes.marks import Drafted, Marks, Notes, SellerContext, read_notes, read_one
from salescoach.records.contact import Touch
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller
from salescoach.subjects import described


def read(
    app: App, seller: Seller, text: str, on: date, areas: Sequence[str] = (), about: str = "", *, whole: bool = False
) -> Notes:
    """Return what a text says of a seller, some more `areas` known, `about` an initiative or none; raise NotADate."""
    known = replace(listener(app, seller, areas), initiative=about)
    return read_notes(text, marks(app), app.dates, known, on, whole=whole)


def read_as(app: App, seller: Seller, mark: str, text: str, given: Mapping[str, object], command: str) -> Notes:
    """Return what a command's text says, read as behind its mark; what was `given` beside it wins over the text.

    Raise NotADate, and Missing where the text leaves nothing to write down.
    """
    dated = given.get("due") is None
    notes = read_one(mark, text, marks(app), app.dates, listener(app, seller), app.today, dated=dated)
    if not any(record.kind != "note" for record in notes.records):
        raise Missing(what="text", command=command)
    wins = {name: value for name, value in given.items() if value is not None}
    records = [one if one.kind == "note" else Drafted(one.kind, {**one.fields, **wins}) for one in notes.records]
    return replace(notes, records=tuple(records))


def blocks_of(read: Sequence[tuple[Seller, Notes]], on: date) -> list[tuple[Seller, list[Block]]]:
    """Return what is to be written into each seller's file."""
    return [(who, [Block(one.kind, {"on": on, **one.fields}) for one in notes.records]) for who, notes in read]


def with_marks(app: App, text: str, understood: Callable[[str], Notes]) -> str:
    """Offer to make marks of what almost is one, with one key each; return the text as it is then."""
    left: set[str] = set()
    while offer := next((one for one in understood(text).offers if one.typed not in left), None):
        if app.agreed(phrase("log.mark", typed=offer.typed, write=offer.instead), default="y"):
            text = offer.taken(text)
        left.add(offer.typed)
    return text


def marks(app: App) -> Marks:
    """Return the marks of all languages, the journal's first, with its own names for the levels."""
    own = {"level": {level: [name] for level, name in app.levels.items()}}
    return Marks(*app.templates.everywhere("marks"), own)


def area_of(app: App, seller: Seller | None, typed: str) -> str:
    """Return an area by the one name of it, whatever name and language was typed, as it is written of a seller."""
    lights, named = marks(app).lights, described(app).named(known_areas([seller])) if seller else {}
    return lights.get(key_form(typed)) or named.get(key_form(typed), typed.strip())


def listener(app: App, seller: Seller, areas: Sequence[str] = ()) -> SellerContext:
    """Return what is known of a seller that notes may refer to."""
    words = (seller.key, seller.name, *seller.header.aliases, *seller.name.split())
    known = (*known_areas([seller]), *areas)
    return SellerContext(
        name=seller.first_name,
        names=frozenset(map(key_form, words)),
        areas=known,
        named=described(app).named(known),
        open=tuple(open_items([seller])),
        values=lambda: tuple(app.settings.values),
        people=lambda: {key_form(word) for person in app.roster.called() for word in person.name.split()},
        initiatives=lambda: "initiative" in app.me.records,
        colleagues=lambda: _colleagues(app, seller.key),
        channels=tuple(one.channel for one in seller.all(Touch) if one.channel),
    )


def word_in(app: App, why: str | None, *lists: str) -> str | None:
    """Return the first word of a ground that is in `lists` of probation.toml; raise BadTemplate, Broken.

    `sjuk*` is all words that begin so.
    """
    tables = app.templates.tables("probation") if why else ()
    listed = [str(word) for one in tables for name in lists for word in one.get(name, ())]
    forms = [key_form(word) + "*" * word.endswith("*") for word in listed]
    return next((one for one in key_form(why or "").split("-") if any(fnmatchcase(one, form) for form in forms)), None)


def _colleagues(app: App, key: str) -> dict[str, str]:
    """Return the keys of all others who are here by what they go by, without what two of them go by."""
    here, found = {*app.roster.keys()} - {key}, dict[str, set[str]]()
    for one in app.roster.called():
        for spelled in {one.key, one.name, one.name.split()[0], *one.aliases} if one.key in here else ():
            found.setdefault(key_form(spelled), set()).add(one.key)
    return {spelled: next(iter(keys)) for spelled, keys in found.items() if len(keys) == 1}
