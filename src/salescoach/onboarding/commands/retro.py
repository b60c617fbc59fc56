"""`coach retro`: what all who took part say of an onboarding, and the lessons of it; `ask` asks them."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.arguments import MaybeSellerWords, On, joined
from salescoach.errors import Missing, Unusable

if TYPE_CHECKING:
    from salescoach.records.seller import Seller


class EnoughLessons(Unusable):
    """More than `most` lessons of one onboarding; `lessons` are chosen already."""


def run(
    ctx: typer.Context,
    seller: MaybeSellerWords = None,
    lesson: Annotated[list[str] | None, typer.Option("--lesson", metavar="TEXT")] = None,
    on: On = None,
) -> Answer:
    """See what all sides say of an onboarding, and its lessons; without a seller, every retrospective."""
    from salescoach.forms.commands.returned import askings
    from salescoach.onboarding.rules.retro import RETRO, retrospective_of, retrospectives_of

    app: App = ctx.obj
    if not joined(seller):
        if lesson:
            raise Missing(what="seller", command="retro")
        team = app.journal.everyone()
        app.problems += team.problems
        return retrospectives_of(team.sellers, askings(app, None, RETRO))
    one = app.seller(joined(seller))
    if lesson:
        return _taught(app, one, lesson, app.on(on))
    return retrospective_of(one, askings(app, one, RETRO), app.today)


def _taught(app: App, seller: "Seller", lessons: Sequence[str], on: date) -> Answer:
    from salescoach.forms.commands.returned import kept, same
    from salescoach.journal.append import Block
    from salescoach.onboarding.rules.retro import MOST
    from salescoach.records.onboarding import Retro

    given = list(dict.fromkeys(" ".join(one.split()) for one in lessons if one.strip()))
    if not given:
        raise Missing(what="lesson", key=seller.key)
    chosen = [one.lesson for one in seller.all(Retro) if one.lesson]
    new = [one for one in given if one not in chosen]
    if len(chosen) + len(new) > MOST:
        listed = " · ".join((*chosen, *new))
        raise EnoughLessons(most=MOST, n=len(chosen) + len(new), lessons=listed, key=seller.key)
    return kept(app, seller, [Block("retro", {"on": on, "lesson": one}) for one in new], "retro", same(given, new))
