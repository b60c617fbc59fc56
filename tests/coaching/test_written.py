from datetime import date

from salescoach.coaching.written import record_of
from salescoach.records.commitment import Commitment

FIELDS = {"id": "p9d1c", "on": date(2026, 11, 3), "by": "me", "what": "call"}


def test_a_block_is_told_as_its_record() -> None:
    """What a command shows is what a reader of the file will see."""
    assert record_of("commitment", FIELDS) == Commitment(id="p9d1c", on=date(2026, 11, 3), by="me", what="call")
