"""A talk with somebody who is away as far as is known: is she back?"""

from collections.abc import Sequence
from datetime import date

from salescoach.answer import Phrase, phrase
from salescoach.app import App
from salescoach.frozen import frozen
from salescoach.journal.append import Block
from salescoach.records.absence import absence_on, ended
from salescoach.records.seller import Seller


@frozen
class Return:
    """What a log adds where she is back: the absence that takes the place of the other; or what to point out."""

    blocks: Sequence[Block] = ()
    notices: tuple[Phrase, ...] = ()


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
