from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from salescoach.errors import NoSuchItem
from salescoach.journal.append import Block, Ref
from salescoach.notes.marks import Marks
from salescoach.start.files.cast import Stage, cast_of
from salescoach.words.dates import Dates


@pytest.fixture
def play(english_marks: Mapping[str, Any], english_dates: Dates) -> Any:
    """Return what the one player of a cast is told of, on a Wednesday."""
    stage = Stage(Marks(english_marks), english_dates, date(2026, 11, 18))
    return lambda table: cast_of({"anna": {"name": "Anna Berg", **table}}, stage)[0].blocks


def test_what_was_said_before_is_referred_to_by_its_words(play: Any) -> None:
    """What is moved or held stays open, what is done is not; an answer is one of the form of its own that went out."""
    told = play(
        {
            "20": {"asked": {"form": "service", "role": "seller"}, "note": "@her send the call list\n@me send prices"},
            "14": {"asked": {"form": "retro", "role": "buddy"}, "goal": {"title": "12 meetings"}},
            "10": {"note": "done call list\nMet her.", "progress": {"goal": "meetings", "value": 7}},
            "9": {"answer": [{"form": "service", "role": "seller", "text": "Well."}]},
            "7": {"settled": {"of": "prices", "how": "moved", "due": "{+0}"}},
            "6": {"settled": {"of": "prices", "how": "held"}},
            "5": {"settled": {"of": "prices", "how": "kept"}},
        }
    )
    assert told[5] == Block("note", {"on": date(2026, 11, 6), "text": "Met her.\n"})
    referring = [(one.kind, one.fields.get("of") or one.fields["goal"]) for one in told[6:]]
    assert referring == [
        ("settled", Ref(0)), ("progress", Ref(4)), ("answer", Ref(2)), *[("settled", Ref(1))] * 3
    ]  # fmt: skip


def test_words_that_name_nothing_or_two_things_are_refused(play: Any) -> None:
    """A story that says so is wrong."""
    for words in ("nothing of it", "list"):
        days = {
            "14": {"note": "@her send the call list\n@me send the price list"},
            "7": {"settled": {"of": words, "how": "kept"}},
        }
        with pytest.raises(NoSuchItem) as refused:
            play(days)
        assert refused.value.data["typed"] == words, words


def test_a_weekend_goes_back_before_today_and_on_after_it() -> None:
    """Seen from a Saturday: what was, was on the Friday; what is to come, comes on the Monday."""
    cases = {"-1": 20, "-6": 13, "-0": 20, "+0": 23, "+1": 23, "+2": 23, "+7": 30}
    stage = Stage(Marks(), Dates(), date(2026, 11, 21))
    assert {signed: stage.day(signed).day for signed in cases} == cases
