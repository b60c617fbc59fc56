from datetime import date
from typing import Any

import pytest

from salescoach.coaching.heading import change_of
from salescoach.records.header import Header

ANNA = Header.from_table({"name": "Anna Berg", "role": "seller", "started": date(2026, 9, 1), "parking": "P3"})


@pytest.mark.parametrize(
    ("given", "fields"),
    [
        ({"role": "key accounts"}, {"role": "key accounts", "was": {"role": "seller"}}),
        ({"email": "anna@example.com"}, {"email": "anna@example.com"}),
        ({"role": "seller", "every": 14}, {"every": 14}),
        ({"role": "seller"}, {}),
        ({"role": None, "every": None}, {}),
        ({"aliases": ["annie"]}, {"aliases": ["annie"]}),
        ({"parking": "P4"}, {"parking": "P4", "was": {"parking": "P3"}}),
        (
            {"started": date(2026, 10, 1), "name": "Anna Dahl"},
            {
                "started": date(2026, 10, 1),
                "name": "Anna Dahl",
                "was": {"started": date(2026, 9, 1), "name": "Anna Berg"},
            },
        ),
    ],
)
def test_a_change_tells_what_is_new_and_what_was(given: dict[str, Any], fields: dict[str, Any]) -> None:
    """What is not given, or is so already, is no change; keys of her own are kept like ours."""
    assert change_of(ANNA, given) == fields


def test_a_list_that_was_written_empty_was_nothing() -> None:
    """As if it did not stand there; an unknown key counts whatever it holds."""
    bare = Header.from_table({"name": "Anna Berg", "aliases": [], "bikes": []})
    assert change_of(bare, {"aliases": ["annie"]}) == {"aliases": ["annie"]}
    assert change_of(bare, {"bikes": ["red"]}) == {"bikes": ["red"], "was": {"bikes": []}}
