"""Matching: which open thing is meant by what was typed, the beginnings of ids or words that only one of them has."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import TypeVar

from salescoach.frozen import frozen
from salescoach.records.keys import key_form

T = TypeVar("T")

SHORTEST = 2
"""Characters of an id that are enough, where they fit one open thing only."""


@frozen
class OpenThing:
    """One thing that can be settled: its id, kind, text, day; the key and name of whose it is; ids it has `also`."""

    id: str
    kind: str
    text: str
    seller: str = ""
    name: str = ""
    on: date | None = None
    also: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """All that it goes by."""
        return (self.id, *self.also)


@frozen
class Match:
    """What is meant: the things `found`, or where that is not clear none, and those that it could be."""

    found: tuple[OpenThing, ...] = ()
    several: tuple[OpenThing, ...] = ()
    ids: bool = False
    """Whether at least one of the words is the beginning of an id."""


def match(typed: Iterable[str], things: Sequence[OpenThing]) -> Match:
    """Return the open things that are meant: each word an id, or all words that occur in one thing only."""
    keys = words_of(typed)
    by_id = [_with_id(key, things) for key in keys]
    if keys and all(len(found) == 1 for found in by_id):
        return Match(tuple(dict.fromkeys(found[0] for found in by_id)), ids=True)
    by_words = _with_words(keys, things)
    if len(by_words) == 1:
        return Match(tuple(by_words))
    several = [*by_words, *(one for found in by_id if len(found) > 1 for one in found)]
    return Match(several=tuple(dict.fromkeys(several)), ids=any(by_id))


def named(typed: str, things: Iterable[tuple[str, T]]) -> list[T]:
    """Return of things beside their names those whose name was typed, or where none is, those whose name begins so."""
    wanted = key_form(typed)
    forms = [(key_form(name), thing) for name, thing in things]
    exact = [thing for form, thing in forms if form == wanted]
    return exact or [thing for form, thing in forms if wanted and form.startswith(wanted)]


def names_any(text: str, forms: Collection[str]) -> bool:
    """Tell whether a text names somebody: one of the forms as whole words, an s at its end left aside."""
    dashed = f"-{key_form(text)}-"
    return any(f"-{form}-" in dashed or f"-{form}s-" in dashed for form in forms)


def words_of(typed: Iterable[str]) -> list[str]:
    """Return the words that were typed in key form."""
    return [key for part in typed for word in part.replace(",", " ").split() if (key := key_form(word))]


def _with_id(key: str, things: Sequence[OpenThing]) -> list[OpenThing]:
    if len(key) < SHORTEST:
        return []
    whole = [one for one in things if key in map(key_form, one.ids)]
    return whole or [one for one in things if any(key_form(spelled).startswith(key) for spelled in one.ids)]


def _with_words(keys: Sequence[str], things: Sequence[OpenThing]) -> list[OpenThing]:
    """Return the things that have all the words; where some have no others, those."""
    wanted = {word for key in keys for word in key.split("-")}
    said = [(one, set(key_form(one.text).split("-"))) for one in things if wanted]
    return [one for one, words in said if wanted == words] or [one for one, words in said if wanted <= words]
