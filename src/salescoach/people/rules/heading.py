"""The head of a seller's file: how a change of it is told, and which heads are whole."""

from collections.abc import Mapping
from typing import Any

from salescoach.records.header import Header


def change_of(header: Header, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a change: what is given and new, and what `was`; empty where nothing is."""
    written = header.to_table(written=True)
    said = {key: value for key, value in written.items() if value != [] or key in header.extra}
    new = {key: value for key, value in given.items() if value is not None and value != said.get(key)}
    was = {key: said[key] for key in new if key in said}
    return {**new, **({"was": was} if was else {})} if new else {}
