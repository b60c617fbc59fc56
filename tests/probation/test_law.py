from datetime import date
from typing import Any

from fixtures.sellers import Build
from fixtures.sellers import on_probation as noted
from salescoach.errors import CoachError
from salescoach.probation.rules.deadlines import Rule, Span, clock_of, limit_of, rule_of
from salescoach.probation.rules.terms import Wish, longer_of, new_in, unlit
from salescoach.records.calendar import Away
from salescoach.records.rating import Rating
from salescoach.records.settings import Settings

Rules = list[Rule]
TODAY = date(2026, 10, 20)
FIRST = date(2026, 9, 1)
COUNTRIES = ("SE", "NO", "DK", "FI")


def of(country: str, rules: Rules) -> Rule:
    """Return the rules of a country."""
    found = rule_of(country, rules)
    assert found is not None
    return found


def test_a_month_that_has_no_such_day_is_read_both_ways(rules: Rules) -> None:
    """From the last days of a month to a shorter one; all others have one reading."""
    cases = [
        ("SE", date(2026, 8, 31), date(2027, 2, 27), date(2027, 2, 28)),
        ("NO", date(2026, 8, 29), date(2027, 2, 27), date(2027, 2, 28)),
        ("FI", date(2027, 8, 30), date(2028, 2, 28), date(2028, 2, 29)),
        ("DK", date(2026, 11, 30), date(2027, 2, 27), date(2027, 2, 28)),
        ("DK", date(2026, 8, 31), date(2026, 11, 29), date(2026, 11, 30)),
        ("DK-other", date(2026, 3, 31), date(2026, 9, 29), date(2026, 9, 30)),
        ("SE", date(2026, 8, 28), date(2027, 2, 27), date(2027, 2, 27)),
        ("DK", FIRST, date(2026, 11, 30), date(2026, 11, 30)),
    ]  # fmt: skip
    for country, started, first, last in cases:
        assert limit_of(started, of(country, rules)) == Span(first, last), (country, started)


def test_its_end_follows_from_both_dates_of_a_post(seller: Build, rules: Rules) -> None:
    """To tell by the earlier reading, no later for an end past both; of a fixed term it is a part, or the months."""
    august = date(2026, 8, 31)
    given: list[tuple[str, date, dict[str, Any], date, date]] = [
        ("SE", august, {}, date(2027, 2, 27), date(2027, 2, 13)),
        ("SE", august, {"ends": date(2027, 2, 28)}, date(2027, 2, 28), date(2027, 2, 13)),
        ("SE", august, {"ends": date(2027, 2, 26)}, date(2027, 2, 26), date(2027, 2, 12)),
        ("SE", august, {"ends": date(2027, 3, 1)}, date(2027, 3, 1), date(2027, 2, 13)),
        ("SE", august, {"ends": date(2027, 3, 1), "why": "agreed"}, date(2027, 3, 1), date(2027, 2, 15)),
        ("NO", FIRST, {"term": date(2026, 12, 29)}, date(2026, 10, 30), date(2026, 10, 30)),
        ("FI", FIRST, {"term": date(2026, 10, 30)}, date(2026, 9, 30), date(2026, 9, 30)),
        ("DK-other", FIRST, {"term": date(2026, 12, 29)}, date(2026, 9, 30), date(2026, 9, 16)),
        ("DK", FIRST, {"term": date(2027, 8, 31)}, date(2026, 11, 30), date(2026, 11, 16)),
        ("SE", FIRST, {"term": date(2026, 10, 31)}, date(2026, 10, 31), date(2026, 10, 17)),
        ("NO", FIRST, {"term": date(2028, 8, 31)}, date(2027, 2, 28), date(2027, 2, 28)),
        ("NO", FIRST, {"term": date(2026, 9, 1)}, date(2026, 9, 1), date(2026, 9, 1)),
    ]
    for country, started, fields, ends, tell_by in given:
        found = clock_of(seller(noted(country=country, **fields), started=started), Settings(), rules, TODAY)
        assert found is not None
        assert (found.ends, found.tell_by) == (ends, tell_by), (country, fields)


