"""A form as it is sent: why it asks, the questions with room below each, and by what it is known when it comes back."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.forms.rules.form import Form, Question
from salescoach.kit.look import Look
from salescoach.kit.parts import text


def screen(answer: Form, look: Look) -> Iterator[Text | Table | str]:
    """Draw the form as it is sent; to several, first to whom."""
    if answer.to:
        yield from (text(look.say("form.to", names=[*answer.to]), "quiet"), "")
    yield text(answer.asking.heading, "head")
    for one in answer.opening:
        yield from ("", text(look.say(one)))
    for at, question in enumerate(answer.asking.questions, 1):
        yield from ("", text(look.say("form.number", number=at, text=question.text)))
        yield from (text(look.say("form.area", area=area)) for area in _areas(answer, question))
        yield from ("", "")
    if answer.asking.thanks:
        yield from ("", text(answer.asking.thanks))
    for sheet in answer.also:
        yield from ("", *screen(sheet, look))


def data(answer: Form, look: Look) -> dict[str, Any]:
    """Return the form as JSON has it."""
    whose = {"to": answer.to} if answer.to else {"seller": {"key": answer.key, "name": answer.name}}
    return {
        **whose,
        "form": answer.asking.form,
        "role": answer.asking.role,
        "subject": answer.subject,
        "opening": [look.say(one) for one in answer.opening],
        "questions": [
            {"id": one.id, "text": one.text, "needed": one.needed, "areas": _areas(answer, one)}
            for one in answer.asking.questions
        ],
        **({"also": [data(one, look) for one in answer.also]} if answer.also else {}),
    }


def layout(answer: Form, look: Look) -> tuple[str, dict[str, Any]]:
    """Return the document layout of a form and what goes into it."""
    return "form", {
        "title": answer.asking.heading,
        "whom": look.say("form.to", names=[*answer.to]) if answer.to else "",
        "more": [layout(one, look)[1] for one in answer.also],
        "opening": [look.say(one) for one in answer.opening],
        "questions": [(one.text, _areas(answer, one)) for one in answer.asking.questions],
        "closing": [answer.asking.thanks] if answer.asking.thanks else [],
    }


def _areas(answer: Form, question: Question) -> tuple[str, ...]:
    """Return the areas that are listed below a question, to be given a light each."""
    return answer.areas if question.becomes == "light" else ()
