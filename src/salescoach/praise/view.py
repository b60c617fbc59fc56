"""The screen of gratitude: whom to thank today and for what."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.kit.look import Look
from salescoach.kit.parts import capped, head, listing, short, text
from salescoach.praise.rules import Praises, Silence


def screen(answer: Praises, look: Look) -> Iterator[Text | Table]:
    """Draw whom to thank, and about whom it has been quiet."""
    yield head(look, "praises.title")
    if answer.thank:
        yield listing((_row(one, look) for one in answer.thank), look, wraps=1)
    else:
        yield text(look.say("praises.none"))
    if answer.quiet:
        yield head(look, "praises.quiet")
        yield listing(((text(one.name), text(_since(one, look), "why")) for one in answer.quiet), look, wraps=1)
    if answer.unsaid:
        rows = ((short(one.id), text(name), text(one.what)) for _, name, one in answer.unsaid)
        yield from (head(look, "praises.unsaid"), listing(rows, look, wraps=2))
    if answer.unwritten:
        names, over = capped([one.name for one in answer.unwritten], look)
        yield from (head(look, "praises.unwritten"), text(", ".join(names)), *over)
    yield text(look.say("praises.hint"), "quiet")
    if answer.unsaid or answer.unwritten:
        yield text(look.say("praises.hint_said" if answer.unsaid else "praises.hint_lasting"), "quiet")


def data(answer: Praises, look: Look) -> dict[str, Any]:
    """Return the same as JSON has it."""
    del look
    unsaid = [{"id": one.id, "seller": key, "what": one.what, "on": one.on} for key, _, one in answer.unsaid]
    unwritten = [one.seller for one in answer.unwritten]
    return {"thank": answer.thank, "quiet": answer.quiet, "unsaid": unsaid, "unwritten": unwritten}


def _row(one: Silence, look: Look) -> tuple[Text, ...]:
    return text(one.name), text(look.say(one.reasons[0].said)), text(_since(one, look), "why")


def _since(one: Silence, look: Look) -> str:
    if one.days is None:
        return look.say("why.never_praised")
    return look.say("why.praised" if one.days else "why.praised_today", days=one.days)
