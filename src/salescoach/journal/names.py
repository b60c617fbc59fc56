"""Names: who is meant by what was typed; a write never guesses, so two hits are listed and none is chosen."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence

from salescoach.errors import BadName, NoSuchSeller, NotASeller, SeveralSellers
from salescoach.frozen import frozen
from salescoach.records.keys import key_form

ME = "me"
"""What the manager is called: no seller goes by it."""

_RESERVED = {ME, "con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
"""Names that are taken: the manager is me, and Windows keeps the others for devices, whatever the suffix."""

_LONGEST = 80
"""Bytes of a key: with its suffix and the temporary one it fits every file system (255)."""

_FEWER = _LONGEST // 3
"""Letters of a key in an alphabet whose letters take three bytes each."""

_SHOWN = 40
"""Letters of a name that is refused that are shown."""

_ALIKE = {"LATIN", "CYRILLIC", "GREEK"}
"""Alphabets that share the look of many letters, by the first word of what Unicode calls a letter."""

_NEAR = 0.6


@frozen
class Called:
    """What a seller goes by: the key of the file, the full name as last changed, and aliases."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()


def key_for(name: str) -> str:
    """Return the key of a new seller's file; raise BadName where the name has no letter, or is too long."""
    key = key_form(name)
    if not key or len(key.encode()) > _LONGEST or not any(char.isalpha() for char in key):
        raise BadName(text=name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…", most=_LONGEST, fewer=_FEWER)
    return f"{key}-1" if key in _RESERVED else key


def mixed(name: str) -> str | None:
    """Return the first word of a name whose letters come from two alphabets that look alike, None if there is none."""
    return next((word for word in name.split() if len(_ALIKE & _alphabets(word)) > 1), None)


def find(typed: str, people: Sequence[Called]) -> Called:
    """Return who is meant by key, name, alias, word or a part; raise NotASeller, NoSuchSeller, SeveralSellers."""
    wanted = key_form(typed)
    if wanted == ME:
        raise NotASeller(typed=typed)
    for person in people:
        if person.key == typed:
            return person
    if wanted:
        for matches in _STEPS:
            found = [person for person in people if matches(wanted, person)]
            if len(found) == 1:
                return found[0]
            if found:
                raise SeveralSellers(
                    typed=typed,
                    names=[f"{person.name} ({person.key})" for person in found],
                    keys=[person.key for person in found],
                )
    raise NoSuchSeller(typed=typed, near=_near(wanted, people))


def begun(typed: str, people: Sequence[Called]) -> list[Called]:
    """Return who may be meant by what was begun: by the key, by a name as it is written, by its letters alone."""
    wanted, written = key_form(typed), unicodedata.normalize("NFC", typed).casefold()
    steps: tuple[Callable[[Called], bool], ...] = (
        lambda person: person.key.startswith(typed.casefold()),
        lambda person: any(
            f" {written}" in f" {unicodedata.normalize('NFC', name).casefold()}"
            for name in (person.name, *person.aliases)
        ),
        lambda person: wanted != "" and any(f"-{wanted}" in f"-{text}" for text in _texts(person)),
    )
    return next((found for fits in steps if (found := [person for person in people if fits(person)])), [])


def _alphabets(word: str) -> set[str]:
    return {unicodedata.name(char, "").partition(" ")[0] for char in word}


_STEPS: tuple[Callable[[str, Called], bool], ...] = (
    lambda wanted, person: wanted in (key_form(person.key), key_form(person.name)),
    lambda wanted, person: wanted in map(key_form, person.aliases),
    lambda wanted, person: any(f"-{wanted}-" in f"-{text}-" for text in _texts(person)),
    lambda wanted, person: any(f"-{wanted}" in f"-{text}" for text in _texts(person)),
    lambda wanted, person: any(wanted in text for text in _texts(person)),
)
"""How somebody can be meant, the surest first: by the whole, an alias, a word, its beginning, a part."""


def _texts(person: Called) -> Iterable[str]:
    return map(key_form, (person.key, person.name, *person.aliases))


def _near(wanted: str, people: Sequence[Called]) -> list[str]:
    from difflib import get_close_matches

    names: dict[str, list[str]] = {}
    for person in people:
        for text in (*person.key.split("-"), *_texts(person)):
            names.setdefault(text, []).append(person.name)
    close = get_close_matches(wanted, names, n=3, cutoff=_NEAR)
    return list(dict.fromkeys(name for text in close for name in names[text]))
