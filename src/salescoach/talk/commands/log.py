"""`coach log`: right after a talk, notes in and structure out."""

from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.arguments import AboutInitiative, MaybeSeller, On, Text, typed_in
from salescoach.errors import Missing


def run(
    ctx: typer.Context,
    seller: MaybeSeller = None,
    text: Text = None,
    on: On = None,
    minutes: Annotated[int | None, typer.Option("--minutes", min=1, max=480)] = None,
    agenda: Annotated[str | None, typer.Option("--agenda", metavar="NAME")] = None,
    initiative: AboutInitiative = None,
    editor: Annotated[bool, typer.Option("--editor", "-e")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
) -> Answer:
    """Write down a talk: plain notes and marks; without a text, a few questions."""
    from salescoach.journal.drafts import NOBODY
    from salescoach.talk.commands.about import named, returned
    from salescoach.talk.commands.conversation import Conversation, whom
    from salescoach.talk.commands.team import TeamTalk
    from salescoach.team import is_team, the_team

    app: App = ctx.obj
    typed = typed_in(text)
    piped = None if typed or editor else app.piped()
    given = typed or (piped or "").strip()
    with app.keeping(NOBODY, given, typed=seller or ""):
        whole = seller is not None and is_team(app, seller)
    who = the_team(app) if whole else whom(app, seller, given)
    with app.keeping(who.key, given):
        if agenda is not None:
            app.templates.table(f"agendas/{agenda}")
        day = app.on(on)
        agenda, about = named(app, who, day, agenda, initiative)
        back = returned(app, who, day, dry=dry_run)
    kind = TeamTalk if whole else Conversation
    talk = kind(app, who, day, minutes=minutes, agenda=agenda, dry=dry_run, returned=back, initiative=about)
    if given:
        return talk.of(typed or piped or "")
    if editor:
        return talk.written_in_editor()
    if piped is None:
        return talk.guided()
    raise Missing(what="text", command="log")
