from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from salescoach.expectations.rules import Expectations, expected_of, standing_in
from salescoach.journal.templates import Templates
from salescoach.kit.document import document
from salescoach.kit.screen import data, text
from salescoach.records.seller import Seller

Looks = Callable[..., Any]
Make = Callable[..., Seller]

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
        found = tuple(standing_in(anna, one) for one in expected_of(anna, (), stage))
        whole = {"key": anna.key, "name": anna.name, "first_name": "Anna", "stage": "settled", "standings": found}
        return Expectations(**{**whole, **more})

    return make


@pytest.mark.golden
@pytest.mark.parametrize("width", [80, 40])
def test_what_is_expected_is_as_reviewed(made: Any, looks: Looks, golden: SnapshotAssertion, width: int) -> None:
    """Each area with its light, what it rests on, what red, yellow and green look like, and what is her own."""
    shown = text(made(), looks(width=width))
    assert max(map(len, shown.splitlines())) <= width
    assert shown == golden


@pytest.mark.golden
@pytest.mark.parametrize("for_her", [True, False], ids=["for-her", "whole"])
def test_the_sheet_is_as_reviewed(
    made: Any, looks: Looks, templates: Templates, golden: SnapshotAssertion, *, for_her: bool
) -> None:
    """On paper: with the ratings for the manager, without any for the seller."""
    assert document(made(for_her=for_her), looks(), ".md", templates.text) == golden


def test_the_screen_for_her_has_no_rating_and_no_command(made: Any, looks: Looks) -> None:
    """It can be shown as it is."""
    shown = text(made(for_her=True), looks())
    assert "showed the price" not in shown
    assert "coach" not in shown
    assert data(made(for_her=True), looks())["expectations"][0].keys().isdisjoint({"level", "hers", "evidence"})
