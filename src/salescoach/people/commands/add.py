"""`coach add`: add a seller, or a whole team from a CSV file."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from salescoach.answer import Answer, Phrase, phrase
from salescoach.app import App
from salescoach.coaching.team import Added, Member
from salescoach.errors import Missing, SellerExists
from salescoach.journal.journal import file_of
from salescoach.journal.names import mixed
from salescoach.records.keys import key_form
from salescoach.team import team_words
from salescoach.writing import enrol, member


def run(
    ctx: typer.Context,
    name: Annotated[list[str] | None, typer.Argument(metavar="NAME")] = None,
    started: Annotated[str | None, typer.Option("--started", metavar="DATE")] = None,
    role: Annotated[str | None, typer.Option("--role", metavar="TEXT")] = None,
    email: Annotated[str | None, typer.Option("--email", metavar="ADDRESS")] = None,
    every: Annotated[int | None, typer.Option("--every", min=1)] = None,
    at_most: Annotated[int | None, typer.Option("--at-most", min=1)] = None,
    last_talk: Annotated[str | None, typer.Option("--last-talk", metavar="DATE")] = None,
    source: Annotated[str | None, typer.Option("--from", metavar="FILE.csv")] = None,
    update: Annotated[bool, typer.Option("--update")] = False,
    encoding: Annotated[str | None, typer.Option("--encoding", metavar="NAME")] = None,
) -> Answer:
    """Add a seller whom the journal has not by name or file; with --from, all in a CSV file who are not there yet."""
    app: App = ctx.obj
    if source is not None:
        from salescoach.people.commands.importing import bring_in

        return bring_in(app, Path(source), encoding, partial(_doubtful, app), update=update)
    if not name:
        raise Missing(what="name")
    first_day = app.read_day(started, back=True, due=False) if started else None
    talked = app.on(last_talk) if last_talk else None
    new = member(app, " ".join(name), started=first_day, role=role, email=email, last_talk=talked)
    form = key_form(new.name)
    found = next((one for one in app.journal.called() if {new.key, form} & {one.key, key_form(one.name)}), None)
    if found:
        here = app.journal.keys()
        raise SellerExists(name=found.name, file=file_of(found.key, left=found.key not in here))
    enrol(app, [new], "add", every=every, at_most=at_most)
    return Added(members=(new,), notices=_doubtful(app, [new]))


def _doubtful(app: App, members: Sequence[Member]) -> tuple[Phrase, ...]:
    """Return the notices of names that look like others, one letter being of another alphabet, or mean the team."""
    mixed_ = (phrase("notice.two_alphabets", word=word) for one in members if (word := mixed(one.name)))
    named = (phrase("notice.named_team", name=one.name) for one in members if key_form(one.name) in team_words(app))
    return (*mixed_, *named)
