"""`coach retro`: ask all who took part in an onboarding, read what they answer, and keep the lessons."""

from collections.abc import Sequence
from datetime import date
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from salescoach.answer import Answer, phrase
from salescoach.app import App
from salescoach.arguments import MaybeSellerWords, On, joined
from salescoach.errors import BadUsage, Missing, Unusable

if TYPE_CHECKING:
    from salescoach.forms.rules.form import Asking
    from salescoach.records.seller import Seller


class EnoughLessons(Unusable):
    """More than `most` lessons of one onboarding; `lessons` are chosen already."""


def run(
    ctx: typer.Context,
    seller: MaybeSellerWords = None,
    ask: Annotated[str | None, typer.Option("--ask", metavar="ROLE")] = None,
    source: Annotated[str | None, typer.Option("--from", metavar="FILE")] = None,
    lesson: Annotated[list[str] | None, typer.Option("--lesson", metavar="TEXT")] = None,
    on: On = None,
) -> Answer:
    """See what all sides say of an onboarding, and its lessons; without a seller, every retrospective."""
    from salescoach.forms.commands import read
    from salescoach.forms.rules.form import askings_of
    from salescoach.onboarding.rules.retro import retrospective_of, retrospectives_of

    app: App = ctx.obj
    if lesson and (ask or source):
        raise BadUsage(text=app.words.say("retro.alone"), command="retro", example=app.words.say("help.retro.example"))
    if not joined(seller):
        if ask or source or lesson:
            raise Missing(what="seller", command="retro")
        team = app.journal.everyone()
        app.problems += team.problems
        return retrospectives_of(team.sellers, askings_of(app.templates.table("retro"), ""))
    one = app.seller(joined(seller))
    if lesson:
        return _taught(app, one, lesson, app.on(on))
    askings = askings_of(app.templates.table("retro"), one.first_name)
    if source:
        return read(app, one, askings, source, ask, app.on(on))
    return _form(app, one, askings, ask) if ask else retrospective_of(one, askings, app.today)


def _taught(app: App, seller: "Seller", lessons: Sequence[str], on: date) -> Answer:
    """Keep lessons of an onboarding; raise EnoughLessons where they would be too many to act on."""
    from salescoach.forms.commands import kept, same
    from salescoach.forms.records import Retro
    from salescoach.journal.append import Block
    from salescoach.onboarding.rules.retro import MOST

    given = list(dict.fromkeys(" ".join(one.split()) for one in lessons if one.strip()))
    if not given:
        raise Missing(what="lesson", key=seller.key)
    chosen = [one.lesson for one in seller.all(Retro) if one.lesson]
    new = [one for one in given if one not in chosen]
    if len(chosen) + len(new) > MOST:
        listed = " · ".join((*chosen, *new))
        raise EnoughLessons(most=MOST, n=len(chosen) + len(new), lessons=listed, key=seller.key)
    return kept(app, seller, [Block("retro", {"on": on, "lesson": one}) for one in new], same(given, new))


def _form(app: App, seller: "Seller", askings: "list[Asking]", role: str) -> Answer:
    """Return the form of a role, and say what to do with it, or with what comes back."""
    from salescoach.forms.rules.form import Form, asking_of

    asking = asking_of(askings, role)
    written = app.option("output")
    read = phrase("retro.read", key=seller.key, file=quote(str(written)))
    then = read if written else phrase("retro.send", key=seller.key, role=asking.role)
    return Form(key=seller.key, name=seller.name, asking=asking, notices=(then,))
