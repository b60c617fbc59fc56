from collections.abc import Callable
from typing import Any

from fixtures.sellers import made
from salescoach.coaching.needs import unanswered
from salescoach.records.seller import Seller


def promise(days: int = 9, **fields: object) -> Any:
    """Return a promise of mine in the words of the need, if nothing else is said."""
    return made("commitment", days, **{"id": "c1", "by": "me", "what": "a desk if possible", **fields})


def settled(how: str, of: str = "c1") -> Any:
    """Return how the promise ended."""
    return made("settled", 3, of=of, how=how)


def test_a_need_is_open_until_it_is_settled_or_promised(seller: Callable[..., Seller]) -> None:
    """By me, in the same words, from that day on; where the promise was dropped, the need is back."""
    need = made("need", 9, id="n1", what="A desk, if possible")
    cases: list[tuple[list[Any], bool]] = [
        ([], True), ([promise()], False), ([promise(3)], False), ([promise(10)], True),
        ([promise(by="seller")], True), ([promise(what="a chair")], True),
        ([promise(cue="a desk", what="if possible")], False), ([promise(), settled("kept")], False),
        ([promise(), settled("moved")], False), ([promise(), settled("dropped")], True),
        ([settled("kept", "n1")], False),
    ]  # fmt: skip
    for records, waits in cases:
        assert unanswered(seller(need, *records)) == [need] * waits, records


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
