import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.records.praise import Praise
from salescoach.render.json import dumps, plain, record

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.times() | st.datetimes(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner) | st.frozensets(st.integers()),
)


@dataclass(frozen=True)
class Point:
    """Something with a field that is unknown."""

    on: date
    more: Mapping[str, Any] | None = None


@pytest.mark.parametrize(
    ("value", "made"),
    [
        ({"a": None, "b": 0, 3: ""}, {"b": 0, "3": ""}),
        (Point(date(2026, 11, 19)), {"on": "2026-11-19"}),
        ([Point(date(2026, 1, 1), {"x": (1, None)})], [{"on": "2026-01-01", "more": {"x": [1, None]}}]),
        (frozenset([1]), [1]),
        (datetime(2026, 1, 1, 8, 30, tzinfo=UTC), "2026-01-01T08:30:00+00:00"),
        (time(8, 30), "08:30:00"),
        (float("nan"), "nan"),
        ((float("inf"), -float("inf"), 1.5), ["inf", "-inf", 1.5]),
        (True, True),
        (Point, Point),
    ],
)
def test_a_value_becomes_what_json_has(value: Any, made: Any) -> None:
    """Dates and times are ISO, what is unknown is left out, what is no number in JSON is its name."""
    assert plain(value) == made


def test_a_record_has_the_names_of_the_file() -> None:
    """A record is told by the keys of its block, its kind first, and a stray `kind` in the file does not lie."""
    praise = Praise.from_table({"on": date(2026, 11, 3), "what": "Calm", "from": "Karin", "kind": "red", "x": time(9)})
    made = record(praise, seller="anna-berg")
    assert next(iter(made)) == "kind"
    assert made == {
        "kind": "praise",
        "id": "",
        "on": "2026-11-03",
        "private": False,
        "what": "Calm",
        "from": "Karin",
        "x": "09:00:00",
        "seller": "anna-berg",
    }


@given(values)
def test_every_value_makes_strict_json(value: Any) -> None:
    """Whatever is in a record, the text is JSON without constants that JSON has not, and ends in one new line."""
    printed = dumps(plain(value))
    assert json.loads(printed, parse_constant=pytest.fail) == plain(value)
    assert printed.endswith("\n")
    assert not printed.endswith("\n\n")
