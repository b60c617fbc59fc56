"""The form of a retrospective: what is mailed to one who took part, with room below each question."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.forms.rules.form import Form
from salescoach.kit.look import Look
from salescoach.kit.parts import text


def screen(answer: Form, look: Look) -> Iterator[Text | Table | str]:
    """Draw the form as it is mailed."""
    yield text(look.say(answer.title), "head")
    for one in answer.opening:
        yield from ("", text(look.say(one)))
    for at, question in enumerate(answer.asking.questions.values(), 1):
        yield from ("", text(look.say("retro.number", number=at, text=question)), "", "")
    for one in answer.closing:
        yield from ("", text(look.say(one)))


def data(answer: Form, look: Look) -> dict[str, Any]:
    """Return the form as JSON has it."""
    return {
        "seller": {"key": answer.key, "name": answer.name},
        "role": answer.asking.role,
        "opening": [look.say(one) for one in answer.opening],
        "questions": [{"id": id_, "text": question} for id_, question in answer.asking.questions.items()],
    }


def layout(answer: Form, look: Look) -> tuple[str, dict[str, Any]]:
    """Return the document layout of a form and what goes into it."""
    return "form", {
        "title": look.say(answer.title),
        "opening": [look.say(one) for one in answer.opening],
        "questions": list(answer.asking.questions.values()),
        "closing": [look.say(one) for one in answer.closing],
    }
