"""The list of areas: one name for what is rated, expected, practised and asked about, by whatever name it is typed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from typing import Any

from salescoach.frozen import frozen
from salescoach.records.keys import key_form
from salescoach.records.values import LEVELS, Level


@frozen
class Subject:
    """What an area is about: its levels as they can be seen, what customers feel there, what to ask, try and look for.

    `stage` is its place in a sale, None where it is of every part; `asked` marks the few that she is asked about first.
    `spoken` are the key forms of what it goes by and of what is said where somebody speaks of it, `figures` are codes
    of what a CRM can say of it.
    """

    name: str
    names: tuple[str, ...]
    spoken: tuple[str, ...]
    levels: Mapping[Level, str]
    questions: Sequence[str] = ()
    exercises: Sequence[str] = ()
    rows: Sequence[str] = ()
    customers: Mapping[str, str] = field(default_factory=dict)
    stage: int | None = None
    asked: bool = False
    figures: Sequence[str] = ()

    def is_spoken_of(self, text: str) -> bool:
        """Tell whether a text names it, or has words that are said where it is meant."""
        said = f"-{key_form(text)}-"
        return any(f"-{one}-" in said for one in self.spoken)


@frozen
class Areas:
    """All areas that are described, by the key form of every name they go by."""

    subjects: Mapping[str, Subject] = field(default_factory=dict)

    def of(self, area: str) -> Subject | None:
        """Return what an area is about, None where nobody described it."""
        return self.subjects.get(key_form(area))

    def named(self, used: Iterable[str]) -> dict[str, str]:
        """Return what each name of an area is written as: as it is `used` already, else by its one name."""
        spelled: dict[str, str] = {}
        for area in used:
            subject = self.of(area)
            if subject and (subject.name not in spelled or key_form(area) == key_form(subject.name)):
                spelled[subject.name] = area
        return {key: spelled.get(subject.name, subject.name) for key, subject in self.subjects.items()}

    @property
    def names(self) -> list[str]:
        """The one name of each, the parts of a sale first, in their order."""
        every = {one.name: one for one in self.subjects.values()}.values()
        return [one.name for one in sorted(every, key=lambda one: (one.stage is None, one.stage or 0))]

    @property
    def asked(self) -> list[str]:
        """The parts of a sale that somebody is asked about of whom nothing is known."""
        return [name for name in self.names if (subject := self.of(name)) and subject.asked]


NO_AREAS = Areas()
"""Where nothing is described."""


def areas_from(tables: Iterable[Sequence[Mapping[str, Any]]]) -> Areas:
    """Return the areas of some templates, each in all languages that are read: the first counts, the last names it."""
    found: dict[str, Subject] = {}
    for each in tables:
        subject = _subject(each)
        for key in map(key_form, subject.names):
            found.setdefault(key, subject)
    return Areas(found)


def _subject(each: Sequence[Mapping[str, Any]]) -> Subject:
    table, name = each[0], str(each[-1]["title"])
    names = (name, *(str(one) for table in each for one in (table["title"], *table.get("names", ()))))
    words = (str(one) for table in each for one in table.get("words", ()))
    told = ("questions", "exercises", "rows", "customers", "stage", "asked", "figures")
    return Subject(
        name=name,
        names=names,
        spoken=tuple(dict.fromkeys(map(key_form, (*names, *words)))),
        levels={level: table[level] for level in LEVELS if table.get(level)},
        **{key: table[key] for key in told if key in table},
    )
