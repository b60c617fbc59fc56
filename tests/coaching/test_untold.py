from typing import Any

from salescoach.answer import phrase
from salescoach.coaching.untold import to_be_told


def rating(area: str, **more: Any) -> tuple[str, dict[str, Any]]:
    """Return a red, if nothing else is said."""
    return "rating", {"area": area, "level": "red"} | more


def test_a_red_is_to_be_told_each_area_once_and_what_was_told_is_not() -> None:
    """As a command between single quotes; not what was told or recapped in the same breath, nor the seller's own."""
    several = phrase("notice.not_told_several", key="anna", area="A", others=["b", "c"])
    cases: list[tuple[list[Any], tuple[Any, ...]]] = [
        ([rating("won't ask"), ("talk", {})], (phrase("notice.not_told", key="anna", area="won'\"'\"'t ask"),)),
        ([rating("a"), rating("b"), rating("A"), rating("c", by="me")], (several,)),
        ([rating("a"), ("recap", {"note": "x"})], (phrase("notice.not_told", key="anna", area="a"),)),
        ([], ()), ([rating("a", level="yellow"), rating("b", level=None)], ()), ([rating("a", by="seller")], ()),
        ([rating("a"), ("feedback", {"area": "A", "what": "x", "to": "seller"})], ()),
        ([rating("a"), ("recap", {"sent": "2026-11-23"})], ()),
    ]  # fmt: skip
    for written, found in cases:
        assert to_be_told("anna", written) == found, written
