from pathlib import Path

import pytest

from salescoach.errors import JournalExists, Unwritable
from salescoach.journal.journal import Journal
from salescoach.journal.places import find_root
from salescoach.journal.settings import read_settings
from salescoach.records.settings import Settings
from salescoach.start.files.beginning import begin


def test_a_new_journal_is_empty_remembered_and_set_to_the_defaults(tmp_path: Path) -> None:
    """Found from everywhere; a demo does not take its place; not made where one is, or where a file stands."""
    root = begin(tmp_path / "my" / "coaching")
    assert root == tmp_path / "my" / "coaching"
    begin(tmp_path / "demo", remember=False)
    assert find_root(None, tmp_path) == root
    assert Journal(root).team().problems == ()
    assert read_settings(root / "coach.toml") == Settings()
    root = begin(tmp_path)
    (root / "coach.toml").write_bytes(b"# mine\n")
    with pytest.raises(JournalExists) as caught:
        begin(tmp_path)
    assert caught.value.data == {"folder": str(tmp_path)}
    assert (root / "coach.toml").read_bytes() == b"# mine\n"
    with pytest.raises(Unwritable):
        begin(root / "coach.toml")
