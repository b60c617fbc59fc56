from datetime import date

from fixtures.sellers import Build
from salescoach.coaching.lights import Trend, areas_of, known_areas, levels_of, lights_of, reds
from salescoach.records.rating import Rating
from salescoach.records.values import Level

LETTERS: dict[str, Level | None] = {"r": "red", "y": "yellow", "g": "green", "-": None}


def rated(area: str, levels: str) -> list[Rating]:
    """Return ratings of one area on the first days of November, a letter each."""
    return [Rating(on=date(2026, 11, day), area=area, level=LETTERS[one]) for day, one in enumerate(levels, 1)]


def test_an_area_is_one_however_it_is_spelled_and_the_three_lights_come_first(seller: Build) -> None:
    """The others as they were first rated; a light goes by its own name, so that rules find it."""
    one = seller(*rated("discovery", "g"), *rated("wellbeing", "y"), *rated("closing", "r"), *rated("performance", "g"))
    assert [area.name for area in areas_of(one)] == ["performance", "wellbeing", "discovery", "closing"]
    assert lights_of(areas_of(one)) == ["green", None, "yellow"]
    first, second = Rating(on=date(2026, 11, 1), area="Closing", level="red"), *rated("closing", "-g")[1:]
    one = seller(first, second, Rating(on=date(2026, 11, 2), area="Motivation", level="red"))
    assert levels_of(areas_of(one)) == {"motivation": "red", "closing": "green"}
    assert lights_of(areas_of(one)) == [None, "red", None]


def test_her_own_rating_and_none_give_no_level(seller: Build) -> None:
    """It makes its area known; known areas are those of everybody once, reds the newest first."""
    hers = Rating(on=date(2026, 11, 1), area="pricing", level="green", by="seller")
    assert areas_of(seller(hers)) == []
    assert known_areas([seller(hers)]) == ["performance", "motivation", "wellbeing", "pricing"]
    one = seller(*rated("discovery", "g-"))
    assert levels_of(areas_of(one)) == {}
    assert areas_of(one)[0].level is None
    one = seller(*rated("motivation", "r"), *rated("discovery", "-r"), *rated("closing", "rg"))
    assert [area.name for area in reds(areas_of(one))] == ["discovery", "motivation"]
    found = known_areas([seller(*rated("Next step", "g")), seller(*rated("next step", "r"), *rated("closing", "g"))])
    assert found == ["performance", "motivation", "wellbeing", "Next step", "closing"]


def test_a_level_has_a_trend_and_stands_since_the_first_of_its_run(seller: Build) -> None:
    """Grey in between is skipped; grey today has no trend."""
    cases: list[tuple[str, Trend]] = [
        ("g", "first"), ("rg", "up"), ("gy", "down"), ("yy", "level"), ("r-y", "up"), ("rg-", "first"),
        ("-", "first"),
    ]  # fmt: skip
    for levels, trend in cases:
        assert areas_of(seller(*rated("discovery", levels)))[0].trend == trend, levels
    for levels, day in (("r", 1), ("grr", 2), ("rgr", 3), ("rrr", 1), ("g-", 2)):
        assert areas_of(seller(*rated("discovery", levels)))[0].since == date(2026, 11, day), levels
    (area,) = areas_of(seller(*rated("discovery", "rgrr")))
    assert [one.on.day for one in area.standing] == [3, 4]
