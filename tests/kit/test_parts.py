import io
from typing import Any

from rich.text import Text

from salescoach.kit.parts import bar, block, capped, gapped, head, joined, level, light, lights, listing, short, text
from salescoach.kit.screen import draw
from salescoach.records.values import LEVELS, Level

ROWS = [[Text("a1b"), Text("Anna Berg"), Text("introduce her to Karin at Nordbygg before the tender"), Text("late")]]


def drawn(part: Any, look: Any) -> str:
    """Return what a part of a screen looks like."""
    file = io.StringIO()
    draw([part], look, file)
    return file.getvalue()


def test_what_is_over_is_counted(looks: Any) -> None:
    """A list that nobody asked for whole ends with how many more there are; where it is read on, it is whole."""
    cases: list[tuple[int, dict[str, bool], int, list[str]]] = [
        (5, {}, 5, []), (7, {}, 5, ["and 2 more: --all"]), (7, {"everything": True}, 7, []),
        (7, {"terminal": False}, 7, []),
    ]  # fmt: skip
    for n, look, shown, over in cases:
        found, more = capped(range(n), looks(**look))
        assert (len(found), [line.plain for line in more]) == (shown, over), n


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
    more: list[tuple[tuple[str, ...], str]] = [
        (("minus", "plus", "plus plus"), "mpP"), (("good", "great", "awesome"), "gGa"),
        (("Röd", "rosa", "grön"), "RRg"), (("\u00df", "\u00df\u00df", "x"), "\u00dfSx"),
    ]  # fmt: skip
    for names, letters in more:
        own = looks(levels=dict(zip(LEVELS, names, strict=True)))
        assert "".join(light(one, own).plain[1:] for one in LEVELS) == letters, names


def test_small_parts_are_one_line_and_leave_no_gap(looks: Any) -> None:
    """A block keeps its lines, an id is what the hand types, a bar is as long as it is whatever is full."""
    assert text("a\n b\x07").plain == "a b␇"
    assert block("a\n b\x07").plain == "a\n b␇"
    assert head(looks(), "promises.mine").plain == "You owe"
    del looks
    assert short("k3f7q").plain == "k3f"
    assert short("\x1b[2J").plain == "␛[2"
    assert joined(("a", "", "b")) == "a · b"
    assert gapped((Text("a"), Text(), Text("b"))).plain == "a  b"
    for part, shown in ((0, "─────"), (0.5, "━━───"), (1, "━━━━━")):
        assert bar(part, 5).plain == shown, part


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
