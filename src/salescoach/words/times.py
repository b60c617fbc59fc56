"""The time of day beside a date, as people type it: `kl 14`, `at 2 pm`, `14.30`, `friday morning`; not which day."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

_HOURS, _MINUTES, _HALF_DAY = 24, 60, 12
_SPAN = r"(?:\s*(?:[-\u2013]|to|till|til)\s*\d{1,2}(?:[:.]\d\d)?)?"
"""The end of a meeting says nothing that is kept: `14-15`."""


class Timed(NamedTuple):
    """A text without its time of day: the `rest`, the time as typed, and as `14:00` where it has a number."""

    rest: str
    typed: str = ""
    at: str | None = None


class Times:
    """Finds the time of day at the end or the beginning of a text, in the words of several languages (dates.toml)."""

    def __init__(self, tables: Sequence[Mapping[str, Any]]) -> None:
        self._tables = tables

    def ways(self, text: str) -> list[Timed]:
        """Return how a text may be cut into a date and a time, the surest first; without a time, it is all there is."""
        found = [timed for pattern in self._sure for timed in _cut(pattern, text)]
        return [*found, Timed(text), *(timed for pattern in self._doubtful for timed in _cut(pattern, text))]

    @cached_property
    def _sure(self) -> list[re.Pattern[str]]:
        clock, parts = self._any("clock"), self._any("dayparts")
        named = rf"(?:{clock})\.?\s*(?P<hour>\d{{1,2}})(?:[:.]?(?P<minute>\d\d))?{_SPAN}(?:\s*(?P<half>[ap])\.?m\.?)?"
        plain = rf"(?P<hour>\d{{1,2}}):(?P<minute>\d\d){_SPAN}(?:\s*(?P<half>[ap])\.?m\.?)?"
        half = r"(?P<hour>\d{1,2})\s*(?P<half>[ap])\.?m\.?"
        round_ = rf"(?P<hour>\d{{1,2}})\.(?P<minute>00|1[3-9]|[2-5]\d){_SPAN}(?!\.?\d)"
        return [_at_either_end(one) for one in (named, plain, half, round_, rf"(?:(?:{clock})\.?\s+)?(?:{parts})")]

    @cached_property
    def _doubtful(self) -> list[re.Pattern[str]]:
        """The times that may as well be a date or a number: `14.10`, `14-15`."""
        return [
            _at_either_end(rf"(?P<hour>\d{{1,2}})\.(?P<minute>\d\d){_SPAN}"),
            _at_either_end(r"(?P<hour>\d{1,2})\s*[-\u2013]\s*\d{1,2}"),
        ]

    def _any(self, key: str) -> str:
        words = {word.replace(" ", r"\s+") for table in self._tables for word in table.get(key, ())}
        return "|".join(sorted(words, key=len, reverse=True)) or r"(?!)"


def _at_either_end(time: str) -> re.Pattern[str]:
    groups: Callable[[str], str] = lambda end: re.sub(r"\?P<(\w+)>", rf"?P<\1_{end}>", time)  # noqa: E731
    last = rf"(?P<day_last>.*\S)(?:[\s,]+|(?<=\d)T(?=\d))(?P<time_last>{groups('last')})"
    first = rf"(?P<time_first>{groups('first')})[\s,]+(?P<day_first>\S.*)"
    return re.compile(f"(?:{last}|{first})", re.IGNORECASE | re.DOTALL)


def _cut(pattern: re.Pattern[str], text: str) -> list[Timed]:
    match = pattern.fullmatch(text.strip())
    if match is None:
        return []
    found = {name.rpartition("_")[0]: value for name, value in match.groupdict().items() if value is not None}
    if "hour" not in found:
        return [Timed(found["day"], found["time"])]
    hour, minute = int(found["hour"]), int(found.get("minute") or 0)
    if "half" in found:
        hour = hour % _HALF_DAY + (_HALF_DAY if found["half"] in "pP" else 0)
    if hour >= _HOURS or minute >= _MINUTES:
        return []
    return [Timed(found["day"], found["time"], f"{hour:02}:{minute:02}")]
