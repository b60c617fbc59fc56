import io
from typing import Any

from rich.text import Text

from salescoach.answer import phrase
from salescoach.kit.parts import level, light, lights, listing
from salescoach.kit.screen import draw
from salescoach.records.values import LEVELS, Level

ROWS = [[Text("a1b"), Text("Anna Berg"), Text("introduce her to Karin at Nordbygg before the tender"), Text("late")]]


def drawn(part: Any, look: Any) -> str:
    """Return what a part of a screen looks like."""
    file = io.StringIO()
    draw([part], look, file)
    return file.getvalue()


def test_a_level_is_colour_and_shape_and_word(looks: Any) -> None:
    """Each is enough to read it; side by side they keep their columns, and a letter met before is a capital."""
    cases: list[tuple[Level | None, str, str, str, str]] = [
        ("red", "■", "r", "red", "red"), ("yellow", "▲", "y", "yellow", "yellow"),
        ("green", "●", "g", "green", "green"), (None, "○", " ", "not rated", "grey"),
    ]  # fmt: skip
    for one, shape, letter, word, style in cases:
        assert (level(one, looks()).plain, level(one, looks()).style) == (f"{shape} {word}", style), one
        assert (light(one, looks()).plain, light(one, looks()).style) == (f"{shape}{letter}", style), one
    assert lights(["red", None, "green"], looks(levels={"green": "\x1bup"})).plain == "■r ○  ●␛"
    said = phrase("record.rating.bare", area="closing", level=phrase("level.green"))
    assert looks(levels={"green": "great"}).say(said) == "closing great"
    more: list[tuple[tuple[str, ...], str]] = [
        (("minus", "plus", "plus plus"), "mpP"), (("good", "great", "awesome"), "gGa"),
        (("Röd", "rosa", "grön"), "RRg"), (("\u00df", "\u00df\u00df", "x"), "\u00dfSx"),
    ]  # fmt: skip
    for names, letters in more:
        own = looks(levels=dict(zip(LEVELS, names, strict=True)))
        assert "".join(light(one, own).plain[1:] for one in LEVELS) == letters, names


def test_a_list_wraps_one_column_where_it_is_wide(looks: Any) -> None:
    """Beside the first it is a sentence where it is narrow, one line in a pipe, and a long name ends in an ellipsis."""
    assert drawn(listing(ROWS, looks(width=75), wraps=2), looks(width=75)) == (
        "a1b  Anna Berg  introduce her to Karin at Nordbygg before the tender  late\n"
    )
    assert drawn(listing(ROWS, looks(width=72), wraps=2), looks(width=72)) == (
        "a1b  Anna Berg  introduce her to Karin at Nordbygg before the       late\n                tender\n"
    )
    assert drawn(listing(ROWS, looks(width=40), wraps=2), looks(width=40)) == (
        "a1b  Anna Berg  introduce her to Karin\n     at Nordbygg before the tender  late\n"
    )
    look = looks(width=20, terminal=False)
    assert drawn(listing(ROWS, look, wraps=2), look).count("\n") == 1
    shown = drawn(listing([[Text("n" * 90), Text("what")]], looks(), wraps=1), looks())
    assert shown == "n" * 31 + "…  what\n"
