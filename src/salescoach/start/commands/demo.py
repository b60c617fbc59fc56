"""`coach demo`: a made-up team of ten, in a journal of its own."""

from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App

if TYPE_CHECKING:
    from salescoach.journal.journal import Journal


_SHOWN = "anna-berg"
"""Whose agenda is shown; the examples in the README are about her too."""


def run(ctx: typer.Context, folder: Annotated[str | None, typer.Argument(metavar="DIR")] = None) -> Answer:
    """See it at work on a made-up team of ten, away from your own journal."""
    import tempfile

    from salescoach.journal.places import at_home
    from salescoach.notes.marks import Marks
    from salescoach.start.files.beginning import make_whole
    from salescoach.start.files.cast import Stage, cast_of

    app: App = ctx.obj
    app.root = None  # whatever is set, or wrong, in a journal of one's own: the demo knows of none
    plans = {name: app.templates.table(f"onboarding/{name}") for name in app.templates.names("onboarding")}
    stage = Stage(Marks(*app.templates.everywhere("marks")), app.dates, app.today, plans)
    players = dict(app.templates.table("demo"))
    lines = players.pop("try")
    cast = cast_of(players, stage)
    place = at_home(folder) if folder else Path(tempfile.mkdtemp(prefix="coach-demo-"))
    journal = make_whole(place, cast, app.today)
    app.written.append(str(journal.root))
    return _shown(app, journal, lines)


def _shown(app: App, journal: "Journal", lines: "Sequence[str]") -> Answer:
    from salescoach.probation.commands.country_rules import rules_for
    from salescoach.records.settings import Settings
    from salescoach.start.rules.showcase import Showcase
    from salescoach.talk.rules.agenda import agenda_of
    from salescoach.talk.rules.items import AgendaContext
    from salescoach.week.rules.weekly import weekly_of

    team, me, settings, folder = journal.team(), journal.me(), Settings(), str(journal.root)
    check_in, catalogue = app.templates.table("agendas/check-in"), app.templates.table("questions")["question"]
    anna, rules = journal.by_key(_SHOWN), rules_for(app, team.sellers)
    return Showcase(
        folder=folder,
        week=weekly_of(team.sellers, me, settings, today=app.today, problems=team.problems, rules=rules),
        agenda=agenda_of(AgendaContext(anna, app.today, settings, me=me), check_in, catalogue),
        commands=tuple(f"coach --journal {quote(folder)} {words}".rstrip() for words in lines),
    )
