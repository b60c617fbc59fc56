from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from salescoach.coaching.written import record_of
from salescoach.probation.rules.deadlines import Rule, Span, clock_of, limit_of, rule_of
from salescoach.probation.rules.terms import longer_of
from salescoach.records.calendar import Away
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings

Build = Callable[..., Seller]
Rules = list[Rule]
TODAY = date(2026, 10, 20)
FIRST = date(2026, 9, 1)


def of(country: str, rules: Rules) -> Rule:
    """Return the rules of a country."""
    found = rule_of(country, rules)
    assert found is not None
    return found


def noted(**fields: Any) -> Any:
    """Return what is noted of a probation on the first day."""
    return record_of("probation", {"on": FIRST, **fields})


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


def test_by_when_to_tell_follows_the_earlier_reading(seller: Build, rules: Rules) -> None:
    """Also where the later one was given by hand; one past both, without a ground, moves it no later."""
    started = date(2026, 8, 31)
    cases = [
        (None, date(2027, 2, 27), date(2027, 2, 13)), (date(2027, 2, 28), date(2027, 2, 28), date(2027, 2, 13)),
        (date(2027, 2, 26), date(2027, 2, 26), date(2027, 2, 12)),
        (date(2027, 3, 1), date(2027, 3, 1), date(2027, 2, 13)),
    ]  # fmt: skip
    for given, ends, tell_by in cases:
        found = clock_of(seller(noted(country="SE", ends=given), started=started), Settings(), rules, TODAY)
        assert found is not None
        assert (found.ends, found.tell_by) == (ends, tell_by), given


def test_a_fixed_term_allows_a_part_of_it(seller: Build, rules: Rules) -> None:
    """Half in Norway and Finland, a quarter for Danes without a salary; never more than the whole, or the months."""
    cases = [
        ("NO", date(2026, 12, 29), date(2026, 10, 30)), ("FI", date(2026, 10, 30), date(2026, 9, 30)),
        ("DK-other", date(2026, 12, 29), date(2026, 9, 30)), ("DK", date(2027, 8, 31), date(2026, 11, 30)),
        ("SE", date(2026, 10, 31), date(2026, 10, 31)), ("NO", date(2028, 8, 31), date(2027, 2, 28)),
        ("NO", date(2026, 9, 1), date(2026, 9, 1)),
    ]  # fmt: skip
    for country, term, last in cases:
        found = clock_of(seller(noted(country=country, term=term), started=FIRST), Settings(), rules, TODAY)
        assert found is not None
        assert found.ends == last, (country, term)


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


def test_absence_as_a_ground_needs_days_away(coach: Any) -> None:
    """In any country and language; what is typed to note them is said, and how long it may be then."""
    cases = [("SE", "sjukdom"), ("NO", "absence"), ("NO", "agreed with Anna"), ("DK", "barsel, fravær"), ("FI", "ill")]
    wish = ("probation", "anna", "extend", "--ends", "2027-04-20")
    for country, why in cases:
        coach("probation", "anna", "--country", country)
        ran = coach.refused(*wish, "--why", why)
        assert "coach away anna-berg" in " ".join(ran.err.split()), country
    coach("away", "anna", "2026-09-10", "2026-10-12")
    for country, last in (("SE", "28 Feb 2027"), ("NO", "2 Apr 2027"), ("DK", "30 Nov"), ("FI", "31 Mar 2027")):
        coach("probation", "anna", "--country", country)
        said = " ".join(coach.refused(*wish, "--why", "away").err.split())
        assert "with 33 days away" in said, country
        assert last in said, country
    coach("probation", "anna", "--country", "NO")
    ran = coach("probation", "anna", "extend", "--ends", "2027-04-02", "--why", "absence", "--today", "2027-02-01")
    assert "It is longer than Sun 28 Feb: 33 days away noted. Ground: absence. HR decides" in " ".join(
        coach("probation", "anna", "--today", "2027-02-01").out.split()
    )
    assert "told in writing before it is over" in " ".join(ran.err.split())


def test_both_readings_and_days_off_are_said(coach: Any) -> None:
    """With the working day before; the later reading is accepted by hand, one day more is not."""
    coach("set", "anna", "--started", "2026-08-31")
    said = " ".join(coach("probation", "anna", "--country", "sverige").out.split())
    assert "can be read as Sat 27 Feb 2027 or Sun 28 Feb 2027: tell by counts from the earlier. HR decides." in said
    assert "Its last day is a Saturday: the working day before it is Fri 26 Feb 2027." in said
    assert "The day to tell by is a Saturday: the working day before it is Fri 12 Feb 2027." in said
    said = " ".join(coach("probation", "anna", "--ends", "2027-02-28").out.split())
    assert "It ends Sun 28 Feb 2027" in said
    assert "Tell by Sat 13 Feb 2027" in said
    assert "HR decides" in said
    assert "Sun 28 Feb 2027 is the last day" in coach.refused("probation", "anna", "--ends", "2027-03-01").err
    said = " ".join(coach("probation", "anna", "--country", "NO", "--ends", "2026-12-26").out.split())
    assert "Its last day is the second day of Christmas: the working day before it is Thu 24 Dec." in said


