"""The dossier as a screen and as a document: the head of the file, every record, and what else is held."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.custody.rules import Dossier, Entry
from salescoach.custody.view.erasure import held, mention, named
from salescoach.kit.json import record as as_json
from salescoach.kit.look import Look
from salescoach.kit.parts import block, head, joined, listing, short, text


def screen(answer: Dossier, look: Look) -> Iterator[Text | Table | str]:
    """Draw all that is held, none of it cut."""
    yield head(look, "dossier.title", name=answer.name)
    yield text(look.say("dossier.draft"), "why")
    yield text(_about(answer, look), "quiet")
    yield from ("", head(look, "dossier.head"))
    yield listing(((text(key), text(value, "quiet")) for key, value in _head(answer, look)), look, wraps=1)
    yield from ("", head(look, "dossier.records"))
    yield listing((_row(one, look) for one in answer.entries), look, wraps=2)
    if not answer.entries:
        yield text(look.say("dossier.none"))
    if answer.scraps:
        yield from ("", head(look, "dossier.scraps"))
        yield listing(((text(place), text(what)) for place, what in _scraps(answer, look)), look, wraps=1)
    yield from _elsewhere(answer, look)
    if answer.hidden:
        yield from ("", text(look.say("dossier.hidden", n=answer.hidden, key=answer.key), "why"))


def data(answer: Dossier, look: Look) -> dict[str, Any]:
    """Return all that is held as JSON has it."""
    return {
        "seller": {**answer.header.to_table(), "key": answer.key, "left": answer.left},
        "about": look.say("dossier.draft"),
        "head": answer.head,
        "records": [as_json(one.record) for one in answer.entries],
        "unread": answer.scraps,
        "held": answer.holdings,
        "mentions": answer.mentions,
        "private_left_out": answer.hidden,
    }


def layout(answer: Dossier, look: Look) -> tuple[str, dict[str, Any]]:
    """Return the document layout of a dossier and what goes into it."""
    return "dossier", {
        "title": look.say("dossier.title", name=answer.name),
        "draft": look.say("dossier.draft"),
        "about": _about(answer, look),
        "head": list(_head(answer, look)),
        "records": [(look.day(one.record.on, "long"), _said(one, look), _more(one, look)) for one in answer.entries],
        "scraps": list(_scraps(answer, look)),
        "holdings": [(look.say(f"held.{one.what}"), one.file, one.text) for one in answer.holdings],
        "mentions": [(f"{one.file}:{one.line}", mention(one, look)) for one in answer.mentions],
        "hidden": look.say("dossier.hidden", n=answer.hidden, key=answer.key) if answer.hidden else "",
        "words": {key: look.say(f"dossier.{key}") for key in ("head", "records", "none", "scraps", "holdings")}
        | {"mentions": look.say("dossier.mentions", name=answer.name)},
    }


def _elsewhere(answer: Dossier, look: Look) -> Iterator[Text | Table | str]:
    yield from ("", head(look, "dossier.holdings"), *held(answer.holdings, look))
    for one in answer.holdings:
        if one.text:
            yield from ("", text(one.file, "quiet"), block(one.text.rstrip("\n")))
    if answer.mentions:
        yield from ("", head(look, "dossier.mentions", name=answer.name), *named(answer.mentions, look))
        yield text(look.say("held.look", name=answer.name), "quiet")


def _about(answer: Dossier, look: Look) -> str:
    left = look.say("story.left") if answer.left else ""
    about = look.say("dossier.about", file=f"{answer.key}.toml", n=len(answer.entries), day=look.today)
    return joined((left, about))


def _head(answer: Dossier, look: Look) -> Iterator[tuple[str, str]]:
    """Give each key of the head with its value, and what it was at first where it has changed."""
    now = answer.header.to_table()
    for key in dict.fromkeys((*now, *answer.head)):
        value, was = _plain(now.get(key, ""), look), _plain(answer.head.get(key, ""), look)
        if value or was:
            changed = value != was
            yield key, look.say("dossier.was", value=value, was=was or "–") if changed else value


def _row(one: Entry, look: Look) -> tuple[Text, ...]:
    more = _more(one, look)
    told = Text(" · ").join(part for part in (text(_said(one, look)), text(more, "quiet")) if part)
    return text(look.day(one.record.on, "long"), "quiet"), short(one.record.id), told


def _said(one: Entry, look: Look) -> str:
    """Return what a record says, behind the word that it is private."""
    said = look.say(one.said)
    return f"~ {look.say('dossier.private')}: {said}" if one.record.private else said


def _more(one: Entry, look: Look) -> str:
    return joined(f"{key}: {_plain(value, look)}" for key, value in one.more.items())


def _scraps(answer: Dossier, look: Look) -> Iterator[tuple[str, str]]:
    for one in answer.scraps:
        mark = f"~ {look.say('dossier.private')}: " if one.private else ""
        yield look.say("dossier.line", line=one.line), f"{mark}{one.kind or look.say('dossier.comment')}: {one.text}"


def _plain(value: object, look: Look) -> str:
    """Return a value of a file in words."""
    if isinstance(value, dict):
        return ", ".join(f"{key} {_plain(part, look)}" for key, part in value.items())
    if isinstance(value, list):
        return ", ".join(_plain(part, look) for part in value)
    return look.day(value, "long") if isinstance(value, date) else str(value)
