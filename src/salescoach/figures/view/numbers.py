"""How figures are written: amounts in groups of three, apart by currency, and months."""

from collections.abc import Mapping

from salescoach.kit.look import Look
from salescoach.records.figures import NO_CURRENCY, first_day
from salescoach.records.values import Number


def amount(value: Number) -> str:
    """Return a number in groups of three, without decimals: nobody compares months by the cent."""
    return f"{value:,.0f}".replace(",", " ").replace("-", "\u2212")


def amounts(value: Mapping[str, Number]) -> str:
    """Return amounts with their currencies, never added up."""
    return " + ".join(f"{amount(one)}{'' if name == NO_CURRENCY else f' {name}'}" for name, one in value.items())


def month(one: str, look: Look) -> str:
    """Return a month, YYYY-MM, in words."""
    return look.day(first_day(one), "month")


def span(first: str, last: str, look: Look) -> str:
    """Return the months from one to another, one alone where they are the same."""
    return " – ".join(dict.fromkeys((month(first, look), month(last, look))))
