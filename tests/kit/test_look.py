from datetime import date
from typing import Any

from salescoach.answer import phrase


def test_narrow_is_a_small_terminal_and_whole_the_long_form(looks: Any) -> None:
    """A list under 72 columns, never in a pipe; nothing is left out under --all, nor where a program reads."""
    for width, terminal, narrow in ((71, True, True), (72, True, False), (20, False, False)):
        assert looks(width=width, terminal=terminal).narrow is narrow, width
    for everything, terminal, whole in ((True, True, True), (False, True, False), (False, False, True)):
        assert looks(everything=everything, terminal=terminal).whole is whole, everything


def test_days_and_levels_are_said_as_they_are_here(looks: Any) -> None:
    """A day of another year with its year, a level by its own name, alone or within a sentence."""
    assert looks().day(date(2026, 11, 27)) == "Fri 27 Nov"
    assert looks().day(date(2027, 1, 4)) == "Mon 4 Jan 2027"
    assert looks().day(date(2027, 1, 4), "short") == "4 Jan"
    look = looks(levels={"green": "great"})
    assert [look.level(one) for one in ("green", "red", None)] == ["great", "red", "not rated"]
    said = phrase("record.rating.bare", area="closing", level=phrase("level.green"))
    assert look.say(said) == "closing great"
    assert look.say("record.rating.bare", area="closing", level=phrase("level.red")) == "closing red"
