"""Frozen: dataclasses that do not change and share their methods; to compile these takes 0.6 ms a class at start."""

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from typing import Any, NamedTuple, TypeVar, dataclass_transform, overload

T = TypeVar("T")


class _Fields(NamedTuple):
    """The names of the fields in order, those that may be given without one, and what stands where none is given."""

    names: tuple[str, ...]
    positional: tuple[str, ...]
    defaults: dict[str, Any]
    factories: dict[str, Callable[[], Any]]


@overload
def frozen(made: type[T], /) -> type[T]: ...
@overload
def frozen(*, kw_only: bool) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(made: Any = None, /, *, kw_only: bool = False) -> Any:
    """Make a class a frozen dataclass, as `dataclass(frozen=True)` does."""
    if made is None:
        return lambda cls: _made(cls, kw_only=kw_only)
    return _made(made, kw_only=kw_only)


def _made(cls: type[T], *, kw_only: bool) -> type[T]:
    made: Any = dataclass(kw_only=kw_only, init=False, repr=False, eq=False)(cls)
    own = fields(made)
    made._fields = _Fields(
        names=tuple(one.name for one in own),
        positional=tuple(one.name for one in own if not one.kw_only),
        defaults={one.name: one.default for one in own if one.default is not MISSING},
        factories={one.name: one.default_factory for one in own if one.default_factory is not MISSING},
    )
    for name, method in vars(_Methods).items():
        if callable(method) and name not in vars(made):
            setattr(made, name, method)
    return made  # type: ignore[no-any-return]  # the class that was given


class _Methods:
    """What every frozen class has, where it has none of its own."""

    _fields: _Fields

    def __init__(self, /, *given: Any, **named: Any) -> None:
        names, positional, defaults, factories = self._fields
        values = {**defaults, **dict(zip(positional, given, strict=False)), **named}
        for name, make in factories.items():
            if name not in values:
                values[name] = make()
        if len(values) != len(names) or len(given) > len(positional):
            raise TypeError(type(self).__name__, *sorted({*names} ^ values.keys()))
        vars(self).update((name, values[name]) for name in names)

    def __eq__(self, other: object) -> bool:
        return _values(self) == _values(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(_values(self)))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._fields.names)
        return f"{type(self).__qualname__}({said})"

    def __setattr__(self, name: str, value: object, /) -> None:
        raise FrozenInstanceError(name)

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(name)


def _values(made: Any) -> list[Any]:
    return [getattr(made, name) for name in made._fields.names]