def test_absence_makes_it_longer_by_what_the_rules_give(seller: Build, rules: Rules) -> None:
    """A day for a day in Norway, a month for thirty in Finland, nothing in Sweden and Denmark; each day once."""
    ten, month = (date(2026, 9, 10), date(2026, 9, 19)), (date(2026, 9, 15), date(2026, 10, 14))
    cases: list[tuple[str, list[tuple[date, date]], dict[str, Any], int, date]] = [
        ("NO", [ten], {}, 10, date(2027, 3, 10)), ("NO", [ten, month], {}, 35, date(2027, 4, 4)),
        ("NO", [ten], {"ends": date(2026, 11, 30)}, 10, date(2026, 12, 10)), ("NO", [], {}, 0, date(2027, 2, 28)),
        ("NO", [(date(2026, 8, 20), date(2026, 9, 2))], {}, 2, date(2027, 3, 2)),
        ("NO", [(date(2027, 2, 27), date(2027, 5, 1))], {}, 2, date(2027, 3, 2)),
        ("FI", [ten], {}, 10, date(2027, 2, 28)), ("FI", [month], {}, 30, date(2027, 3, 31)),
        ("FI", [month], {"term": date(2027, 8, 31)}, 30, date(2027, 3, 1)),
        ("NO", [ten], {"term": date(2026, 12, 29)}, 10, date(2026, 11, 9)),
        ("SE", [month], {}, 30, date(2027, 2, 28)), ("DK", [month], {}, 30, date(2026, 11, 30)),
    ]  # fmt: skip
    for country, away, fields, days, last in cases:
        spans = [Away(on=FIRST, first=first, last=until) for first, until in away]
        one = seller(noted(country=country, **fields), *spans, started=FIRST)
        clock = clock_of(one, Settings(), rules, TODAY)
        assert clock is not None
        found = longer_of(one, Settings(), of(country, rules), clock.ends)
        assert (found.days, found.last) == (days, last), (country, away, fields)


def test_an_extension_counts_from_what_was_agreed_at_first(seller: Build, rules: Rules) -> None:
    """Twice longer is not twice as long: the days away count once; without a first day or rules nothing is known."""
    away = Away(on=FIRST, first=date(2026, 9, 10), last=date(2026, 9, 19))
    longer = noted(ends=date(2027, 3, 5), outcome="extended")
    one = seller(noted(country="NO", ends=date(2027, 2, 28)), longer, away, started=FIRST)
    assert longer_of(one, Settings(), of("NO", rules), date(2027, 3, 5)).last == date(2027, 3, 10)
    assert longer_of(seller(away), Settings(), of("NO", rules), None).days == 0
    assert longer_of(seller(away, started=FIRST), Settings(), None, date(2026, 9, 30)).last is None


def test_what_cannot_be_is_refused(seller: Build, rules: Rules) -> None:
    """The last lawful day needs no ground, the day after it one; absence as a ground needs days away, and no more."""
    end, march, started = date(2027, 1, 31), date(2027, 3, 1), {"started": FIRST}
    away = Away(on=FIRST, first=date(2026, 9, 10), last=date(2026, 10, 12))
    longer: dict[str, Any] = {"longer": True, "absent": True, "why": "x"}
    cases: list[tuple[Wish, list[Any], dict[str, Any], str]] = [
        (Wish(country="XX"), [], {}, "not_a_country"), (Wish(country="SE"), [], {}, "missing"),
        (Wish(ends=FIRST), [], started, "ends_too_early"), (Wish(term=FIRST), [], started, "ends_too_early"),
        (Wish(ends=date(2026, 12, 31), longer=True), [noted(ends=end)], started, "ends_too_early"),
        (Wish(ends=end, longer=True), [noted(ends=end)], started, "ends_too_early"),
        (Wish(ends=march, country="SE"), [], started, "past_the_most"), (Wish(march, "SE", why="x"), [], started, ""),
        (Wish(date(2027, 2, 28), "SE"), [], started, ""), (Wish(march, "NO", why="x"), [], started, "not_absence"),
        *((Wish(date(2027, 4, 20), one, **longer), [], started, "no_absence") for one in COUNTRIES),
        *((Wish(date(2027, 4, 20), one, **longer), [away], started, "longer_than_away") for one in COUNTRIES),
        (Wish(date(2027, 4, 2), "NO", **longer), [away], started, ""),
        (Wish(date(2027, 3, 31), "FI", **longer), [away], started, ""),
        (Wish(counts=["Wellbeing"]), [], started, "not_weighing"),
        (Wish(end, felt="tired"), [], started, "not_weighing"),
    ]  # fmt: skip
    for wish, records, header, code in cases:
        found = ""
        try:
            assert new_in(seller(*records, **header), wish, Settings(), rules, TODAY)["ends"] == wish.ends, wish
        except CoachError as error:
            found = error.code
        assert found == code, wish


