from dataclasses import replace
from typing import Any

from salescoach.care.rules.edited import Edited
from salescoach.care.view.edited import wrong
from salescoach.errors import Problem
from salescoach.kit.plain import page_of
from salescoach.kit.screen import data, text

EDITED = Edited(name="Anna Berg", file="sellers/anna-berg.toml", added=2, removed=1, before=4, after=3)


def problem(line: int, column: int) -> Problem:
    """Return a problem of a file at a place."""
    return Problem("me.toml", "bad_toml", line, column, {"why": "no"})


def excerpt(problems: list[Problem], saved: str, look: Any) -> list[str]:
    """Return the lines that are about what was saved."""
    return [line for line in page_of(wrong(problems, saved, look)).splitlines() if line.startswith("    ")]


def test_an_edit_says_what_it_changed(looks: Any) -> None:
    """Lines, records, and how to take it back."""
    assert text(EDITED, looks()).splitlines() == [
        "Changed for Anna Berg: 2 lines added, 1 line taken out",
        "4 records before, 3 records now.",
        "Not right? coach undo takes all of it back.",
    ]
    assert data(EDITED, looks())["edited"] == {
        "file": "sellers/anna-berg.toml",
        "lines": {"added": 2, "removed": 1},
        "records": {"before": 4, "after": 3},
    }


def test_a_file_that_was_mended_says_so(looks: Any) -> None:
    """Before, nobody could count its records."""
    assert "The file reads again: 3 records." in text(replace(EDITED, before=None), looks())


def test_a_problem_has_its_line_and_a_caret_below_it(looks: Any) -> None:
    """At its column, behind letters that are two columns wide too."""
    assert page_of(wrong([problem(2, 3)], "a\nb = x\n", looks())).splitlines() == [
        "me.toml:2:3: this is no TOML: no. The file is left as it is until it reads again.",
        "    b = x",
        "      ^",
    ]
    assert excerpt([problem(1, 3)], "漢字 x", looks()) == ["    漢字 x", "        ^"]
    assert excerpt([problem(1, 2)], "\t\x1bx", looks()) == ["     ␛x", "     ^"]


def test_a_long_line_is_cut_around_the_place(looks: Any) -> None:
    """What is wrong is in sight at any width."""
    line, caret = excerpt([problem(1, 101)], "a" * 100 + "!" + "b" * 100, looks(width=40))
    assert len(line) < 40
    assert line[caret.index("^")] == "!"


def test_a_place_past_the_end_is_below_it(looks: Any) -> None:
    """A text that ends too early is wrong where nothing stands; a file as a whole has no line."""
    assert excerpt([problem(3, 1)], "a\n", looks()) == ["    ^"]
    assert excerpt([problem(0, 0)], "a\n", looks()) == []


def test_three_problems_are_shown_and_the_others_counted(looks: Any) -> None:
    """Mending the first often mends the others."""
    shown = page_of(wrong([problem(1, 1)] * 5, "a\n", looks()))
    assert shown.count("me.toml:1:1") == 3
    assert shown.endswith("and 2 more\n")
