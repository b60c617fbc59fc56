"""`coach edit`: change a file by hand; what was saved counts once it reads."""

import typer

from salescoach.answer import Answer, Said, phrase, told
from salescoach.app import App
from salescoach.arguments import SellerOrId
from salescoach.care.files.edits import MINE, RECORD, Change, Copy, Edits, told_of
from salescoach.care.rules.edited import Edited, lines_changed
from salescoach.errors import CoachError, Missing, NoSuchSeller, Problem
from salescoach.journal.rewrite import check
from salescoach.records.keys import key_form
from salescoach.records.matching import OpenThing, match
from salescoach.records.seller import Book


def run(ctx: typer.Context, seller: SellerOrId) -> Answer:
    """Open a seller's file, or one record by its id, in your editor; what you save is checked before it counts."""
    app: App = ctx.obj
    key = MINE if seller.casefold() == MINE else _key(app, seller)
    if not app.ask.possible:
        raise Missing(what="terminal", command="edit")
    edits = Edits(app.journal)
    copy = _draft(app, edits, key) or edits.begin(key)
    try:
        return _edited(app, edits, copy)
    except BaseException:
        _keep(app, edits, copy)
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


def _draft(app: App, edits: Edits, key: str) -> Copy | None:
    """Offer what was saved before and never counted."""
    draft = edits.waiting(key)
    if draft is None:
        return None
    say = app.words.say
    choices = {"u": say("edit.use"), "t": say("edit.anew")}
    return draft if app.ask.key(say("edit.found"), choices, "u") == "u" else None


def _edited(app: App, edits: Edits, copy: Copy) -> Answer:
    """Let her edit until what she saved is well, and put it in its place; or until she stops."""
    while (mine := _from_editor(app, edits, copy)) != copy.base:
        problems = edits.problems(copy.key, mine, (copy.base,))
        if not problems:
            return _answer(app, copy, edits.write(copy, mine, f"edit {copy.key}", app.today.isoformat()))
        pressed = _asked(app, problems, mine)
        if pressed == "k":
            return Said(lines=(phrase("edit.kept", path=str(copy.path), key=copy.name),))
        if pressed == "d":
            break
    edits.drop(copy.key)
    return Said(lines=(phrase("edit.nothing"),))


def _from_editor(app: App, edits: Edits, copy: Copy) -> bytes:
    try:
        app.ask.edit(copy.path)
    except Missing as error:
        error.data = {**error.data, "command": "edit"}
        raise
    return edits.text(copy)


def _asked(app: App, problems: list[Problem], mine: bytes) -> str:
    """Show what is wrong, and ask what is to become of it."""
    from salescoach.care.view.edited import wrong

    say = app.words.say
    app.ask.tell(*wrong(problems, mine.decode("utf-8-sig", "replace"), app.ask.look))
    return app.ask.key(say("edit.wrong"), {"e": say("edit.again"), "k": say("edit.keep"), "d": say("edit.drop")}, "e")


def _keep(app: App, edits: Edits, copy: Copy) -> None:
    """Say where what she saved is, if it is there and says anything new."""
    if edits.waiting(copy.key) is None:
        edits.drop(copy.key)
    else:
        app.kept = (phrase("edit.kept", path=str(copy.path), key=copy.name),)


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
