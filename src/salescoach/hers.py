"""Hers: what is made for somebody to read is in the language of who reads it, whichever the journal is in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from salescoach.app import App
from salescoach.errors import NoLanguage, NoTemplate
from salescoach.journal.templates import HERS, Templates, languages, shipped
from salescoach.records.keys import key_form
from salescoach.words.dates import Dates
from salescoach.words.phrases import Words, naming

if TYPE_CHECKING:
    from salescoach.coaching.areas import Areas
    from salescoach.kit.look import Look
    from salescoach.records.base import Record
    from salescoach.records.seller import Seller


def known() -> list[str]:
    """Return the languages that something can be written in for a seller."""
    return sorted({*languages(), *languages(HERS)})


def spoken(typed: str) -> str:
    """Return the language that was typed; raise NoLanguage."""
    if (language := typed.strip().casefold()) not in known():
        raise NoLanguage(text=typed, known=known())
    return language


def language_of(app: App, seller: "Seller") -> str | None:
    """Return the language of a seller where it is another than that of the journal, else None."""
    own = (seller.header.language or "").casefold()
    return own if own in known() and own != app.templates.language else None


def tongues(app: App, seller: "Seller | None" = None) -> list[str | None]:
    """Return the languages that something may come back in: hers, the journal's (None), then all others."""
    hers = language_of(app, seller) if seller else None
    return list(dict.fromkeys((hers, None, *(one for one in known() if one != app.templates.language))))


def templates_in(app: App, language: str | None) -> Templates:
    """Return the templates of a language; None is the journal's."""
    return app.templates if language is None else app.templates.of(language)


def words_in(app: App, language: str | None) -> Words:
    """Return the phrases of a language, behind them those of the journal; days are written as the language has them."""
    return app.words if language is None else look_in(app, language).words


def look_in(app: App, language: str) -> "Look":
    """Return how an answer looks to who reads it in a language: its words, its days, its numbers, its levels."""
    found = app.templates.of(language)
    names = app.settings.levels if app.levels else None
    levels = found.table("levels").get(names.set, {}) | names.named if names else {}
    hers = found.tables(HERS) if HERS in found.names("") else ()
    tables = [naming(levels), *hers, *found.tables("words")]
    words = Words(tables, Dates(*found.tables("dates")), app.today)
    return replace(app.look(), words=words, levels=levels, language=language)


def areas_in(app: App, language: str | None, known: "Areas") -> dict[str, str]:
    """Return what areas are called in a language, by all their names as they are compared; the journal's needs none."""
    own = {key_form(area): str(word) for area, word in _hers(app, language, "area").items()}
    named = {key: own.get(key_form(subject.name)) for key, subject in known.subjects.items()}
    return {key: word for key, word in named.items() if word} | own


def in_her_words(app: App, seller: "Seller", language: str, known: "Areas") -> "Seller":
    """Return a seller whose areas and milestones are called what they are in a language."""
    milestones = _part(templates_in(app, language).tables("marks"), "milestone")
    called = {
        "area": areas_in(app, language, known),
        "milestone": {key_form(name): str(words[0]) for name, words in milestones.items()},
    }
    records = {kind: [_renamed(one, called) for one in found] for kind, found in seller.records.items()}
    return replace(seller, records=records)


def agenda_in(app: App, name: str, language: str | None) -> dict[str, Any]:
    """Return the template of an agenda; of a shipped one the title and how it opens, which she sees, in a language."""
    template = templates_in(app, language).table(f"agendas/{name}")
    hers = _hers(app, language, "agenda").get(name)
    if not hers or template != shipped(f"agendas/{name}"):
        return template
    parts = [{**part, **hers["open"]} if part["key"] == "open" else part for part in template["section"]]
    return {**template, "title": hers["title"], "section": parts}


def texts_in(app: App, name: str, language: str | None) -> dict[str, str]:
    """Return each text of a template with the one that stands in its place in a language: files keep the first."""
    try:
        return (
            {} if language is None else dict(_pairs(app.templates.table(name), templates_in(app, language).table(name)))
        )
    except NoTemplate:  # a plan that was begun, and whose template is gone: it stays as it was written
        return {}


def _hers(app: App, language: str | None, part: str) -> dict[str, Any]:
    """Return a part of what is made for a seller, own words over shipped ones; empty where the language needs none."""
    found = templates_in(app, language)
    return _part(found.tables(HERS), part) if language and HERS in found.names("") else {}


def _part(tables: Sequence[Mapping[str, Any]], part: str) -> dict[str, Any]:
    return {name: said for table in reversed(tables) for name, said in table.get(part, {}).items()}


def _renamed(one: "Record", called: Mapping[str, Mapping[str, str]]) -> "Record":
    words = {name: words.get(key_form(str(getattr(one, name, None) or ""))) for name, words in called.items()}
    hers: dict[str, Any] = {name: word for name, word in words.items() if word}
    return replace(one, **hers) if hers else one


def _pairs(ours: Any, hers: Any) -> Iterator[tuple[str, str]]:
    if isinstance(ours, Mapping) and isinstance(hers, Mapping):
        for key in ours.keys() & hers.keys():
            yield from _pairs(ours[key], hers[key])
    elif isinstance(ours, list) and isinstance(hers, list):
        for one, other in zip(ours, hers, strict=False):
            yield from _pairs(one, other)
    elif isinstance(ours, str) and isinstance(hers, str):
        yield ours, hers
