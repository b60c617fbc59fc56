import pytest

from salescoach.journal.journal import Journal
from salescoach.journal.turn import turn


@pytest.mark.parametrize("folder", ["", "sellers", "left", ".coach", ".coach/drafts", ".coach/edits"])
def test_a_turn_begins_with_what_a_killed_command_left_swept_up(journal: Journal, folder: str) -> None:
    """In every folder that commands write to; what is no litter stays."""
    (journal.root / folder).mkdir(parents=True, exist_ok=True)
    left, mine = (journal.root / folder / name for name in (".anna.txt.17.coach-tmp", "anna.txt"))
    for path in (left, mine):
        path.touch()
    with turn(journal):
        assert (left.exists(), mine.exists()) == (False, True)
