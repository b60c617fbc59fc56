"""`coach rate`: give an area a level, with the evidence."""

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.coaching.ratings import known_areas
from salescoach.commands.arguments import Area, Evidence, Level, On, Sellers, joined
from salescoach.errors import Missing
from salescoach.intake.rate import new_area
from salescoach.records.keys import key_form

EXAMPLE = "coach rate anna discovery green 'asked about budget before the demo'"


def run(
    ctx: typer.Context, seller: Sellers, area: Area, level: Level, evidence: Evidence = None, on: On = None
) -> Answer:
    """Give an area a level, with what you saw."""
    from salescoach.journal.append import Block
    from salescoach.writing import write

    app: App = ctx.obj
    if not area.strip():
        raise Missing(what="area")
    sellers = app.sellers([seller])
    fields = {"on": app.on(on), "area": area, "level": app.level(level), "evidence": joined(evidence) or None}
    known = set(map(key_form, known_areas(sellers)))
    notices = [] if key_form(area) in known else [new_area(area, known_areas(app.team()))]
    return write(app, [(one, [Block("rating", fields)]) for one in sellers], "rate", notices=notices)
