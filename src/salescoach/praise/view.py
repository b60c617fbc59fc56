"""The screen of gratitude: whom to thank today and for what."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.kit.look import Look
from salescoach.kit.parts import head, listing, text
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
    yield text(look.say("praises.hint"), "quiet")


def data(answer: Praises, look: Look) -> dict[str, Any]:
    """Return the same as JSON has it."""
    del look
    return {"thank": answer.thank, "quiet": answer.quiet}


def _row(one: Silence, look: Look) -> tuple[Text, ...]:
    reason = one.reasons[0]
    what = look.say(f"item.thank_{reason.code}", what=reason.what)
    return text(one.name), text(what), text(_since(one, look), "why")


def _since(one: Silence, look: Look) -> str:
    return look.say("why.never_praised") if one.days is None else look.say("why.praised", days=one.days)
