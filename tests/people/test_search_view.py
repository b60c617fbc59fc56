from collections.abc import Callable
from datetime import date
from typing import Any

from salescoach.kit.screen import text
from salescoach.people.rules.search import Scope, found_in
from salescoach.records.seller import Book, Seller

Looks = Callable[..., Any]
Make = Callable[..., Seller]

LONG = "Before it comes a long story that nobody needs today, then the budget, and after it more that goes on and on."


def found(*sellers: Seller, terms: tuple[str, ...] = ("budget",), me: Book | None = None) -> Any:
    """Return what is found of a word."""
    return found_in(sellers, me or Book(), terms, Scope())


def test_a_hit_is_shown_in_its_context(looks: Looks, person: Make) -> None:
    """On one line, cut between words on both sides, the word in it; whole in the long form and in a pipe."""
    answer = found(person("Anna Berg", ("note", {"text": LONG})))
    (line,) = text(answer, looks()).splitlines()
    assert line.startswith("Mon 5 Oct  Anna Berg  note  …")
    assert line.endswith("…")
    assert "the budget, and" in line
    assert len(line) <= 80
    for look in (looks(everything=True, width=200), looks(terminal=False)):
        assert text(answer, look) == f"Mon 5 Oct  Anna Berg  note  {LONG}\n"


def test_the_word_stays_in_sight(looks: Looks, person: Make) -> None:
    """Wherever it stands in a text, with words around it or without."""
    for said in ("budget", "budget " + "x" * 90, "x" * 90 + " budget", "budgetbudget" * 9, "y" * 90 + "budget"):
        for width in (30, 80):
            shown = text(found(person("Bo", ("note", {"text": said}))), looks(width=width))
            assert "budget" in shown.replace("\n", "").replace(" ", ""), (said, width)


def test_hits_are_lit_where_there_is_colour(looks: Looks, person: Make) -> None:
    """Each of them, as it was typed, in a pipe too where colour is wished for."""
    one = person("Anna", ("note", {"text": "Budgét, and budget\nagain"}))
    for look in (looks(color=True), looks(color=True, terminal=False)):
        shown = text(found(one), look)
        assert "\x1b[7mBudgét\x1b[0m, and \x1b[7mbudget\x1b[0m again" in shown
    assert "\x1b" not in text(found(one), looks())


def test_many_hits_are_counted(looks: Looks, person: Make) -> None:
    """Twenty, newest first, then a count; all with --all."""
    notes = [("note", {"text": f"budget {at}", "on": date(2026, 10, at)}) for at in range(1, 24)]
    answer = found(person("Anna", *notes))
    shown = text(answer, looks()).splitlines()
    assert (len(shown), shown[-1]) == (21, "and 3 more: --all")
    assert shown[0].endswith("budget 23")
    assert len(text(answer, looks(everything=True)).splitlines()) == 23


def test_whose_a_hit_is_stands_beside_it(looks: Looks, person: Make) -> None:
    """Private lines have their mark, mine are mine, and who left is said to have."""
    anna = person("Anna", ("note", {"text": "budget", "private": True}))
    gone = Seller(anna.records, key="bo", header=person("Bo", role="budget").header, left=True)
    shown = text(found(anna, gone, me=Book(anna.records)), looks(width=100)).splitlines()
    assert shown == [
        "Mon 5 Oct  Anna  note                    ~ budget",
        "Mon 5 Oct  Bo    note · left the team    ~ budget",
        "Mon 5 Oct  you   note                    ~ budget",
        "           Bo    seller · left the team  Bo · budget",
    ]


def test_nothing_found_says_what_was_searched_and_what_to_try(looks: Looks, person: Make) -> None:
    """Fewer words where there are several, private lines where they were left out, and no filters where there are."""
    anna = person("Anna")
    several = text(found(anna, terms=("zebra", "call list")), looks(terminal=False)).splitlines()
    assert several[0] == "Nothing was found for “zebra”, “call list”, in the notes on 1 seller and your own."
    assert len(several) == 3
    assert len(text(found(anna), looks(private=True)).splitlines()) == 1
    narrowed = found_in([anna], Book(), ["x"], Scope(kinds=["note"]))
    assert "--since" in text(narrowed, looks(terminal=False))
