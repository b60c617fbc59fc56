from datetime import date
from typing import Any

import pytest

from salescoach.people.rules.heading import change_of
from salescoach.records.header import Header

ANNA = Header.model_validate({"name": "Anna Berg", "role": "seller", "started": date(2026, 9, 1), "parking": "P3"})


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
