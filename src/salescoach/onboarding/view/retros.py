"""The screen of all retrospectives: whose onboarding, who answered, and what was learned."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.kit.look import Look
from salescoach.kit.parts import gapped, head, joined, set_in, text
from salescoach.onboarding.rules.retro import Retrospectives
from salescoach.onboarding.view.retro import lesson


def screen(answer: Retrospectives, look: Look) -> Iterator[Text | Table | str]:
    """Draw every retrospective in a few lines."""
    if not answer.all:
        yield text(look.say("retro.nobody"))
        return
    yield head(look, "retro.all")
    for one in answer.all:
        left = look.say("retro.left") if one.left else ""
        answered = look.say("retro.answered", roles=one.roles) if one.roles else ""
        about = joined((look.day(one.on), answered, left))
        yield from ("", gapped((text(one.name, "head"), text(about, "quiet"))))
        yield from (set_in(lesson(each, look)) for each in one.lessons)
        if not one.lessons:
            yield set_in(look.say("retro.no_lessons"))


def data(answer: Retrospectives, _look: Look) -> dict[str, Any]:
    """Return all retrospectives as JSON has them."""
    return {"retrospectives": answer.all}
