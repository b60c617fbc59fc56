"""Documents: what an answer becomes in a file, by the suffix of its name."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from salescoach.answer import Answer
from salescoach.errors import BadTemplate, CoachError
from salescoach.render.look import Look
from salescoach.render.safe import visible
from salescoach.render.screen import data, text, view

PAGE_WIDTH = 80
"""Columns of a text file."""

_ALWAYS = (".txt", ".json")
_LAYOUTS = (".md", ".html")


def forms(answer: Answer) -> list[str]:
    """Return the suffixes that an answer can be written with."""
    module = view(answer)
    layouts = _LAYOUTS if hasattr(module, "layout") else ()
    return [*_ALWAYS, *layouts, *((".ics",) if hasattr(module, "calendar") else ())]


def document(answer: Answer, look: Look, suffix: str, layout: Callable[[str], str]) -> str | None:
    """Return an answer as the text of a file, None where it has no such form; `layout` gives layouts by name.

    Raises:
        NoTemplate: there is no such layout.
        BadTemplate: the layout is an own one that cannot be filled, or reaches for what is none of its business.
    """
    kind = suffix.casefold()
    if kind not in forms(answer):
        return None
    paper = replace(look, width=PAGE_WIDTH, terminal=True, color=False)
    if kind == ".txt":
        return text(answer, paper)
    if kind == ".json":
        from salescoach.render.json import dumps

        return dumps(data(answer, look))
    if kind == ".ics":
        return str(view(answer).calendar(answer, look))
    name, gaps = view(answer).layout(answer, paper)
    try:
        return fill(layout(f"{name}{kind}"), gaps, kind)
    except CoachError:
        raise
    except Exception as error:  # noqa: BLE001  # a layout is a program of the manager's own: what it does wrong is told
        line = f":{error.lineno}" if hasattr(error, "lineno") else ""
        raise BadTemplate(place=f"templates/{name}{kind}{line}", why=str(error).rstrip(".")) from None


def fill(layout: str, gaps: dict[str, Any], kind: str) -> str:
    """Return a layout with its gaps filled: sandboxed, and each text escaped as the kind of document needs."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        autoescape=kind == ".html", undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    if kind == ".md":
        environment.finalize = _markdown
    return environment.from_string(layout).render(_shown(gaps))


def _shown(value: Any) -> Any:
    """Make visible what a reader would act on, in every text of what goes into a document."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {key: _shown(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_shown(part) for part in value]
    return value


_ACTIVE = str.maketrans({char: f"\\{char}" for char in "\\`*_{}[]<>#|~$"} | {"&": "&amp;"})


_OPENING = re.compile(r"^(\d*)([-+=.)])")
"""What makes a list, a rule or a heading of a line that begins with it."""


def _markdown(value: Any) -> Any:
    """Escape what Markdown would act on, and fold a text to its line."""
    if not isinstance(value, str):
        return value
    return _OPENING.sub(r"\1\\\2", " ".join(value.split()).translate(_ACTIVE))
