import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from salescoach.answer import Answer
from salescoach.coaching.written import record_of
from salescoach.kit.json import dumps, plain, record
from salescoach.kit.screen import data

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.times() | st.datetimes(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner) | st.frozensets(st.integers()),
)


@dataclass(frozen=True)
class Point:
    """Something with a field that is unknown."""

    on: date
    more: Mapping[str, Any] | None = None


def test_a_value_becomes_what_json_has() -> None:
    """Dates are ISO, what is unknown left out, no number its name; a record has the keys of its block, kind first."""
    cases: list[tuple[Any, Any]] = [
        ({"a": None, "b": 0, 3: ""}, {"b": 0, "3": ""}), (Point(date(2026, 11, 19)), {"on": "2026-11-19"}),
        ([Point(date(2026, 1, 1), {"x": (1, None)})], [{"on": "2026-01-01", "more": {"x": [1, None]}}]),
        (frozenset([1]), [1]), (datetime(2026, 1, 1, 8, 30, tzinfo=UTC), "2026-01-01T08:30:00+00:00"),
        (time(8, 30), "08:30:00"), (float("nan"), "nan"), ((float("inf"), -float("inf"), 1.5), ["inf", "-inf", 1.5]),
        (True, True), (Point, Point),
    ]  # fmt: skip
    for value, made in cases:
        assert plain(value) == made, value
    fields = {"on": date(2026, 11, 3), "what": "Calm", "from": "Karin", "kind": "red", "x": time(9)}
    praise = record_of("praise", fields)
    made = record(praise, seller="anna-berg")
    assert next(iter(made)) == "kind"
    assert made == {
        "kind": "praise", "id": "", "on": "2026-11-03", "private": False, "what": "Calm", "from": "Karin",
        "x": "09:00:00", "seller": "anna-berg",
    }  # fmt: skip


@given(values)
def test_every_value_makes_strict_json(value: Any) -> None:
    """Whatever is in a record, the text is JSON without constants that JSON has not, and ends in one new line."""
    printed = dumps(plain(value))
    assert json.loads(printed, parse_constant=pytest.fail) == plain(value)
    assert printed.endswith("\n")
    assert not printed.endswith("\n\n")


LISTS = """Added | Checkup | Edited | TaskList | Expectations | Form | Found | Goals | Guide | Mirror | Newcomers
Onboarded | Praises | Probations | Promises | Retrospectives | Tally | Today | UndoList | Undone | Weekly | Written"""


@pytest.mark.golden
def test_answers_are_as_reviewed(
    answers: Callable[[str], dict[str, Answer]], looks: Any, golden: SnapshotAssertion
) -> None:
    """What others build on: the JSON of each answer, in which `Anna` stands wherever text may be."""
    found = answers("Anna")
    for name in LISTS.replace("\n", " | ").split(" | "):
        assert dumps(data(found[name], looks())) == golden(name=name), name
