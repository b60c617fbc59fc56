"""Dates: read as people type them, and written as the language writes them; the words for it are in dates.toml."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any

from salescoach.errors import NotADate
from salescoach.words.date_meaning import Reference
from salescoach.words.date_patterns import Fit, Patterns


class Dates:
    """Reads the dates of several languages, each a parsed dates.toml, writes the first's; doubt is refused."""

    def __init__(self, *tables: Mapping[str, Any]) -> None:
        self._tables = tables

    def read(self, text: str, *, today: date, back: bool = False, due: bool = True) -> date:
        """Return the day meant: the next, with `back` the latest, its end if `due`, else its start; raise NotADate."""
        try:
            return self._meant(text, Reference(today, back, due))
        except NotADate as refused:
            why = refused.data["why"]
        except (ValueError, OverflowError):
            why = "impossible"
        raise NotADate(text=text, forms=self._tables[0]["accepted"], why=why)

    def begins_like(self, text: str) -> bool:
        """Tell whether a text begins with a date, or with a word that dates begin with: `friday morning`."""
        return any(not _decimal(fit) for fit in self._patterns.fits(text)) or self._patterns.opens(text)

    def looks_whole(self, text: str) -> bool:
        """Tell whether the whole text has the shape of a date, be it one or not: `31 feb`."""
        return self._whole(text) is not None

    def say(self, day: date, form: str = "date") -> str:
        """Return a day in words: `date`, `long`, `short`, `weekday`, `month` as in [say], or `iso`."""
        if form == "iso":
            return day.isoformat()
        table = self._tables[0]
        weekday, weekday_short, *_ = table["weekdays"][day.weekday()]
        month, month_short, *_ = table["months"][day.month - 1]
        names = {"weekday": weekday, "weekday_short": weekday_short, "month": month, "month_short": month_short}
        return str(table["say"][form].format(day=day.day, year=day.year, **names))

    @cached_property
    def _patterns(self) -> Patterns:
        return Patterns(self._tables)

    def _whole(self, text: str) -> Fit | None:
        return next((fit for fit in self._patterns.fits(text) if not fit.rest), None)

    def _meant(self, text: str, reference: Reference) -> date:
        fit = self._whole(text)
        if fit is None:
            raise NotADate(why="unknown")
        day = fit.rule(fit.gaps, reference)
        if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            raise NotADate(why="impossible")
        return day


_FIRST_YEAR, _LAST_YEAR = 1900, 2200  # no seller was hired before, nothing is due after


def _decimal(fit: Fit) -> bool:
    """Tell whether what looks like a day and its month is rather a number: `2.5 percent`."""
    return bool(fit.rest) and len(fit.gaps.get("date", "27.11")) < len("27.11")
