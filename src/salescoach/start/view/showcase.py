"""The screen of the demo: the week, one agenda, and what to try next."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.kit.look import Look
from salescoach.kit.parts import GAP, text
from salescoach.start.rules.showcase import Showcase
from salescoach.talk.view import agenda
from salescoach.week.view import weekly


def screen(answer: Showcase, look: Look) -> Iterator[Text | Table | str]:
    """Draw the demo."""
    yield from (text(look.say("demo.made", folder=answer.folder), "head"), "")
    yield from weekly.screen(answer.week, look)
    yield from ("", text(look.say("demo.prep", name=answer.agenda.name, key=answer.agenda.key), "quiet"), "")
    yield from agenda.screen(answer.agenda, look)
    yield from ("", text(look.say("demo.try"), "head"))
    yield from (Text.assemble(" " * GAP, text(command, "code")) for command in answer.commands)
    yield text(look.say("demo.journal"), "quiet")


def data(answer: Showcase, look: Look) -> dict[str, Any]:
    """Return the demo as JSON has it."""
    return {"folder": answer.folder, "weekly": weekly.data(answer.week, look), "prep": agenda.data(answer.agenda, look)}
