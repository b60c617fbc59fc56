from datetime import date
from pathlib import Path

import pytest

from salescoach.errors import Unwritable
from salescoach.journal.drafts import Draft, Drafts, owner

ON = date(2026, 11, 23)


@pytest.mark.parametrize("typed", ["", "bo", "bo,zebra", "../Åsa Ö.\udcff\n", "𐌰" * 99])
def test_a_text_is_kept_in_a_file_of_its_own_until_it_is_dropped(tmp_path: Path, typed: str) -> None:
    """Line breaks are kept as they are; for whom it was typed and when stands in the name of the file."""
    drafts, text = Drafts(tmp_path), "Good pace.\r\n@me call Karin by 31 feb"
    first, again = drafts.keep("a.b", text, ON, typed), drafts.keep("a.b", text, ON, typed)
    other = drafts.keep("a.b", "two", ON, typed)
    (tmp_path / "drafts" / "anna-berg.txt").write_text("old", "utf-8")
    old = Draft("anna-berg", "old", tmp_path / "drafts" / "anna-berg.txt")
    assert (first.path, first.path.read_bytes()) == (again.path, text.encode())
    found = drafts.all()
    assert found[0] == old
    assert [(one.key, one.text, one.on) for one in found[1:]] == [("a.b", text, ON), ("a.b", "two", ON)]
    assert {owner(one.path.name) for one in found} == {"anna-berg", "a.b"}
    assert found[1].typed == typed[:40].replace("../", ".._").replace("\udcff\n", "__")
    for one in (first, other):
        drafts.drop(one)
    assert drafts.all() == [old]


def test_two_editors_never_have_the_same_file(tmp_path: Path) -> None:
    """Whatever stands in it; what an edit was made of goes with what came of it."""
    drafts = Drafts(tmp_path)
    first, second = drafts.begin("anna-berg", "one", ON), drafts.begin("anna-berg", "one", ON)
    assert first.path != second.path
    drafts.write(first.path, "two \udcff")
    assert drafts.now(first) == "two \\udcff"
    drafts.keep("anna-berg", "three", ON, held=[first])
    assert [one.text for one in drafts.all()] == ["one", "three"]
    drafts.keep("anna-berg", "three", ON, held=drafts.all()[1:])  # as it was: it is not put away with what it was
    assert [one.text for one in drafts.all()] == ["one", "three"]


def test_a_draft_that_cannot_be_kept_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the text on her screen is the last there is; and no empty file stays."""
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError()))
    with pytest.raises(Unwritable):
        Drafts(tmp_path).keep("anna-berg", "one", ON)
    assert list((tmp_path / "drafts").iterdir()) == []
    (tmp_path / "drafts").rmdir()
    (tmp_path / "drafts").write_bytes(b"")
    with pytest.raises(Unwritable):
        Drafts(tmp_path).keep("anna-berg", "one", ON)
