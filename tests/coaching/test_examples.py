from collections.abc import Callable
from datetime import date

from salescoach.coaching.examples import examples_of
from salescoach.records.example import Example
from salescoach.records.seller import Seller

Build = Callable[..., Seller]


def test_examples_are_listed_by_value_newest_first(seller: Build) -> None:
    """However it was spelled: the last spelling names it, and the value that was met first comes first."""
    one = seller(
        Example(on=date(2026, 9, 1), value="courage", what="first"),
        Example(on=date(2026, 9, 8), value="Care", what="other"),
        Example(on=date(2026, 11, 1), value="Courage", what="last"),
    )
    found = {name: [example.what for example in examples] for name, examples in examples_of(one).items()}
    assert found == {"Courage": ["last", "first"], "Care": ["other"]}
    assert list(found) == ["Courage", "Care"]
