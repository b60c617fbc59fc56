"""`coach rate`: give an area a level, with the evidence; without an area, walk through what is expected."""

from shlex import quote
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from salescoach.answer import Answer, Phrase, phrase
from salescoach.app import App
from salescoach.arguments import Evidence, MaybeArea, MaybeLevel, On, Sellers, joined, level_of
from salescoach.errors import Missing
from salescoach.records.keys import key_form

if TYPE_CHECKING:
    from salescoach.records.values import Level


def run(
    ctx: typer.Context,
    seller: Sellers,
    area: MaybeArea = None,
    level: MaybeLevel = None,
    evidence: Evidence = None,
    on: On = None,
    by: Annotated[Literal["me", "seller"], typer.Option("--by")] = "me",
) -> Answer:
    """Give an area a level, with what you saw; without an area, go through what is expected, one key each."""
    from salescoach.expectations.commands.expected import new_areas
    from salescoach.journal.append import Block
    from salescoach.records.veil import parted
    from salescoach.writing import write

    app: App = ctx.obj
    if area is None and app.ask.possible:
        from salescoach.expectations.commands.walk import walk

        return walk(app, app.seller(seller), app.on(on), by)
    if area is None or not area.strip():
        raise Missing(what="area")
    if level is None:
        raise Missing(what="level", area=area, shown=quote(area))
    sellers = app.sellers([seller])
    given, seen = _level_of(app, level, evidence or [])
    said = {"level": given, "evidence": joined(seen) or None, "by": None if by == "me" else by}
    rating = Block("rating", {"on": app.on(on), "area": area, **said})
    open_ = parted(area)[0] or area
    notices = [*new_areas(app, sellers, open_), *(_remedy(seller, open_) if (given, by) == ("red", "me") else ())]
    return write(app, [(who, [rating]) for who in sellers], "rate", notices=notices)


def _level_of(app: App, level: str, evidence: list[str]) -> "tuple[Level, list[str]]":
    """Return the level that was typed and the evidence; a name of several words goes on into what follows it."""
    names = {key_form(name) for name in app.levels.values()}
    for many in range(len(evidence), 0, -1):
        name = " ".join((level, *evidence[:many]))
        if key_form(evidence[many - 1]) and key_form(name) in names:
            return level_of(app, name), evidence[many:]
    return level_of(app, level), evidence


def _remedy(typed: str, area: str) -> tuple[Phrase]:
    """Return the notice of what follows a red: that it is told, and a correction with a date, or help (S0.4)."""
    from salescoach.coaching.untold import care, in_quotes
    from salescoach.records.rating import is_felt

    if is_felt(area):
        return (care(quote(typed), area),)
    return (phrase("notice.rated_red", seller=quote(typed), area=quote(area), told=in_quotes(area)),)
