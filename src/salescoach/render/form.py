"""The form of a retrospective: what is mailed to one who took part, with room below each question."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from salescoach.coaching.retro import Form
from salescoach.render.look import Look
from salescoach.render.parts import head, text

if TYPE_CHECKING:
    from rich.console import RenderableType


def screen(answer: Form, look: Look) -> Iterator["RenderableType"]:
    """Draw the form as it is mailed."""
    yield head(look, "retro.form", name=answer.name)
    for one in answer.opening:
        yield from ("", text(look.say(one)))
    for at, question in enumerate(answer.asking.questions.values(), 1):
        yield from ("", text(look.say("retro.number", number=at, text=question)), "", "")
    yield from ("", text(look.say("retro.thanks")))


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
    return "retro", {
        "title": look.say("retro.form", name=answer.name),
        "opening": [look.say(one) for one in answer.opening],
        "questions": list(answer.asking.questions.values()),
        "thanks": look.say("retro.thanks"),
    }
