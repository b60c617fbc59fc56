"""The screen of what is past its time: file by file, how many of each kind, from when to when."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.answer import Phrase, phrase
from salescoach.custody.rules import Old, Retention
from salescoach.custody.view.erasure import kind_in
from salescoach.errors import Problem
from salescoach.kit.look import Look
from salescoach.kit.parts import head, joined, text


def screen(answer: Retention, look: Look) -> Iterator[Text | Table | str]:
    """Draw what goes, or went, and how to have it done."""
    yield from shown(answer, look)
    if answer.files and not answer.done:
        yield text(look.say("erase.again", again=answer.again.strip()), "quiet")


def shown(answer: Retention, look: Look) -> Iterator[Text | Table | str]:
    """Draw what goes, or went, and what stays although it is as old: what is looked at before it is agreed to."""
    if answer.files:
        yield head(look, "erase.trimmed" if answer.done else "erase.older", what=_meant(answer, look))
    else:
        yield text(look.say("erase.nothing", what=_meant(answer, look)))
    for one in answer.files:
        yield text(one.file)
        yield from (Text.assemble("  ", text(line, "quiet")) for line in _lines(one, look))
    for problem in answer.problems:
        place = f"{problem.file}:{problem.line}" if problem.line else problem.file
        yield text(look.say("erase.skipped", place=place, what=_what(problem, look)), "why")
    if answer.files:
        yield from ("", text(look.say("erase.final"), "quiet"), text(look.say("erase.no_undo"), "quiet"))


def data(answer: Retention, look: Look) -> dict[str, Any]:
    """Return the same as JSON has it."""
    problems = [{"file": one.file, "line": one.line or None, "text": _what(one, look)} for one in answer.problems]
    files = [
        {"file": one.file, "records": one.count, "kinds": one.kinds, "first": one.days[0], "last": one.days[-1]}
        | {"open": one.open, "kept_for_newer": one.stay, "kept_changes": one.changes}
        for one in answer.files
    ]
    return {"before": answer.before, "kind": answer.kind, "erased": answer.done, "files": files, "problems": problems}


def _meant(answer: Retention, look: Look) -> Phrase:
    """Return what goes: what is old, all of a kind, or what is old of it."""
    if answer.kind is None:
        return phrase("erase.what_old", before=answer.before)
    key = "erase.what_both" if answer.before else "erase.what_kind"
    return phrase(key, kind=kind_in(answer.kind, look), before=answer.before)


def _lines(one: Old, look: Look) -> Iterator[str]:
    kinds = (look.say("erase.of_kind", n=count, kind=kind_in(kind, look)) for kind, count in one.kinds.items())
    first, last = one.days[0], one.days[-1]
    days = look.say("erase.days", first=first, last=last) if first != last else look.day(first, "long")
    yield joined((look.say("held.records", n=one.count), ", ".join(kinds)))
    yield joined((days, look.say("erase.open", n=one.open) if one.open else ""))
    if one.stay:
        yield look.say("erase.stay", n=one.stay)
    if one.changes:
        yield look.say("erase.changes", n=one.changes)


def _what(one: Problem, look: Look) -> str:
    return look.say(phrase(f"problem.{one.code}", **one.data))
