"""`coach log`: right after a talk, notes in and structure out."""

from typing import TYPE_CHECKING, Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.arguments import MaybeSeller, On, Text, joined
from salescoach.errors import Missing
from salescoach.journal.drafts import NOBODY
from salescoach.team import is_team

if TYPE_CHECKING:
    from salescoach.talk.commands.conversation import Conversation


def run(
    ctx: typer.Context,
    seller: MaybeSeller = None,
    text: Text = None,
    on: On = None,
    minutes: Annotated[int | None, typer.Option("--minutes", min=1, max=480)] = None,
    agenda: Annotated[str | None, typer.Option("--agenda", metavar="NAME")] = None,
    editor: Annotated[bool, typer.Option("--editor", "-e")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
) -> Answer:
    """Write down a talk: plain notes and marks; without a text, a few questions."""
    from salescoach.talk.commands.conversation import Conversation, whom
    from salescoach.talk.commands.returning import returned

    app: App = ctx.obj
    typed = joined(text)
    piped = None if typed or editor else app.piped()
    given = typed or (piped or "").strip()
    with app.keeping(NOBODY, given, typed=seller or ""):
        whole = seller is not None and is_team(app, seller)
    if whole:
        from salescoach.talk.commands.team import team_talk

        return _held(team_talk(app, given, on, minutes, agenda, dry=dry_run), typed or piped, editor=editor)
    who = whom(app, seller, given)
    with app.keeping(who.key, given):
        if agenda is not None:
            app.templates.table(f"agendas/{agenda}")
        day = app.on(on)
        back = returned(app, who, day, dry=dry_run)
    talk = Conversation(app, who, day, minutes=minutes, agenda=agenda, dry=dry_run, returned=back)
    return _held(talk, typed or piped, editor=editor)


def _held(talk: "Conversation", text: str | None, *, editor: bool) -> Answer:
    """Write down a talk from its text, in an editor, or from a few questions."""
    if text and text.strip():
        return talk.of(text)
    if editor:
        return talk.written_in_editor()
    if text is None:
        return talk.guided()
    raise Missing(what="text", command="log")
