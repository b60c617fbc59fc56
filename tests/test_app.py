import io
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from salescoach.app import App
from salescoach.errors import NoJournal
from salescoach.journal.journal import Journal
from salescoach.writing import enrol


class Stream(io.StringIO):
    """A terminal, or none."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.isatty = lambda: terminal  # type: ignore[method-assign]  # as this one is to say


@pytest.fixture
def app(journal: Journal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> App:
    """Return the App of a journal, in an environment that says nothing else."""
    for name in ("NO_COLOR", "COLUMNS", "TERM", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COACH_JOURNAL", str(journal.root))
    monkeypatch.setenv("COACH_TODAY", "2026-11-23")
    return App()


def test_today_is_what_the_option_says_then_the_environment_then_the_clock(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that every screen can be made again."""
    assert app.today == date(2026, 11, 23)
    other = App()
    other.options["today"] = "1 dec 2026"
    assert other.today == date(2026, 12, 1)
    monkeypatch.delenv("COACH_TODAY")
    before = date.today()  # noqa: DTZ011  # the clock is what is tested
    assert before <= App().today <= date.today()  # noqa: DTZ011  # the same


def test_the_journal_is_what_the_option_says_then_the_environment(
    app: App, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A wrong one is refused, not gone around; where there is none, only bare `coach` goes on."""
    assert app.root == tmp_path / "coaching"
    other = App()
    other.options["journal"] = str(tmp_path)
    with pytest.raises(NoJournal):
        _ = other.root
    monkeypatch.delenv("COACH_JOURNAL")
    assert App().root is None
    with pytest.raises(NoJournal):
        _ = App().journal


def test_the_environment_says_how_wide_it_is_and_which_editor(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is coloured in a pipe; of two editors the visual one is taken first, as everywhere."""
    assert app.ask.editor is None
    for name, value in (("EDITOR", "ed"), ("VISUAL", "vis"), ("COLUMNS", "40")):
        monkeypatch.setenv(name, value)
        assert App().ask.editor == ("ed" if name == "EDITOR" else "vis")
    assert (app.look(Stream(terminal=False)).color, app.look(Stream(terminal=True)).width) == (False, 40)


@pytest.mark.usefixtures("app")
def test_asking_needs_somebody_to_see_and_to_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal both ways, and no JSON wanted."""
    for stdin, stderr, json, possible in (
        (True, True, False, True), (False, True, False, False), (True, False, False, False), (True, True, True, False),
    ):  # fmt: skip
        with monkeypatch.context() as patched:
            patched.setattr(sys, "stdin", Stream(terminal=stdin))
            patched.setattr(sys, "stderr", Stream(terminal=stderr))
            other = App()
            other.options["json"] = json
            assert other.ask.possible is possible, (stdin, stderr, json)


def test_a_pipe_is_read_whole_and_a_terminal_is_not(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no UTF-8 is kept for the writer to refuse."""
    monkeypatch.setattr(sys, "stdin", Stream(terminal=True))
    assert app.piped() is None
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xc3\xa5\xff")))
    assert app.piped() == "å\udcff"


def test_the_same_seller_named_twice_is_one(app: App) -> None:
    """In the order given."""
    assert [one.key for one in app.sellers(["anna, ", "Anna Berg"])] == ["anna-berg"]


def test_nobody_new_writes_nothing(app: App, journal: Journal) -> None:
    """Not even a step to take back."""
    enrol(app, [], "add")
    assert not (journal.root / ".coach" / "undo.json").exists()


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError, SystemExit])
def test_a_text_is_kept_whatever_breaks_off_its_writing(app: App, error: type[BaseException]) -> None:
    """Nothing typed is ever lost."""

    def fail() -> Any:
        raise error

    with pytest.raises(error), app.keeping("anna-berg", "Typed."):
        fail()
    (found,) = app.drafts.all()
    assert found.text == "Typed."
    assert [phrase.key for phrase in app.kept] == ["notice.kept_draft"]
