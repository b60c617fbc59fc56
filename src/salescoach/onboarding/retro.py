"""`coach retro`: ask all who took part in an onboarding, read what they answer, and keep the lessons."""

from typing import TYPE_CHECKING, Annotated

import typer

from salescoach.answer import Answer, phrase
from salescoach.app import App
from salescoach.arguments import MaybeSellerWords, On, joined
from salescoach.errors import BadUsage, Missing

if TYPE_CHECKING:
    from salescoach.onboarding.retro_rules import Asking
    from salescoach.records.seller import Seller

EXAMPLE = "coach retro anna --ask buddy"


def run(
    ctx: typer.Context,
    seller: MaybeSellerWords = None,
    ask: Annotated[
        str | None, typer.Option("--ask", metavar="ROLE", help="The questions for new-hire, manager, buddy or leader.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--from", metavar="FILE", help="Read the answers that came back.")
    ] = None,
    lesson: Annotated[
        list[str] | None, typer.Option("--lesson", metavar="TEXT", help="Keep a lesson, one of three at most.")
    ] = None,
    on: On = None,
) -> Answer:
    """See what all sides say of an onboarding, and its lessons; without a seller, every retrospective."""
    from salescoach.forms.collect import read, taught
    from salescoach.onboarding.retro_rules import askings_of, retrospective_of

    app: App = ctx.obj
    if lesson and (ask or source):
        raise BadUsage(text=app.words.say("retro.alone"), command="retro")
    if not joined(seller):
        return _all(app, asked=bool(ask or source or lesson))
    one = app.seller(joined(seller))
    if lesson:
        return taught(app, one, lesson, app.on(on))
    askings = askings_of(app.templates.table("retro"), one.first_name)
    if source:
        return read(app, one, askings, source, ask, app.on(on))
    return _form(app, one, askings, ask) if ask else retrospective_of(one, askings, app.today)


def _all(app: App, *, asked: bool) -> Answer:
    from salescoach.onboarding.retro_rules import askings_of, retrospectives_of

    if asked:
        raise Missing(what="seller", command="retro")
    team = app.journal.everyone()
    app.problems += team.problems
    return retrospectives_of(team.sellers, askings_of(app.templates.table("retro"), ""))


def _form(app: App, seller: "Seller", askings: "list[Asking]", role: str) -> Answer:
    """Return the form of a role, and say what to do with it, or with what comes back."""
    from shlex import quote

    from salescoach.onboarding.retro_rules import Form, asking_of

    asking = asking_of(askings, role)
    written = app.option("output")
    then = phrase("retro.send", key=seller.key, role=asking.role)
    if written:
        then = phrase("retro.read", key=seller.key, file=quote(str(written)))
    return Form(key=seller.key, name=seller.name, asking=asking, notices=(then,))
