"""The screen of one seller's figures: her months with small bars, and what they say beside her own past."""

from collections.abc import Iterator, Mapping
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.figures.rules.answers import HerFigures
from salescoach.figures.rules.compared import told
from salescoach.kit.look import Look
from salescoach.kit.parts import bar, capped, head, joined, listing, text
from salescoach.records.figures import AGES, NO_CURRENCY, OLDER, UNDATED, Hers, Month, Source, first_day
from salescoach.records.values import Number

_MONTHS = 12
_CELLS = 6


def screen(answer: HerFigures, look: Look) -> Iterator[Text | Table | str]:
    """Draw her months, the latest first."""
    yield head(look, "figures.hers", name=answer.name)
    if not answer.months:
        yield text(look.say("figures.hers_none", name=answer.name))
        return
    rows = _rows(answer, look)
    shown, over = capped(rows, look, _MONTHS)
    yield listing(
        ((text(day, "quiet"), one, text(counts), text(why, "why")) for day, one, counts, why in shown), look, 3
    )
    yield from over
    yield ""
    yield from map(text, _lines(answer, look))


def data(answer: HerFigures, look: Look) -> dict[str, Any]:
    """Return her figures as JSON has them."""
    past = answer.past
    return {
        "source": [one.name for one in answer.sources],
        "sellers": [{"key": answer.key, "name": answer.name, "months": [*map(month_data, answer.months)]}],
        "open": {one.name: one.sellers[answer.key].open for one in answer.sources},
        "stages": {one.name: [vars(each) for each in one.sellers[answer.key].stages] for one in answer.sources},
        "verdict": {"code": past.verdict, "text": look.say(told(past))} if past else None,
    }


def layout(answer: HerFigures, look: Look) -> tuple[str, dict[str, Any]]:
    """Return the document layout of her figures and what goes into it: all her months."""
    none = [] if answer.months else [look.say("figures.hers_none", name=answer.name)]
    return "figures", {
        "title": look.say("figures.hers", name=answer.name),
        "day": look.day(look.today, "long"),
        "months": [(day, one.plain, *more) for day, one, *more in _rows(answer, look)],
        "lines": none or list(_lines(answer, look)),
    }


def month_data(one: Month) -> dict[str, Any]:
    """Return a month as JSON has it: the value as a number where it is in one currency, else by currency."""
    counts = {"month": one.month, "opened": one.opened, "won": one.won, "lost": one.lost}
    value: object = next(iter(one.value.values()), 0) if len(one.value) <= 1 else one.value
    return {**counts, "value": value, "currency": next(iter(one.value), None), "days_to_win": one.days_to_win}


def amounts(value: Mapping[str, Number]) -> str:
    """Return amounts in groups of three, with their currencies, never added up: nobody compares months by the cent."""
    written = {name: f"{one:,.0f}".replace(",", " ").replace("-", "\u2212") for name, one in value.items()}
    return " + ".join(one if name == NO_CURRENCY else f"{one} {name}" for name, one in written.items())


def span(first: str, last: str, look: Look) -> str:
    """Return the months from one to another, YYYY-MM, in words, one alone where they are the same."""
    return " – ".join(look.day(first_day(month), "month") for month in dict.fromkeys((first, last)))


def _rows(answer: HerFigures, look: Look) -> list[tuple[str, Text, str, str]]:
    """Return each month, the latest first: when, a bar of what was won, the counts, and what it came to."""
    most = max((one.won + one.lost for one in answer.months), default=0) or 1
    rows = []
    for one in answer.months[::-1]:
        counts = look.say("figures.month", won=one.won, lost=one.lost, opened=one.opened)
        days = "" if one.days_to_win is None else look.say("figures.days", days=round(one.days_to_win))
        what = joined((amounts(one.value), days))
        rows.append((span(one.month, one.month, look), bar(one.won / most, _CELLS), counts, what))
    return rows


def _lines(answer: HerFigures, look: Look) -> Iterator[str]:
    """Give what her figures say against her own past, and what is open by source."""
    if answer.past:
        yield look.say(told(answer.past))
    for source in answer.sources:
        yield from _standing(source, source.sellers[answer.key], look)


def _standing(source: Source, hers: Hers, look: Look) -> Iterator[str]:
    ages = []
    for age in (age for age in (*map(str, AGES), OLDER, UNDATED) if age in hers.open):
        form, days = (age, AGES[-1]) if age in {OLDER, UNDATED} else ("to", int(age))
        ages.append(look.say("figures.age", n=hers.open[age], age=look.say(f"figures.age_{form}", days=days)))
    count = sum(hers.open.values())
    yield look.say("figures.open" if count else "figures.none_open", n=count, on=source.on, ages=joined(ages))
    for one in hers.stages:
        here = look.say("figures.stage_here", n=one.here, days=round(one.days / one.here)) if one.here else ""
        yield joined((look.say("figures.stage", stage=one.stage, on=one.on, of=one.on + one.out), here))
    if not hers.stages:
        yield look.say("figures.no_stages", source=source.name)
