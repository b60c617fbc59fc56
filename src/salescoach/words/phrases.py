"""Words: phrases looked up by key, their gaps filled, their plurals chosen."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from string import Formatter
from typing import TYPE_CHECKING, Any

from salescoach.answer import Phrase

if TYPE_CHECKING:
    from salescoach.words.dates import Dates


_MARKED = re.compile(r"\s*(?:[-*•·\u2013]|\d{1,2}[.)])\s+")
"""What an item of a list begins with."""


def is_list(text: str) -> bool:
    """Tell whether a text is a list that was pasted: lines, of which several begin as items do."""
    return "\n" in text.strip() and sum(_MARKED.match(line) is not None for line in text.splitlines()) > 1


def in_line(text: str) -> str:
    """Return a text for where there is one line alone: the items of a list behind one another."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return " · ".join(_MARKED.sub("", line) for line in lines).replace(": · ", ": ") if is_list(text) else text


def naming(levels: Mapping[Any, str]) -> dict[str, Any]:
    """Return the table of phrases that has own names for the levels."""
    return {"level": {one: name.replace("{", "{{").replace("}", "}}") for one, name in levels.items()}}


_SIGNS = {",": "group", ".": "decimal", "-": "minus"}
"""What a number is written with here, and what a language calls its own sign for it, in [number]."""


class Words(Formatter):
    """The phrases of one language; a later table fills in what an earlier one lacks.

    A gap is `{name}`, `{due:date}` (Fri 27 Nov, and the year where it is another than today's), `{due:long}` (always
    with it), `{days:day}` (the count and the word for it, from [count]) or `{red}` (what that level is called here).
    Only plain names are looked up: a template cannot reach into what it is given.
    """

    def __init__(
        self,
        tables: Sequence[Mapping[str, Any]],
        dates: "Dates",
        today: date | None = None,
        help: Callable[[], Sequence[Mapping[str, Any]]] = tuple,  # noqa: A002  # as its keys begin
    ) -> None:
        """Take tables in order of precedence, the writer of dates, today; `help` gives those for help, when shown."""
        self._tables = tables
        self._dates = dates
        self._today = today
        self._help = help

    def has(self, key: str) -> bool:
        """Tell whether there is a phrase under a dotted key."""
        return self._find(key) is not None

    def say(self, what: Phrase | str, /, **data: object) -> str:
        """Return a phrase in words; `data` is used with a key."""
        key, gaps = (what.key, what.data) if isinstance(what, Phrase) else (what, data)
        pattern = self._find(key)
        if not isinstance(pattern, str):
            raise KeyError(key)
        return self.vformat(pattern, (), gaps)

    def day(self, day: date, form: str = "date") -> str:
        """Return a day in words, in one of the forms that Dates knows."""
        other_year = self._today is not None and day.year != self._today.year
        return self._dates.say(day, "long" if form == "date" and other_year else form)

    def order(self, text: str) -> tuple[str, str]:
        """Return what a name or a word is sorted by."""
        return self._dates.order(text)

    def count(self, unit: str, number: float) -> str:
        """Return a number and its unit: `1 day`, `12 days`."""
        form = "one" if number == 1 else "other"
        return self.vformat(str(self._find(f"count.{unit}.{form}")), (), {"n": number})

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """Look up a gap; one that is named after a level, and not given, is what that level is called here."""
        level = f"level.{key}"
        return self.say(level) if key not in kwargs and self._find(level) else super().get_value(key, args, kwargs)

    def get_field(self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """Look up a gap by its plain name."""
        return self.get_value(field_name, args, kwargs), field_name

    def format_field(self, value: Any, format_spec: str) -> str:
        """Write a value into its gap."""
        if isinstance(value, Phrase):
            return self.say(value)
        if isinstance(value, date):
            return self.day(value, format_spec or "date")
        if isinstance(value, list | tuple):
            return ", ".join(self.format_field(part, format_spec) for part in value)
        if format_spec and isinstance(value, int | float):
            return self.count(format_spec, value)
        return self._number(value) if isinstance(value, int | float) else str(value)

    def _number(self, value: float) -> str:
        """Return a number as the language writes it; where it says nothing of that, as it stands."""
        signs = self._find("number")
        if signs is None:
            return str(value)
        return f"{value:,}".translate({ord(one): signs[name] for one, name in _SIGNS.items()})

    def _find(self, key: str) -> Any:
        helps = key.startswith("help.")
        for table in self._help() if helps else self._tables:
            found = _at(table, key.removeprefix("help.") if helps else key)
            if found is not None:
                return found
        return None


def _at(table: Mapping[str, Any], key: str) -> Any:
    for part in key.split("."):
        if not isinstance(table, Mapping) or part not in table:
            return None
        table = table[part]
    return table
