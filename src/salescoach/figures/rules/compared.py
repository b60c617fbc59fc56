"""Whether figures differ at all: 95 % intervals, and a verdict that is mostly "too few to tell"."""

from collections.abc import Sequence
from datetime import date
from math import hypot, sqrt
from typing import Literal

from salescoach.answer import Phrase, phrase
from salescoach.frozen import frozen
from salescoach.records.figures import AGES, OLDER, Month, Source, first_day, month_of, months_before, months_of

Verdict = Literal["more", "fewer", "unclear"]

_Z = 1.959964
"""Of the normal distribution: between minus and plus this lie 95 %."""

_LEAST = 5
"""Deals on either side under which nothing is said: with fewer the interval holds less often than it promises."""

RECENT, EARLIER = 3, 12
"""Months that are looked at, and those before them that they are held against: a year has all seasons."""


@frozen
class Rate:
    """How many of the deals that were decided were won."""

    won: int
    of: int


@frozen
class Past:
    """Her latest months from `since` on against the months before, from `before` on, and what that says."""

    now: Rate
    then: Rate
    since: str
    before: str
    verdict: Verdict


def interval(rate: Rate) -> tuple[float, float]:
    """Return the 95 % interval of a share, 0 to 1, without continuity correction: everything where there is nothing.

    Wilson 1927, Journal of the American Statistical Association 22, 209-212; it holds for few deals as well.
    """
    if not rate.of:
        return 0.0, 1.0
    share, square = rate.won / rate.of, _Z * _Z / rate.of
    middle, half = share + square / 2, _Z * sqrt(share * (1 - share) / rate.of + square / (4 * rate.of))
    return (middle - half) / (1 + square), (middle + half) / (1 + square)


def differs(now: Rate, then: Rate) -> Verdict:
    """Tell whether two shares differ, by the 95 % interval of their difference; unclear where that has zero in it.

    Newcombe 1998, Statistics in Medicine 17, 873-890, method 10: from the two Wilson intervals.
    """
    if min(now.of, then.of) < _LEAST:
        return "unclear"
    (low, high), (least, most) = interval(now), interval(then)
    share, other = now.won / now.of, then.won / then.of
    if share - other - hypot(share - low, most - other) > 0:
        return "more"
    return "fewer" if share - other + hypot(high - share, other - least) < 0 else "unclear"


def past_of(months: Sequence[Month], last: str) -> Past | None:
    """Return her latest months up to the `last` of the source against her own before; None without one decided deal."""
    since, before = months_before(last, RECENT - 1), months_before(last, RECENT - 1 + EARLIER)
    now = _rate([one for one in months if since <= one.month <= last])
    then = _rate([one for one in months if before <= one.month < since])
    return Past(now, then, since, before, differs(now, then)) if now.of + then.of else None


def _rate(months: Sequence[Month]) -> Rate:
    won = sum(one.won for one in months)
    return Rate(won, won + sum(one.lost for one in months))


def told(past: Past) -> Phrase:
    """Return her latest months against those before, with the verdict, or which of the two nothing was decided in."""
    gaps = {"won": past.now.won, "of": past.now.of, "was": past.then.won, "was_of": past.then.of}
    bare = "" if past.now.of and past.then.of else "now" if past.then.of else "then"
    return phrase(f"figures.verdict.{bare or past.verdict}", **gaps, since=first_day(past.since))


def brief(sources: Sequence[Source], key: str) -> list[tuple[Phrase, date]]:
    """Return what there is to say of her figures in two lines at most, each with the day it is of (S1.3).

    Her share of won deals against her own past, and open deals that are older than most sales become.
    """
    hers = sorted((one for one in sources if key in one.sellers), key=lambda one: (one.on, one.name))
    if not hers:
        return []
    latest, months = hers[-1], months_of(hers, key)
    past = past_of(months, month_of(latest.on))
    lines = [told(past)] if past else []
    old = sum(latest.sellers[key].open.get(age, 0) for age in (*map(str, AGES[2:]), OLDER))
    days, timed = (sum(getattr(one, part) for one in months) for part in ("days", "timed"))
    if old:
        took = [phrase("figures.took", days=round(days / timed))] if timed else []
        lines.append(phrase("figures.old", n=old, age=AGES[1], took=took))
    return [(line, latest.on) for line in lines]