def test_what_has_no_light_cannot_count(seller: Build) -> None:
    """Nor what is grey."""
    one = seller(Rating(on=TODAY, area="closing", level="yellow"), Rating(on=TODAY, area="crm"))
    assert [said.data["area"] for said in unlit(one, ["Closing", "CRM", "discovery"])] == ["CRM", "discovery"]


def test_a_post_that_ends_by_itself_has_a_shorter_one(coach: Any) -> None:
    """It says which part of the term that is; a longer one by hand is refused, a term before the first day too."""
    said = " ".join(coach("probation", "anna", "--country", "DK-other", "--term", "2027-02-28").out.split())
    assert ("It ended Thu 15 Oct" in said, "a quarter of the term that ends Sun 28 Feb 2027" in said) == (True, True)
    assert "Thu 15 Oct 2026 is the last day" in coach.refused("probation", "anna", "--ends", "2026-10-16").err
    assert coach("probation", "anna", "--json").json["term"] == "2027-02-28"
    coach.refused("probation", "anna", "--term", "2026-08-01")
    assert coach.refused("probation", "anna", "--term", "2027-02-28", status=0).err == ""
    assert "Name the seller first" in coach.refused("probation", "--term", "2027-02-28").err
    for country, term, says in (
        ("NO", "2027-04-30", "half of the term that ends Fri 30 Apr 2027"), ("SE", "2027-06-30", "!of the term that"),
        ("NO", "2028-08-31", "!of the term that"),
    ):  # fmt: skip
        said = " ".join(coach("probation", "anna", "--country", country, "--term", term).out.split())
        assert (says.removeprefix("!") in said) is not says.startswith("!"), (country, term)


def test_what_the_law_says_is_shown_of_one_country_or_of_all(coach: Any) -> None:
    """Each with its source, the day on which it was looked up, and that HR has the last word."""
    out = " ".join(coach("probation", "--rules").out.split())
    assert out.count("Check with HR. Source:") == out.count("checked") == 5
    for country, says in {"suomi": "half of it, extensions included", "DK-other": "at most a quarter of it"}.items():
        out = " ".join(coach("probation", "--rules", "--country", country).out.split())
        assert (out.count("Check with HR. Source:"), says in out) == (1, True), country
    assert "There are: SE (Sweden)" in coach.refused("probation", "--rules", "--country", "XX").err


def test_a_longer_one_by_whole_months_is_read_both_ways(coach: Any) -> None:
    """The last of February and a month make the last of March, or the 28th."""
    coach("probation", "anna", "--country", "FI")
    assert "No days away of Anna are noted" in coach.refused("probation", "anna", "extend", "--why", "absence").err
    coach("away", "anna", "2026-10-01", "2026-11-04")
    wish = ("probation", "anna", "extend", "--why", "absence", "--ends")
    assert "31 Mar 2027" in coach.refused(*wish, "2030-01-01").err
    ran = coach(*wish, "2027-03-31")
    assert "can be read as Sun 28 Mar 2027 or Wed 31 Mar 2027" in " ".join((ran.out + ran.err).split())
