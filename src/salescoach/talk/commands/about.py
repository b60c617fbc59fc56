"""What is to be known of a talk before it is written down: which initiative it is about, and whether she is back."""

from collections.abc import Sequence
from datetime import date

from salescoach.answer import Phrase, phrase
from salescoach.app import App
from salescoach.coaching.clocks import latest
from salescoach.errors import Missing
from salescoach.frozen import frozen
from salescoach.journal.append import Block
from salescoach.records.absence import absence_on, ended
from salescoach.records.seller import Seller
from salescoach.records.talk import Talk


@frozen
class Return:
    """What a log adds where she is back: the absence that takes the place of the other; or what to point out."""

    blocks: Sequence[Block] = ()
    notices: tuple[Phrase, ...] = ()


def named(app: App, seller: Seller, on: date, agenda: str | None, typed: str | None) -> tuple[str | None, str]:
    """Return a talk's agenda, as typed or prepared, and its initiative or ""; raise Missing or as `meant` does."""
    if seller.mine and (typed is not None or agenda == "initiative"):
        raise Missing(what="one_by_one")  # a talk with the whole team never counts (S4.1)
    prepared = app.preparations.of(seller.key, latest(seller.all(Talk), on), on) if typed is None else None
    if (agenda or (prepared.agenda if prepared else "initiative" if typed else None)) != "initiative":
        if typed is None:
            return agenda, ""
        raise Missing(what="one_agenda", name=typed, agenda=agenda)
    from salescoach.initiatives.records import Initiative
    from salescoach.initiatives.rules import meant

    one = meant(typed or "", app.me.open(Initiative))
    if on < one.on:
        raise Missing(what="later", thing=one.name, first=one.on, day=on)
    return "initiative", one.name


def returned(app: App, seller: Seller, on: date, *, dry: bool) -> Return:
    """Return what a talk on a day says of an absence that it lies in; where somebody can answer, it is asked."""
    one = absence_on(seller.absences, on)
    if one is None or seller.mine:
        return Return()
    if dry or not app.ask.possible:
        over = f"back {on.isoformat()}" if on > one.first else "--cancel"
        notice = phrase("notice.still_away", name=seller.first_name, key=seller.key, until=one.last, over=over)
        return Return(notices=(notice,))
    back = app.agreed(phrase("log.is_back", name=seller.first_name, until=one.last, on=on))
    return Return([Block("away", {"on": on, **ended(one, on)})]) if back else Return()
