from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from fixtures.answers import Make
from salescoach.coaching.areas import areas_from
from salescoach.expectations.rules import Expectations, expected_of, standing_in
from salescoach.journal.templates import Templates
from salescoach.kit.document import document
from salescoach.kit.screen import text

RECORDS = (
    ("rating", {"area": "discovery", "level": "red", "evidence": "showed the price first", "on": date(2026, 11, 2)}),
    ("rating", {"area": "discovery", "level": "green", "by": "seller", "on": date(2026, 11, 3)}),
    ("rating", {"area": "closing", "on": date(2026, 11, 3)}),
    ("expectation", {"area": "discovery", "green": "sums up the need in the words of the customer, in every meeting"}),
    ("expectation", {"area": "tenders", "red": "none sent", "yellow": "two a month", "green": "wins half"}),
    ("expectation", {"area": "notes"}),
)


@pytest.fixture
def made(person: Make, templates: Templates) -> Callable[..., Expectations]:
    """Return what is expected of a seller after the first months, some of it her own."""

    def make(**more: Any) -> Expectations:
        anna = person("Anna Järvinen-Østergaard", *RECORDS)
        stage = templates.table("expectations/settled")["expectation"]
        every = areas_from(templates.tables(f"areas/{name}") for name in templates.names("areas"))
        found = tuple(standing_in(anna, one) for one in expected_of(anna, (), stage, every))
        whole = {"key": anna.key, "name": anna.name, "first_name": "Anna", "stage": "settled", "standings": found}
        return Expectations(**{**whole, **more})

    return make


@pytest.mark.golden
@pytest.mark.parametrize("width", [80, 40])
def test_what_is_expected_is_as_reviewed(made: Any, looks: Any, golden: SnapshotAssertion, width: int) -> None:
    """Each area with its light, what it rests on, what red, yellow and green look like, and what is her own."""
    shown = text(made(), looks(width=width))
    assert max(map(len, shown.splitlines())) <= width
    assert shown == golden


@pytest.mark.golden
@pytest.mark.parametrize("for_her", [True, False], ids=["for-her", "whole"])
def test_the_sheet_is_as_reviewed(
    made: Any, looks: Any, templates: Templates, golden: SnapshotAssertion, *, for_her: bool
) -> None:
    """On paper: with the ratings for the manager, without any for the seller."""
    assert document(made(for_her=for_her), looks(), ".md", templates.text) == golden