def test_a_post_that_ends_by_itself_has_a_shorter_one(coach: Any) -> None:
    """Its last day is noted once; a longer probation by hand is refused, a term before the first day too."""
    coach("probation", "anna", "--country", "DK-other", "--term", "2027-02-28")
    assert "It ended Thu 15 Oct" in coach("probation", "anna").out
    assert "quarter" in " ".join(coach("probation", "anna").out.split())
    assert "Thu 15 Oct 2026 is the last day" in coach.refused("probation", "anna", "--ends", "2026-10-16").err
    assert coach("probation", "anna", "--json").json["term"] == "2027-02-28"
    coach.refused("probation", "anna", "--term", "2026-08-01")
    assert coach.refused("probation", "anna", "--term", "2027-02-28", status=0).err == ""
    assert "Name the seller first" in coach.refused("probation", "--term", "2027-02-28").err


def test_what_the_law_says_is_shown_of_one_country_or_of_all(coach: Any) -> None:
    """Each with its source, the day on which it was looked up, and that HR has the last word."""
    out = " ".join(coach("probation", "--rules").out.split())
    assert out.count("Check with HR. Source:") == out.count("checked") == 5
    for country, says in {
        "suomi": ("half of it, extensions included", "one month longer for each 30 days", "no inappropriate ground"),
        "NO": ("at most half the term", "no new probation in a similar job", "told in writing before it is over"),
        "dk": ("the seller must be out within the three months", "§ 2, stk. 5 and 7"),
        "DK-other": ("at most a quarter of it", "at most six months"),
        "se": ("to the union at the same time", "LAS 6 and 31 §§"),
    }.items():
        out = " ".join(coach("probation", "--rules", "--country", country).out.split())
        assert out.count("Check with HR. Source:") == 1, country
        for one in says:
            assert one in out, (country, one)
    assert "There are: SE (Sweden)" in coach.refused("probation", "--rules", "--country", "XX").err


def test_a_day_to_tell_by_without_work_is_said_wherever_it_stands(coach: Any) -> None:
    """With the working day before it: today, in the week, in an onboarding, for all, and after an end."""
    coach("onboard", "anna")
    coach("probation", "anna", "--country", "SE", "--ends", "2027-01-20")
    lines: list[tuple[str, ...]] = [(), ("weekly", "--all"), ("onboard", "anna"), ("probation",)]
    for line in lines:
        said = " ".join(coach(*line, "--today", "2026-12-30").out.split())
        assert "last working day to tell" in said.replace("is Tue", ": Tue"), line
        assert "Tue 5 Jan 2027" in said, line
    ran = coach("probation", "anna", "end", "--yes", "--today", "2026-12-30")
    assert "The day to tell by is Epiphany: the working day before it is Tue 5 Jan" in " ".join(ran.out.split())
    assert "union at the same time" in " ".join(ran.err.split())


def test_a_fixed_term_says_why(coach: Any, tmp_path: Path) -> None:
    """On the screen and on paper; not where the months are shorter, or an earlier last day was agreed."""
    cases = [
        ("NO", "2027-04-30", "half of the term that ends Fri 30 Apr 2027"),
        ("DK-other", "2027-06-30", "a quarter of the term that ends Wed 30 Jun 2027"), ("SE", "2027-06-30", ""),
        ("NO", "2028-08-31", ""),
    ]  # fmt: skip
    for country, term, says in cases:
        coach("probation", "anna", "--country", country, "--term", term)
        coach("probation", "anna", "-o", "it.md")
        for said in (coach("probation", "anna").out, (tmp_path / "it.md").read_text("utf-8")):
            assert (says or "of the term") in " ".join(said.split()) if says else "That is" not in said, (country, term)


def test_an_end_that_outlives_a_shorter_rule_is_told_by_the_lawful_day(coach: Any) -> None:
    """It says so; with a ground for it, it is what was agreed."""
    coach("probation", "anna", "--country", "DK-other", "--ends", "2027-02-28")
    said = " ".join(coach("probation", "anna", "--term", "2027-06-30").out.split())
    assert "tell by counts from that day. HR decides." in said
    assert coach("probation", "anna", "--json").json["tell_by"] < "2026-11-15"


def test_a_longer_one_by_whole_months_is_read_both_ways(coach: Any) -> None:
    """The last of February and a month make the last of March, or the 28th."""
    coach("probation", "anna", "--country", "FI")
    assert "No days away of Anna are noted" in coach.refused("probation", "anna", "extend", "--why", "absence").err
    coach("away", "anna", "2026-10-01", "2026-11-04")
    wish = ("probation", "anna", "extend", "--why", "absence", "--ends")
    assert "31 Mar 2027" in coach.refused(*wish, "2030-01-01").err
    ran = coach(*wish, "2027-03-31")
    assert "can be read as Sun 28 Mar 2027 or Wed 31 Mar 2027" in " ".join((ran.out + ran.err).split())
