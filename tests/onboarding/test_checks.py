from collections.abc import Iterator
from datetime import date

import pytest

from salescoach.errors import Problem
from salescoach.journal.read import Source, source
from salescoach.onboarding.schema import checks
from salescoach.probation import schema
from salescoach.records.header import Header
from salescoach.records.seller import Seller

STARTED = date(2027, 1, 4)
COUNTRIES = ["SE", "Sweden", "Sverige"]


def found(text: str, countries: list[str] = COUNTRIES, *, private: bool = False) -> Iterator[Problem]:
    """Return what fits nothing in a file that ends in a text, which begins on line 3."""
    data = f'[[phase]]\nphase = "Do it"\n{text}'.encode()
    return faults(source(data, "sellers/bo.toml", "bo"), STARTED, countries, private=private)


def faults(read: Source, started: date | None, countries: list[str], *, private: bool) -> Iterator[Problem]:
    """Give what both capabilities check."""
    bo = Seller(key="bo", header=Header(name="Bo", started=started))
    rules = {"country": [{"code": one, "name": one} for one in countries]}
    for one in (checks, schema):
        yield from one.faults(read, bo, lambda _: rules, private=private)


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ('[[step]]\nphase = "deliver"\n', "no_phase", 9),
        ('[[milestone]]\nmilestone = "frist deal"\n', "unknown_near", 13),
        ('[[milestone]]\nmilestone = "first-meetings"\n', "unknown_near", 13),
        ('[[probation]]\ncountry = "SV"\n', "no_rules", 11),
        ("[[probation]]\nends = 2027-01-03\n", "ends_early", 8),
    ],
)
def test_what_fits_nothing_is_found_in_its_place(text: str, code: str, column: int) -> None:
    """One thing each; in a private record with private ones only."""
    [problem] = found(text)
    assert (problem.code, problem.line, problem.column) == (code, 4, column)
    hidden = f"{text}private = true\n"
    assert (list(found(hidden)), len([*found(hidden, private=True)])) == ([], 1)


@pytest.mark.parametrize(
    "text",
    [
        '[[step]]\nphase = "DO IT"\n[[step]]\nphase = 3\n',
        '[[milestone]]\nmilestone = "First deal"\n[[milestone]]\nmilestone = "first demo"\n',
        '[[milestone]]\nmilestone = "second meeting"\n[[milestone]]\n',
        '[[probation]]\ncountry = "se"\n[[probation]]\ncountry = "sverige"\nends = 2027-01-04\n',
        '[[probation]]\ncounts = []\n[[probation]]\ncountry = 7\nends = "soon"\n',
        "step = [3]\n",
    ],
)
def test_what_fits_is_let_be(text: str) -> None:
    """However it is spelled, milestones of her own, and what is left out of reading for another reason."""
    assert list(found(text)) == []


def test_where_no_rules_can_be_read_no_country_is_wrong() -> None:
    """Nor is a last day, where nobody knows the first."""
    text = '[[probation]]\ncountry = "XX"\nends = 2020-01-01\n'
    assert [one.code for one in found(text, [])] == ["ends_early"]
    data = source(text.encode(), "sellers/bo.toml", "bo")
    assert [one.code for one in faults(data, None, COUNTRIES, private=False)] == ["no_rules"]
