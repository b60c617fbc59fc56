from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.coaching.settling import meant
from salescoach.errors import NoSuchItem, SeveralItems
from salescoach.records.matching import OpenThing

DAY = date(2026, 11, 3)
ITEMS = [
    OpenThing("k3f7q", "commitment", "Send the call list", "anna", "Anna Berg"),
    OpenThing("k3f9z", "commitment", "Introduce Åsa to Karin", "bo", "Bo Ek"),
    OpenThing("m0x2a", "topic", "Pricing for the new package", "bo", "Bo Ek"),
    OpenThing("M1x2a", "goal", "Price list, k3f7q", "bo", "Bo Ek"),
    OpenThing("p1a1a", "goal", "!!", "bo", "Bo Ek"),
]


def test_ids_or_words_mean_one_open_thing() -> None:
    """Each word an id, or its beginning; else all of them occur in one text; several are listed, none is refused."""
    cases = [
        ("m0", "m0x2a"), ("M0X", "m0x2a"), ("m1x", "M1x2a"), ("k3f7q", "k3f7q"), ("k3f7 m0 k3f7q", "k3f7q m0x2a"),
        ("k3f7,m0", "k3f7q m0x2a"), ("k3f7, m0x2a,", "k3f7q m0x2a"),
        ("call list", "k3f7q"), ("LIST call", "k3f7q"), ("asa", "k3f9z"), ("new-package", "m0x2a"),
        ("price", "M1x2a"), ("k3f7q price", "M1x2a"),
    ]  # fmt: skip
    for typed, ids in cases:
        assert [item.id for item in meant(typed.split(), ITEMS)] == ids.split(), typed
    more: list[tuple[str, list[str]]] = [
        ("k3", ["k3f7q Send the call list (Anna Berg)", "k3f9z Introduce Åsa to Karin (Bo Ek)"]),
        ("k3f m0", ["k3f7q Send the call list (Anna Berg)", "k3f9z Introduce Åsa to Karin (Bo Ek)"]),
        ("list", ["k3f7q Send the call list (Anna Berg)", "M1x2a Price list, k3f7q (Bo Ek)"]),
        ("the", ["k3f7q Send the call list (Anna Berg)", "m0x2a Pricing for the new package (Bo Ek)"]),
    ]  # fmt: skip
    for typed, hits in more:
        with pytest.raises(SeveralItems) as raised:
            meant(typed.split(), ITEMS)
        assert raised.value.data == {"typed": typed, "items": hits}, typed
    for typed in ("k", "zz", "??", "call nordbygg", "lis", "k3f7q zz", "send m0x2a the"):
        with pytest.raises(NoSuchItem) as refused:
            meant(typed.split(), ITEMS)
        assert refused.value.data == {"typed": typed}, typed
    items = [OpenThing(spelled, "anna", "Anna Berg", "topic", spelled) for spelled in ("t1", "t1b")]
    assert meant(["t1"], items) == items[:1]


@given(st.lists(st.text(max_size=6), min_size=1, max_size=3))
def test_whatever_is_typed_means_open_things_or_is_refused(typed: list[str]) -> None:
    """Each thing at most once, and never one that is not open."""
    try:
        found = meant(typed, ITEMS)
    except (NoSuchItem, SeveralItems):
        return
    assert found
    assert len(found) == len({item.id for item in found})
    assert all(item in ITEMS for item in found)
