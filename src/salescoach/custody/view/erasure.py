"""The screen of an erasure: what goes with a seller, and where she is named in what stays."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.custody.rules import Erasure, Holding, Mention
from salescoach.kit.look import Look
from salescoach.kit.parts import gapped, head, joined, listing, text


def screen(answer: Erasure, look: Look) -> Iterator[Text | Table | str]:
    """Draw what goes, or went, and how to have it done."""
    yield from shown(answer, look)
    if not answer.done:
        yield text(look.say("erase.dry", key=answer.key, name=answer.name), "quiet")


def shown(answer: Erasure, look: Look) -> Iterator[Text | Table | str]:
    """Draw what goes, or went: what is looked at before it is agreed to."""
    yield head(look, "erase.done" if answer.done else "erase.title", name=answer.name)
    yield from held(answer.going, look)
    if answer.mentions:
        yield from ("", head(look, "erase.mentions", name=answer.name), *named(answer.mentions, look))
        yield text(look.say("held.look", name=answer.name), "quiet")
    yield from ("", text(look.say("erase.final"), "quiet"))


def data(answer: Erasure, _look: Look) -> dict[str, Any]:
    """Return what goes as JSON has it."""
    seller = {"key": answer.key, "name": answer.name}
    return {"seller": seller, "erased": answer.done, "held": answer.going, "mentions": answer.mentions}


def held(found: Iterable[Holding], look: Look) -> list[Text | Table | str]:
    """Return a row for each place that holds something: what it is, which file, how many records."""
    rows = []
    for one in found:
        count = look.say("held.records", n=one.count) if one.count and one.what in {"file", "copy"} else ""
        rows.append((text(look.say(f"held.{one.what}")), text(joined((one.file, count)), "quiet")))
    return _pairs(rows, look)


def named(found: Iterable[Mention], look: Look) -> list[Text | Table | str]:
    """Return a row for each place that names somebody: file and line, kind, day; never what is said there."""
    return _pairs([(text(f"{one.file}:{one.line}"), text(mention(one, look), "quiet")) for one in found], look)


def mention(one: Mention, look: Look) -> str:
    """Return the kind and the day of a record that names somebody, nothing where it is none."""
    return joined((kind_in(one.kind, look), look.day(one.on, "long") if one.on else ""))


def kind_in(kind: str, look: Look) -> str:
    """Return what a kind of records is called; one that nobody knows goes by its name."""
    return look.say(f"kind.{kind}") if look.words.has(f"kind.{kind}") else kind


def _pairs(rows: Sequence[tuple[Text, Text]], look: Look) -> list[Text | Table | str]:
    """Return rows of two columns; where it is narrow, lines that wrap: the name of a file is never cut."""
    return [gapped(row) for row in rows] if look.narrow else [listing(rows, look, wraps=1)]
