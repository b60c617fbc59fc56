from collections.abc import Callable
from datetime import date
from typing import Any

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


def test_a_need_and_its_promise_are_one_thing(coach: Any) -> None:
    """By words or by id: shown once, and done of either settles both; dropped, the need is back."""
    need = coach("note", "anna", "needs: a quieter place to call from", "--json").json["records"][0]["id"]
    before = coach.bytes()
    for line in (
        ("note", "anna", "@me when the lease ends, find the quieter place to call from"),
        ("promise", "anna", "book room 3", "--by", "fri", "--need", need),
    ):
        coach.again(before)
        made = coach(*line, "--json").json["records"][0]["id"]
        assert _open(coach) == ["commitment", "commitment"], line
        for spelled in (need, made):
            for settle in (("done", spelled), ("note", "anna", f"done {spelled}")):
                assert [one["of"] for one in coach(*settle, "--json").json["records"]] == [made], settle
                assert _open(coach) == ["commitment"], settle
                coach("undo")
        coach("done", need, "--dropped")
        assert _open(coach) == ["commitment", "need"], line


def _open(coach: Any) -> list[str]:
    return [one["kind"] for one in coach("show", "anna", "--json").json["open"]]
