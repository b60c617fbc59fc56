"""The screen of what is kept of figures: where it is from, since when, and what to do next."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.figures.rules.answers import Sources
from salescoach.figures.view.hers import span as between
from salescoach.kit.look import Look
from salescoach.kit.parts import head, joined, listing, text
from salescoach.records.figures import Source


def screen(answer: Sources, look: Look) -> Iterator[Text | Table]:
    """Draw a row a source."""
    if not answer.sources:
        yield text(look.say("figures.nothing"))
        yield text(look.say("figures.begin"), "quiet")
        return
    yield head(look, "figures.sources")
    yield listing(((text(one.name), text(_kept(one, look))) for one in answer.sources), look, wraps=1)
    key = next((key for one in answer.sources for key in one.sellers if key in answer.names), "NAME")
    yield text(look.say("figures.next", key=key), "quiet")


def data(answer: Sources, look: Look) -> dict[str, Any]:
    """Return what is kept as JSON has it."""
    del look
    return {
        "sources": [
            {"source": one.name, "on": one.on, "sellers": [*one.sellers], **_span(one)} for one in answer.sources
        ]
    }


def _kept(one: Source, look: Look) -> str:
    span = _span(one)
    months = between(span["since"], span["until"], look) if span else ""
    return joined((look.words.count("seller", len(one.sellers)), months, look.say("figures.exported", on=one.on)))


def _span(one: Source) -> dict[str, str]:
    months = [each.month for hers in one.sellers.values() for each in hers.months]
    return {"since": min(months), "until": max(months)} if months else {}
