"""Slips: keys of an own template that are nearly those of its shape; others may be of the manager's own choice."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, RootModel

from salescoach.journal.shapes import Key, shape_of


def slips(name: str, own: Mapping[str, Any]) -> Iterator[tuple[Key, str]]:
    """Give each such key of a template that can be used otherwise, and the one that is meant."""
    shape = shape_of(name)
    if shape is not None and not issubclass(shape, RootModel):
        yield from _in(own, shape)


def _in(table: Mapping[str, Any], shape: type[BaseModel], *path: str | int) -> Iterator[tuple[Key, str]]:
    for key, value in table.items():
        if key in shape.model_fields:
            yield from _below(value, shape.model_fields[key].annotation, *path, key)
        elif near := get_close_matches(key, shape.model_fields):
            missing = [one for one in near if one not in table]
            yield (*path, key), (missing or near)[0]


def _below(value: Any, kind: Any, *path: str | int) -> Iterator[tuple[Key, str]]:
    inner = next(iter(get_args(kind)), kind)
    if not (isinstance(inner, type) and issubclass(inner, BaseModel)):
        return
    for at, one in enumerate(value) if isinstance(value, list) else [(None, value)]:
        yield from _in(one, inner, *path, *([] if at is None else [at]))
