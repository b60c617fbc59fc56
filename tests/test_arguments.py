from collections.abc import Callable
from typing import Any

import pytest

from salescoach.app import App
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


def test_without_a_journal_one_tab_offers_nothing(coach: Any, complete: Complete) -> None:
    """And no error."""
    coach.monkeypatch.setenv("COACH_JOURNAL", "/nowhere")
    assert complete("prep", "") == []


def test_an_app_is_made_where_none_is_at_hand(coach: Any) -> None:
    """A shell completes without running the program."""
    found = offered(lambda app, _: ((person.key, "") for person in app.journal.called()))

    class Context:
        obj: App | None = None

        def find_root(self) -> "Context":
            return self

    assert coach.root.exists()
    assert found(Context(), "b") == [("bo-ek", "")]
