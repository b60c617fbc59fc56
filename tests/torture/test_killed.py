import signal
from typing import Any

import pytest

from salescoach.journal.undo import Undo

pytestmark = pytest.mark.slow

FEWEST = 20
"""Calls that open or change something of a journal in a command that writes; less means that they are not found."""


@pytest.mark.parametrize("name", ["a note on two", "two copies united"])
def test_a_double_asks_the_system_what_a_process_of_its_own_does(told: Any, strace: Any, name: str) -> None:
    """The same calls on the journal in the same order, so that what is done to one holds for the other."""
    story = told(name)
    cold, warm = (trace(story.coach, *story.row.command) for trace in (strace.cold, strace.calls))
    assert [call.without_numbers for call in warm] == [call.without_numbers for call in cold]


def test_a_command_that_is_killed_has_done_all_or_nothing_to_a_file(
    story: Any, strace: Any, record_property: Any
) -> None:
    """Before each call of the system; undo takes back what was last done, the next note works and sweeps up."""
    calls = strace.calls(story.coach, *story.row.command)
    assert len(calls) > FEWEST
    record_property("killed", len(calls))
    written = set()
    for victim, ran in story.tampered(strace, calls, "signal=KILL"):
        assert ran.status == -signal.SIGKILL, ran
        written.add(victim.ends_well())
    assert written == set(range(story.row.states))


@pytest.mark.parametrize("command", [("note", "anna", "the second"), ("add", "Eva Lund")])
def test_an_undo_that_was_stopped_is_no_loss(coach: Any, command: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the program itself took back has not vanished, wherever it was stopped: no command says so."""
    assert coach.here(*command).status == 0
    with monkeypatch.context() as patch:
        patch.setattr(Undo, "_save", _interrupted)
        assert coach.here("undo").status == 130
    assert coach.here("weekly").err == ""


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt
