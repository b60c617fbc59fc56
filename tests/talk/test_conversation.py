from pathlib import Path
from typing import Any

import pytest

from salescoach.errors import Missing


def test_what_was_understood_is_shown_and_one_key_writes_it(coach: Any) -> None:
    """The preview comes before the write."""
    ran = coach.asked("log", "anna", "topic: pricing", answers=["w"])
    assert ran.status == 0
    assert "Would be noted for Anna Berg" in coach.heard[0]
    assert "Topic: pricing" in coach.heard[0]
    assert "It ended without" in coach.heard[0]
    assert "Noted for Anna Berg" in ran.out
    assert 'what = "pricing"' in coach.text()


def test_stopping_keeps_the_draft_and_is_no_failure(coach: Any) -> None:
    """The next log offers it."""
    before = coach.bytes()
    ran = coach.asked("log", "anna", "topic: pricing", answers=["s"])
    assert ran.status == 0
    assert "Kept as a draft" in ran.out
    assert coach.bytes() == before
    assert coach.drafts() == {"anna-berg": "topic: pricing"}


def test_the_draft_is_offered_and_used(coach: Any) -> None:
    """Once it is written it is no draft any more."""
    coach.asked("log", "anna", "topic: pricing", answers=["s"])
    ran = coach.asked("log", "anna", answers=["u", "w"])
    assert ran.status == 0
    assert "topic: pricing" in coach.heard[0]
    assert 'what = "pricing"' in coach.text()
    assert coach.drafts() == {}


def test_the_draft_about_nobody_is_offered_too(coach: Any) -> None:
    """What was typed with a wrong name finds its way."""
    coach("log", "zebra", "topic: pricing")
    coach.asked("log", "anna", answers=["u", "w"])
    assert 'what = "pricing"' in coach.text()
    assert coach.drafts() == {}


@pytest.mark.parametrize(("key", "left"), [("n", {"anna-berg": "topic: pricing"}), ("t", {})])
def test_the_draft_can_wait_or_be_thrown_away(coach: Any, key: str, left: dict[str, str]) -> None:
    """Then the questions are asked, and answered with nothing here."""
    coach.asked("log", "anna", "topic: pricing", answers=["s"])
    ran = coach.asked("log", "anna", answers=[key, "", "", "", "", "", "", "", "", KeyboardInterrupt()])
    assert ran.status == 130
    assert coach.drafts() == left


def test_an_empty_draft_is_not_offered(coach: Any) -> None:
    """There is nothing to use."""
    coach.asked("log", "anna", "x", answers=["s"])
    (coach.root / ".coach" / "drafts" / "anna-berg.txt").write_text(" \n", "utf-8")
    coach.asked("log", "anna", answers=[KeyboardInterrupt()])
    assert len(coach.heard) == 2


def test_the_text_can_be_edited_before_it_is_written(coach: Any) -> None:
    """The agenda stands below a line that is cut off again."""
    ran = coach.asked(
        "log", "anna", "topic: prising", answers=["e", lambda old: old.replace("prising", "pricing"), "w"]
    )
    assert ran.status == 0
    edited = next(text for text in coach.heard if "cut here" in text)
    assert "20 days since" in edited.partition("cut here")[2]
    assert 'what = "pricing"' in coach.text()
    assert "cut here" not in coach.text()
    assert coach.drafts() == {}


def test_an_emptied_text_leaves_what_was_typed(coach: Any) -> None:
    """Closing the editor on nothing is a change of mind, not a wish to lose the log."""
    coach.asked("log", "anna", "topic: pricing", answers=["e", lambda _: "", "w"])
    assert 'what = "pricing"' in coach.text()


def test_a_date_that_is_none_offers_to_mend_it(coach: Any) -> None:
    """It cannot be written as it is."""
    ran = coach.asked("log", "anna", "@me call by 31 feb", answers=["e", lambda _: "@me call by fri", "w"])
    assert ran.status == 0
    assert "31 feb" in coach.heard[0]
    assert "e s" in coach.heard[1]
    assert "w e s" not in coach.heard[1]
    assert "due = 2026-11-27" in coach.text()


def test_ctrl_c_at_the_preview_keeps_the_draft(coach: Any) -> None:
    """Status 130, and nothing lost."""
    ran = coach.asked("log", "anna", "topic: pricing", answers=[KeyboardInterrupt()])
    assert ran.status == 130
    assert coach.drafts() == {"anna-berg": "topic: pricing"}


def test_ctrl_c_in_the_editor_keeps_the_draft(coach: Any) -> None:
    """Here too."""
    ran = coach.asked(
        "log", "anna", "topic: pricing", answers=["e", lambda _: (_ for _ in ()).throw(KeyboardInterrupt)]
    )
    assert ran.status == 130
    assert "kept as a draft" in ran.err
    assert coach.drafts() == {"anna-berg": "topic: pricing"}


def test_without_an_editor_no_agenda_is_left_as_a_draft(coach: Any) -> None:
    """What the program wrote below the scissors is nobody's text."""
    ran = coach.asked("log", "anna", "-e", answers=[lambda _: (_ for _ in ()).throw(Missing(what="editor"))])
    assert ran.status == 2
    assert coach.drafts() == {}


def test_a_draft_file_removed_under_the_editor_is_no_text(coach: Any) -> None:
    """Nothing is left to write."""
    ran = coach.asked("log", "anna", "-e", answers=[lambda _: None])
    assert ran.out == "Nothing was written.\n"


