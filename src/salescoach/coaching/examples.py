"""Examples: how a seller acted on each value of the firm (S0.7)."""

from typing import TYPE_CHECKING

from salescoach.records.keys import key_form
from salescoach.records.seller import Seller

if TYPE_CHECKING:
    from salescoach.records.example import Example


def examples_of(seller: Seller) -> "dict[str, tuple[Example, ...]]":
    """Return the examples of each value, as last spelled, newest first; the value that was met first comes first."""
    if "value" not in seller.records:  # most files have none: then nothing of it is imported
        return {}
    from salescoach.records.example import Example

    found: dict[str, list[Example]] = {}
    for one in seller.all(Example):
        found.setdefault(key_form(one.value), []).insert(0, one)
    return {examples[0].value: tuple(examples) for examples in found.values()}
