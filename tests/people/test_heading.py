from datetime import date
from typing import Any

from salescoach.people.rules.heading import change_of
from salescoach.records.header import Header

ANNA = Header.from_table({"name": "Anna Berg", "role": "seller", "started": date(2026, 9, 1), "parking": "P3"})


def test_a_change_tells_what_is_new_and_what_was() -> None:
    """What is not given, or is so already, is no change; keys of her own are kept like ours."""
    cases: list[tuple[dict[str, Any], dict[str, Any]]] = [
        ({"role": "key accounts"}, {"role": "key accounts", "was": {"role": "seller"}}),
        ({"email": "anna@example.com"}, {"email": "anna@example.com"}),
        ({"role": "seller", "every": 14}, {"every": 14}), ({"role": "seller"}, {}),
        ({"role": None, "every": None}, {}), ({"aliases": ["annie"]}, {"aliases": ["annie"]}),
        ({"parking": "P4"}, {"parking": "P4", "was": {"parking": "P3"}}),
        (
            {"started": date(2026, 10, 1), "name": "Anna Dahl"},
            {
                "started": date(2026, 10, 1),
                "name": "Anna Dahl",
                "was": {"started": date(2026, 9, 1), "name": "Anna Berg"},
            },
        ),
    ]  # fmt: skip
    for given, fields in cases:
        assert change_of(ANNA, given) == fields, given


def test_a_list_that_was_written_empty_was_nothing() -> None:
    """As if it did not stand there; an unknown key counts whatever it holds."""
    bare = Header.from_table({"name": "Anna Berg", "aliases": [], "bikes": []})
    assert change_of(bare, {"aliases": ["annie"]}) == {"aliases": ["annie"]}
    assert change_of(bare, {"bikes": ["red"]}) == {"bikes": ["red"], "was": {"bikes": []}}
