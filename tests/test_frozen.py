from dataclasses import FrozenInstanceError, field, replace
from functools import cached_property
from typing import Any

import pytest

from salescoach.frozen import frozen


@frozen(kw_only=True)
class Base:
    """What others add to."""

    notes: tuple[str, ...] = ()


@frozen
class Made(Base):
    """A value with all that a field can have."""

    name: str
    size: int = 1
    parts: list[int] = field(default_factory=list)

    @cached_property
    def twice(self) -> int:
        """What is worked out once."""
        return 2 * self.size


def test_a_frozen_class_is_as_the_standard_library_makes_it() -> None:
    """By place and by name, with defaults, equal by value, told in full; what was worked out is no part of it."""
    one, same = Made("a", 2, notes=("x",)), Made(name="a", size=2, notes=("x",))
    assert (one.name, one.size, one.parts, one.notes, one.twice) == ("a", 2, [], ("x",), 4)
    assert (one, hash(Base())) == (same, hash(Base()))
    assert one != Made("b", 2)
    assert one != Base(notes=("x",))
    assert Made("a").parts is not Made("a").parts
    assert repr(one) == "Made(notes=('x',), name='a', size=2, parts=[])"
    assert replace(one, size=3) == Made("a", 3, notes=("x",))


def test_a_frozen_class_does_not_change_and_takes_what_it_has() -> None:
    """Nothing is set or deleted afterwards; what is missing, unknown or too much is refused."""
    one = Made("a")
    with pytest.raises(FrozenInstanceError):
        one.size = 3  # type: ignore[misc]  # that it cannot be set is what is tested
    with pytest.raises(FrozenInstanceError):
        del one.size
    cases: list[tuple[tuple[Any, ...], dict[str, Any]]] = [((), {}), (("a", 1, [], 4), {}), (("a",), {"colour": 1})]
    for given, named in cases:
        with pytest.raises(TypeError, match="Made"):
            Made(*given, **named)
