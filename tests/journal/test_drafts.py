from pathlib import Path

import pytest

from salescoach.errors import Unwritable
from salescoach.journal.drafts import Draft, Drafts


def test_what_was_typed_is_kept_until_it_is_dropped(tmp_path: Path) -> None:
    """As it was typed, by seller."""
    drafts = Drafts(tmp_path)
    assert drafts.find("anna-berg") is None
    path = tmp_path / "drafts" / "anna-berg.txt"
    text = "Good pace.\r\n@me call Karin; åäö 🙂\n"
    assert drafts.keep("anna-berg", text) == Draft("anna-berg", text, path)
    assert Drafts(tmp_path).find("anna-berg") == Draft("anna-berg", text, path)
    assert drafts.find("bo-ek") is None
    drafts.drop("anna-berg")
    assert drafts.find("anna-berg") is None
    drafts.drop("anna-berg")


def test_a_second_draft_comes_after_the_first_and_the_same_is_not_kept_twice(tmp_path: Path) -> None:
    """Nothing typed is ever lost, and a log that is refused twice is one draft."""
    drafts = Drafts(tmp_path)
    drafts.keep("anna-berg", "one")
    drafts.keep("anna-berg", "one")
    assert drafts.keep("anna-berg", "two").text == "one\ntwo"


def test_a_draft_that_was_edited_takes_the_place_of_the_first(tmp_path: Path) -> None:
    """Whatever she wrote in it."""
    drafts = Drafts(tmp_path)
    kept = drafts.keep("anna-berg", "one")
    drafts.write(kept.path, "two \udcff")
    assert drafts.find("anna-berg") == Draft("anna-berg", "two \\udcff", kept.path)


def test_a_draft_that_cannot_be_kept_is_told(tmp_path: Path) -> None:
    """Then the text on her screen is the last there is."""
    (tmp_path / "drafts").write_bytes(b"")
    with pytest.raises(Unwritable):
        Drafts(tmp_path).keep("anna-berg", "one")


def test_the_drafts_of_notes_are_kept_apart(tmp_path: Path) -> None:
    """No log makes a talk of what was never one; what was emptied begins anew."""
    drafts = Drafts(tmp_path)
    kept = drafts.notes.keep("anna-berg", "praise: calm")
    assert (drafts.find("anna-berg"), kept.path) == (None, tmp_path / "drafts" / "notes" / "anna-berg.txt")
    drafts.notes.write(kept.path, "")
    assert drafts.notes.keep("anna-berg", "red: closing").text == "red: closing"
