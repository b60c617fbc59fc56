"""Examples: how a seller acted on each value of the firm (S0.7)."""

from salescoach.records.example import Example
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller


def examples_of(seller: Seller) -> dict[str, tuple[Example, ...]]:
    """Return the examples of each value, as last spelled, newest first; the value that was met first comes first."""
    found: dict[str, list[Example]] = {}
    for example in seller.all(Example):
        found.setdefault(key_form(example.value), []).insert(0, example)
    return {examples[0].value: tuple(examples) for examples in found.values()}
