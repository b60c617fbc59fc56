"""Failures: what went wrong and what to do next, as a sentence each, or as JSON."""

from collections.abc import Iterable
from typing import Any

from salescoach import answer
from salescoach.errors import CoachError, Problem
from salescoach.kit.look import Look
from salescoach.kit.safe import line, wrapped

_SPECIAL = {"key": "key", "label": "undo", "written": "some"}
"""The sentences for special cases of an error, by what of its data makes it one."""


def told(error: CoachError, look: Look) -> str:
    """Return the lines that tell of an error."""
    text, hint = sentences(error, look)
    lines = [wrapped(one, look.width) if look.terminal else line(one) for one in (text, hint)]
    return "".join(f"{one}\n" for one in lines)


def failure(error: CoachError, look: Look) -> dict[str, Any]:
    """Return an error as JSON has it."""
    text, hint = sentences(error, look)
    return {"format": 1, "today": look.today.isoformat(), "error": {"code": error.code, "text": text, "hint": hint}}


def problems(found: Iterable[Problem], look: Look) -> list[dict[str, Any]]:
    """Return problems of files as JSON has them beside an answer."""
    return [{"file": one.file, "line": one.line, "text": look.say(answer.told(one))} for one in found]


def sentences(error: CoachError, look: Look) -> tuple[str, str]:
    """Return what went wrong and what to do next; `why` or `what` chooses among the sentences of one error."""
    base = f"error.{error.code}"
    if error.code == "missing":
        base = f"{base}.{error.data['what']}"
    why = error.data.get("why")
    special = [why] if isinstance(why, str) else []
    special += [case for name, case in _SPECIAL.items() if error.data.get(name)]
    text = next(key for case in (*special, "text") if look.words.has(key := f"{base}.{case}"))
    known = [name for name in ("near", "command", "shipped", "written") if error.data.get(name)]
    hint = next(key for key in (*(f"{base}.hint_{name}" for name in known), f"{base}.hint") if look.words.has(key))
    return look.say(text, **error.data), look.say(hint, **error.data)
