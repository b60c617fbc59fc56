import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from salescoach.coaching.clock import Rule
from salescoach.records.base import Record
from salescoach.records.header import Header
from salescoach.records.kinds import KINDS
from salescoach.records.seller import Book, Seller
from salescoach.words.dates import Dates
from salescoach.words.phrases import Words

ENGLISH = Path(__file__).parents[2] / "templates" / "en"


@pytest.fixture(scope="session")
def seller() -> Callable[..., Seller]:
    """Make a seller of records, given in any order, and of what her header says; no file is needed."""

    def made(*records: Record, key: str = "anna-berg", name: str = "Anna Berg", **header: Any) -> Seller:
        return Seller(_by_kind(records), key=key, header=Header(name=name, **header))

    return made


@pytest.fixture(scope="session")
def book() -> Callable[..., Book]:
    """Make the manager's own records."""
    return lambda *records, **more: Book(_by_kind(records), **more)


@pytest.fixture(scope="session")
def template() -> Callable[[str], Mapping[str, Any]]:
    """Read a shipped template."""
    return lambda name: tomllib.loads((ENGLISH / f"{name}.toml").read_text("utf-8"))


@pytest.fixture(scope="session")
def rules(template: Callable[[str], Mapping[str, Any]]) -> list[Rule]:
    """The shipped rules of countries."""
    return [Rule(**one) for one in template("probation")["country"]]


@pytest.fixture(scope="session")
def words(template: Callable[[str], Mapping[str, Any]]) -> Words:
    """Say phrases in English."""
    return Words([template("words")], Dates(template("dates")))


def _by_kind(records: tuple[Record, ...]) -> dict[str, list[Record]]:
    """Return the records as reading a file does: by kind, in order of `on`, each with an id."""
    spare = (f"x{number}" for number in count())
    whole = [one if one.id else replace(one, id=next(spare)) for one in records]
    kinds = {kind: sorted((one for one in whole if one.kind == kind), key=lambda one: one.on) for kind in KINDS}
    return {kind: found for kind, found in kinds.items() if found}
