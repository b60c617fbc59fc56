from collections.abc import Iterator
from dataclasses import MISSING, FrozenInstanceError, fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest

from salescoach.records.base import Kept, Record, nothing
from salescoach.records.header import Change, Header
from salescoach.records.kinds import KINDS
from salescoach.records.praise import Praise
from salescoach.records.settings import Levels, Settings
from salescoach.records.talk import Talk
from salescoach.records.topic import Topic

DAY = date(2026, 11, 3)


def every(cls: type[Kept] = Kept) -> Iterator[type[Kept]]:
    """Give all classes of what is kept."""
    yield cls
    for below in cls.__subclasses__():
        yield from every(below)


def test_all_that_is_kept_is_a_dataclass_whose_defaults_stand_on_the_class() -> None:
    """One that forgot to say so would read no field; a default made for each would look as if it were written."""
    assert set(KINDS.values())  # each is imported when it is asked for
    for cls in every():
        assert is_dataclass(cls)
        assert "layout" in vars(cls)
        made = {one.default_factory for one in fields(cls)}
        assert made <= {MISSING, nothing}


def test_a_table_is_kept_under_the_names_of_the_fields_and_given_back_under_its_own() -> None:
    """`from` is no name in Python; a default counts as written where it was, in inner tables too."""
    praise = Praise.from_table({"on": DAY, "what": "calm", "from": "Karin", "giver": "Bo"})
    assert (praise.giver, praise.extra) == ("Karin", {"giver": "Bo"})
    assert praise.to_table(written=True) == {"on": DAY, "what": "calm", "from": "Karin", "giver": "Bo"}
    assert Topic.from_table({"on": DAY, "what": "x", "extra": 1}).extra == {"extra": 1}
    topic = Topic.from_table({"on": DAY, "what": "x", "from": "seller"})
    assert topic.to_table() == {"id": "", "on": DAY, "private": False, "what": "x", "from": "seller"}
    assert topic.to_table(written=True) == {"on": DAY, "what": "x", "from": "seller"}
    assert "from" not in Topic.from_table({"on": DAY, "what": "x"}).to_table(written=True)
    table = {"levels": {"red": "stop", "own": 1}, "values": {}, "new": True}
    assert Settings.from_table(table).to_table(written=True) == table
    assert Settings().to_table(written=True) == {}
    table = {"mood": "fine", "agenda": "check-in", "on": DAY, "id": "a1b2c"}
    assert list(Talk.from_table(table).to_table(written=True)) == ["id", "on", "agenda", "mood"]
    assert Settings.layout.inner["levels"] is Levels
    assert not Header.layout.inner


def test_what_is_kept_is_equal_in_all_that_it_says_and_does_not_change() -> None:
    """Unknown keys count, in a copy too; whether it was written does not; a change is a new record."""
    talk = Talk.from_table({"on": DAY})
    assert talk == Talk(on=DAY, minutes=None) == Talk(on=DAY, extra={})
    assert hash(talk) == hash(Talk(on=DAY))
    assert talk != Talk.from_table({"on": DAY, "mood": "fine"})
    assert talk != replace(talk, minutes=3)
    assert talk != Change(on=DAY)
    assert talk != {"on": DAY}
    header = Header.from_table({"name": "Anna Berg", "crm": 3, "every": 7})
    changed = replace(header, every=14)
    assert (changed.name, changed.every, changed.extra, header.every) == ("Anna Berg", 14, {"crm": 3}, 7)
    table = {"on": DAY, "mood": "fine", "minutes": 3}
    talk = Talk.from_table(table)
    with pytest.raises(FrozenInstanceError):
        talk.minutes = 4  # type: ignore[misc]  # that it cannot be set is what is tested
    with pytest.raises(FrozenInstanceError):
        del talk.minutes
    assert replace(talk, minutes=4).extra == {"mood": "fine"}
    assert table == {"on": DAY, "mood": "fine", "minutes": 3}
    wrong: list[tuple[dict[str, Any], str]] = [({"day": DAY, "on": DAY}, "day"), ({}, "on")]
    for given, named in wrong:
        with pytest.raises(TypeError, match=named):
            Talk(**given)
    assert Record(on=DAY, private=True).veiled() is None  # of no kind that says what may be seen of it
