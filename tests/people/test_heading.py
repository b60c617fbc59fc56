from datetime import date
from typing import Any

from salescoach.people.rules.heading import change_of
from salescoach.records.header import Header

ANNA = Header.from_table({"name": "Anna Berg", "role": "seller", "started": date(2026, 9, 1), "parking": "P3"})


def test_a_change_tells_what_is_new_and_what_was() -> None:
    """What is so already is no change, nor is a list that was empty; keys of her own are kept like ours."""
    cases: list[tuple[dict[str, Any], dict[str, Any]]] = [
        ({"role": "key accounts"}, {"role": "key accounts", "was": {"role": "seller"}}),
        ({"email": "anna@example.com"}, {"email": "anna@example.com"}),
        ({"role": "seller", "every": 14}, {"every": 14}), ({"role": "seller"}, {}),
        ({"role": None, "every": None}, {}), ({"aliases": ["annie"]}, {"aliases": ["annie"]}),
        ({"parking": "P4"}, {"parking": "P4", "was": {"parking": "P3"}}),
    ]  # fmt: skip
    for given, fields in cases:
        assert change_of(ANNA, given) == fields, given
    bare = Header.from_table({"name": "Anna Berg", "aliases": [], "bikes": []})
    assert change_of(bare, {"aliases": ["annie"]}) == {"aliases": ["annie"]}
    assert change_of(bare, {"bikes": ["red"]}) == {"bikes": ["red"], "was": {"bikes": []}}
