"""`coach away`: note who is away, who is back, and what was no absence after all."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.arguments import SellerOrMe
from salescoach.errors import Missing, NotADate
from salescoach.records.keys import key_form

if TYPE_CHECKING:
    from salescoach.records.seller import Book

LATELY = 60
"""Days in which a day without its year went by recently enough to be the one on which somebody was back."""


def run(
    ctx: typer.Context,
    seller: SellerOrMe,
    days: Annotated[list[str] | None, typer.Argument(metavar="FROM TO|back DATE")] = None,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT")] = None,
    cancel: Annotated[bool, typer.Option("--cancel")] = False,
) -> Answer:
    """Note who is away, a seller or you, and who is back; the clocks stop meanwhile."""
    from salescoach.journal.append import Block
    from salescoach.writing import write, write_mine

    app: App = ctx.obj
    words = [word for part in days or () for word in part.split()]
    backs = (word for table in app.templates.everywhere("marks") for word in table.get("away", {}).get("back", ()))
    back = bool(words) and key_form(words[0]) in map(key_form, backs)

    def block(book: "Book", name: str, key: str) -> Block:
        if not (cancel or back):
            return Block("away", {**_noted(app, days or ()), "why": why})
        ended = _ended(app, book, words[1:] if back else words, {"name": name, "key": key}, cancel=cancel)
        return Block("away", ended | ({"why": why} if why else {}))

    if seller.casefold() == "me":
        return write_mine(app, [block(app.me, app.words.say("written.me"), "me")], "away")
    return write(app, [(who, [block(who, who.first_name, who.key)]) for who in app.sellers([seller])], "away")


def _noted(app: App, days: Sequence[str]) -> dict[str, object]:
    first, last = _span(app, days)
    begin = app.ahead(first)
    try:
        end = app.ahead(last, since=begin)
    except NotADate as error:
        if error.data.get("why") != "gone_by":
            raise
        raise Missing(what="order", first=begin, last=error.data["past"]) from None
    if end < begin:
        raise Missing(what="order", first=begin, last=end)
    return {"on": app.today, "first": begin, "last": end}


def _span(app: App, days: Sequence[str]) -> tuple[str, str]:
    """Return the first and the last day as typed, in quotes or not; raise Missing where these are not two days."""
    cuts = [(" ".join(days[:at]), " ".join(days[at:])) for at in range(1, len(days))]
    whole = [cut for cut in cuts if all(map(app.dates.looks_whole, cut))]
    if len(cuts) == 1 and not app.dates.looks_whole(" ".join(days)):
        return cuts[0]  # two words, each meant as a day: one that is none is told of
    if len(whole) != 1:
        raise Missing(what="days")
    return whole[0]


def _ended(app: App, book: "Book", day: Sequence[str], who: dict[str, str], *, cancel: bool) -> dict[str, object]:
    """Return the fields of what takes the place of the absence that is meant; raise NotAway where there is none."""
    from salescoach.records.absence import NotAway, ended, ended_by, meant_on

    away, typed = book.absences, " ".join(day)
    if cancel and typed and not app.dates.looks_whole(typed):
        typed = _span(app, day)[0]
    on = _back(app, typed, book) if typed else app.today
    one = meant_on(away, on) if cancel else ended_by(away, on)
    if one is None:
        coming = meant_on(away, on)
        raise NotAway(why="early", day=on, first=coming.first, **who) if coming else NotAway(**who)
    return {"on": app.today, **ended(one, one.first if cancel else on)}


def _back(app: App, typed: str, book: "Book") -> date:
    """Return the day of the return: a date that went by lately where it ends an absence, else the next."""
    gone = app.read_day(typed, back=True, due=False)
    lately = any(char.isdigit() for char in typed) and (app.today - gone).days <= LATELY
    if lately and any(one.first <= gone <= app.today for one in book.absences):
        return gone
    return app.ahead(typed)
