import io
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from salescoach.answer import phrase
from salescoach.kit.screen import draw
from salescoach.talk.rules.items import Item, Section
from salescoach.talk.view.rows import fitted, height, lines_of, rows_of, table

FACT = "Introduce Anna to Karin at Nordbygg so that she has a second contact there before the tender"
QUESTION = "What would it take for follow-up to be easy for you, and who could help you with it this week?"


def section(key: str, *texts: str, why: str = "", prompt: bool = False, minutes: int = 5) -> Section:
    """Make a section of an agenda."""
    kind = "item.prompt" if prompt else "item.plain"
    items = tuple(Item(phrase(kind, text=one), phrase("item.plain", text=why) if why else None) for one in texts)
    return Section(key, phrase("item.plain", text="Open"), items, minutes)


def drawn(rows: Any, look: Any) -> str:
    """Return what rows look like."""
    file = io.StringIO()
    draw(table(rows, look), look, file)
    return file.getvalue()


def of(*items: Item) -> Section:
    """Make a section of items."""
    return Section("x", phrase("item.plain", text="T"), items)


def test_title_and_reason_stand_once_and_what_is_over_is_counted(looks: Any) -> None:
    """Narrow, the title begins the line; levels stand before what they are of."""
    rows = rows_of(section("open", "one", "two"), looks()) + rows_of(section("x", "three", minutes=0), looks())
    assert drawn(rows, looks()) == "Open 5′  one\n         two\nOpen     three\n"
    assert drawn(rows_of(section("open", "one", "two"), looks(width=30)), looks(width=30)) == "Open 5′  one\ntwo\n"
    rows = rows_of(section("open", "one", "two", "three", why="x"), looks(), 2)
    assert drawn(rows, looks()) == "Open 5′  one  x\n         two  and 1 more: --all\n"
    items = [Item(phrase("item.plain", text="a"), levels=levels) for levels in (("red",), ("green", None))]
    assert [row.said.plain for row in rows_of(of(*items), looks())] == ["■r a", "●g ○  a"]


def test_a_reason_that_names_a_day_is_the_items_own(looks: Any) -> None:
    """Others are said of all of them at once; and what stands beside an item is shown with it, and not counted."""
    for why, shown in (
        (phrase("why.due", due="today"), ["due today"] * 2),
        (phrase("why.prompt"), ["on this agenda", ""]),
    ):
        items = (Item(phrase("item.plain", text=text), why) for text in "ab")
        assert [row.why.plain for row in rows_of(of(*items), looks())] == shown
    items = (Item(phrase("item.plain", text=text), beside=text == "b") for text in "abc")
    assert [row.said.plain for row in rows_of(of(*items), looks(), 1)] == ["a", "b"]


def test_a_row_too_long_is_cut_to_a_line(looks: Any) -> None:
    """A fact gives way to its reason, a reason to a question: half of one cannot be asked; what fits is left alone."""
    rows = rows_of(section("open", FACT, why="late"), looks())
    assert fitted(rows, looks(), 2) == rows
    assert lines_of(rows, looks()) == 2
    cases: list[tuple[Section, str]] = [
        (section("x", FACT, why="9 days late"), f"{FACT[:57]}…  9 days late"),
        (section("x", FACT, why="w" * 45), f"{FACT[:70]}…"), (section("x", "short", why="w" * 90), "short"),
        (section("questions", QUESTION, why="closing is red"), f"{QUESTION[:70]}…"),
        (section("questions", QUESTION[:51], why="follow-up is red since May"), f"{QUESTION[:51]}  follow-up is red …"),
        (section("open", QUESTION[:60], why="an open question", prompt=True), QUESTION[:60]),
    ]  # fmt: skip
    for made, shown in cases:
        (row,) = fitted(rows_of(made, looks()), looks(), 1)
        assert row.body.plain == shown, made
    rows = rows_of(section("questions", QUESTION), looks()) + rows_of(section("x", FACT), looks())
    first, second = fitted(rows, looks(), 3)
    assert first.said.plain == QUESTION
    assert second.said.plain.endswith("…")
    rows = rows_of(section("x", "a " * 30), looks(width=20))
    assert height([rows[0].said], looks(width=20)) == 3


@given(
    texts=st.lists(st.text(min_size=1, max_size=200), min_size=1, max_size=8), width=st.integers(30, 200),
    why=st.text(max_size=50), prompt=st.booleans(),
)  # fmt: skip
def test_rows_fit_into_as_many_lines_as_there_are_of_them(
    looks: Any, texts: list[str], width: int, why: str, *, prompt: bool
) -> None:
    """Every row can be one line, and what is counted is what is drawn."""
    look = looks(width=width)
    rows = fitted(rows_of(section("x", *texts, why=why, prompt=prompt), look), look, len(texts))
    shown = drawn(rows, look).splitlines()
    assert len(shown) == lines_of(rows, look) == len(texts)
    assert all(cell_len(line) <= width for line in shown)


def test_where_it_is_narrow_a_step_keeps_its_words_before_its_reason(looks: Any) -> None:
    """What is to be done is said first; how late it is, only where there is room beside it."""
    step = phrase("item.step_seller", name="Kari", what="Call the first ten customers")
    item = Item(step, phrase("why.due", due=date(2026, 12, 18)))
    (row,) = rows_of(Section("steps", phrase("item.plain", text="Steps"), (item,), 2), looks(width=40))
    assert row.cut(30).body.plain == "Kari's step: Call the first t…"
