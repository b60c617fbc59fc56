"""The screen of the catalogue: the small actions by theme, and how the strength of one is counted."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.actions.rules.catalogue import Catalogue, SmallAction
from salescoach.actions.rules.habits import HALF_LIFE, IN_PLACE, KEPT, STEADY
from salescoach.kit.look import Look
from salescoach.kit.parts import joined, listing, text
from salescoach.kit.safe import line

_WHOLE = 100
"""What a strength of 1 is on screen."""


def screen(answer: Catalogue, look: Look) -> Iterator[Text | Table]:
    """Draw the titles theme by theme; of one theme, or of one action, all that is said of it."""
    longest = max((len(one.name) for _, actions in answer.themes for one in actions), default=0)
    for title, actions in answer.themes:
        yield text(title or look.say("catalogue.own"), "head")
        if answer.told:
            for one in actions:
                yield text(joined((one.name, one.title, _time(one, look))), "name")
                yield from [listing(about, look, wraps=1)] if (about := list(_about(one, look))) else []
        else:
            names = [Text(line(one.name).ljust(longest), "name") for one in actions]
            titles = [text(joined((one.title, _time(one, look)))) for one in actions]
            yield listing(zip(names, titles, strict=True), look, wraps=1)
    if answer.whole:
        yield text(look.say("catalogue.one", action=answer.themes[0][1][0].name), "quiet")
    else:
        yield text(look.say("catalogue.strength", **_strength()), "quiet")
        yield text(look.say("catalogue.source"), "quiet")
        yield text(look.say("catalogue.hint"), "quiet")


def data(answer: Catalogue, look: Look) -> dict[str, Any]:
    """Return the catalogue as JSON has it."""
    del look
    return {"themes": [{"title": title, "actions": actions} for title, actions in answer.themes]}


def _strength() -> dict[str, float]:
    """Return the numbers by which a strength is counted."""
    step, line = round((1 - KEPT) * _WHOLE), round(IN_PLACE * _WHOLE)
    return {"step": step, "half": round(HALF_LIFE, 1), "line": line, "weeks": STEADY}


def _time(one: SmallAction, look: Look) -> str:
    return look.say("catalogue.time", n=one.minutes) if one.minutes else ""


def _about(one: SmallAction, look: Look) -> Iterator[tuple[Text, Text]]:
    """Give what is done, why it works and an example, each where it is said."""
    for key in ("what", "why", "example"):
        if said := getattr(one, key):
            yield text(look.say(f"catalogue.{key}"), "quiet"), text(said)
