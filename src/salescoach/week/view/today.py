"""The screen of today: at most twelve lines, in sentences."""

from collections.abc import Iterator
from typing import Any

from rich.text import Text

from salescoach.answer import told
from salescoach.kit.look import Look
from salescoach.kit.parts import text
from salescoach.week.rules.today import Today

_LINES = 9
"""Sentences at most: with a problem, a gap and the next command they are twelve lines."""


def screen(answer: Today, look: Look) -> Iterator[Text]:
    """Draw today."""
    yield from (text(look.say(line)) for line in answer.lines[:_LINES])
    yield from (text(look.say(told(problem)), "error") for problem in answer.problems[:1])
    yield text(look.say("today.next", command=answer.command), "quiet")


def data(answer: Today, look: Look) -> dict[str, Any]:
    """Return today as JSON has it."""
    return {
        "lines": [{"code": line.key.partition(".")[2], "text": look.say(line)} for line in answer.lines],
        "next": answer.command,
        "quiet": [line.key for line in answer.quiet],
        "problems": [{"file": one.file, "line": one.line, "text": look.say(told(one))} for one in answer.problems],
    }
