from collections.abc import Callable
from pathlib import Path

import pytest

from salescoach.errors import BadSettings, BadToml, NewerFormat, Unreadable
from salescoach.journal.settings import read_settings
from salescoach.records.settings import Settings


def written(folder: Path, text: str) -> Path:
    """Write a coach.toml."""
    path = folder / "coach.toml"
    path.write_text(text, "utf-8")
    return path


def test_without_a_journal_or_a_word_in_it_the_defaults_hold(tmp_path: Path) -> None:
    """Nothing needs to be set; a file that is missing, broken or newer is an error, never "no data"."""
    assert read_settings(None) == Settings()
    assert read_settings(written(tmp_path, "")) == Settings()
    with pytest.raises(Unreadable):
        read_settings(tmp_path / "none.toml")
    with pytest.raises(BadToml) as broken:
        read_settings(written(tmp_path, "\nrhythm = = 3\n"))
    assert (broken.value.data["file"], broken.value.data["line"]) == ("coach.toml", 2)
    with pytest.raises(NewerFormat) as newer:
        read_settings(written(tmp_path, 'format = 2\nlanguage = ["en", "sv"]\n'))
    assert newer.value.data == {"file": "coach.toml", "format": 2}


def test_what_is_set_counts_and_what_is_unknown_is_kept(tmp_path: Path) -> None:
    """A setting of a later version does no harm."""
    text = 'language = "en"\nnew = 1\n[rhythm]\nevery = 7\n[levels]\ngreen = "awesome"\n'
    settings = read_settings(written(tmp_path, text))
    assert (settings.language, settings.rhythm.every, settings.rhythm.at_most) == ("en", 7, 30)
    assert settings.levels.named == {"green": "awesome"}
    assert settings.extra == {"new": 1}


def test_a_wrong_value_is_named_by_key_line_and_column(tmp_path: Path, spoken: Callable[[object], str]) -> None:
    """And why it cannot be used; what is typed must mean one level, whichever name is typed."""
    for text, key, line, column, why in (
        ("format = 1\n[rhythm]\nevery = 0\n", "rhythm.every", 3, 9, ""),
        ('\nlanguage = 3\n[urgency]\nred = "much"\n', "language", 2, 12, ""),
        ('[urgency]\nred = "much"\n', "urgency.red", 2, 7, ""),
        ("[levels]\n# å\ngreen = 3\n", "levels.green", 3, 9, ""),
        ("# first\nrhythm = 3\n", "rhythm", 2, 10, ""),
        ('\nlanguage = "xx"\n', "language", 2, 12, "I do not speak “xx”. I speak en"),
        (f'language = "{"x" * 300}"\n', "language", 1, 12, "I do not speak “xxx"),
        ("\nformat = true\n", "format", 2, 10, ""),
        ('[levels]\nred = "same"\ngreen = "Same"\n', "levels.green", 3, 9, "“Same” is what red is called"),
        ('[levels]\nred = "green"\n', "levels.red", 2, 7, "“green” is what green is called"),
        ('[levels]\nred = "Green"\ngreen = "red"\n', "levels.red", 2, 7, "“Green” is what green is called"),
        ('[levels]\nyellow = "++"\ngreen = " ++"\n', "levels.green", 3, 9, "“ ++” is what yellow is called"),
        ('[levels]\nred = ""\n', "levels.red", 2, 7, "this name is blank"),
        ('[levels]\ngreen = " "\n', "levels.green", 2, 9, "this name is blank"),
    ):
        with pytest.raises(BadSettings) as caught:
            read_settings(written(tmp_path, text))
        data = caught.value.data
        assert (data["file"], data["key"], data["line"], data["column"]) == ("coach.toml", key, line, column)
        assert spoken(data["why"]).startswith(why)
        assert data["why"]
