"""`coach ask`: a form goes out, an answer comes back, and what is out is told."""

from typing import TYPE_CHECKING, Annotated

import typer

from salescoach.answer import Answer, phrase
from salescoach.app import App
from salescoach.arguments import AskedWords, On, joined
from salescoach.errors import Missing, NoSuchSeller, Unusable
from salescoach.hers import areas_in, language_of
from salescoach.records.keys import key_form

if TYPE_CHECKING:
    from salescoach.forms.rules.form import Asking
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
    if source:
        return read(app, who, source, form=form, role=of, customer=about, on=app.on(on), dry=dry_run)
    if form is None:
        if of or about:
            raise Missing(what="form", key=who or "NAME", forms=list(titles(app)), form=next(iter(titles(app))))
        if who is None:
            return rounds_of(app.team(), titles(app), app.today)
        seller = app.seller(who)
        return rounds_with(seller, askings(app, seller), titles(app), app.today)
    seller = app.seller(who or "")
    return _send(app, seller, _asking(app, seller, form, of, about), about, dry=dry_run)


def _meant(app: App, typed: str) -> tuple[str | None, str | None]:
    """Return who and which form are meant, each None where it is not named; raise NoForm, NoSuchSeller."""
    from salescoach.forms.rules.form import FORMS

    who, _, last = typed.rpartition(" ")
    forms = {key_form(name): name for name in app.templates.names(FORMS)}
    if not typed:
        return None, None
    if key_form(last) in forms and who:
        return who, forms[key_form(last)]
    try:
        app.journal.find(typed)
    except NoSuchSeller:
        if not who:
            raise
        app.journal.find(who)
        raise NoForm(text=last, known=list(forms.values()), key=who, form=next(iter(forms))) from None
    return typed, None


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


def _send(app: App, seller: "Seller", asking: "Asking", customer: str | None, *, dry: bool) -> Answer:
    """Return a form, and note that it goes out; how it is read back is said."""
    from shlex import quote

    from salescoach.expectations.rules import for_her_eyes
    from salescoach.forms.records import Asked
    from salescoach.forms.rules.becoming import areas_asked
    from salescoach.forms.rules.form import Form
    from salescoach.forms.rules.rounds import about_same
    from salescoach.journal.append import Block
    from salescoach.subjects import described
    from salescoach.writing import write

    called = areas_in(app, asking.language)
    asked = areas_asked(for_her_eyes(seller), described(app).asked) if asking.becoming("light") else ()
    listed = tuple(called.get(key_form(one), one) for one in asked)
    fields = {"form": asking.form, "role": asking.role} | ({"subject": customer} if customer else {})
    same = (one for one in seller.all(Asked) if about_same(one, asking.form, asking.role, customer))
    file = app.option("output")
    back = phrase("form.back", key=seller.key, file=quote(str(file)) if file else "FILE")
    notices = [phrase("form.dry")] if dry else [back]
    if not dry and all(one.on != app.today for one in same):
        notices = [*write(app, [(seller, [Block("asked", {"on": app.today, **fields})])], "ask").notices, back]
    return Form(
        key=seller.key,
        name=seller.name,
        asking=asking,
        subject=customer,
        areas=listed,
        language=asking.language,
        notices=tuple(notices),
    )
