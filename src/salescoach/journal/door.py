"""The door: tables of files are judged here, strictly, by what stands on the classes; it alone loads pydantic_core."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields
from datetime import date
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

from salescoach.answer import Phrase, phrase
from salescoach.frozen import frozen
from salescoach.records.base import Kept

if TYPE_CHECKING:
    from pydantic_core import SchemaValidator

_STRICT = {"strict": True, "extra_fields_behavior": "allow", "hide_input_in_errors": True}

_PLAIN = {str: "str", int: "int", float: "float", bool: "bool", date: "date", Any: "any"}

_LIMITS = ("gt", "ge", "pattern")

_JUDGES: "dict[type[Kept], SchemaValidator]" = {}


@frozen
class Mistake:
    """The first thing in a table that cannot be used: where it stands in the table, and why."""

    path: tuple[str | int, ...]
    why: Phrase | str

    @property
    def key(self) -> str:
        """The key that is wrong; what follows it in the path is the type that was tried or the index in a list."""
        return next((part for part in self.path if isinstance(part, str)), "")


def mistake(cls: type[Kept], table: object) -> Mistake | None:
    """Return the first thing in a table that a class cannot be made of, None where it can."""
    return mistakes(cls, [table]).get(0)


def mistakes(cls: type[Kept], tables: Sequence[object]) -> dict[int, Mistake]:
    """Return the first mistake of each table that has one, by its place among them."""
    if not tables:
        return {}
    from pydantic_core import ValidationError  # the core alone: pydantic and its models take five times as long

    try:
        judge(cls).validate_python(tables)
    except ValidationError as error:
        found: dict[int, Mistake] = {}
        for detail in error.errors(include_url=False, include_input=False):
            at, *path = detail["loc"]
            why = phrase("fault.empty") if detail["type"] == "string_pattern_mismatch" else refused(detail)
            found.setdefault(int(at), Mistake(tuple(path), why))
        return found
    return {}


def refused(detail: Mapping[str, Any]) -> Phrase | str:
    """Return why: the phrase that a rule of ours raised, ValueError(phrase(...)), else the words of pydantic."""
    raised = detail.get("ctx", {}).get("error")
    said = raised.args[0] if isinstance(raised, ValueError) else None
    return said if isinstance(said, Phrase) else str(detail["msg"]).removeprefix("Value error, ")


def judge(cls: type[Kept]) -> "SchemaValidator":
    """Return what judges tables of a class, made once; what it makes of them is thrown away."""
    from pydantic_core import SchemaValidator

    if cls not in _JUDGES:
        schema: Any = {"type": "list", "items_schema": _table(cls)}
        _JUDGES[cls] = SchemaValidator(schema)
    return _JUDGES[cls]


def _table(cls: type[Kept]) -> dict[str, Any]:
    own = {one.name: _field(one) for one in fields(cls) if one.name != "extra"}
    inner = {"type": "model-fields", "model_name": cls.__name__, "fields": own}
    return {"type": "model", "cls": cls, "config": _STRICT, "schema": inner}


def _field(one: "Field[Any]") -> dict[str, Any]:
    schema = _typed(one.type, {limit: one.metadata[limit] for limit in _LIMITS if limit in one.metadata})
    for name, kind in (("check", "no-info"), ("among", "with-info")):
        if name in one.metadata:
            check = {"type": kind, "function": _check(one.metadata[name], kind)}
            schema = {"type": "function-after", "function": check, "schema": schema}
    if one.default is not MISSING:
        schema = {"type": "default", "schema": schema, "default": one.default}
    elif one.default_factory is not MISSING:
        schema = {"type": "default", "schema": schema, "default_factory": one.default_factory}
    alias = {"validation_alias": one.metadata["alias"]} if "alias" in one.metadata else {}
    return {"type": "model-field", "schema": schema, **alias}


def _check(check: Any, kind: str) -> Any:
    return check if kind == "no-info" else lambda value, info: check(value, info.data)


def _typed(hint: Any, limits: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of a type; limits are those of what it says besides None."""
    if hint in _PLAIN:
        return {"type": _PLAIN[hint], **limits}
    origin, args = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"type": "literal", "expected": [*args]}
    if origin is Sequence:
        return {"type": "list", "items_schema": _typed(args[0], limits)}
    if origin is Mapping:
        return {"type": "dict", "keys_schema": _typed(args[0], limits), "values_schema": _typed(args[1], limits)}
    if origin in {Union, UnionType}:
        return _one_of(args, limits)
    return _table(hint)


def _one_of(hints: Sequence[Any], limits: Mapping[str, Any]) -> dict[str, Any]:
    choices = [_typed(one, limits) for one in hints if one is not NoneType]
    schema = choices[0] if len(choices) == 1 else {"type": "union", "choices": choices}
    return {"type": "nullable", "schema": schema} if NoneType in hints else schema
