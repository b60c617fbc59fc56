"""The screen of today: at most twelve lines, in sentences."""

from collections.abc import Iterator
from typing import Any

from rich.text import Text

from salescoach.answer import told
from salescoach.kit.failure import problems
from salescoach.kit.look import Look
from salescoach.kit.parts import text
from salescoach.kit.safe import wrapped
from salescoach.week.rules.today import Today

_LINES = 12
"""Of the screen at most; where it is narrow, of sentences."""

_AWAY = 2
"""Files that are in iCloud only and are named."""


def screen(answer: Today, look: Look) -> Iterator[Text]:
    """Draw today."""
    away = [problem for problem in answer.problems if problem.code == "not_here"]  # of them nothing is known
    shown = away[:_AWAY] or answer.problems[:1]
    below = [text(look.say(told(problem)), "error") for problem in shown]
    if len(answer.problems) > len(shown):
        below.append(text(look.say("today.more", n=len(answer.problems) - len(shown)), "error"))
    below.append(text(look.say("today.next", command=answer.command), "quiet"))
    room = _LINES - sum(_rows(line, look) for line in below)
    for line in (text(look.say(one)) for one in answer.lines):
        room -= _rows(line, look)
        if room >= 0:
            yield line
    yield from below


def _rows(line: Text, look: Look) -> int:
    """Return how many lines of the screen a sentence takes."""
    return wrapped(line.plain, look.width).count("\n") + 1 if look.terminal and not look.narrow else 1


def data(answer: Today, look: Look) -> dict[str, Any]:
    """Return today as JSON has it."""
    return {
        "lines": [{"code": line.key.partition(".")[2], "text": look.say(line)} for line in answer.lines],
        "next": answer.command,
        "quiet": [line.key for line in answer.quiet],
        "problems": problems(answer.problems, look),
    }
