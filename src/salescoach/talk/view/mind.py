"""The screen of what is to be in the manager's head; it has no layout, as it is no document."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.kit.look import Look
from salescoach.kit.parts import head, text
from salescoach.talk.rules.mind import Mind
from salescoach.talk.view.rows import rows_of, table


def screen(answer: Mind, look: Look) -> Iterator[Text | Table | str]:
    """Draw it, a part after the other."""
    yield head(look, "mind.head", name=answer.name)
    yield ""
    yield from table([row for part in answer.sections for row in rows_of(part, look)], look)
    yield text(look.say("mind.nowhere"), "quiet")


def data(answer: Mind, look: Look) -> dict[str, Any]:
    """Return it as JSON has it."""
    parts = [
        {"key": part.key, "title": look.say(part.title), "lines": [look.say(item.text) for item in part.items]}
        for part in answer.sections
    ]
    return {"seller": {"key": answer.key, "name": answer.name}, "mind": parts}
