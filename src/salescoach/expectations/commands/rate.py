"""`coach rate`: give an area a level, with the evidence; without an area, walk through what is expected."""

from collections.abc import Sequence
from datetime import date
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from salescoach.answer import Answer, Phrase, phrase
from salescoach.app import App
from salescoach.arguments import Evidence, MaybeArea, MaybeLevel, On, Sellers, joined, level_of
from salescoach.errors import Missing
from salescoach.records.keys import key_form

if TYPE_CHECKING:
    from salescoach.records.values import Level, Person


def run(
    ctx: typer.Context,
    seller: Sellers,
    area: MaybeArea = None,
    level: MaybeLevel = None,
    evidence: Evidence = None,
    on: On = None,
    by: Annotated[Literal["me", "seller"], typer.Option("--by")] = "me",
    hers: Annotated[bool, typer.Option("--hers")] = False,
    card: Annotated[str | None, typer.Option("--card", metavar="AREA")] = None,
    seen: Annotated[str | None, typer.Option("--seen", metavar="1,2,4")] = None,
    missed: Annotated[str | None, typer.Option("--not", metavar="3")] = None,
) -> Answer:
    """Give an area a level, with what you saw; without an area, go through what is expected, one key each."""
    from salescoach.expectations.commands.expected import new_areas
    from salescoach.reading import area_of
    from salescoach.records.veil import parted

    app: App = ctx.obj
    by = "seller" if hers else by
    typed = [one for one in (area, level) if one is not None] + (evidence or [])
    if card is not None or seen is not None or missed is not None:
        return _by_card(app, seller, card or "", typed, (seen, missed), app.on(on), by)
    if area is None and app.ask.possible:
        from salescoach.expectations.commands.walk import walk

        return walk(app, app.seller(seller), app.on(on), by)
    if area is None or not area.strip():
        raise Missing(what="area")
    area = area_of(app, None, area)
    if level is None:
        raise Missing(what="level", area=area, shown=quote(area))
    given, why = _level_of(app, level, evidence or [])
    new = new_areas(app, app.sellers([seller]), parted(area)[0] or area)
    return _written(app, seller, app.on(on), {"area": area, "level": given, "evidence": joined(why), "by": by}, new)


def _by_card(
    app: App, seller: str, area: str, typed: list[str], numbers: tuple[str | None, str | None], on: date, by: "Person"
) -> Answer:
    """Give an area a level for what was seen of its card: asked row by row, or by the numbers of the rows."""
    from salescoach.expectations.commands import walk

    subject = walk.subject_of(app, area)
    if not typed and numbers == (None, None) and app.ask.possible:
        return walk.walk_card(walk.Walk(app, app.seller(seller), on, by), subject)
    seen = walk.seen_in(subject, *numbers)
    if not typed or not seen.of:
        raise walk.missing(seller, subject)
    given, why = _level_of(app, typed[0], typed[1:])
    said = " · ".join(filter(None, (joined(why), walk.told(app, seen))))
    return _written(app, seller, on, {"area": subject.name, "level": given, "evidence": said, "by": by})


def _written(app: App, seller: str, on: date, rating: dict[str, Any], notices: Sequence[Phrase] = ()) -> Answer:
    from salescoach.journal.append import Block
    from salescoach.reading import area_of
    from salescoach.records.veil import parted
    from salescoach.writing import write

    area, by = rating["area"], rating["by"]
    said = {"on": on, **rating, "evidence": rating["evidence"] or None, "by": None if by == "me" else by}
    entries = [(who, [Block("rating", {**said, "area": area_of(app, who, area)})]) for who in app.sellers([seller])]
    red = _remedy(seller, parted(area)[0] or area) if (rating["level"], by) == ("red", "me") else ()
    return write(app, entries, "rate", notices=[*notices, *red])


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
