import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from salescoach.intake.marks import Listener, Marks, Notes, read_notes
from salescoach.records.matching import OpenThing
from salescoach.words.dates import Dates

ENGLISH = Path(__file__).parents[2] / "templates" / "en"
MONDAY = date(2026, 11, 16)
OPEN = (
    OpenThing("k3f7q", "commitment", "Send the call list"),
    OpenThing("p9d1c", "commitment", "Introduce Anna to Karin at Nordbygg"),
    OpenThing("m0x2a", "topic", "Pricing for the new package"),
    OpenThing("m1x2a", "goal", "12 first meetings with new customers"),
    OpenThing("m1z9b", "need", "A list of new customers"),
)
VALUES = ("Courage", "Customer first")

Reader = Callable[[str], Notes]


@pytest.fixture(scope="session")
def english_marks() -> Mapping[str, Any]:
    """Return the marks that are shipped in English."""
    return tomllib.loads((ENGLISH / "marks.toml").read_text("utf-8"))


@pytest.fixture(scope="session")
def english_dates() -> Dates:
    """Return the reader of English dates."""
    return Dates(tomllib.loads((ENGLISH / "dates.toml").read_text("utf-8")))


@pytest.fixture(scope="session")
def notes(english_marks: Mapping[str, Any], english_dates: Dates) -> Reader:
    """Read notes of Monday 16 November 2026 about Anna Berg."""
    marks = Marks(english_marks)
    areas = ("discovery", "Next step", "follow-up", "negotiation")
    names = frozenset({"anna", "berg", "anna-berg", "annie"})
    anna = Listener("Anna Berg", names, areas, OPEN, lambda: VALUES)
    return lambda text: read_notes(text, marks, english_dates, anna, MONDAY)
