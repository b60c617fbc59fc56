"""The screen of promises: what is open both ways, late first."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from salescoach.kit.look import Look
from salescoach.kit.parts import head, listing, text
from salescoach.promises.rules import Promise, Promises
from salescoach.week.view import promise_data, promise_row

if TYPE_CHECKING:
    from rich.console import RenderableType


def screen(answer: Promises, look: Look) -> Iterator["RenderableType"]:
    """Draw what is open."""
    if not (answer.mine or answer.hers):
        yield text(look.say("promises.none"))
        return
    yield from _side("promises.mine", answer.mine, look)
    yield from _side("promises.hers", answer.hers, look)
    yield text(look.say("promises.hint"), "quiet")


def data(answer: Promises, look: Look) -> dict[str, Any]:
    """Return what is open as JSON has it."""
    del look
    mine, hers = ([promise_data(one) for one in side] for side in (answer.mine, answer.hers))
    return {"promises": mine, "commitments": hers}


def _side(key: str, found: Sequence[Promise], look: Look) -> Iterator["RenderableType"]:
    if not found:
        return
    yield head(look, key)
    yield listing((promise_row(one, look) for one in found), look, wraps=2)
