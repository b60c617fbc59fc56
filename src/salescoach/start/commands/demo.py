"""`coach demo`: a made-up team of ten, in a journal of its own."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App

if TYPE_CHECKING:
    from salescoach.journal.append import Addition, Block
    from salescoach.journal.journal import Journal
    from salescoach.start.rules.cast import Player, Told


_SHOWN = "anna-berg"
"""Whose agenda is shown; the examples in the README are about her too."""


def run(ctx: typer.Context, folder: Annotated[str | None, typer.Argument(metavar="DIR")] = None) -> Answer:
    """See it at work on a made-up team of ten, away from your own journal."""
    import tempfile

    from salescoach.journal.places import at_home
    from salescoach.notes.marks import Marks
    from salescoach.start.files import make_whole
    from salescoach.start.rules.cast import Stage, cast_of

    app: App = ctx.obj
    app.root = None  # whatever is set, or wrong, in a journal of one's own: the demo knows of none
    plans = {name: app.templates.table(f"onboarding/{name}") for name in app.templates.names("onboarding")}
    stage = Stage(Marks(*app.templates.everywhere("marks")), app.dates, app.today, plans)
    players = dict(app.templates.table("demo"))
    lines = players.pop("try")
    cast = cast_of(players, stage)
    place = at_home(folder) if folder else Path(tempfile.mkdtemp(prefix="coach-demo-"))
    additions = [_addition(player) for player in cast]
    journal = make_whole(place, [one.file for one in additions], lambda made: _write(made, additions, app.today))
    app.written.append(str(journal.root))
    return _shown(app, journal, lines)


def _write(journal: "Journal", additions: "Sequence[Addition]", today: date) -> None:
    """Write the whole cast at once, as what nobody can take back: an undo must not empty the demo."""
    from salescoach.journal.append import add
    from salescoach.journal.atomic import remove_quietly

    add(journal, additions, "demo", today.isoformat())
    remove_quietly(journal.folder / "undo.json")


def _addition(player: "Player") -> "Addition":
    from salescoach.journal.append import Addition
    from salescoach.journal.journal import ME, file_of
    from salescoach.journal.names import key_for

    blocks = [_block(told) for told in player.story]
    if not player.head:
        return Addition(ME, blocks)
    return Addition(file_of(key_for(str(player.head["name"]))), blocks, player.head)


def _block(told: "Told") -> "Block":
    from salescoach.journal.append import Block, Ref
    from salescoach.journal.journal import ME
    from salescoach.start.rules.cast import Link

    links = {name: Ref(at.index, ME if at.team else "") for name, at in told.fields.items() if isinstance(at, Link)}
    return Block(told.kind, {**told.fields, **links})


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
