"""What an agenda says of initiatives: what is wanted and why, which waits, what is to be asked again (S4.4)."""

from collections.abc import Iterator

from salescoach.answer import phrase
from salescoach.initiatives.records import Initiative
from salescoach.initiatives.rules import about, ask_again, lasting
from salescoach.talk.rules.items import AgendaContext, Item, said


def asked(known: AgendaContext, *, pressed: bool) -> tuple[Item, ...]:
    """Return what is to be asked again; else the first that waits, where nothing more important presses."""
    again, waits = list[Item](), list[Item]()
    for one in lasting(known.me):
        found = about(known.seller, one, known.today)
        if months := ask_again(known.seller, found, known.today):
            again.append(Item(phrase("item.initiative_again", name=one.name, months=months), said(found[-1])))
        elif not (found or pressed or known.me.closing(one) or known.seller.is_to_start(known.today)):
            why = phrase("why.initiative_left", key=known.seller.key)
            waits.append(Item(phrase("item.initiative_left", name=one.name), why, (one.id,)))
    return tuple(again or waits[:1])


def wanted(known: AgendaContext) -> Iterator[Item]:
    """Give what each open initiative wants and why, and what was said about it with this seller."""
    for one in known.me.open(Initiative):
        yield Item(phrase("item.initiative", name=one.name, what=one.what), said(one), (one.id,))
        last = about(known.seller, one, known.today)[-1:]
        for record, key in ((record, key) for record in (one, *last) for key in ("why", "so_far", "trains", "gain")):
            if what := getattr(record, key, None):
                line = phrase(f"item.initiative_{key}", what=what, name=known.seller.first_name)
                yield Item(line, said(record), (record.id,), private=key == "gain")
