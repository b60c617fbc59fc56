"""Which initiative a talk is about, where it is about one: nothing of any is read for other talks."""

from datetime import date

from salescoach.app import App
from salescoach.coaching.clocks import latest
from salescoach.errors import Missing
from salescoach.records.seller import Seller
from salescoach.records.talk import Talk


def named(app: App, seller: Seller, on: date, agenda: str | None, typed: str | None) -> tuple[str | None, str]:
    """Return the agenda of a talk, as typed or prepared, and the initiative that it is about, "" for none.

    Raise NoSuchItem, SeveralItems, and Missing where the agenda is another, the initiative had not begun, or the
    talk is one with the whole team, which never counts (S4.1).
    """
    if seller.mine and (typed is not None or agenda == "initiative"):
        raise Missing(what="one_by_one")
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
