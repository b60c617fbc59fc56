from datetime import date

import pytest
from pydantic import ValidationError

from salescoach.coaching.written import record_of
from salescoach.records.commitment import Commitment

FIELDS = {"id": "p9d1c", "on": date(2026, 11, 3), "by": "me", "what": "call"}


def test_a_block_is_told_as_its_record() -> None:
    """What a command shows is what a reader of the file will see."""
    assert record_of("commitment", FIELDS) == Commitment(id="p9d1c", on=date(2026, 11, 3), by="me", what="call")


def test_a_block_that_is_no_record_is_not_shown_as_one() -> None:
    """A promise needs somebody who made it."""
    with pytest.raises(ValidationError):
        record_of("commitment", FIELDS | {"by": "nobody"})
