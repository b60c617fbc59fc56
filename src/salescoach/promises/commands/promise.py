"""`coach promise`: promise something, or see what is open both ways."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from salescoach.answer import Answer, Phrase
from salescoach.app import App
from salescoach.arguments import About, MaybeSellers, What, joined
from salescoach.errors import BadTemplate, Broken, Missing, NotExpected
from salescoach.records.keys import key_form

if TYPE_CHECKING:
    from salescoach.records.seller import Seller


def run(
    ctx: typer.Context,
    seller: MaybeSellers = None,
    what: What = None,
    by: Annotated[str | None, typer.Option("--by", metavar="DATE")] = None,
    when: Annotated[str | None, typer.Option("--when", metavar="CUE")] = None,
    hers: Annotated[bool, typer.Option("--hers")] = False,
    area: About = None,
    need: Annotated[str | None, typer.Option("--need", metavar="ID")] = None,
) -> Answer:
    """Promise a seller or the whole team something; without a promise, show what is open both ways, late first."""
    from salescoach.coaching.settling import meant, open_items
    from salescoach.promises.commands.brake import Days, braked
    from salescoach.promises.rules import both_ways
    from salescoach.reading import area_of, blocks_of, read_as
    from salescoach.team import those_of
    from salescoach.writing import write

    app: App = ctx.obj
    sellers = those_of(app, seller)
    if not joined(what):
        return both_ways(sellers, app.today, app.me, app.dates.order)
    due = app.read_day(by) if by else None
    answered = meant([need], [one for one in open_items(sellers) if one.kind == "need"])[0].id if need else None
    given = {"due": due, "cue": when, "need": answered}
    read = [
        (who, read_as(app, who, f"@{whose['by']}", joined(what), {**given, **whose}, "promise"))
        for who in sellers
        for whose in [_whose(who, area_of(app, who, area) if area else None, seller or "NAME", hers=hers)]
    ]
    dated = all(one.fields.get("due") for _, notes in read for one in notes.records if one.kind == "commitment")
    if not dated and not sellers[0].mine:  # what the whole team is promised may stand without a day
        said = next((one for _, notes in read for one in notes.notices if one.key == "notice.mark_no_due"), None)
        raise Missing(what="due_read", text=said.data["text"]) if said else Missing(what="due")
    days: Days = {}
    read = [(who, braked(app, notes, days)) for who, notes in read] if dated else read
    new = _new(app, area) if area and area.strip() else ()
    notices = (*app.past(due), *new, *(one for _, notes in read for one in notes.notices))
    return write(app, blocks_of(read, app.today), "promise", notices=notices)


def _whose(who: "Seller", area: str | None, key: str, *, hers: bool) -> dict[str, str]:
    """Return whose promise it is; for an area, the seller corrects something there and the manager helps (S0.4).

    Raise NotExpected where the seller was to correct how she is, Missing where the whole team was to promise.
    """
    from salescoach.records.commitment import OWNER_OF, Remedy
    from salescoach.records.rating import is_felt

    if hers and who.mine:
        raise Missing(what="team_hers")
    remedy: Remedy = "correction" if hers else "resource"
    named = (area or "").strip()
    if hers and is_felt(named):
        raise NotExpected(area=key_form(named), key=key)
    return {
        "by": OWNER_OF[remedy],
        **({"area": named} if named else {}),
        **({} if is_felt(named) or not named else {"remedy": remedy}),
    }


def _new(app: App, area: str) -> tuple[Phrase, ...]:
    """Return the notice that an area is new: nobody was rated in it, and no template expects anything there."""
    from salescoach.coaching.lights import known_areas
    from salescoach.notes.rate import new_area
    from salescoach.subjects import described

    known = [*known_areas(app.team()), *_expected(app), *described(app).names]
    here = described(app).of(area) or key_form(area) in map(key_form, known)
    return () if here else (new_area(area, known),)


def _expected(app: App) -> Iterator[str]:
    """Give the areas of the templates of what is expected; one that cannot be used names none, and is a problem."""
    for name in (f"{folder}/{one}" for folder in ("expectations", "onboarding") for one in app.templates.names(folder)):
        try:
            table = app.templates.table(name)
        except (BadTemplate, Broken) as error:
            app.note(error)
            continue
        yield from (row["area"] for part in (table, *table.get("phase", ())) for row in part.get("expectation", ()))
