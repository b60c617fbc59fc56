"""JSON: plain values out of answers, and the text of them."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from typing import Any

from salescoach.kit.safe import escaped
from salescoach.records.base import Kept


def plain(value: Any) -> Any:
    """Return a value as JSON has it: records by the names of the file, dates ISO, what is unknown left out."""
    if isinstance(value, Kept):
        return plain(value.to_table())
    if is_dataclass(value) and not isinstance(value, type):
        return plain({field.name: getattr(value, field.name) for field in fields(value)})
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items() if part is not None}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(part) for part in value]
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):  # noqa: PLR0124  # NaN
        return str(value)
    return value.isoformat() if isinstance(value, date | time) else value


def dumps(value: Any) -> str:
    """Return the text of one JSON object, safe to print."""
    return escaped(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def record(one: Kept, **more: Any) -> dict[str, Any]:
    """Return a record as JSON has it, its kind first."""
    kind: dict[str, Any] = {"kind": getattr(type(one), "kind", None)}
    return {**kind, **plain(one), **more, **kind}
