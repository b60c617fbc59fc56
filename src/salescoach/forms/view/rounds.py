"""What is out and not back, and what one seller answered."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.forms.rules.rounds import Out, Rounds
from salescoach.kit.look import Look
from salescoach.kit.parts import GAP, capped, head, listing, text


def screen(answer: Rounds, look: Look) -> Iterator[Text | Table | str]:
    """Draw what is out, then the answers, form by form, the latest first."""
    yield head(look, "form.out_of" if answer.key else "form.out", name=answer.name)
    yield listing((_row(one, look) for one in answer.out), look, wraps=1) if answer.out else text(look.say("form.none"))
    answers, over = capped(answer.answers, look)
    for (title, _), said in groupby(answers, key=lambda one: (one.title, one.on)):
        together = list(said)
        yield from (
            "",
            text(look.say("form.answered", form=title, role=_role(together[0].role), on=together[0].on), "head"),
        )
        for one in together:
            yield text(one.text_asked or look.say("form.unplaced"), "why")
            yield _set_in(one.text)
    yield from over
    if not answer.out and not answer.answers:
        yield text(
            look.say("form.begin", key=answer.key or "NAME", forms=", ".join(name for name, _ in answer.forms)), "quiet"
        )


def data(answer: Rounds, _look: Look) -> dict[str, Any]:
    """Return what is out and what came back as JSON has it."""
    out = [{"seller": one.key, **{name: getattr(one, name) for name in _OUT}} for one in answer.out]
    answers = [{name: getattr(one, name) for name in _BACK} for one in answer.answers if one.question]
    return {"out": out, "answers": answers, "unplaced": [one.text for one in answer.answers if not one.question]}


_OUT = ("form", "role", "subject", "asked", "days")
_BACK = ("form", "role", "question", "text", "on")


def _row(one: Out, look: Look) -> list[Text]:
    about = [look.say("form.customer", customer=one.subject)] if one.subject else []
    since = look.say("form.since" if one.days else "form.since_today", on=one.asked, days=one.days)
    return [text(one.name), text(" · ".join((one.title, *about))), text(since, "why"), *_asked(one)]


def _asked(one: Out) -> list[Text]:
    return [] if one.role == "seller" else [text(_role(one.role), "quiet")]


def _role(role: str) -> str:
    return role.replace("-", " ")


def _set_in(words: str) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, GAP, 0, 0))
    table.add_column()
    table.add_column(overflow="fold")
    for one in words.split("\n"):
        table.add_row(Text(), text(one))
    return table
