"""The screen of a team brought in."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.coaching.team import Added, Member
from salescoach.kit.look import Look
from salescoach.kit.parts import CAP, capped, joined, listing, text
from salescoach.records.veil import seen


def screen(answer: Added, look: Look) -> Iterator[Text | Table]:
    """Draw who was added."""
    if answer.source is None:
        yield from (
            text(look.say("added.one", name=seen(one.name) or one.name, path=one.path)) for one in answer.members
        )
        return
    if not answer.shown:
        yield from listed(answer, look)
    yield text(look.say(_outcome(answer), n=len(answer.members), file=answer.source), "head")
    if answer.skipped and (answer.members or answer.doubted):
        names = [*answer.skipped[:CAP], *(["…"] if len(answer.skipped) > CAP else [])]
        yield text(look.say("added.skipped", n=len(answer.skipped), names=names))
    if answer.lacking:
        yield text(look.say("added.lacking", n=answer.lacking, file=answer.source))
    after = "added.next_doubted" if answer.doubted else "added.next"
    yield text(look.say(after, n=len(answer.doubted), file=answer.source), "quiet")


def listed(answer: Added, look: Look) -> Iterator[Text | Table]:
    """Draw what was read from a file: the columns used, and a row a seller."""
    if answer.read:
        yield text(look.say(answer.read), "quiet")
    used = [f"{field} ← {header}" for field, header in answer.used.items()]
    yield text(look.say("added.columns", used=used), "quiet")
    shown, over = capped(answer.members, look, CAP * 2)
    if shown:
        yield listing((_cells(one, look) for one in shown), look, wraps=3)
    yield from over
    for one in answer.filled or ():
        fields = [
            f"{field} {look.day(value) if isinstance(value, date) else value}" for field, value in one.fields.items()
        ]
        yield text(look.say("added.filled", name=one.name, fields=fields))


def _outcome(answer: Added) -> str:
    if answer.members:
        return "added.many"
    if answer.filled is not None:
        whole = not answer.doubted and not answer.unfilled
        return "added.updated" if answer.filled else "added.nothing_lacked" if whole else "added.nothing_filled"
    return "added.nobody_added" if answer.doubted else "added.nobody_new"


def data(answer: Added, look: Look) -> dict[str, Any]:
    """Return who was added as JSON has it."""
    read = look.say(answer.read) if answer.read else None
    more = {"filled": answer.filled or (), "doubted": answer.doubted, "read": read}
    return {"added": answer.members, "skipped": answer.skipped, "columns": answer.used, **more}


def _cells(member: Member, look: Look) -> list[Text]:
    days = [look.day(day) if day else "" for day in (member.started, member.last_talk)]
    more = (*days, joined((member.role or "", member.email or "")))
    return [text(seen(member.name) or member.name, "name"), *(text(part, "quiet") for part in more)]
