"""`coach edit`: change a file by hand; what was saved counts once it reads."""

import typer

from salescoach.answer import Answer, Phrase, Said, phrase, told
from salescoach.app import App
from salescoach.arguments import SellerOrId
from salescoach.care.files.edits import MINE, RECORD, Change, Copy, Edits, told_of
from salescoach.care.rules import Edited, lines_changed
from salescoach.errors import CoachError, Missing, NoSuchSeller, Problem
from salescoach.journal.lock import opened
from salescoach.journal.rewrite import check
from salescoach.records.keys import key_form
from salescoach.records.matching import OpenThing, match
from salescoach.records.seller import Book

_FOUND = {"u": "take", "e": "edit", "l": "look", "t": "drop"}


def run(ctx: typer.Context, seller: SellerOrId) -> Answer:
    """Open a seller's file, or one record by its id, in your editor; what you save is checked before it counts."""
    app: App = ctx.obj
    key = MINE if seller.casefold() == MINE else _key(app, seller)
    edits = Edits(app.journal)
    if not app.ask.possible:
        app.kept = tuple(_kept(one) for one in edits.waiting(key))
        raise Missing(what="terminal", command="edit")
    copy, pressed = _draft(app, edits, key)
    try:
        with opened(copy.path):
            return _edited(app, edits, copy, mine=edits.text(copy) if pressed == "u" else None)
    except BaseException:
        if edits.text(copy) == copy.base:
            edits.drop(copy)
        else:
            app.kept = (_kept(copy),)
        raise


def _key(app: App, typed: str) -> str:
    """Return the key of the seller who is meant, or that of one record, by its id; raise NoSuchSeller, SeveralItems."""
    from salescoach.coaching.settling import meant

    try:
        return app.journal.find(typed)
    except NoSuchSeller:
        books: list[tuple[str, str, Book]] = [(one.key, one.name, one) for one in app.journal.everyone().sellers]
        books.append((MINE, app.words.say("written.me"), app.me))
        things = [
            OpenThing(record.id, kind, app.words.say(f"kind.{kind}"), key, name)
            for key, name, book in books
            for kind, records in book.records.items()
            for record in records
        ]
        if not match([typed], things).ids:
            raise
        return f"{(found := meant([typed], things)[0]).seller}{RECORD}{key_form(found.id)}"


def _draft(app: App, edits: Edits, key: str) -> tuple[Copy, str]:
    """Offer what was saved before and never counted, each by itself; return what is edited, and what was pressed."""
    from salescoach.care.view.edited import changed

    say = app.words.say
    choices = {one: say(f"edit.found_{does}") for one, does in _FOUND.items()}
    for copy in edits.waiting(key):
        before, after = (data.decode("utf-8-sig", "replace") for data in (copy.base, edits.text(copy)))
        added, removed = lines_changed(before, after)
        question = say("edit.found", added=added, removed=removed)
        while (pressed := app.ask.key(question, choices, "u")) == "l":
            app.ask.tell(*changed(before, after, app.ask.look))
        if pressed != "t":
            return copy, pressed
        edits.drop(copy)
    return edits.begin(key), "e"


def _edited(app: App, edits: Edits, copy: Copy, mine: bytes | None) -> Answer:
    """Let her edit until what she saved is well, and put it in its place; or until she stops."""
    late = False
    while True:
        if mine is None:
            late, mine = _from_editor(app, edits, copy)
        if mine == copy.base:
            break
        problems = edits.problems(copy.key, mine, (copy.base,))
        if not problems:
            return _answer(app, copy, edits.write(copy, mine, f"edit {copy.key}", app.today.isoformat()))
        pressed = _asked(app, problems, mine)
        if pressed == "k":
            return Said(lines=(_kept(copy),))
        if pressed == "d":
            break
        mine = None
    if late:
        return Said(lines=(phrase("edit.late", key=copy.name),))
    edits.drop(copy)
    return Said(lines=(phrase("edit.nothing"),))


def _from_editor(app: App, edits: Edits, copy: Copy) -> tuple[bool, bytes]:
    """Return whether an editor that did not wait may save it later, and what a copy says now."""
    try:
        late = app.ask.edit(copy.path)
    except Missing as error:
        error.data = {**error.data, "command": "edit"}
        raise
    return late, edits.text(copy)


def _asked(app: App, problems: list[Problem], mine: bytes) -> str:
    """Show what is wrong, and ask what is to become of it."""
    from salescoach.care.view.edited import wrong

    say = app.words.say
    app.ask.tell(*wrong(problems, mine.decode("utf-8-sig", "replace"), app.ask.look))
    return app.ask.key(say("edit.wrong"), {"e": say("edit.again"), "k": say("edit.keep"), "d": say("edit.drop")}, "e")


def _kept(copy: Copy) -> Phrase:
    return phrase("edit.kept", path=str(copy.path), key=copy.name)


def _answer(app: App, copy: Copy, change: Change) -> Answer:
    if change.before == change.after:
        return Said(lines=(phrase("edit.nothing"),))
    added, removed = lines_changed(*(data.decode("utf-8", "replace") for data in (change.before, change.after)))
    joined, key = (phrase("edit.joined"),) if change.joined else (), copy.key.partition(RECORD)[0]
    return Edited(
        name=next((one.name for one in app.journal.called() if one.key == key), app.words.say("written.me")),
        file=change.file,
        added=added,
        removed=removed,
        before=_records(change.before, change.file),
        after=len(check(change.after, change.file).written),
        notices=(*joined, *map(told, told_of(change.file, change.after))),
    )


def _records(data: bytes, file: str) -> int | None:
    """Return how many records a text holds, None where it does not read."""
    try:
        return len(check(data, file).written)
    except CoachError:
        return None
