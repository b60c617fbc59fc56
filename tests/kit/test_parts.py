import io
from collections.abc import Callable
from typing import Any

from rich.text import Text

from salescoach.kit.parts import bar, block, capped, gapped, head, joined, level, light, lights, listing, short, text
from salescoach.kit.screen import draw
from salescoach.records.values import LEVELS, Level

Looks = Callable[..., Any]
ROWS = [[Text("a1b"), Text("Anna Berg"), Text("introduce her to Karin at Nordbygg before the tender"), Text("late")]]


def drawn(part: Any, look: Any) -> str:
    """Return what a part of a screen looks like."""
    file = io.StringIO()
    draw([part], look, file)
    return file.getvalue()


def test_what_is_over_is_counted(looks: Looks) -> None:
    """A list that nobody asked for whole ends with how many more there are; where it is read on, it is whole."""
    cases: list[tuple[int, dict[str, bool], int, list[str]]] = [
        (5, {}, 5, []), (7, {}, 5, ["and 2 more: --all"]), (7, {"everything": True}, 7, []),
        (7, {"terminal": False}, 7, []),
    ]  # fmt: skip
    for n, look, shown, over in cases:
        found, more = capped(range(n), looks(**look))
        assert (len(found), [line.plain for line in more]) == (shown, over), n


def test_a_level_is_colour_and_shape_and_word(looks: Looks) -> None:
    """Each of the three is there, so that any one of them is enough to read it."""
    cases: list[tuple[Level | None, str, str, str, str]] = [
        ("red", "■", "r", "red", "red"), ("yellow", "▲", "y", "yellow", "yellow"),
        ("green", "●", "g", "green", "green"), (None, "○", " ", "not rated", "grey"),
    ]  # fmt: skip
    for one, shape, letter, word, style in cases:
        assert (level(one, looks()).plain, level(one, looks()).style) == (f"{shape} {word}", style), one
        assert (light(one, looks()).plain, light(one, looks()).style) == (f"{shape}{letter}", style), one


def test_lights_stand_side_by_side(looks: Looks) -> None:
    """Several levels keep their columns, and an own name gives the letter."""
    assert lights(["red", None, "green"], looks(levels={"green": "\x1bup"})).plain == "■r ○  ●␛"


def test_a_letter_that_a_lower_level_has_too_is_a_capital(looks: Looks) -> None:
    """Two columns are enough to tell them apart, whatever they are called; the shape does as well."""
    cases: list[tuple[tuple[str, ...], str]] = [
        (("minus", "plus", "plus plus"), "mpP"), (("good", "great", "awesome"), "gGa"),
        (("Röd", "rosa", "grön"), "RRg"), (("\u00df", "\u00df\u00df", "x"), "\u00dfSx"),
    ]  # fmt: skip
    for names, letters in cases:
        own = looks(levels=dict(zip(LEVELS, names, strict=True)))
        assert "".join(light(one, own).plain[1:] for one in LEVELS) == letters, names


def test_text_is_one_line_and_a_block_keeps_its_own(looks: Looks) -> None:
    """What is one record is one line; a text that is shown as such keeps its lines."""
    assert text("a\n b\x07").plain == "a b␇"
    assert block("a\n b\x07").plain == "a\n b␇"
    assert head(looks(), "promises.mine").plain == "You owe"


def test_an_id_is_three_characters(looks: Looks) -> None:
    """Screens print as much of an id as the hand likes to type, and nothing that acts."""
    del looks
    assert short("k3f7q").plain == "k3f"
    assert short("\x1b[2J").plain == "␛[2"


def test_what_is_empty_is_left_out() -> None:
    """Neither a dot nor a gap stands where nothing is."""
    assert joined(("a", "", "b")) == "a · b"
    assert gapped((Text("a"), Text(), Text("b"))).plain == "a  b"


def test_a_bar_shows_a_part_of_its_cells() -> None:
    """A bar is as long as it is, whatever part of it is full."""
    for part, shown in ((0, "─────"), (0.5, "━━───"), (1, "━━━━━")):
        assert bar(part, 5).plain == shown, part


def test_a_list_wraps_one_column_where_it_is_wide(looks: Looks) -> None:
    """The chosen column takes a second line, the others keep theirs."""
    assert drawn(listing(ROWS, looks(width=75), wraps=2), looks(width=75)) == (
        "a1b  Anna Berg  introduce her to Karin at Nordbygg before the tender  late\n"
    )
    assert drawn(listing(ROWS, looks(width=72), wraps=2), looks(width=72)) == (
        "a1b  Anna Berg  introduce her to Karin at Nordbygg before the       late\n                tender\n"
    )


def test_a_list_is_one_text_beside_the_first_column_where_it_is_narrow(looks: Looks) -> None:
    """What would be a column of four letters is a sentence."""
    assert drawn(listing(ROWS, looks(width=40), wraps=2), looks(width=40)) == (
        "a1b  Anna Berg  introduce her to Karin\n     at Nordbygg before the tender  late\n"
    )


def test_a_list_is_a_line_a_row_in_a_pipe(looks: Looks) -> None:
    """Nothing is wrapped or cut there."""
    look = looks(width=20, terminal=False)
    assert drawn(listing(ROWS, look, wraps=2), look).count("\n") == 1


def test_a_long_name_ends_in_an_ellipsis(looks: Looks) -> None:
    """A column that does not wrap leaves room for the one that does."""
    shown = drawn(listing([[Text("n" * 90), Text("what")]], looks(), wraps=1), looks())
    assert shown == "n" * 31 + "…  what\n"
