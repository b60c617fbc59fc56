"""Failures: what went wrong and what to do next, as a sentence each, or as JSON."""

from typing import Any

from salescoach.errors import CoachError
from salescoach.kit.look import Look
from salescoach.kit.safe import line, wrapped


def told(error: CoachError, look: Look) -> str:
    """Return the lines that tell of an error."""
    text, hint = sentences(error, look)
    lines = [wrapped(one, look.width) if look.terminal else line(one) for one in (text, hint)]
    return "".join(f"{one}\n" for one in lines)


def failure(error: CoachError, look: Look) -> dict[str, Any]:
    """Return an error as JSON has it."""
    text, hint = sentences(error, look)
    return {"format": 1, "today": look.today.isoformat(), "error": {"code": error.code, "text": text, "hint": hint}}


def sentences(error: CoachError, look: Look) -> tuple[str, str]:
    """Return what went wrong and what to do next; `why` or `what` chooses among the sentences of one error."""
    base = f"error.{error.code}"
    if error.code == "missing":
        base = f"{base}.{error.data['what']}"
    text = next(key for key in (*_closer(base, error), f"{base}.text") if look.words.has(key))
    known = [name for name in ("near", "command", "shipped", "written") if error.data.get(name)]
    hint = next(key for key in (*(f"{base}.hint_{name}" for name in known), f"{base}.hint") if look.words.has(key))
    return look.say(text, **error.data), look.say(hint, **error.data)


def _closer(base: str, error: CoachError) -> list[str]:
    """Return the keys of sentences for the special cases of an error."""
    why = error.data.get("why")
    keys = [f"{base}.{why}"] if isinstance(why, str) else []
    named = {"key": "key", "label": "undo", "written": "some"}
    return keys + [f"{base}.{special}" for name, special in named.items() if error.data.get(name)]
