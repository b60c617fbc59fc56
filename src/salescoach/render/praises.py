"""The screen of gratitude: whom to thank today and for what."""

from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType

from salescoach.coaching.gratitude import Praises, Silence
from salescoach.render.look import Look
from salescoach.render.parts import grid, head, text


def screen(answer: Praises, look: Look) -> Iterator[RenderableType]:
    """Draw whom to thank, and about whom it has been quiet."""
    yield head(look, "praises.title")
    if answer.thank:
        table = grid(look, 3, wraps=1)
        for one in answer.thank:
            why = text(_since(one, look), "why")
            reason = one.reasons[0]
            table.add_row(text(one.name), text(look.say(f"item.thank_{reason.code}", what=reason.what)), why)
        yield table
    else:
        yield text(look.say("praises.none"))
    if answer.quiet:
        yield head(look, "praises.quiet")
        yield from (text(f"{one.name}  {_since(one, look)}") for one in answer.quiet)
    yield text(look.say("praises.hint"), "quiet")


def data(answer: Praises, look: Look) -> dict[str, Any]:
    """Return the same as JSON has it."""
    del look
    return {"thank": answer.thank, "quiet": answer.quiet}


def _since(one: Silence, look: Look) -> str:
    return look.say("why.never_praised") if one.days is None else look.say("why.praised", days=one.days)
