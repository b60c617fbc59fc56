"""Dates: read as people type them, and written as the language writes them; the words for it are in dates.toml."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from salescoach.errors import FarAway, NotADate
from salescoach.words.date_meaning import Reference
from salescoach.words.date_patterns import Fit, Patterns
from salescoach.words.order import Order, order
from salescoach.words.times import Timed, Times

Which = Callable[[str, date, date], date | None]
"""Asks which of two days a text means, the one that went by or the one to come; None where nobody can answer."""


YEARS = range(1990, 2101)
"""The years that are meant: no seller was hired before, nothing is due after; another is a slip of the finger."""

FAR = 200
"""Days from today at which a date without a year was meant the other way: bookings, holidays and talks are nearer."""


class Dates:
    """Reads the dates of several languages, each a parsed dates.toml, writes the first's; doubt is refused."""

    def __init__(
        self,
        *tables: Mapping[str, Any],
        every: Callable[[], Sequence[Mapping[str, Any]]] = tuple,
        month_first: bool = False,
        which: Which | None = None,
        marks: Callable[[], Sequence[Mapping[str, Any]]] = tuple,
    ) -> None:
        """Take the tables, the one that writes first; `every` gives all that are read with, once something is read.

        `marks` gives those of the marks: a date by itself may have a deadline word before it, `by fri`.
        """
        self._tables, self._every, self.month_first, self._which = tables, every, month_first, which
        self._marks = marks
        self._answers: dict[tuple[str, date], date] = {}

    def read(self, text: str, *, today: date, back: bool = False, due: bool = True) -> date:
        """Return the day meant: the next, with `back` the latest, its end if `due`, else its start; raise NotADate.

        A time of day beside it is no reason to lose the day; `timed` says which it is.
        """
        try:
            return self._meant(text, Reference(today, back, due, self.month_first))
        except NotADate as refused:
            data: dict[str, Any] = {**refused.data}
        except (ValueError, OverflowError):
            data = {"why": "impossible"}
        if data["why"] == "gone_by" and (answer := self._answered(text, today, data["past"], data["coming"])):
            return answer
        raise NotADate(text=text, forms=self._tables[0]["accepted"], **data)

    def near(self, day: date, typed: str, since: date) -> date:
        """Return the day that was typed; raise FarAway where it is far from `since` and may lack its year."""
        fit, days = self._whole(typed)[0], (day - since).days
        dated = fit is not None and ("year" in fit.gaps or sum(map(str.isdigit, fit.gaps.get("date", ""))) > _YEARLESS)
        if abs(days) > FAR and not dated and str(day.year) not in typed:
            raise FarAway(why="back" if days < 0 else None, day=day, days=abs(days), iso=day.isoformat())
        return day

    def timed(self, text: str) -> Timed:
        """Return a text cut into its day and the time of day beside it."""
        return self._whole(text)[1] or Timed(text)

    def begins_like(self, text: str) -> bool:
        """Tell whether a text begins with a date, or with a word that dates begin with: `friday morning`.

        What looks like a day and its month, and goes on, is rather a number: `2.5 percent`.
        """
        fits = self._patterns.fits(text)
        dated = any(not fit.rest or len(fit.gaps.get("date", "27.11")) >= len("27.11") for fit in fits)
        return dated or self._patterns.opens(text)

    def looks_whole(self, text: str) -> bool:
        """Tell whether the whole text has the shape of a date, with a time or without, be it one or not: `31 feb`."""
        return self._whole(text)[0] is not None

    def is_plain(self, text: str) -> bool:
        """Tell whether a whole date is one even without a deadline word: `fredag`, `4/12`, `i morgon`; not `fre`."""
        fit, timed = self._found(text)
        return fit is not None and timed is not None and self._patterns.plain(timed.rest, fit)

    def nearly(self, text: str) -> bool:
        """Tell whether the first word is nearly one of a date: `firday`."""
        return self._patterns.nearly(text)

    def names(self, text: str) -> bool:
        """Tell whether a text may be the name of somebody: a short form or a month with a capital, `Tor`."""
        return self._patterns.names(text)

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
    def order(self) -> Order:
        """What names and words are sorted by in the language that is written."""
        return order(self._tables[0])

    @cached_property
    def _patterns(self) -> Patterns:
        return Patterns(self._read_with)

    @cached_property
    def _times(self) -> Times:
        return Times(self._read_with)

    @cached_property
    def _read_with(self) -> Sequence[Mapping[str, Any]]:
        return self._every() or self._tables

    def _whole(self, text: str) -> tuple[Fit | None, Timed | None]:
        """Return what a text is by itself; where it is no date, what it is without a deadline word: `by fri`."""
        fit, timed = self._found(text)
        bare = None if fit else self._deadline.match(text.strip())
        return self._found(text.strip()[bare.end() :]) if bare else (fit, timed)

    @cached_property
    def _deadline(self) -> re.Pattern[str]:
        words = {str(word) for table in self._marks() for word in table.get("join", {}).get("due", ())}
        longest_first = sorted(map(re.escape, words), key=len, reverse=True)
        return re.compile(rf"(?:{'|'.join(longest_first) or '(?!)'}):?\s+", re.IGNORECASE)

    def _found(self, text: str) -> tuple[Fit | None, Timed | None]:
        for timed in self._times.ways(text):
            fit = next((fit for fit in self._patterns.fits(timed.rest) if not fit.rest), None)
            if fit is not None:
                return fit, timed
        return None, None

    def _meant(self, text: str, reference: Reference) -> date:
        if _ISO.fullmatch(text):
            return self._within(date.fromisoformat(text))
        fit, _ = self._whole(text)
        if fit is None:
            raise NotADate(why="unknown")
        return self._within(fit.rule(fit.gaps, reference))

    def _within(self, day: date) -> date:
        if day.year not in YEARS:
            raise NotADate(why="year", year=day.year, first=YEARS[0], last=YEARS[-1])
        return day

    def _answered(self, text: str, today: date, past: date, coming: date) -> date | None:
        """Return which of two days is meant, asked once."""
        known = self._answers.get((text, today)) or (self._which and self._which(text, past, coming))
        if known:
            self._answers[text, today] = known
        return known or None


_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_YEARLESS = 4  # digits of a day and its month
