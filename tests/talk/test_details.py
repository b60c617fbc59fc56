from typing import Any

from fixtures.sellers import TODAY, Build, ago, made, rated
from salescoach.answer import phrase
from salescoach.records.rating import LIGHTS, Rating
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings
from salescoach.talk.rules.details import rest_of
from salescoach.talk.rules.items import AgendaContext, Section
from salescoach.talk.rules.memory import memory_of


def rest(one: Seller) -> dict[str, Section]:
    """Return the sections behind the first screen by key."""
    return {part.key: part for part in rest_of(AgendaContext(one, TODAY, Settings()), memory_of(one, TODAY))}


def test_the_last_three_talks_say_what_came_of_each(seller: Build) -> None:
    """The latest first, before it what was noted since; a private line of it behind its sign."""
    talks = [made("talk", days, id=f"t{days}", agenda="check-in") for days in (99, 60, 30)]
    last = made("talk", 9, id="t1", notes="\nGood pace.\n\n  Said budget first.\n")
    note, private = made("note", 2, id="n1", text="Seen"), made("note", 9, id="n2", talk="t1", text="x", private=True)
    found = rest(seller(*talks, last, note, rated("red", talk="t1", id="r1"), private))["last"].items
    assert [(item.text.key, item.ids, item.private) for item in found] == [
        ("record.note.plain", ("n1",), False), ("item.talk", ("t1",), False), ("item.private", ("n2",), True),
        ("item.came", ("r1",), False), ("item.talk_bare", ("t30",), False), ("item.talk_bare", ("t60",), False),
    ]  # fmt: skip
    agenda, notes = phrase("kind.talk"), "Good pace. Said budget first."
    assert (found[0].why, found[1].text.data["notes"]) == (phrase("why.since", day=ago(2)), notes)
    assert (found[1].text.data["agenda"], found[4].text.data["agenda"]) == (agenda, "check-in")


def test_lights_to_look_at_are_red_new_or_old(seller: Build) -> None:
    """Others have been talked about and still hold."""
    cases: list[tuple[Rating, Any]] = [
        (rated("red", 60), phrase("why.red", day=ago(60))),
        (rated("green", 9, talk="t1"), phrase("why.given", day=ago(9))),
        (rated("green", 3), phrase("why.given", day=ago(3))), (rated("green", 46), phrase("why.stale", days=46)),
        (rated("green", 45), None),
    ]  # fmt: skip
    for rating, why in cases:
        found = rest(seller(made("talk", 9, id="t1"), rating))["lights"].items
        assert [item.why for item in found] == ([] if why is None else [why]), rating


def test_the_trend_shows_each_light_as_it_stood_at_each_of_the_last_eight_talks(seller: Build) -> None:
    """Oldest first, grey before the first rating; the seller's own ratings are hers."""
    talks = [made("talk", days) for days in range(90, 0, -10)]
    one = seller(
        *talks, rated("red", 60, "Motivation"), rated("green", 15, "motivation"),
        rated("red", 1, "wellbeing", by="seller"), rated("yellow", 95, "performance"),
    )  # fmt: skip
    found = dict(zip(LIGHTS, rest(one)["trend"].items, strict=True))
    assert found["motivation"].text == phrase("item.trend", light=phrase("light.motivation"))
    assert found["motivation"].levels == (None, None, "red", "red", "red", "red", "red", "green")
    assert found["performance"].levels == ("yellow",) * 8
    assert found["wellbeing"].levels == (None,) * 8
    assert found["wellbeing"].why == phrase("why.trend", since=ago(80))
