from pathlib import Path

import pytest

from salescoach.errors import NotASeller, NotFound, SeveralSellers
from salescoach.journal import atomic
from salescoach.journal.roster import Roster


@pytest.fixture
def roster(tmp_path: Path) -> Roster:
    """Return a roster of four, of whom one left, one goes by the key of another, and one by what the manager does."""
    for file, name in {
        "sellers/anna-berg.toml": "Anna Holm", "sellers/anna-2.toml": "Anna Berg", "sellers/Me.toml": "Mette Ek",
        "sellers/anna-berg (conflicted copy).toml": "Anna Berg", "left/bo-ek.toml": "Bo Ek",
    }.items():  # fmt: skip
        path = tmp_path / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(f'[seller]\nname = "{name}"\naliases = ["bo-ek"]\n', "utf-8")
    return Roster(tmp_path)


@pytest.mark.parametrize("typed", ["anna-berg", "bo-ek", "anna-2"])
def test_an_exact_key_is_found_without_a_look_into_any_file(
    roster: Roster, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a team of a thousand that spares a thousand files; it comes before every name and alias."""
    monkeypatch.setattr(atomic, "read", lambda *_: pytest.fail("it read a file"))
    assert roster.find(typed) == typed


def test_all_that_is_no_exact_key_is_looked_up_in_every_file(roster: Roster) -> None:
    """A full name, a key in another form, a copy of a file: others may go by it as well."""
    assert roster.find("anna holm") == "anna-berg"
    with pytest.raises(SeveralSellers):
        roster.find("Anna-Berg")
    with pytest.raises(NotASeller):
        roster.find("Me")
    with pytest.raises(NotFound):
        roster.find("anna-berg (conflicted copy)")
