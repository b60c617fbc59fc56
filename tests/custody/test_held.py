from datetime import date

from salescoach.custody.rules.held import Holding, Mention, Scrap


def test_what_is_held_is_told_apart_by_what_and_where() -> None:
    """Two places are two; a mention has no text that could tell what was said there."""
    assert Holding("file", "a.toml") == Holding("file", "a.toml", 0, "") != Holding("copy", "a.toml")
    assert not hasattr(Mention("a.toml", 3, "note", date(2026, 11, 5)), "text")
    assert not Scrap("", 1, "# x").private
