"""`coach initiative`: a change of behaviour that is wanted of all, begun, looked at, ended."""

from collections import deque
from typing import Annotated

import typer

from salescoach.answer import Answer, Said, phrase
from salescoach.app import App
from salescoach.arguments import About, FigureName, InitiativeName, What, joined
from salescoach.errors import Broken, Missing
from salescoach.initiatives.records import Initiative
from salescoach.initiatives.rules import Following, Initiatives, meant, near
from salescoach.journal import figures
from salescoach.journal.append import Block
from salescoach.reading import area_of
from salescoach.records.keys import key_form
from salescoach.writing import write_mine


def run(
    ctx: typer.Context,
    name: InitiativeName = None,
    what: What = None,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE")] = None,
    area: About = None,
    figure: FigureName = None,
    instead_of: Annotated[str | None, typer.Option("--instead-of", metavar="NAME")] = None,
    so_far: Annotated[str | None, typer.Option("--so-far", metavar="TEXT")] = None,
    end: Annotated[bool, typer.Option("--end")] = False,
) -> Answer:
    """Begin an initiative, or see how far one has come; without a name, all that are open."""
    app: App = ctx.obj
    open_ = app.me.open(Initiative)
    if end:
        done = {"on": app.today, "of": meant(name or "", open_).id, "how": "kept", "why": why or so_far}
        return write_mine(app, [Block("settled", done)], "initiative")
    if name is None or not joined(what):
        ones = open_ if name is None else [meant(name, [*app.me.all(Initiative), *open_])]
        return _followed(app, ones, named=name is not None)
    old = meant(instead_of, open_) if instead_of else None
    fields: dict[str, object] = {"on": app.on(since), "name": name.strip(), "what": joined(what), "why": why}
    fields |= {"area": area_of(app, None, area) if area else None, "figure": figure, "so_far": so_far}
    return _begun(app, fields, [one for one in open_ if one is not old], old)


def _begun(app: App, fields: dict[str, object], others: list[Initiative], old: Initiative | None) -> Answer:
    """Write a new initiative, and what gives way to it; what may be a slip of the finger is asked about (S2.3)."""
    name, notices = str(fields["name"]), []
    if not key_form(name):
        raise Missing(what="text", command="initiative")
    if key_form(name) in {key_form(one.name) for one in others}:
        raise Missing(what="new_name", name=name)
    if close := near(name, others):
        if app.ask.possible and not app.agreed(phrase("initiative.near", name=name, near=close)):
            return Said(lines=(phrase("written.nothing"),))
        notices += [] if app.ask.possible else [phrase("notice.initiative_near", name=name, near=close)]
    for gap in ("why", "so_far") if old else ("why",):
        if not fields[gap] and app.ask.possible:
            fields[gap] = app.ask.line(app.words.say(f"initiative.ask_{gap}")) or None
        notices += [] if fields[gap] else [phrase(f"notice.initiative_{gap}", name=name)]
    ended = {"on": app.today, "of": old.id, "how": "dropped", "why": fields["so_far"]} if old else None
    blocks = [Block("initiative", fields), *([Block("settled", ended)] if ended else [])]
    return write_mine(app, blocks, "initiative", notices=notices)


def _followed(app: App, ones: list[Initiative], *, named: bool) -> Initiatives:
    following = Following(ones, app.me, app.today)
    deque(following.each(app.team()), maxlen=0)
    try:
        kept = figures.sources(app.journal) if any(one.figure for one in ones) else []
    except Broken as error:
        app.note(error)
        kept = []
    return Initiatives(courses=following.courses(kept), named=named)
