"""`coach me`: how the manager comes across."""

from dataclasses import replace

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.records.keys import key_form


def run(ctx: typer.Context) -> Answer:
    """Show how they find working with you, what you did for them, what they need and say, and your lessons."""
    from salescoach.people.rules.mirror import Part, mirror_of, names_in, own_part_of
    from salescoach.records.matching import names_any

    app: App = ctx.obj
    names = names_in((one.name, one.aliases) for one in app.journal.called())
    team, named = app.team(), bool(app.option("private"))
    mirror = mirror_of(team, app.me, names, app.today, named=named)
    nothing = {key_form(one) for table in app.templates.tables("mail") for one in table["nothing"]["words"]}

    def shows(text: str) -> bool:
        return key_form(text) not in nothing and (named or not names_any(text, names))

    kept = Part("promises", mirror.word.kept, mirror.word.whole, mirror.word.open)
    return replace(mirror, own=own_part_of(team, app.me, app.settings, kept, app.today, shows))
