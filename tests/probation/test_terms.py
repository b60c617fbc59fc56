from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from salescoach.errors import CoachError, Missing
from salescoach.probation.records import Probation
from salescoach.probation.rules.deadlines import NotACountry, Rule
from salescoach.probation.rules.terms import EndsTooEarly, PastTheMost, Wish, new_in, unlit
from salescoach.records.rating import Rating
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings

Build = Callable[..., Seller]
TODAY = date(2026, 10, 20)
FIRST = date(2026, 9, 1)
END = date(2027, 1, 31)


def test_what_cannot_be_is_refused(seller: Build, rules: list[Rule]) -> None:
    """Whatever the rest says; the last lawful day needs no ground, the day after it one."""
    cases: list[tuple[Wish, dict[str, Any], type[CoachError]]] = [
        (Wish(country="XX"), {}, NotACountry), (Wish(country="SE"), {}, Missing),
        (Wish(ends=FIRST), {"started": FIRST}, EndsTooEarly),
        (Wish(ends=date(2026, 12, 31), longer=True), {"started": FIRST}, EndsTooEarly),
        (Wish(ends=END, longer=True), {"started": FIRST}, EndsTooEarly),
        (Wish(ends=date(2027, 3, 1), country="SE"), {"started": FIRST}, PastTheMost),
    ]  # fmt: skip
    last = date(2027, 2, 28)
    assert new_in(seller(started=FIRST), Wish(last, "SE"), Settings(), rules, TODAY)["ends"] == last
    away = Wish(date(2027, 3, 1), "SE", why="away")
    assert new_in(seller(started=FIRST), away, Settings(), rules, TODAY)["ends"] == date(2027, 3, 1)
    for wish, header, error in cases:
        noted = [Probation(on=FIRST, ends=END)] if wish.longer else []
        with pytest.raises(error):
            new_in(seller(*noted, **header), wish, Settings(), rules, TODAY)


def test_what_has_no_light_cannot_count(seller: Build) -> None:
    """Nor what is grey."""
    one = seller(Rating(on=TODAY, area="closing", level="yellow"), Rating(on=TODAY, area="crm"))
    assert [said.data["area"] for said in unlit(one, ["Closing", "CRM", "discovery"])] == ["CRM", "discovery"]
