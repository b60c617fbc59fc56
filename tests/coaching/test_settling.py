from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.coaching.settling import meant, open_items
from salescoach.errors import NoSuchItem, SeveralItems
from salescoach.records.commitment import Commitment, Settled
from salescoach.records.goal import Goal
from salescoach.records.matching import OpenThing
from salescoach.records.seller import Seller
from salescoach.records.topic import Need, Topic

DAY = date(2026, 11, 3)
ITEMS = [
    OpenThing("k3f7q", "commitment", "Send the call list", "anna", "Anna Berg"),
    OpenThing("k3f9z", "commitment", "Introduce Åsa to Karin", "bo", "Bo Ek"),
    OpenThing("m0x2a", "topic", "Pricing for the new package", "bo", "Bo Ek"),
    OpenThing("M1x2a", "goal", "Price list, k3f7q", "bo", "Bo Ek"),
    OpenThing("p1a1a", "goal", "!!", "bo", "Bo Ek"),
]


def test_everything_open_can_be_settled(seller: Callable[..., Seller]) -> None:
    """Promises both ways, topics, needs and goals, over all sellers; what is closed cannot be settled again."""
    anna = seller(
        Commitment(id="c1", on=DAY, by="me", what="call"), Commitment(id="c2", on=DAY, by="seller", what="closed"),
        Settled(on=DAY, of="c2", how="kept"), Topic(id="t1", on=DAY, what="pricing"),
    )  # fmt: skip
    bo = seller(Need(id="n1", on=DAY, what="a list"), Goal(id="g1", on=DAY, title="12 meetings"), key="bo", name="Bo")
    found = [(one.id, one.seller, one.name, one.kind, one.text) for one in open_items([anna, bo])]
    assert found == [
        ("c1", "anna-berg", "Anna Berg", "commitment", "call"), ("t1", "anna-berg", "Anna Berg", "topic", "pricing"),
        ("g1", "bo", "Bo", "goal", "12 meetings"), ("n1", "bo", "Bo", "need", "a list"),
    ]  # fmt: skip


def test_ids_or_words_mean_one_open_thing() -> None:
    """Each word an id, or its beginning; else all of them occur in one text; several are listed, none is refused."""
    cases: list[tuple[str, str | None]] = [
        ("m0", "m0x2a"), ("M0X", "m0x2a"), ("m1x", "M1x2a"), ("k3f7q", "k3f7q"), ("k3f7 m0 k3f7q", "k3f7q m0x2a"),
        ("k3f7,m0", "k3f7q m0x2a"), ("k3f7, m0x2a,", "k3f7q m0x2a"),
        ("call list", "k3f7q"), ("LIST call", "k3f7q"), ("asa", "k3f9z"), ("new-package", "m0x2a"),
        ("price", "M1x2a"), ("k3f7q price", "M1x2a"), ("send m0x2a the", None),
    ]  # fmt: skip
    for typed, ids in cases:
        if ids is None:
            with pytest.raises(NoSuchItem):
                meant(typed.split(), ITEMS)
        else:
            assert [item.id for item in meant(typed.split(), ITEMS)] == ids.split()
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
    for typed in ("k", "zz", "??", "call nordbygg", "lis", "k3f7q zz"):
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
