from collections.abc import Callable
from datetime import date
from typing import Any

from salescoach.coaching.written import Page, Written, record_of
from salescoach.kit.screen import data, text
from salescoach.records.seller import Seller

Looks = Callable[..., Any]
Make = Callable[..., Seller]

DAY = date(2026, 11, 19)
RATING = record_of("rating", {"id": "a1b2c", "on": DAY, "area": "closing", "level": "red", "private": True})
NOTE = record_of("note", {"id": "d1b2c", "on": DAY, "text": "hello"})


def page(*records: Any, key: str = "anna-berg") -> Page:
    """Make what was written in one file."""
    return Page(key, "Anna", records)


def test_what_was_understood_is_shown(looks: Looks) -> None:
    """A row a record under the name; only what was written can be undone."""
    for dry, head, lines in ((False, "Noted for Anna", 3), (True, "Would be noted for Anna", 2)):
        shown = text(Written(pages=(page(NOTE),), dry=dry), looks()).splitlines()
        assert shown[:2] == [head, "d1b  note  hello"], dry
        assert len(shown) == lines, dry


def test_a_private_record_shows_that_it_is_there(looks: Looks) -> None:
    """Neither its text nor its level is on a screen or in JSON unless private lines are wanted."""
    answer = Written(pages=(page(RATING),))
    assert "a1b  rating  ~ a private line; --private shows it\n" in text(answer, looks())
    assert "a1b  rating  ■r closing red\n" in text(answer, looks(private=True))
    (veiled,) = data(answer, looks())["records"]
    assert veiled == {"kind": "rating", "id": "a1b2c", "on": "2026-11-19", "private": True, "seller": "anna-berg"}
    assert data(answer, looks(private=True))["records"][0]["level"] == "red"
