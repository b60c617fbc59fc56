"""The screen of a check-up: a place, what it is and what to do, file by file."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from rich.padding import Padding
from rich.text import Text

from salescoach.answer import told
from salescoach.care.rules import Checkup
from salescoach.errors import Problem
from salescoach.kit.look import Look
from salescoach.kit.parts import text

MOST = 40
"""Findings that a terminal is given at once; one who has more begins at the top."""

_INDENT = (0, 0, 0, 3)


def screen(answer: Checkup, look: Look) -> Iterator[Text | Padding]:
    """Draw what was found, under its place on a terminal, and in a line each where there is none."""
    if not answer.problems:
        yield text(look.say("checkup.whole", files=answer.checked))
        return
    shown = answer.problems if look.whole else answer.problems[:MOST]
    for _, found in groupby(shown, lambda problem: problem.file):
        for problem in found:
            yield from _finding(problem, look)
        if look.terminal:
            yield text("")
    if len(shown) < len(answer.problems):
        yield text(look.say("checkup.more", n=len(answer.problems) - len(shown)))
    yield text(look.say("checkup.found", found=len(answer.problems), files=answer.checked))


def data(answer: Checkup, look: Look) -> dict[str, Any]:
    """Return the same as JSON has it."""
    problems = []
    for one in answer.problems:
        said = look.say(f"problem.{one.code}", **one.data)
        column = {"column": one.column} if one.column else {}
        problems.append({"file": one.file, "line": one.line, "code": one.code, "text": said, **column})
    return {"problems": problems, "checked": answer.checked}


def _finding(problem: Problem, look: Look) -> Iterator[Text | Padding]:
    phrase = told(problem)
    if not look.terminal:
        yield text(look.say(phrase))
        return
    yield text(str(phrase.data["place"]), "code")
    yield Padding(text(look.say(f"problem.{problem.code}", **problem.data)), _INDENT)
