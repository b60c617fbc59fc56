"""The screen of one seller's figures: her months with small bars, and what they say beside her own past."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.figures.rules.answers import HerFigures
from salescoach.figures.rules.compared import Past, told
from salescoach.figures.view.numbers import amounts, month
from salescoach.kit.look import Look
from salescoach.kit.parts import bar, capped, head, joined, listing, text
from salescoach.records.figures import AGES, OLDER, UNDATED, Hers, Month, Source, Stage

_MONTHS = 12
_CELLS = 6


def screen(answer: HerFigures, look: Look) -> Iterator[Text | Table | str]:
    """Draw her months, the latest first."""
    yield head(look, "figures.hers", name=answer.name)
    if not answer.months:
        yield text(look.say("figures.hers_none", name=answer.name))
        return
    shown, over = capped(answer.months[::-1], look, _MONTHS)
    most = max(one.won + one.lost for one in answer.months) or 1
    yield listing((_row(one, most, look) for one in shown), look, wraps=3)
    yield from over
    yield ""
    if answer.past:
        yield text(said(answer.past, look))
    for source in answer.sources:
        yield from _standing(source, source.sellers[answer.key], look)


def data(answer: HerFigures, look: Look) -> dict[str, Any]:
    """Return her figures as JSON has them."""
    past = answer.past
    return {
        "source": [one.name for one in answer.sources],
        "sellers": [{"key": answer.key, "name": answer.name, "months": [*map(month_data, answer.months)]}],
        "open": {one.name: one.sellers[answer.key].open for one in answer.sources},
        "stages": {one.name: [vars(each) for each in one.sellers[answer.key].stages] for one in answer.sources},
        "verdict": {"code": past.verdict, "text": said(past, look)} if past else None,
    }


def month_data(one: Month) -> dict[str, Any]:
    """Return a month as JSON has it: the value as a number where it is in one currency, else by currency."""
    counts = {"month": one.month, "opened": one.opened, "won": one.won, "lost": one.lost}
    value: object = next(iter(one.value.values()), 0) if len(one.value) <= 1 else one.value
    return {**counts, "value": value, "currency": next(iter(one.value), None), "days_to_win": one.days_to_win}


def said(past: Past, look: Look) -> str:
    """Return her latest months against her own before, with the verdict in words."""
    return look.say(told(past))


def _row(one: Month, most: int, look: Look) -> tuple[Text, ...]:
    counts = look.say("figures.month", won=one.won, lost=one.lost, opened=one.opened)
    days = "" if one.days_to_win is None else look.say("figures.days", days=round(one.days_to_win))
    return (
        text(month(one.month, look), "quiet"),
        bar(one.won / most, _CELLS),
        text(counts),
        text(joined((amounts(one.value), days)), "why"),
    )


def _standing(source: Source, hers: Hers, look: Look) -> Iterator[Text]:
    ages = [
        look.say("figures.age", n=hers.open[age], age=_age(age, look))
        for age in (*map(str, AGES), OLDER, UNDATED)
        if age in hers.open
    ]
    count = sum(hers.open.values())
    yield text(
        look.say("figures.open", n=count, on=source.on, ages=joined(ages))
        if count
        else look.say("figures.none_open", on=source.on)
    )
    for one in hers.stages:
        yield text(_stage(one, look))
    if not hers.stages:
        yield text(look.say("figures.no_stages", source=source.name), "quiet")


def _age(age: str, look: Look) -> str:
    if age in {OLDER, UNDATED}:
        return look.say(f"figures.age_{age}", days=AGES[-1])
    return look.say("figures.age_to", days=int(age))


def _stage(one: Stage, look: Look) -> str:
    here = look.say("figures.stage_here", n=one.here, days=round(one.days / one.here)) if one.here else ""
    return joined((look.say("figures.stage", stage=one.stage, on=one.on, of=one.on + one.out), here))
