from collections.abc import Callable
from typing import Any

from salescoach.answer import Answer, Said, phrase
from salescoach.kit.screen import data, text
from salescoach.records.seller import Seller

Answers = Callable[[str], dict[str, Answer]]
Looks = Callable[..., Any]
Make = Callable[..., Seller]

SAID = Said(lines=(phrase("init.made", folder="/a  b"), phrase("init.law_more")))


def test_sentences_stand_one_a_line(looks: Looks) -> None:
    """A path keeps its blanks, so that it can be copied."""
    shown = text(SAID, looks(terminal=False)).splitlines()
    assert len(shown) == 2
    assert "/a  b" in shown[0]


def test_json_has_the_sentences(looks: Looks) -> None:
    """The same sentences, as a list."""
    assert data(SAID, looks())["lines"] == text(SAID, looks(terminal=False)).splitlines()
