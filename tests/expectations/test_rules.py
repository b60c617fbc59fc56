from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fixtures.answers import Make
from salescoach.expectations.records import Expectation
from salescoach.expectations.rules import Expected, expected_in, expected_of, own_levels
from salescoach.records.settled import Settled
from salescoach.records.values import LEVELS

DAY = date(2026, 11, 3)
PHASE = [{"area": "discovery", "red": "phase red", "yellow": "phase yellow"}]
STAGE = [{"area": "Discovery", "red": "stage red", "green": "stage green"}, {"area": "closing", "green": "stage"}]


def own(area: str, **levels: Any) -> Expectation:
    """Return an own expectation."""
    return Expectation(on=DAY, area=area, **levels)


def test_own_wins_over_phase_and_phase_over_stage(seller: Make) -> None:
    """Level by level; the latest own counts until it is dropped; a phase that names areas stands alone."""
    anna = seller(own("DISCOVERY", id="e1x2y", red="own red"))
    assert expected_in(anna, "discovery", PHASE, STAGE) == Expected(
        "DISCOVERY", {"red": "own red", "yellow": "phase yellow", "green": "stage green"}, "own", "e1x2y",
        {"red": "own", "yellow": "phase", "green": "stage"},
    )  # fmt: skip
    anna = seller(own("tenders", green="wins half"))
    assert [one.area for one in expected_of(anna, PHASE, STAGE)] == ["discovery", "tenders"]
    assert [one.area for one in expected_of(anna, (), STAGE)] == ["Discovery", "closing", "tenders"]
    both = own("closing", id="e1", red="first"), own("closing", id="e2", red="last")
    assert own_levels(seller(*both), "Closing") == {"red": "last"}
    dropped = seller(*both, Settled(on=DAY, of="e2", how="dropped"))
    assert (own_levels(dropped, "closing"), expected_of(dropped, (), ())) == ({}, [])


TABLES = st.lists(
    st.fixed_dictionaries(
        {"area": st.sampled_from(["a", "A", "b", "c c"])},
        optional={level: st.sampled_from(["", "x", "y"]) for level in LEVELS},
    ),
    max_size=4,
)


@given(tables=st.tuples(TABLES, TABLES), mine=TABLES)
def test_each_area_is_expected_once(seller: Make, tables: Any, mine: Any) -> None:
    """And every level that is said comes from somewhere."""
    anna = seller(*(own(**one) for one in mine))
    found = expected_of(anna, *tables)
    assert len({one.area.casefold() for one in found}) == len(found)
    assert all(one.sources.keys() == one.levels.keys() for one in found)
    assert all(all(one.levels.values()) for one in found)
