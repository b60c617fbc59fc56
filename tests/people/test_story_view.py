from collections.abc import Callable
from datetime import date
from typing import Any

from salescoach.kit.screen import data, text
from salescoach.people.rules.story import story_of
from salescoach.records.seller import Seller

Looks = Callable[..., Any]
Make = Callable[..., Seller]

TODAY = date(2026, 11, 19)
NOTES = [("note", {"text": f"note {at}", "on": date(2026, 11, at)}) for at in range(1, 16)]


def test_a_long_story_is_counted(looks: Looks, person: Make) -> None:
    """Twelve lines, newest first, then a count; whole with --all, in a pipe, and where it was narrowed."""
    one = person("Anna", *NOTES)
    assert "note 15\n" in text(story_of(one, TODAY), looks())
    assert text(story_of(one, TODAY), looks()).endswith("Wed 4 Nov   note 4\nand 3 more: --all\n")
    for story, look in (
        (story_of(one, TODAY), looks(everything=True)),
        (story_of(one, TODAY), looks(terminal=False)),
        (story_of(one, TODAY, kinds=["note"]), looks()),
    ):
        assert text(story, look).endswith("note 1\n")


def test_private_lines_have_their_mark(looks: Looks, person: Make) -> None:
    """A private line that is shown is marked as one, a rating keeping its light beside the mark."""
    rating = ("rating", {"area": "closing", "level": "red", "private": True})
    one = person("Anna", ("note", {"text": "abrupt", "private": True}), rating)
    shown = text(story_of(one, TODAY), looks(private=True))
    assert "~ abrupt\n" in shown
    assert "~ ■r closing red\n" in shown


def test_json_cannot_be_told_another_key(looks: Looks, person: Make) -> None:
    """A stray `key` in a header does not replace the key of the file."""
    made = data(story_of(person("Anna", ("topic", {"what": "price"}), left="no"), TODAY), looks())
    assert made["seller"] == {"name": "Anna", "aliases": [], "tags": [], "key": "anna-berg", "left": False}
    assert made["open"] == [
        {"id": "a0b0c", "kind": "topic", "text": "price", "on": "2026-10-05", "shown": "price · Mon 5 Oct"}
    ]


def test_of_each_value_the_newest_examples_are_shown(looks: Looks, person: Make) -> None:
    """Two on the first screen and a count of the others; a private one has its mark."""
    days = [("value", {"value": "courage", "what": f"call {day}", "on": date(2026, 11, day)}) for day in (1, 2, 3)]
    care = ("value", {"value": "care", "what": "waited", "private": True})
    one = story_of(person("Anna", *days, care), TODAY)
    shown = text(one, looks())
    assert "care     ~ waited  Mon 5 Oct\n" in shown
    assert "courage  call 3    Tue 3 Nov\n" in shown
    assert "         call 2    Mon 2 Nov  and 1 more: --all\n" in shown
    assert "         call 1    Sun 1 Nov\n" in text(one, looks(everything=True))
