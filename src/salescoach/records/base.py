"""The base of what is kept: frozen dataclasses out of tables; values that several kinds share are in values."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from datetime import date
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple, Self, TypeVar, dataclass_transform

_NOTHING: Mapping[str, Any] = MappingProxyType({})

K = TypeVar("K", bound="Kept")

_ID = re.compile("[a-z][0-9][a-z][0-9][a-z]")


def is_id(text: str) -> bool:
    """Tell whether a text is spelled as the ids are that the program gives, as no word is."""
    return _ID.fullmatch(text) is not None


class ByName(NamedTuple):
    """A link by words: what these `fields` say together is what `field` of a record of that `kind` says."""

    fields: tuple[str, ...]
    kind: str
    field: str


Fields = Mapping[str, tuple[str, ...]]
"""Names of fields, or of kinds, by the name of a field or of a form."""

TALK: Fields = {"talk": ("talk",)}
"""The link of what came out of a talk."""


def nothing() -> Mapping[str, Any]:
    """Return the empty mapping that stands where none was written."""
    return _NOTHING


class Layout(NamedTuple):
    """How tables are read: fields, those needed, names by key, inner tables; `plain` keys are taken as they are."""

    names: tuple[str, ...]
    needed: frozenset[str]
    keys: Mapping[str, str]
    inner: "Mapping[str, type[Kept]]"
    plain: frozenset[str]

    @classmethod
    def of(cls, made: "type[Kept]") -> "Layout":
        """Return how a class that was made a dataclass is read."""
        own = {one.name: one for one in sorted(fields(made), key=lambda one: one.metadata.get("last", False))}
        keys = {str(one.metadata.get("alias", name)): name for name, one in own.items() if name != "extra"}
        inner: Any = {key: own[name].type for key, name in keys.items() if isinstance(own[name].default, Kept)}
        optional = {name for name, one in own.items() if (one.default, one.default_factory) != (MISSING, MISSING)}
        return cls(
            names=(*keys.values(), "extra"),
            needed=frozenset(own.keys() - optional),
            keys=keys,
            inner=inner,
            plain=frozenset(key for key, name in keys.items() if key == name) - inner.keys(),
        )


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def kept(cls: type[K]) -> type[K]:
    """Make a class a frozen dataclass by keyword; what others compile for each class anew stands once in Kept.

    What a field must be stands on it: its type, and in its metadata its name in files (`alias`), limits (`gt`, `ge`,
    `pattern`), a `check` of its value, and one `among` the values of the fields before it; both raise ValueError. One
    that is `last` stands behind those of the classes that are made of its own.
    """
    made = dataclass(kw_only=True, init=False, repr=False, eq=False)(cls)
    made.layout = Layout.of(made)
    for one in fields(made):
        if one.default_factory is nothing:
            setattr(made, one.name, _NOTHING)
    return made


@kept
class Kept:
    """What one table of a file says: a field for each key that is known, and `extra` for those that nobody knows.

    What was not written is not in the instance either: there stands the default of the class.
    """

    layout: ClassVar[Layout]

    extra: Mapping[str, Any] = field(default_factory=nothing)

    def __init__(self, **given: Any) -> None:
        wrong = sorted(given.keys() - {*self.layout.names}) or sorted(self.layout.needed - given.keys())
        if wrong:
            raise TypeError(*wrong)
        vars(self).update(given)

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Self:
        """Return what a table known to be good says, unjudged; it may itself be kept, so it is not to be changed."""
        return cls.from_tables((table,))[0]

    @classmethod
    def from_tables(cls, tables: Iterable[Mapping[str, Any]]) -> list[Self]:
        """Return what each table says, as `from_table` does: there are thousands, so nothing is looked up twice."""
        is_plain, new, put, made = cls.layout.plain.issuperset, object.__new__, object.__setattr__, list[Self]()
        for table in tables:
            one = new(cls)
            put(one, "__dict__", table if is_plain(table) else cls._named(table))
            made.append(one)
        return made

    def to_table(self, *, written: bool = False) -> dict[str, Any]:
        """Return what has a value by its key in files, unknown keys last; only what was `written`, or defaults too."""
        table: dict[str, Any] = {}
        for key, name in self.layout.keys.items():
            value = vars(self).get(name) if written else getattr(self, name)
            if isinstance(value, Kept):
                table[key] = value.to_table(written=written)
            elif value is not None:
                table[key] = [*value] if isinstance(value, tuple) else value
        return table | dict(self.extra)

    def __eq__(self, other: object) -> bool:
        return self._values() == other._values() if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, name) for name in self.layout.keys.values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(name)

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(name)

    @classmethod
    def _named(cls, table: Mapping[str, Any]) -> dict[str, Any]:
        """Return the values of a table by the names of their fields, what nobody knows apart."""
        known, extra = dict[str, Any](), dict[str, Any]()
        for key, value in table.items():
            if key in cls.layout.inner:
                known[key] = cls.layout.inner[key].from_table(value)
            elif key in cls.layout.keys:
                known[cls.layout.keys[key]] = value
            else:
                extra[key] = value
        return {**known, "extra": extra} if extra else known

    def _values(self) -> list[Any]:
        return [getattr(self, name) for name in self.layout.names]


@kept
class Record(Kept):
    """One block of a file: what happened `on` a day."""

    kind: ClassVar[str] = ""
    links: ClassVar[Fields] = {}
    """Fields that hold the id of another record of the file, and the kinds that it can be of; none: all that end."""

    names: ClassVar[tuple[ByName, ...]] = ()
    """Other records of the file that it speaks of in their words."""

    stays: ClassVar[tuple[str, ...]] = ()
    """Links by which it stays as long as what they lead to: that would not be what it is without."""

    settles: ClassVar[tuple[str, ...]] = ()
    """How a `settled` can end it (kept, dropped); until then it is open. None: it just happened."""

    apart: ClassVar[bool] = False
    """Whether what is open of it is listed by itself, and not among what is open between the two."""

    contact: ClassVar[bool] = False
    """Whether it means that manager and seller were in touch."""

    titled: ClassVar[str] = ""
    """The field that others tell it by; none: nothing speaks of it."""

    searched: ClassVar[tuple[str, ...]] = ()
    """Fields with words of hers or the manager's, in which words are found; the others hold dates, ids and codes."""

    told: ClassVar[tuple[str, ...]] = ()
    """Fields that its line tells in every form."""

    forms: ClassVar[Fields] = {"plain": ()}
    """The forms of its line, the fullest first, and the fields that each needs and tells beside."""

    bare: ClassVar[tuple[str, ...] | None] = None
    """Fields that stay when the record is private and private lines are not shown; None: it is not shown at all."""

    secret: ClassVar[tuple[str, ...]] = ()
    """Fields that are not shown unless private lines are, whatever the record is."""

    speaks_of: ClassVar[str] = ""
    """The link to what it only says something of: where that is private, so is it."""

    early: ClassVar[bool] = False
    """Whether it can be from before the seller's first day: what is planned for somebody who is to come."""

    id: str = ""
    on: date
    private: bool = False
    team: str | None = None  # the id of the team talk, in the manager's own file, that it came out of

    def veiled(self) -> "Record | None":
        """Return what may be shown of a private record: its bare fields (dates and links, never text), or None."""
        if self.bare is None:
            return None
        return type(self)(private=True, **{name: getattr(self, name) for name in ("id", "on", "team", *self.bare)})


@kept
class FromTalk(Record):
    """What can come out of a `talk`, by id: what it links to is told and written last."""

    links: ClassVar[Fields] = TALK

    talk: str | None = field(default=None, metadata={"last": True})