def test_a_need_is_offered_as_my_promise(coach: Any) -> None:
    """With its date, if there is one."""
    coach.asked("log", "anna", "needs: a quieter place", answers=["y", "fri", "w"])
    assert 'what = "a quieter place"\ndue = 2026-11-27' in coach.text()


def test_a_need_can_be_promised_without_a_date(coach: Any) -> None:
    """Enter: no date."""
    ran = coach.asked("log", "anna", "needs: a quieter place", "--json", answers=["y", "", "w"])
    assert [one.get("due") for one in ran.json["records"] if one["kind"] == "commitment"] == [None]


def test_a_need_need_not_be_promised(coach: Any) -> None:
    """A promise is the manager's to give."""
    ran = coach.asked("log", "anna", "needs: a quieter place", "--json", answers=["n", "w"])
    assert [one["kind"] for one in ran.json["records"]] == ["talk", "need"]


def test_bare_log_offers_the_one_prepared_last_today(coach: Any) -> None:
    """Between two doors the name is known already."""
    coach("prep", "bo")
    coach("prep", "anna")
    ran = coach.asked("log", answers=["y", KeyboardInterrupt()])
    assert ran.status == 130
    assert coach.heard[0].startswith("The talk with Anna Berg?")


def test_bare_log_asks_who_it_was_with(coach: Any) -> None:
    """Nobody was prepared, or somebody else was met."""
    coach.asked("log", answers=["bo", KeyboardInterrupt()])
    assert coach.heard[0].startswith("Who was it with?")
    assert "Bo Ek" in coach.heard[1]
    coach("prep", "anna")
    coach.asked("log", answers=["n", "bo", KeyboardInterrupt()])
    assert "Bo Ek" in coach.heard[2]


def test_bare_log_offers_nobody_whose_file_is_gone(coach: Any) -> None:
    """It asks who it was, as if nobody had been prepared."""
    coach("prep", "bo")
    coach.path("bo-ek").unlink()
    coach.asked("log", answers=["anna", KeyboardInterrupt()])
    assert coach.heard[0].startswith("Who was it with?")


def test_bare_log_answered_with_nothing_is_wrong_usage(coach: Any) -> None:
    """Somebody must be meant."""
    assert coach.asked("log", answers=[""]).status == 2


def test_the_editor_opens_on_the_draft(coach: Any) -> None:
    """What was typed before stands in it."""
    coach.asked("log", "anna", "topic: pricing", answers=["s"])
    ran = coach.asked("log", "anna", "-e", answers=[lambda old: old.replace("pricing", "the package"), "w"])
    assert ran.status == 0
    assert 'what = "the package"' in coach.text()
    assert coach.drafts() == {}


def test_an_editor_closed_on_nothing_writes_nothing(coach: Any) -> None:
    """And says so."""
    before = coach.bytes()
    ran = coach.asked("log", "anna", "-e", answers=[lambda _: ""])
    assert (ran.status, ran.out) == (0, "Nothing was written.\n")
    assert coach.bytes() == before


def test_a_dry_run_asks_nothing(coach: Any) -> None:
    """There is nothing to accept."""
    ran = coach.asked("log", "anna", "needs: a quieter place", "--dry-run", answers=[])
    assert ran.status == 0
    assert "Would be noted" in ran.out


def test_a_file_changed_under_the_preview_keeps_the_draft(coach: Any) -> None:
    """What cannot be written is not lost."""

    def spoil(old: str) -> str:
        coach.path().write_text(coach.text() + "\nbroken", "utf-8")
        return old

    ran = coach.asked("log", "anna", "topic: pricing", answers=["e", spoil])
    assert ran.status == 5
    assert coach.drafts() == {"anna-berg": "topic: pricing"}


def test_a_real_editor_is_given_the_draft(coach: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """$EDITOR is a command with the file as its last argument."""
    script = tmp_path / "my editor.sh"
    script.write_text('#!/bin/sh\necho "topic: from the editor" > "$2"\n', "utf-8")
    script.chmod(0o700)
    monkeypatch.setenv("EDITOR", f"'{script}' --wait")
    monkeypatch.setattr("salescoach.kit.ask.Ask.key", lambda *_: "w")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    ran = coach.at_terminal("log", "anna", "-e")
    assert ran.status == 0, ran.err
    assert 'what = "from the editor"' in coach.text()


def test_a_need_that_the_draft_promises_is_not_asked_about_again(coach: Any) -> None:
    """Stopped after the promise, the draft has both; taken up again it is only shown."""
    coach.asked("log", "anna", "needs: a desk", answers=["y", "fri", "s"])
    assert coach.drafts() == {"anna-berg": "needs: a desk\n@me a desk by fri"}
    ran = coach.asked("log", "anna", "--json", answers=["u", "w"])
    assert [one["kind"] for one in ran.json["records"]] == ["talk", "need", "commitment"]
    assert [one["text"] for one in coach("show", "anna", "--json").json["open"]].count("a desk") == 1


def test_a_red_is_said_not_to_be_told_yet(coach: Any) -> None:
    """Once a command, on a terminal and without one; not where the talk told it."""
    ran = coach.asked("log", "anna", "red: closing – gave in", answers=["w"])
    assert "A light given is not a light told." not in coach.heard[0]
    for err in (ran.err, coach("log", "anna", "red: closing – gave in").err):
        assert err.count("coach note anna-berg 'told: closing – what you saw – the next step'") == 1
    assert "A light given" not in coach("log", "anna", "red: closing; told: closing – gave in – hold the price").err
