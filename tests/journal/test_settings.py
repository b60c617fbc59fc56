from collections.abc import Callable
from pathlib import Path

import pytest

from salescoach.errors import BadSettings, BadToml, NewerFormat, Unreadable
from salescoach.journal.settings import read_settings, read_written
from salescoach.records.settings import Levels, Settings


def written(folder: Path, text: str) -> Path:
    """Write a coach.toml."""
    path = folder / "coach.toml"
    path.write_text(text, "utf-8")
    return path


def test_without_a_journal_or_a_word_in_it_the_defaults_hold(tmp_path: Path) -> None:
    """Nothing needs to be set."""
    assert read_settings(None) == Settings()
    assert read_settings(written(tmp_path, "")) == Settings()


def test_what_is_set_counts_and_what_is_unknown_is_kept(tmp_path: Path) -> None:
    """A setting of a later version does no harm."""
    text = 'language = "sv"\nnew = 1\n[rhythm]\nevery = 7\n[levels]\ngreen = "awesome"\n'
    settings = read_settings(written(tmp_path, text))
    assert (settings.language, settings.rhythm.every, settings.rhythm.at_most) == ("sv", 7, 30)
    assert settings.levels.named == {"green": "awesome"}
    assert settings.extra == {"new": 1}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("format = 1\n[rhythm]\nevery = 0\n", ("rhythm.every", 3, 9)),
        ('\nlanguage = 3\n[urgency]\nred = "much"\n', ("language", 2, 12)),
        ('[urgency]\nred = "much"\n', ("urgency.red", 2, 7)),
        ("[levels]\n# å\ngreen = 3\n", ("levels.green", 3, 9)),
        ("# first\nrhythm = 3\n", ("rhythm", 2, 10)),
        ("\nformat = true\n", ("format", 2, 10)),
    ],
)
def test_a_wrong_value_is_named_by_key_line_and_column(tmp_path: Path, text: str, place: tuple[str, int, int]) -> None:
    """And why it cannot be used."""
    with pytest.raises(BadSettings) as caught:
        read_settings(written(tmp_path, text))
    data = caught.value.data
    assert data["file"] == "coach.toml"
    assert (data["key"], data["line"], data["column"]) == place
    assert data["why"]


def test_a_syntax_error_is_named_by_line_and_column(tmp_path: Path) -> None:
    """As in any other file."""
    with pytest.raises(BadToml) as caught:
        read_settings(written(tmp_path, "\nrhythm = = 3\n"))
    assert (caught.value.data["file"], caught.value.data["line"]) == ("coach.toml", 2)


def test_settings_of_a_newer_version_say_so_before_anything_else(tmp_path: Path) -> None:
    """What else is odd in them may be new."""
    with pytest.raises(NewerFormat) as caught:
        read_settings(written(tmp_path, 'format = 2\nlanguage = ["en", "sv"]\n'))
    assert caught.value.data == {"file": "coach.toml", "format": 2}


def test_settings_that_are_not_there_are_not_taken_for_defaults(tmp_path: Path) -> None:
    """A missing file is an error, never "no data"."""
    with pytest.raises(Unreadable):
        read_settings(tmp_path / "coach.toml")


def test_settings_as_written_are_not_checked_but_read(tmp_path: Path) -> None:
    """What only speaks needs the language, and no model; a file that is none is refused all the same."""
    assert read_written(None) == {}
    assert read_written(written(tmp_path, 'language = "sv"\n[rhythm]\nevery = 0\n')) == {
        "language": "sv",
        "rhythm": {"every": 0},
    }
    for text, error in (("x = = 1\n", BadToml), ("format = 2\n", NewerFormat)):
        with pytest.raises(error):
            read_written(written(tmp_path, text))


@pytest.mark.parametrize(
    ("levels", "key", "line", "why"),
    [
        ('red = "same"\ngreen = "Same"\n', "levels.green", 3, "“Same” is what red is called"),
        ('red = "green"\n', "levels.red", 2, "“green” is what green is called"),
        ('red = "Green"\ngreen = "red"\n', "levels.red", 2, "“Green” is what green is called"),
        ('yellow = "++"\ngreen = " ++"\n', "levels.green", 3, "“ ++” is what yellow is called"),
        ('red = ""\n', "levels.red", 2, "this name is blank"),
        ('green = " "\n', "levels.green", 2, "this name is blank"),
    ],
)
def test_a_level_has_a_name_of_its_own(
    tmp_path: Path, spoken: Callable[[object], str], levels: str, key: str, line: int, why: str
) -> None:
    """What is typed must mean one level, whichever name is typed."""
    with pytest.raises(BadSettings) as caught:
        read_settings(written(tmp_path, f"[levels]\n{levels}"))
    assert (caught.value.data["key"], caught.value.data["line"]) == (key, line)
    assert spoken(caught.value.data["why"]).startswith(why)


def test_names_of_levels_may_be_signs_and_their_own_colour(tmp_path: Path) -> None:
    """Each is another one."""
    text = '[levels]\nred = "-"\nyellow = "Yellow"\ngreen = "++"\n'
    assert read_settings(written(tmp_path, text)).levels.named == {"red": "-", "yellow": "Yellow", "green": "++"}
    assert Levels(red=None).named == {}
