"""`coach log`: right after a talk, notes in and structure out."""

from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.commands.arguments import MaybeSeller, On, Text, joined
from salescoach.errors import Missing

EXAMPLE = "coach log anna 'Good pace; green: discovery – asked about budget; @me call Karin by fri; next: in 2 weeks'"


def run(
    ctx: typer.Context,
    seller: MaybeSeller = None,
    text: Text = None,
    on: On = None,
    minutes: Annotated[int | None, typer.Option("--minutes", min=1, max=480, help="How long it was.")] = None,
    agenda: Annotated[str | None, typer.Option("--agenda", metavar="NAME", help="The agenda it followed.")] = None,
    editor: Annotated[bool, typer.Option("--editor", "-e", help="Write in your editor, the agenda below.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be written; write nothing.")] = False,
) -> Answer:
    """Write down a talk: plain notes and marks; without a text, a few questions."""
    from salescoach.commands.conversation import Conversation, whom

    app: App = ctx.obj
    if agenda is not None:
        app.templates.table(f"agendas/{agenda}")
    typed = joined(text)
    who = whom(app, seller, typed)
    talk = Conversation(app, who, app.on(on), minutes=minutes, agenda=agenda, dry=dry_run)
    if typed:
        return talk.of(typed)
    if editor:
        return talk.written_in_editor()
    piped = app.piped()
    if piped is None:
        return talk.guided()
    if not piped.strip():
        raise Missing(what="text", command="log")
    return talk.of(piped)
