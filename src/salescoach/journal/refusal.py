"""Refusals: why pydantic refuses a value."""

from collections.abc import Mapping
from typing import Any

from salescoach.answer import Phrase


def refused(detail: Mapping[str, Any]) -> Phrase | str:
    """Return why: the phrase that a rule of ours raised, ValueError(phrase(...)), else the words of pydantic."""
    raised = detail.get("ctx", {}).get("error")
    said = raised.args[0] if isinstance(raised, ValueError) else None
    return said if isinstance(said, Phrase) else str(detail["msg"]).removeprefix("Value error, ")
