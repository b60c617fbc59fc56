from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from salescoach.coaching.needs import unanswered
from salescoach.coaching.written import record_of
from salescoach.records.base import Record
from salescoach.records.commitment import Settled
from salescoach.records.seller import Seller
from salescoach.records.topic import Need

Build = Callable[..., Seller]
DAY, LATER, BEFORE = date(2026, 11, 3), date(2026, 11, 9), date(2026, 11, 2)
NEED = Need(id="n1", on=DAY, what="A desk, if possible")


def promise(**fields: object) -> Any:
    """Return a promise of mine in the words of the need, if nothing else is said."""
    return record_of("commitment", {"id": "c1", "on": DAY, "by": "me", "what": "a desk if possible", **fields})


def settled(how: str) -> Any:
    """Return how the promise ended."""
    return record_of("settled", {"on": LATER, "of": "c1", "how": how})


def test_a_need_is_open_until_it_is_settled_or_promised(seller: Build) -> None:
    """By me, in the same words, from that day on; where the promise was dropped, the need is back."""
    cases: list[tuple[list[Record], list[str]]] = [
        ([], ["n1"]), ([promise()], []), ([promise(on=LATER)], []), ([promise(on=BEFORE)], ["n1"]),
        ([promise(by="seller")], ["n1"]), ([promise(what="a chair")], ["n1"]),
        ([promise(cue="a desk", what="if possible")], []), ([promise(), settled("kept")], []),
        ([promise(), settled("moved")], []), ([promise(), settled("dropped")], ["n1"]),
        ([Settled(on=LATER, of="n1", how="kept")], []),
    ]  # fmt: skip
    for records, left in cases:
        assert [one.id for one in unanswered(seller(NEED, *records))] == left, records


@pytest.mark.parametrize(
    "promise",
    [
        ("note", "anna", "@me find a quieter place to call from by fri"),
        ("note", "anna", "@me when the lease ends, find the quieter place to call from"),
        ("promise", "anna", "book room 3", "--by", "fri", "--need", "NEED"),
    ],
)
@pytest.mark.parametrize("by_need", [False, True])
def test_a_need_and_its_promise_are_one_thing(coach: Any, promise: tuple[str, ...], by_need: bool) -> None:
    """By words or by id: shown once, and done of either settles both; dropped, the need is back."""
    need = coach("note", "anna", "needs: a quieter place to call from", "--json").json["records"][0]["id"]
    made = coach(*(need if word == "NEED" else word for word in promise), "--json").json["records"][0]["id"]
    opened = [one["kind"] for one in coach("show", "anna", "--json").json["open"]]
    assert opened == ["commitment", "commitment"]
    spelled = need if by_need else made
    for settle in (("done", spelled), ("note", "anna", f"done {spelled}")):
        assert [one["of"] for one in coach(*settle, "--json").json["records"]] == [made]
        assert [one["kind"] for one in coach("show", "anna", "--json").json["open"]] == ["commitment"]
        coach("undo")
    coach("done", spelled, "--dropped")
    assert [one["kind"] for one in coach("show", "anna", "--json").json["open"]] == ["commitment", "need"]


def test_a_promise_with_other_words_answers_no_need(coach: Any) -> None:
    """Nor one of hers."""
    coach("note", "anna", "needs: a quieter place to call from")
    coach("note", "anna", "@me find a place to park\n@anna find a quieter place to call from")
    assert "need" in [one["kind"] for one in coach("show", "anna", "--json").json["open"]]
