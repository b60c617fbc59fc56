from datetime import date

import pytest
from pydantic import ValidationError

from salescoach.probation.rules.deadlines import Rule, rule_of
from salescoach.probation.rules.holidays import day_off, workday_before
from salescoach.probation.schema import Country

Rules = list[Rule]


def test_each_country_has_its_days_off(rules: Rules) -> None:
    """Fixed ones, those by Easter, those by a day of the week; the working day before goes past all of them."""
    cases = [
        ("SE", date(2027, 6, 25), "Midsummer's Eve", date(2027, 6, 24)),
        ("SE", date(2026, 10, 31), "All Saints' Day", date(2026, 10, 30)),
        ("SE", date(2027, 6, 6), "the National Day", date(2027, 6, 4)),
        ("NO", date(2027, 3, 29), "Easter Monday", date(2027, 3, 24)),
        ("NO", date(2028, 6, 5), "Whit Monday", date(2028, 6, 2)),
        ("DK", date(2027, 5, 6), "Ascension Day", date(2027, 5, 5)),
        ("DK-other", date(2027, 3, 25), "Maundy Thursday", date(2027, 3, 24)),
        ("SE", date(2026, 12, 27), "a Sunday", date(2026, 12, 23)),
        ("FI", date(2026, 11, 7), "a Saturday", date(2026, 11, 6)),
        ("FI", date(2027, 1, 3), "a Sunday", date(2026, 12, 31)), ("SE", date(2027, 5, 17), None, date(2027, 5, 17)),
    ]  # fmt: skip
    for country, day, name, before in cases:
        rule = rule_of(country, rules)
        assert rule is not None
        found = day_off(day, rule.holidays)
        said = found if isinstance(found, str) or found is None else f"a {found.key.partition('.')[2].capitalize()}"
        assert (said, workday_before(day, rule.holidays)) == (name, before), (country, day)
    assert workday_before(date.min, {"01-01": "New Year's Day"}) == date.min


def test_a_holiday_that_falls_on_no_day_is_refused() -> None:
    """Whatever is spelled in a file of ones own."""
    row = {"code": "IS", "name": "Iceland", "months": 3, "tell_days": 0, "extension": "no"}
    row |= {"rule": "x", "extend": "x", "source": "x", "checked": date(2026, 11, 22)}
    for spelled in ("02-30", "13-01", "monday 04-20", "easter+", "christmas", "1-1"):
        with pytest.raises(ValidationError):
            Country.model_validate(row | {"holidays": {spelled: "x"}})
    assert Country.model_validate(row | {"holidays": {"easter-2": "x", "12-24": "y"}})
