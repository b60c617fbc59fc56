"""Which column of an export is which: by the words of figures.toml, or as the manager mapped it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from salescoach.errors import Unusable
from salescoach.frozen import frozen
from salescoach.records.keys import key_form
from salescoach.tables.cells import folded, text_in

FIELDS = ("seller", "status", "stage", "opened", "won_on", "lost_on", "closed", "amount", "currency", "id")
"""What a column can be; each is found in this order, and once."""

CHOICES = ("won", "lost", "open", "entered", "decimal", "dates")
"""What else can be mapped: words for what became of a deal, columns of stages, how numbers and days are written."""

USUAL = "crm"
"""What a source is called where neither the manager nor the headers say which program it is of."""

Mapped = Mapping[str, Sequence[str]]

_PREFIX = "deal"
_ENOUGH = 2


class NoColumn(Unusable):
    """A column that is needed is not there, or one that was mapped; `headers` are those there are."""


@frozen
class Layout:
    """The places of the columns by field, and of those with the day a stage was entered; `program` is what made it."""

    headers: Sequence[str]
    places: Mapping[str, int]
    entered: Mapping[str, int]
    program: str = ""

    def header(self, field: str) -> str:
        """Return the header of a field as it stands there."""
        return self.headers[self.places[field]]


def layout_of(headers: Sequence[str], words: Mapping[str, Any], mapped: Mapped) -> Layout:
    """Return what the columns are, those that were mapped first."""
    taken: dict[str, int] = {}
    for field in sorted(FIELDS, key=lambda one: one not in mapped):
        said = (*mapped.get(field, ()), *words["field"].get(field, ()))
        place = next(_places(headers, said, taken.values()), None)
        if place is not None:
            taken[field] = place
    entered = {
        stage: place
        for place, header in enumerate(headers)
        if place not in taken.values() and (stage := _stage(header, words, mapped))
    }
    return Layout(headers, taken, entered, _program(headers, words))


def known_in(headers: Sequence[str], words: Mapping[str, Any], mapped: Mapped) -> int:
    """Return how many columns a row names if it is the header; 0 where none says whose and what became of it."""
    found = layout_of([text_in(one) for one in headers], words, mapped).places
    return len(found) if "seller" in found and found.keys() & {"status", "stage", "won_on"} else 0


def check(found: Layout, mapped: Mapped, file: str) -> None:
    """Raise NoColumn where an export cannot be read, or has not a column that was mapped."""
    headers = [one for one in found.headers if one]
    for field in (*FIELDS, "entered"):
        for column in mapped.get(field, ()):
            if folded(column) not in map(folded, headers):
                raise NoColumn(file=file, why=None, field=field, column=column, headers=headers)
    lacking = [one for one, of in _NEEDED.items() if not found.places.keys() & of]
    if lacking:
        raise NoColumn(file=file, why="lacking", field=lacking[0], column="", headers=headers)


_NEEDED = {"seller": {"seller"}, "stage": {"stage", "status", "won_on"}, "closed": {"closed", "won_on"}}


def _places(headers: Sequence[str], said: Sequence[str], taken: Collection[int]) -> Iterator[int]:
    """Give the places of these words, the surest first; Pipedrive puts `Deal - ` before each."""
    named = [(folded(header), folded(header).removeprefix(_PREFIX)) for header in headers]
    for word in map(folded, said):
        for form in (0, 1):
            yield from (at for at, forms in enumerate(named) if forms[form] == word and at not in taken)


def _stage(header: str, words: Mapping[str, Any], mapped: Mapped) -> str:
    """Return the stage of which a column has the day it was entered, empty where it is none; the end is no stage."""
    if folded(header) in map(folded, mapped.get("entered", ())):
        return header
    form = header.replace('"', "").partition("(")[0].strip()
    begin = next((one for one in words["entered"]["begins"] if form.casefold().startswith(f"{one} ")), None)
    stage = form[len(begin) :].strip() if begin else ""
    over = {key_form(word) for name in ("won", "lost", "closed") for word in words["outcome"][name]}
    return "" if key_form(stage) in over else stage


def _program(headers: Sequence[str], words: Mapping[str, Any]) -> str:
    """Return the program that made an export; empty where its headers do not say, or say several."""
    there = {*map(folded, headers)}
    counts = {name: len(there & {*map(folded, said)}) for name, said in words["program"].items()}
    most = max(counts.values(), default=0)
    best = [name for name, count in counts.items() if count == most >= _ENOUGH]
    return best[0] if len(best) == 1 else ""
