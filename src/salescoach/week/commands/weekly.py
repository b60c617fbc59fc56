"""`coach weekly`: who needs the manager, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.coaching.clocks import Purpose
from salescoach.errors import BadTemplate, Broken, Problem
from salescoach.probation.commands.country_rules import Rules
from salescoach.records.seller import Seller
from salescoach.team import whole_team
from salescoach.week.rules.quality import Talks
from salescoach.week.rules.weekly import weekly_of

if TYPE_CHECKING:
    from salescoach.forms.rules.handover import OpenHandover


def run(
    ctx: typer.Context,
    why: Annotated[bool, typer.Option("--why")] = False,
    check: Annotated[bool, typer.Option("--check")] = False,
) -> Answer:
    """Show who needs you this week, most urgent first, with the reason."""
    app: App = ctx.obj
    problems: list[Problem] = []
    talks, handovers, following = Talks(app.today), list[tuple[str, "OpenHandover"]](), None
    sellers = _handed(app, handovers, app.journal.each(problems))
    if "initiative" in app.me.records:  # most managers have none: then nothing of it is imported
        from salescoach.initiatives.rules import Following, lasting

        following = Following(lasting(app.me), app.me, app.today)
        sellers = following.each(sellers)
    week = weekly_of(
        talks.each(sellers) if why else sellers,
        whole_team(app),
        app.settings,
        today=app.today,
        problems=problems,
        rules=Rules(app),
        purposes=tuple(_purposes(app)),
        order=app.dates.order,
        why=why,
        check=check,
        everything=bool(app.option("all")),
    )
    said = tuple(following.lines()) if following else ()
    quality = talks.quality if why else None
    return replace(week, quality=quality, handovers=tuple(handovers), initiatives=said)


def _handed(app: App, found: "list[tuple[str, OpenHandover]]", sellers: Iterable[Seller]) -> Iterator[Seller]:
    """Give the sellers on, what is open of their handovers noted."""
    for seller in sellers:
        if seller.hands_over:
            from salescoach.forms.commands.handed import open_of

            found += [(seller.name, one) for one in open_of(app, seller)]
        yield seller


def _purposes(app: App) -> Iterator[Purpose]:
    """Give what talks are for that have a clock of their own; an own agenda that cannot be used is a problem."""
    for name in app.templates.names("agendas"):
        try:
            agenda = app.templates.table(f"agendas/{name}")
        except (BadTemplate, Broken) as error:
            app.note(error)
            continue
        if "every" in agenda:
            yield Purpose(name, agenda["title"], agenda["every"])
