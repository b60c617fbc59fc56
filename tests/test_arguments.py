from collections.abc import Callable
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from rich.cells import cell_len

from salescoach.arguments import offered

Complete = Callable[..., list[str]]


@pytest.fixture
def complete(coach: Any) -> Complete:
    """Complete the last of some words as a shell would."""

    def completed(*words: str) -> list[str]:
        line = " ".join(("coach", *words))
        coach.monkeypatch.setenv("_COACH_COMPLETE", "complete_bash")
        coach.monkeypatch.setenv("COMP_WORDS", line)
        coach.monkeypatch.setenv("COMP_CWORD", str(len(words)))
        with pytest.raises(SystemExit):  # a shell waits for the words alone
            coach()
        return str(coach.read()[0]).split()

    return completed


def test_one_tab_offers_what_may_stand_there(coach: Any, complete: Complete) -> None:
    """Names, areas, levels, what is open, actions, goals by their id."""
    goal = coach("goal", "anna", "more meetings", "--json").json["records"][0]["id"]
    for words, offers in (
        (("pr",), ["prep", "progress", "promise", "praise", "probation"]),
        (("prep", ""), ["anna-berg", "asa-oberg", "bo-ek"]), (("prep", "an"), ["anna-berg"]),
        (("act", "hero", "anna", "b"), ["bo-ek"]), (("rate", "anna", "disc"), ["discovery"]),
        (("rate", "anna", "discovery", ""), ["red", "yellow", "green"]), (("done", ""), ["p9d1c", "t4p1c", goal]),
        (("done", "p"), ["p9d1c"]), (("act", "exp"), ["explain-why"]), (("prep", "zebra"), []),
        (("progress", "anna", ""), [goal]),
    ):  # fmt: skip
        assert sorted(complete(*words)) == sorted(offers), words


def test_a_seller_is_offered_by_whatever_she_goes_by(coach: Any, complete: Complete) -> None:
    """Her key first, then each of her names as it is written, then its letters alone; me where I am meant."""
    coach("set", "bo", "--alias", "Bosse Zink")
    for typed, offers in (
        ("å", ["asa-oberg"]), ("a", ["anna-berg", "asa-oberg"]), ("A", ["anna-berg", "asa-oberg"]),
        ("ober", ["asa-oberg"]), ("o\u0308b", ["asa-oberg"]), ("ö", ["asa-oberg"]), ("BER", ["anna-berg"]),
        ("zin", ["bo-ek"]), ("ek", ["bo-ek"]), ("erg", []), ("!", []),
    ):  # fmt: skip
        assert sorted(complete("show", typed)) == offers, typed
    assert complete("edit", "m") == ["me"]
    assert complete("prep", "m") == []
    assert complete("act", "hero", "bo-ek,öb") == ["bo-ek,asa-oberg"]
    ctx = SimpleNamespace(find_root=lambda: SimpleNamespace(obj=None))  # a shell completes without running the program
    assert offered(lambda app, _: ((person.key, "") for person in app.journal.called()))(ctx, "b") == [("bo-ek", "")]
    coach.monkeypatch.setenv("COACH_JOURNAL", "/nowhere")
    assert complete("prep", "") == []


def test_what_is_said_of_an_offer_is_one_line_in_every_shell(coach: Any) -> None:
    """Fish, zsh and PowerShell take each further line for another offer; whatever stands in a promise."""
    texts = (
        "call Karin " * 30, "x" * 300, "a\tb\\c", "\"'$`:" * 30, "\N{PARTY POPPER}" * 60, "\u6f22\u5b57" * 90,
        "[bold]x[/bold] [/]", ":warning: go", "e\u0301\u202e\x1b[31m" * 30, "-",
    )  # fmt: skip
    for text in texts:
        coach("promise", "anna", "--by", "fri", "--", text)
    coach.monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    lines_of = (("coach done ", len(texts)), ("coach ", 30), ("coach edit ", 4), ("coach promise --", 5))
    for columns, (typed, least) in product(("34", ""), lines_of):
        coach.monkeypatch.setenv("COLUMNS", columns)
        coach.monkeypatch.setenv("_TYPER_COMPLETE_ARGS", typed)
        coach.monkeypatch.setenv("_TYPER_COMPLETE_WORD_TO_COMPLETE", typed.rpartition(" ")[2])
        for shell, mark in (("fish", "\t"), ("zsh", '":"'), ("powershell", ":::")):
            coach.monkeypatch.setenv("_COACH_COMPLETE", f"complete_{shell}")
            with pytest.raises(SystemExit):
                coach()
            lines = str(coach.read()[0]).strip("\n").split("\n")
            assert len(lines) >= least
            for line in lines:
                value, _, about = line.partition(mark)
                assert about, (shell, typed, line)
                assert about.isprintable()
                assert cell_len(about) <= int(columns or 80) + len('"))'), (shell, about)
                assert " " not in value.removeprefix("_arguments '*: :((")
            if (typed, shell, columns) == ("coach done ", "fish", ""):
                assert "[bold]x[/bold] [/]" in "".join(lines)
                assert "\N{MODIFIER LETTER COLON}warning: go" in "".join(lines)
