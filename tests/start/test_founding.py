import re
import tomllib
from pathlib import Path

import pytest

from salescoach.errors import JournalExists, Unwritable
from salescoach.journal.journal import Journal
from salescoach.journal.places import find_root
from salescoach.journal.settings import read_settings
from salescoach.records.settings import Settings
from salescoach.start.files import begin


def test_a_new_journal_is_empty_remembered_and_set_to_the_defaults(tmp_path: Path) -> None:
    """It is found from everywhere, and nothing in it is wrong."""
    root = begin(tmp_path / "my" / "coaching")
    assert root == tmp_path / "my" / "coaching"
    assert find_root(None, tmp_path) == root
    assert Journal(root).team().problems == ()
    assert read_settings(root / "coach.toml") == Settings()


def test_a_journal_that_is_not_to_be_remembered_is_not(tmp_path: Path) -> None:
    """A demo does not take the place of her own."""
    own = begin(tmp_path / "own")
    begin(tmp_path / "demo", remember=False)
    assert find_root(None, tmp_path) == own


def test_a_journal_is_not_made_where_one_is(tmp_path: Path) -> None:
    """Its settings stay as they are."""
    root = begin(tmp_path)
    (root / "coach.toml").write_bytes(b"# mine\n")
    with pytest.raises(JournalExists) as caught:
        begin(tmp_path)
    assert caught.value.data == {"folder": str(tmp_path)}
    assert (root / "coach.toml").read_bytes() == b"# mine\n"


def test_a_journal_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Unwritable):
        begin(tmp_path / "file")


def test_every_number_in_the_comments_is_the_default(tmp_path: Path) -> None:
    """Without their #, the lines of a new coach.toml are the settings that hold without them, and all of them."""
    text = (begin(tmp_path) / "coach.toml").read_text("utf-8")
    uncommented = re.sub(r"(?m)^# (\w+ = )", r"\1", text)
    tables = tomllib.loads(uncommented)
    assert tables.pop("levels") == {"set": "colours", "red": "red", "yellow": "yellow", "green": "green"}
    defaults = Settings().to_table()
    assert list(tables.pop("values")) == ["courage"]
    del defaults["levels"], defaults["values"]
    assert tables["probation"].pop("country") == "SE"
    assert "country" not in defaults["probation"]
    assert tables == defaults
