"""What is out and not back, and what one seller answered."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.forms.rules.form import SELLER
from salescoach.forms.rules.rounds import Out, Rounds
from salescoach.kit.look import Look
from salescoach.kit.parts import capped, head, joined, listing, set_in, text
from salescoach.records.base import Record


def screen(answer: Rounds, look: Look) -> Iterator[Text | Table | str]:
    """Draw what is out, then the answers, form by form, the latest first."""
    yield head(look, "form.out_of" if answer.key else "form.out", name=answer.name)
    yield listing((_row(one, look) for one in answer.out), look, wraps=1) if answer.out else text(look.say("form.none"))
    answers, over = capped(answer.answers, look)
    for (title, role, on), said in groupby(answers, key=lambda one: (one.title, one.said.role, one.said.on)):
        yield from ("", head(look, "form.answered", form=title, role=_role(role), on=on))
        for one in said:
            yield text(one.question or look.say("form.unplaced"), "why")
            yield set_in(one.said.text)
    yield from over
    if not answer.out and not answer.answers:
        yield text(look.say("form.begin", key=answer.key or "NAME", forms=", ".join(answer.forms)), "quiet")


def data(answer: Rounds, _look: Look) -> dict[str, Any]:
    """Return what is out and what came back as JSON has it."""
    out = [{"seller": one.key, "days": one.days, **_of(one.asked, _OUT), "asked": one.asked.on} for one in answer.out]
    said = [one.said for one in answer.answers]
    answers = [_of(one, _BACK) for one in said if one.question]
    return {"out": out, "answers": answers, "unplaced": [one.text for one in said if not one.question]}


_OUT = ("form", "role", "subject")
_BACK = ("form", "role", "question", "text", "on")


def _of(record: Record, names: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(record, name) for name in names}


def _row(one: Out, look: Look) -> list[Text]:
    asked = one.asked
    about = [look.say("form.customer", customer=asked.subject)] if asked.subject else []
    who = [] if asked.role == SELLER else [_role(asked.role)]
    since = look.say("form.since" if one.days else "form.since_today", on=asked.on, days=one.days)
    return [text(one.name), text(joined((one.title, *who, *about))), text(since, "why")]


def _role(role: str) -> str:
    return role.replace("-", " ")
