from collections.abc import Callable
from datetime import date

import pytest

from salescoach.journal.append import Addition, Block, add
from salescoach.journal.journal import Journal

Note = Callable[[str], Block]


@pytest.fixture
def note(journal: Journal) -> Note:
    """Add a note about Anna, and return the block as written."""

    def written(text: str) -> Block:
        block = Block("note", {"on": date(2026, 11, 5), "text": text})
        return add(journal, [Addition("sellers/anna-berg.toml", [block])], f"note {text}", "2026-11-05")[0][0]

    return written
