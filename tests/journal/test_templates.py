from pathlib import Path

import pytest

from salescoach.journal import templates
from salescoach.journal.templates import Templates


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Ship one template in two languages, one in English only, and a layout."""
    folder = tmp_path / "shipped"
    for name, text in (
        ("en/words.toml", 'from = "shipped en"\n'),
        ("sv/words.toml", 'from = "shipped sv"\n'),
        ("en/agendas/check-in.toml", 'from = "shipped en"\n'),
        ("note.md", "shipped\r\n"),
    ):
        write(folder / name, text)
    monkeypatch.setattr(templates, "SHIPPED", folder)
    return folder


def write(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


@pytest.mark.usefixtures("shipped")
def test_the_language_comes_first_and_english_fills_in(tmp_path: Path) -> None:
    """A language may lack a template, or a phrase in it."""
    swedish = Templates(tmp_path / "templates", "sv")
    assert [table["from"] for table in swedish.tables("words")] == ["shipped sv", "shipped en"]
    assert swedish.table("agendas/check-in") == {"from": "shipped en"}
    assert len(Templates(None, "en").tables("words")) == 1
    assert templates.languages() == ["en", "sv"]


@pytest.mark.usefixtures("shipped")
def test_her_own_template_wins_over_a_shipped_one(tmp_path: Path) -> None:
    """In her language, in English, or for all of them, in this order; layouts are of no language."""
    own = tmp_path / "templates"
    for place in ("words.toml", "en/words.toml", "sv/words.toml"):
        write(own / place, f'from = "{place}"\n')
    found = [table["from"] for table in Templates(own, "sv").tables("words")]
    assert found == ["sv/words.toml", "en/words.toml", "words.toml", "shipped sv", "shipped en"]
    assert Templates(None, "en").text("note.md") == Templates(own, "en").text("note.md") == "shipped\n"
    write(own / "note.md", "own\n")
    assert Templates(own, "en").text("note.md") == "own\n"


@pytest.mark.usefixtures("shipped")
def test_the_templates_of_a_folder_are_listed_once(tmp_path: Path) -> None:
    """Her own and the shipped ones, in order."""
    write(tmp_path / "own" / "agendas" / "retro.toml", "")
    write(tmp_path / "own" / "en" / "agendas" / "check-in.toml", "")
    assert Templates(tmp_path / "own", "sv").names("agendas") == ["check-in", "retro"]
    assert Templates(None, "en").names("nowhere") == []
