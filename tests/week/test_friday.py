from typing import Any

FRIDAY = ("--today", "2026-11-27")


def _ready(coach: Any) -> None:
    """Have something to thank for, something owed before Sunday, an action of last week, and a talk next week."""
    coach("log", "anna", "green: discovery – asked about budget first; next: 2 dec")
    coach("note", "bo", "@me call Karin by 29 nov; @bo send the list by fri")
    assert coach("done", "send the list").status == 0
    coach("act", "feedback", "anna", "--on", "2026-11-19")


def test_a_friday_is_one_minute_of_keys(coach: Any) -> None:
    """Each key is a record; one undo takes all back, and what is done is not asked twice."""
    _ready(coach)
    before = coach.bytes()
    coach.asked(*FRIDAY, answers=["y", "y", "y", "y", "y", "Ask, then count."])
    heard = " ".join(coach.heard)
    assert ("Thank Anna Berg" in heard, "Next week: Anna Berg Wed 2 Dec" in heard) == (True, True)
    written = "".join(data.decode("utf-8") for data in coach.bytes().values())
    kept = 'what = "kept the promise: send the list"'
    for said in ('how = "kept"', kept, "[[praise]]", 'action = "feedback"', 'text = "Ask, then count."'):
        assert said in written, said
    again = coach.asked(*FRIDAY, answers=[])
    assert "Next: coach" in again.out
    coach("undo")
    assert coach.bytes() == before


def test_any_other_key_leaves(coach: Any) -> None:
    """What was pressed before is written, the rest is not; Enter goes on, and with nothing pressed today is said."""
    _ready(coach)
    coach.asked(*FRIDAY, answers=["y", "q"])
    both = coach.text() + coach.text("bo-ek")
    assert (both.count("[[praise]]"), both.count('how = "kept"')) == (1, 1)
    before = coach.bytes()
    assert "Next: coach" in coach.asked(*FRIDAY, answers=["", "z"]).out
    assert coach.bytes() == before


def test_only_a_terminal_on_a_friday_is_asked(coach: Any) -> None:
    """A pipe, --json, and Monday have the plain screen."""
    _ready(coach)
    for line in ((*FRIDAY,), (*FRIDAY, "--json"), ("--today", "2026-11-30")):
        ran = coach(*line)
        assert (ran.status, "One minute" in ran.out + ran.err) == (0, False)
    assert "Next: coach" in coach.asked("--today", "2026-11-30", answers=[]).out
