"""Whose the names of an export are: somebody's of the team, nobody's, or not to be told."""

from collections.abc import Collection, Mapping, Sequence
from difflib import SequenceMatcher

from salescoach.errors import NoSuchSeller, NotASeller, SeveralSellers
from salescoach.frozen import frozen
from salescoach.journal.names import Called, find
from salescoach.records.keys import key_form
from salescoach.tables.cells import spelled

NOBODY = ""
"""The key of a name that is told to be nobody's of the team."""

_ALIKE, _WORD, _SHOWN = 0.75, 3, 2
"""How alike two names are that are worth a look, the letters of a word that two have, and how many are named."""


@frozen
class Whose:
    """The keys of the names that are known, the nearest to those that are nobody's, and who each of the rest fits."""

    known: Mapping[str, str]
    near: Mapping[str, Sequence[Called]]
    several: Mapping[str, Sequence[Called]]


def whose(names: Collection[str], people: Sequence[Called], told: Mapping[str, str]) -> Whose:
    """Return whose each name is: as it was told, else whose full name or alias it is; a part of a name is only near.

    Of two that read the same but for accents, the one that is spelled as hers is hers.
    """
    keys = {one.key: one for one in people}
    by_form = {key_form(name): key for name, key in told.items()}
    known = {name: key for name in names if (key := by_form.get(key_form(name))) in keys and key is not None}
    near: dict[str, Sequence[Called]] = {}
    several: dict[str, Sequence[Called]] = {}
    exact: dict[str, str] = {}
    for name in (one for one in names if key_form(one) not in by_form):
        hit = _hits(name, people)
        if len(hit) > 1:
            several[name] = hit
        elif hit and key_form(name) in map(key_form, (hit[0].key, hit[0].name, *hit[0].aliases)):
            exact[name] = hit[0].key
        elif found := hit or _near(name, people):
            near[name] = found
    outdone = {name: [keys[key]] for name, key in exact.items() if _outspelled(name, keys[key], exact)}
    return Whose(known | {name: key for name, key in exact.items() if name not in outdone}, near | outdone, several)


def _hits(name: str, people: Sequence[Called]) -> list[Called]:
    """Return who may be meant: whoever has exactly that name, else as `find` has it."""
    exact = [one for one in people if spelled(name) == spelled(one.name)]
    if len(exact) == 1:
        return exact
    try:
        return [find(name, people)]
    except SeveralSellers as error:
        keys = error.data["keys"]
        assert isinstance(keys, list)  # noqa: S101  # so it is raised
        return [one for one in people if one.key in keys]
    except (NoSuchSeller, NotASeller):
        return []


def _near(name: str, people: Sequence[Called]) -> list[Called]:
    """Return whose name is nearly the same, or has a word of it; the nearest first."""
    form = key_form(name)
    ratios = {one.key: SequenceMatcher(None, form, key_form(one.name)).ratio() for one in people}
    words = {word for word in form.split("-") if len(word) >= _WORD}
    found = [one for one in people if ratios[one.key] >= _ALIKE or words & {*key_form(one.name).split("-")}]
    return sorted(found, key=lambda one: -ratios[one.key])[:_SHOWN]


def _outspelled(name: str, one: Called, known: Mapping[str, str]) -> bool:
    """Tell whether another name of the export is spelled as hers, and this one is not."""
    rivals = [other for other, key in known.items() if key == one.key and other != name]
    return spelled(name) != spelled(one.name) and any(spelled(other) == spelled(one.name) for other in rivals)
