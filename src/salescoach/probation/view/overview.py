"""The screen of all probations, side by side: what is next in each, what was not told, which reds had no help."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.kit.look import Look
from salescoach.kit.parts import gapped, joined, text
from salescoach.probation.rules.review import OnProbation, Probations

_INDENT = "  "


def screen(answer: Probations, look: Look) -> Iterator[Text | Table | str]:
    """Draw who and what is next, two lines where it is narrow, then when it ends and what is still missing."""
    if not answer.sellers:
        yield text(look.say("probations.nobody"))
        return
    yield text(look.say("probations.title", n=len(answer.sellers)), "head")
    for one in answer.sellers:
        name, following = text(one.name, "name"), text(look.say(one.clock.next))
        yield from (name, Text(_INDENT).append_text(following)) if look.narrow else (gapped((name, following)),)
        yield Text(_INDENT).append_text(text(_missing(one, look), "quiet"))
    yield text(look.say("probations.hint", key=answer.sellers[0].key), "quiet")


def data(answer: Probations, _look: Look) -> dict[str, Any]:
    """Return the same as JSON has it."""
    return {
        "sellers": [
            {
                "key": one.key,
                "name": one.name,
                **one.clock.times,
                "days_to_decide": one.clock.days_to_decide,
                "stage": one.clock.stage,
                "decided": "ended" if one.clock.leaves else None,
                "not_told": one.untold,
                "reds_without_help": one.unhelped,
            }
            for one in answer.sellers
        ]
    }


def _missing(one: OnProbation, look: Look) -> str:
    clock = one.clock
    key = "probations.left" if clock.leaves and clock.leaving != "leaves" else "probations.ends"
    ends = "" if clock.days_left < 0 else look.say(key, ends=clock.ends, days=clock.days_left)
    untold = look.say("weekly.untold", n=one.untold) if one.untold else ""
    unhelped = look.say("probations.unhelped", n=one.unhelped) if one.unhelped else ""
    seen = "probations.told" if one.rated else "probations.unrated"
    fine = "" if one.untold or one.unhelped or clock.leaves else look.say(seen)
    return joined((ends, untold, unhelped, fine))
