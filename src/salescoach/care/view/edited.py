"""The screen of an edit: what it changed, or the lines that keep it from counting."""

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from typing import Any

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from salescoach.answer import told
from salescoach.care.rules import Edited, private_lines
from salescoach.errors import Problem
from salescoach.kit.look import Look
from salescoach.kit.parts import block, text
from salescoach.kit.safe import visible

_SHOWN = 3
"""Problems that are shown at a time: mending the first often mends the others."""

_LINES = 40
"""Lines of a change that are shown: about a screen."""

_INDENT = "    "


def screen(answer: Edited, look: Look) -> Iterator[Text | Table | str]:
    """Draw what was changed."""
    yield text(look.say("edited.changed", name=answer.name, added=answer.added, removed=answer.removed), "head")
    if answer.before is None:
        yield text(look.say("edited.reads", after=answer.after))
    else:
        yield text(look.say("edited.records", before=answer.before, after=answer.after))
    yield text(look.say("written.undo"), "quiet")


def data(answer: Edited, _look: Look) -> dict[str, Any]:
    """Return what was changed as JSON has it."""
    lines = {"added": answer.added, "removed": answer.removed}
    records = {"before": answer.before, "after": answer.after}
    return {"edited": {"file": answer.file, "lines": lines, "records": records}}


def changed(before: str, after: str, look: Look) -> Iterator[Text | str]:
    """Draw the lines that were taken out of a text, and those that were added; of private ones that they were."""
    texts = () if look.private else (before, after)
    secret = {one.splitlines()[at - 1] for one in texts for at in private_lines(one)} - {""}
    found = list(unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""))
    lines = [one for one in found[2:] if not one.startswith("@@")]
    hidden = look.say("written.private")
    yield from (text(f"{one[0]}{hidden}" if one[1:] in secret else one) for one in lines[:_LINES])
    if len(lines) > _LINES:
        yield text(look.say("edit.more", n=len(lines) - _LINES), "quiet")


def wrong(problems: Sequence[Problem], saved: str, look: Look) -> Iterator[Text | Table | str]:
    """Draw what keeps a text from counting, with the line it is about, and where in that line, if it is not private."""
    placed = any(one.line for one in problems[:_SHOWN])  # what is too large has no line, and is not searched
    secret = private_lines(saved) if placed and not look.private else set()
    for one in problems[:_SHOWN]:
        yield text(look.say(told(one)))
        if one.line and one.line not in secret:
            yield block(_excerpt(one, saved.splitlines(), look.width))
    if len(problems) > _SHOWN:
        yield text(look.say("edit.more", n=len(problems) - _SHOWN), "quiet")


def _excerpt(one: Problem, lines: Sequence[str], width: int) -> str:
    """Return a line of a text, so much of it as fits, and below it a caret at the place of a problem."""
    whole = lines[one.line - 1] if one.line <= len(lines) else ""
    before, after = (visible(part).replace("\t", " ") for part in (whole[: one.column - 1], whole[one.column - 1 :]))
    room = max(width - len(_INDENT) - 1, 1)
    kept = before[-(room // 2) :]
    shown = f"{kept}{after}"
    while cell_len(shown) > room:
        shown = shown[:-1]
    return f"{_INDENT}{shown}\n{_INDENT}{' ' * cell_len(kept)}^"
