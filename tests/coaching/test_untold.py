from typing import Any

from salescoach.answer import phrase
from salescoach.coaching.untold import to_be_told


def rating(area: str, **more: Any) -> tuple[str, dict[str, Any]]:
    """Return a red, if nothing else is said."""
    return "rating", {"area": area, "level": "red"} | more


def test_a_red_is_to_be_told_each_area_once() -> None:
    """As a command in which it stands between single quotes; a recap still to be sent tells nothing."""
    assert to_be_told("anna", [rating("won't ask"), ("talk", {})]) == (
        phrase("notice.not_told", key="anna", area="won'\"'\"'t ask"),
    )
    found = to_be_told("anna", [rating("a"), rating("b"), rating("A"), rating("c", by="me")])
    assert found == (phrase("notice.not_told_several", key="anna", area="A", others=["b", "c"]),)
    assert to_be_told("anna", [rating("a"), ("recap", {"note": "x"})])


def test_what_is_no_red_or_was_told_needs_no_word() -> None:
    """Told, or recapped, in the same breath; and the seller's own view is known to the seller."""
    cases: list[Any] = [
        [], [rating("a", level="yellow"), rating("b", level=None)], [rating("a", by="seller")],
        [rating("a"), ("feedback", {"area": "A", "what": "x", "to": "seller"})],
        [rating("a"), ("recap", {"sent": "2026-11-23"})],
    ]  # fmt: skip
    for written in cases:
        assert to_be_told("anna", written) == (), written
