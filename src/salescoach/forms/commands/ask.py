"""`coach ask`: a form goes out, an answer comes back, and what is out is told."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from salescoach.answer import Answer, Phrase, phrase
from salescoach.app import App
from salescoach.arguments import AskedWords, On, joined
from salescoach.errors import Missing, NoSuchSeller, Unusable
from salescoach.hers import areas_in, language_of
from salescoach.records.keys import key_form
from salescoach.records.veil import veiled
from salescoach.subjects import described

if TYPE_CHECKING:
    from salescoach.forms.rules.form import Asking, Form
    from salescoach.records.seller import Seller


class NoForm(Unusable):
    """`text` is no form; `known` are those there are."""


def run(
    ctx: typer.Context,
    words: AskedWords = None,
    of: Annotated[str | None, typer.Option("--of", metavar="ROLE")] = None,
    about: Annotated[str | None, typer.Option("--about", metavar="CUSTOMER")] = None,
    source: Annotated[str | None, typer.Option("--from", metavar="FILE")] = None,
    on: On = None,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
) -> Answer:
    """Make a form to send, read what comes back, or see what is out; without a seller, of the whole team."""
    from salescoach.forms.commands.returned import askings, read, titles
    from salescoach.forms.rules.rounds import rounds_of, rounds_with

    app: App = ctx.obj
    who, form = _meant(app, joined(words))
    customer = about and veiled(about)[0]  # what is private of it goes to nobody
    if source:
        return read(app, who, source, form=form, role=of, customer=customer, on=app.on(on), dry=dry_run)
    if form is None:
        if of or about:
            raise Missing(what="form", key=who or "NAME", forms=list(titles(app)), form=next(iter(titles(app))))
        if who is None:
            return rounds_of(app.team(), titles(app), app.today)
        seller = app.seller(who)
        return rounds_with(seller, askings(app, seller), titles(app), app.today)
    asked = [(one, _asking(app, one, form, of, customer)) for one in _sellers(app, who)]
    return _send(app, asked, customer, typed=about, dry=dry_run)


def _meant(app: App, typed: str) -> tuple[str | None, str | None]:
    """Return who and which form are meant, each None where it is not named; raise NoForm, NoSuchSeller.

    Where nobody goes by the name of a form, that name alone is the form, for all, as beside the word for all.
    """
    from salescoach.forms.rules.form import FORMS
    from salescoach.team import is_team

    who, _, last = typed.rpartition(" ")
    forms = {key_form(name): name for name in app.templates.names(FORMS)}
    if not typed:
        return None, None
    if key_form(last) in forms and who:
        return None if is_team(app, who) else who, forms[key_form(last)]
    try:
        app.journal.find(typed)
    except NoSuchSeller:
        if key_form(typed) in forms:
            return None, forms[key_form(typed)]
        if not who:
            raise
        app.journal.find(who)
        raise NoForm(text=last, known=list(forms.values()), key=who, form=next(iter(forms))) from None
    return typed, None


def _sellers(app: App, who: str | None) -> "list[Seller]":
    """Return who is to be asked: one seller, several, or without a name all who have begun."""
    if who is None:
        return [one for one in app.team() if not one.is_to_start(app.today)]
    try:
        return app.sellers([who])
    except NoSuchSeller:
        if " " not in who:
            raise
        return app.sellers(who.replace(",", " ").split())


def _asking(app: App, seller: "Seller", form: str, role: str | None, customer: str | None) -> "Asking":
    """Return what is asked of a role, in the language of the seller; the manager is asked in that of the journal."""
    from salescoach.forms.commands.returned import askings
    from salescoach.forms.rules.form import MANAGER, SELLER, asking_of

    found = askings(app, seller, form, customer, None if role == MANAGER else language_of(app, seller))
    if found[0].customer and not (customer and key_form(customer)):
        raise Missing(what="about", key=seller.key, form=form)
    if role is None and len(found) > 1 and found[0].role != SELLER:
        raise Missing(
            what="asked_role", key=seller.key, form=form, roles=[one.role for one in found], role=found[0].role
        )
    return asking_of(found, role) if role else found[0]


def _send(
    app: App, asked: "Sequence[tuple[Seller, Asking]]", customer: str | None, *, typed: str | None, dry: bool
) -> Answer:
    """Return a form, and note that it goes out, as it was typed; how it is read back is said."""
    from shlex import quote

    if not asked:
        raise Missing(what="seller", command="ask")
    first, *more = _sheets(app, asked, customer)
    file = app.option("output")
    back = {"key": "NAME" if first.to else first.key, "file": quote(str(file)) if file else "FILE"}
    if first.asking.traceless or dry:
        said = [phrase("form.traceless", **back) if first.asking.traceless else phrase("form.dry")]
    else:
        said = [*_noted(app, asked, customer, typed), phrase("form.back", **back)]
    return replace(first, also=tuple(more), notices=tuple(said))


def _noted(
    app: App, asked: "Sequence[tuple[Seller, Asking]]", customer: str | None, typed: str | None
) -> Sequence[Phrase]:
    """Note that a form goes out, once a day."""
    from salescoach.forms.records import Asked
    from salescoach.forms.rules.rounds import about_same
    from salescoach.journal.append import Block
    from salescoach.writing import write

    entries = []
    for seller, asking in asked:
        note = {"on": app.today, "form": asking.form, "role": asking.role, "subject": typed}
        same = (one for one in seller.all(Asked) if about_same(one, asking.form, asking.role, customer))
        entries += [(seller, [Block("asked", note)])] if all(one.on != app.today for one in same) else []
    return write(app, entries, "ask").notices if entries else ()


def _sheets(app: App, asked: "Sequence[tuple[Seller, Asking]]", customer: str | None) -> "list[Form]":
    """Return what goes out: of several, those who are asked the same have one sheet, and it names nobody."""
    from salescoach.expectations.rules import for_her_eyes
    from salescoach.forms.rules.becoming import areas_asked
    from salescoach.forms.rules.form import Form

    sheets: dict[tuple[Asking, tuple[str, ...]], list[Seller]] = {}
    for seller, asking in asked:
        areas = areas_asked(for_her_eyes(seller), described(app).asked) if asking.becoming("light") else ()
        called = areas_in(app, asking.language, described(app))
        named = tuple(called.get(key_form(one), one) for one in areas)
        sheets.setdefault((replace(asking, title=""), named), []).append(seller)
    found = []
    for (asking, areas), whom in sheets.items():
        one = Form(key=whom[0].key, name=whom[0].name, asking=asking, areas=areas, language=asking.language)
        found.append(replace(one, subject=customer, to=() if len(asked) == 1 else tuple(who.name for who in whom)))
    return found
