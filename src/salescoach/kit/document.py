"""Documents: what an answer becomes in a file, by the suffix of its name."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from salescoach.answer import Answer
from salescoach.errors import BadTemplate, CoachError, NoTemplate
from salescoach.kit.look import Look
from salescoach.kit.safe import visible
from salescoach.kit.screen import data, text, view

PAGE_WIDTH = 80
"""Columns of a text file."""

_ALWAYS = (".txt", ".json")
_LAYOUTS = (".md", ".html")

_NAME = re.compile(r"[\w-]+\.(md|html)")
"""The name of a layout."""


def forms(answer: Answer) -> list[str]:
    """Return the suffixes that an answer can be written with."""
    module = view(answer)
    layouts = _LAYOUTS if hasattr(module, "layout") else ()
    return [*_ALWAYS, *layouts, *((".ics",) if hasattr(module, "calendar") else ())]


def document(answer: Answer, look: Look, suffix: str, layout: Callable[[str], str]) -> str | None:
    """Return an answer as a file, None where it has no such form; raise NoTemplate, BadTemplate of its layout."""
    kind = suffix.casefold()
    if kind not in forms(answer):
        return None
    paper = replace(look, width=PAGE_WIDTH, terminal=True, color=False)
    if kind == ".txt":
        return text(answer, paper)
    if kind == ".json":
        from salescoach.kit.json import dumps

        return dumps(data(answer, look))
    if kind == ".ics":
        return str(view(answer).calendar(answer, look))
    name, gaps = view(answer).layout(answer, paper)
    try:
        return fill(layout(f"{name}{kind}"), {"lang": look.language, **gaps}, kind, layout)
    except CoachError:
        raise
    except Exception as error:  # noqa: BLE001  # a layout is a program of the manager's own: what it does wrong is told
        place = f"templates/{_place(error, f'{name}{kind}')}"
        raise BadTemplate(place=place, why=str(error).rstrip("."), shipped=True) from None


def fill(layout: str, gaps: dict[str, Any], kind: str, others: Callable[[str], str] | None = None) -> str:
    """Return a layout with its gaps filled: sandboxed, and each text escaped as the kind of document needs.

    What it extends or includes is one of the `others`, by its name.
    """
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(partial(_other, others)) if others else None,
        autoescape=kind == ".html",
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    if kind == ".md":
        environment.finalize = _markdown
    return environment.from_string(layout).render(_shown(gaps))


def _other(others: Callable[[str], str], name: str) -> str | None:
    """Return a layout by its name, None where there is none; a path is no name, and no other file is to be read."""
    if not _NAME.fullmatch(name):
        return None
    try:
        return others(name)
    except NoTemplate:
        return None


def _place(error: Exception, name: str) -> str:
    """Return where a layout went wrong: the file that has the mistake, and its line where that is known."""
    from jinja2 import TemplateSyntaxError

    return f"{error.name or name}:{error.lineno}" if isinstance(error, TemplateSyntaxError) else name


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
