"""`coach add`: add a seller, or a whole team from a CSV file."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from salescoach.answer import Answer, Phrase, Said, phrase
from salescoach.app import App
from salescoach.coaching.team import Added, Member
from salescoach.errors import Missing, SellerExists
from salescoach.journal.names import mixed
from salescoach.records.keys import key_form
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
) -> Answer:
    """Add a seller; with --from, everybody in a CSV file who is not there yet."""
    app: App = ctx.obj
    if source is not None:
        return _team(app, Path(source))
    if not name:
        raise Missing(what="name")
    first_day = app.read_day(started, back=True, due=False) if started else None
    talked = app.on(last_talk) if last_talk else None
    new = member(app, " ".join(name), started=first_day, role=role, email=email, last_talk=talked)
    if _there(app, [new]):
        raise SellerExists(name=new.name)
    enrol(app, [new], "add", every=every, at_most=at_most)
    return Added(members=(new,), notices=_alike([new]))


def _team(app: App, path: Path) -> Answer:
    """Add a team: show it first and ask where somebody can answer; a script writes."""
    from salescoach.journal import atomic
    from salescoach.people.view.added import listed
    from salescoach.tables.table import read_team

    found = read_team(atomic.read(path, str(path), stream=True), app.templates.table("columns"), str(path))
    members = [
        member(app, one.name, started=one.started, role=one.role, email=one.email, last_talk=one.last_talk)
        for one in found.newcomers
    ]
    there = _there(app, members)
    new = tuple(one for one in members if one not in there)
    skipped = tuple(one.name for one in there)
    notices = (*found.notices, *_alike(new))
    answer = Added(members=new, skipped=skipped, source=str(path), used=found.used, notices=notices)
    if new and app.ask.possible:
        app.ask.tell(*listed(answer, app.ask.look), *map(app.words.say, answer.notices))
        if not app.agreed(phrase("added.ask", n=len(new)), default="y"):
            return Said(lines=(phrase("written.nothing"),))
        answer = replace(answer, shown=True, notices=())
    enrol(app, new, "add --from")
    return answer


def _there(app: App, members: Sequence[Member]) -> list[Member]:
    """Return those who are in the journal, those who left too: by the name of the file, or the name in it."""
    taken = {name for one in app.journal.called() for name in (one.key, key_form(one.name))}
    return [one for one in members if {one.key, key_form(one.name)} & taken]


def _alike(members: Sequence[Member]) -> tuple[Phrase, ...]:
    """Return the notices of names that look like others and are not: one letter in them is of another alphabet."""
    return tuple(phrase("notice.two_alphabets", word=word) for one in members if (word := mixed(one.name)))
