from typing import Any

from fixtures.sellers import TODAY, Build, ago, made
from salescoach.answer import phrase
from salescoach.records.base import Record
from salescoach.records.settings import Settings
from salescoach.talk.rules import turns
from salescoach.talk.rules.items import AgendaContext

VALUES = Settings(values={"Courage": "We call back.", "Care": "We say no."})


def rated(light: str, days: int, by: str = "me") -> Any:
    """Return a light of so many days ago."""
    return made("rating", days, area=light, level="yellow", by=by)


def asked(days: int, *ids: str) -> Any:
    """Return a talk of so many days ago in which these were asked."""
    return made("talk", days, asked=list(ids))


def test_of_the_three_lights_the_one_longest_unasked_is_asked(seller: Build) -> None:
    """By a question or the manager's rating, with level and day; what never was comes first."""
    cases: list[tuple[list[Record], str]] = [
        ([], "performance"), ([rated("performance", 9)], "motivation"),
        ([asked(9, "light-performance", "q1")], "motivation"),
        ([rated("Performance", 9), asked(30, "light-motivation")], "wellbeing"),
        ([rated("performance", 9), rated("motivation", 20), rated("wellbeing", 15)], "motivation"),
        ([rated("performance", 9), rated("wellbeing", 15), asked(3, "light-motivation")], "wellbeing"),
        ([rated("performance", 9, by="seller"), rated("motivation", 9), rated("wellbeing", 9)], "performance"),
    ]  # fmt: skip
    for records, light in cases:
        one = seller(*records)
        assert turns.light_to_ask(one, TODAY) == light, records
        (item,) = turns.light(AgendaContext(one, TODAY, Settings()))
        assert item.ids == (f"light-{light}",), records
    lit = seller(
        *(rated(light, 9 + at) for at, light in enumerate(("performance", "wellbeing", "motivation"))), asked(9)
    )
    (item,) = turns.light(AgendaContext(lit, TODAY, Settings()))
    assert (item.text, item.levels) == (phrase("item.light.motivation.since"), ("yellow",))
    assert item.why == phrase("why.asked", day=ago(11))
    (item,) = turns.light(AgendaContext(seller(), TODAY, Settings()))
    assert (item.text, item.why) == (phrase("item.light.performance.now"), phrase("why.never_asked"))


def test_once_a_month_the_value_longest_unasked_is_asked(seller: Build) -> None:
    """Neither at first nor soon after a question or an example; with its line and the example last given."""
    cases: list[tuple[list[Record], str | None]] = [
        ([], None), ([asked(9)], "Courage"), ([asked(29, "value-courage")], None),
        ([asked(30, "value-courage")], "Care"), ([asked(9), made("value", 29, value="care", what="said no")], None),
        ([asked(9), made("value", 30, value="courage", what="called")], "Care"),
        ([asked(90, "value-courage"), asked(60, "value-care")], "Courage"),
        ([asked(90, "value-courage"), asked(60, "value-care"), made("value", 31, value="courage", what="x")], "Care"),
        ([asked(9, "value-gone")], "Courage"),
    ]  # fmt: skip
    for records, value in cases:
        assert turns.value_to_ask(AgendaContext(seller(*records), TODAY, VALUES)) == value, records
    examples = [made("value", 90, value="care", what="old"), made("value", 40, value="care", what="said no")]
    one = seller(asked(35, "value-courage"), *examples)
    (item,) = turns.value(AgendaContext(one, TODAY, VALUES))
    assert (item.text, item.ids) == (phrase("item.value", value="Care"), ("value-care",))
    assert item.why == phrase("why.value", line="We say no.", day=ago(40), what="said no")
    (item,) = turns.value(AgendaContext(seller(asked(9)), TODAY, VALUES))
    assert item.why == phrase("why.value_bare", line="We call back.")
