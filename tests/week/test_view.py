from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from salescoach.answer import Answer
from salescoach.errors import Problem
from salescoach.kit.screen import data, text
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings
from salescoach.week.rules.weekly import weekly_of

Answers = Callable[[str], dict[str, Answer]]
Looks = Callable[..., Any]
Make = Callable[..., Seller]

TODAY = date(2026, 11, 19)


def week(*sellers: Seller, **more: Any) -> Any:
    """Return the week of some sellers."""
    return weekly_of(sellers, Book(), Settings(), today=TODAY, **more)


def promises(count: int) -> list[tuple[str, dict[str, Any]]]:
    """Make so many late promises of the manager's."""
    return [("commitment", {"by": "me", "what": f"thing {at}", "due": date(2026, 11, 10)}) for at in range(count)]


@pytest.mark.parametrize(
    ("records", "line"),
    [
        ([], "Anna  ○  ○  ○   no talk yet  none  first talk within 14 days"),
        ([("talk", {"on": TODAY})], "Anna  ○  ○  ○   today       none  fine for 14 days"),
        ([("talk", {})], "Anna  ○  ○  ○   45 days, 15 over  none  over the limit of 30 days"),
        (
            [("talk", {"on": date(2026, 11, 15)}), ("booking", {"on": TODAY, "next": date(2026, 11, 27)})],
            "Anna  ○  ○  ○   4 days      27 Nov  next talk Fri 27 Nov",
        ),
        (
            [("talk", {"on": date(2026, 11, 12)}), ("booking", {"on": date(2026, 11, 13), "next": date(2026, 11, 18)})],
            "Anna  ○  ○  ○   7 days      missed  missed Wed 18 Nov",
        ),
        (
            [("talk", {"on": TODAY}), ("rating", {"area": "wellbeing", "level": "red"}), *promises(2)],
            "Anna  ○  ○  ■r  today       none  you owe, 9 days late: thing 0 · 2 late",
        ),
        (
            [("talk", {"on": TODAY}), ("rating", {"area": "wellbeing", "level": "red"})],
            "Anna  ○  ○  ■r  today       none  wellbeing is red",
        ),
    ],
)
def test_a_seller_is_one_line_and_one_reason(looks: Looks, person: Make, records: Any, line: str) -> None:
    """Name, three lights, how long since, what is booked, why."""
    shown = text(week(person("Anna", *records)), looks()).splitlines()[1]
    assert " ".join(shown.split()) == " ".join(line.split())


def test_a_narrow_week_is_a_seller_in_two_lines(looks: Looks, person: Make) -> None:
    """Lights, name and rhythm; the reason and what is booked, cut where it is too long."""
    shown = text(week(person("Anna"), person("Bo", ("talk", {}), key="bo")), looks(width=40)).splitlines()
    assert shown[:4] == [
        "○  ○  ○  Bo  45 days, 15 over",
        "   over the limit of 30 days · not book…",
        "○  ○  ○  Anna  no talk yet",
        "   first talk within 14 days · not book…",
    ]


def test_the_long_form_cuts_nothing(looks: Looks, person: Make) -> None:
    """On a terminal a reason that is too long is cut; with --all, and in a pipe, it is whole."""
    red = ("rating", {"area": "closing", "level": "red", "evidence": "x" * 99})
    found = week(person("Anna", ("talk", {"on": TODAY}), red))
    assert "x" * 99 not in "".join(text(found, looks()).split())
    for wish in ({"everything": True}, {"terminal": False}):
        assert "x" * 99 in "".join(text(found, looks(**wish)).split())


@pytest.mark.parametrize("width", [40, 80])
def test_the_parts_of_the_order_are_shown_where_there_are_some(looks: Looks, person: Make, width: int) -> None:
    """No score without its parts, and no parts where there is no score."""
    shown = text(week(person("Anna"), person("Bo", ("talk", {}), key="bo"), why=True), looks(width=width))
    assert "0.50 = 0.50 over the limit" in " ".join(shown.split())
    assert "urgency 0.00" not in shown


def test_promises_are_capped_and_counted(looks: Looks, person: Make) -> None:
    """Five on a terminal, then a count; all with --all and in a pipe."""
    found = week(person("Anna", *promises(7)))
    assert "You owe, late or due this week: 7\n" in text(found, looks())
    assert "thing 5" not in text(found, looks())
    assert "and 2 more: --all" in text(found, looks())
    for wish in ({"everything": True}, {"terminal": False}):
        assert "thing 6" in text(found, looks(**wish))


def test_silence_is_capped_and_counted(looks: Looks, person: Make) -> None:
    """Who was not praised is named, five of them on a terminal."""
    old = [person(f"S{at}", key=f"s{at}", started=date(2020, 1, 1)) for at in range(7)]
    praised = person("Bo", ("praise", {"what": "calm", "on": date(2026, 9, 1)}), key="bo", added=date(2026, 1, 1))
    assert "S4 (never) · and 3 more: --all" in " ".join(text(week(*old, praised), looks()).split())
    assert "Bo (79 days)" in text(week(*old, praised), looks(everything=True, width=200))


def test_small_actions_are_counted(looks: Looks, person: Make) -> None:
    """Those of this week, or that there are none."""
    done = person("Anna", ("action", {"action": "hero", "on": TODAY}))
    assert "Small actions this week: hero 1\n" in text(week(done), looks())
    assert "Small actions this week: none yet. See coach act.\n" in text(week(person("Anna")), looks())


def test_no_sellers_say_how_to_add_one(looks: Looks) -> None:
    """An empty team has the next command; files that do not read are no empty team."""
    assert text(week(), looks()).startswith("No sellers yet. Add one: coach add NAME.")
    broken = text(week(problems=[Problem("a\nb.toml", "unreadable", data={"why": "locked"})]), looks())
    assert "No sellers" not in broken
    assert "a b.toml: it cannot be read: locked.\n" in broken


def test_json_has_the_most_urgent_first_and_the_latest_promise_first(looks: Looks, person: Make) -> None:
    """Everything of a seller's line with its codes; promises without a day come last."""
    undated = ("commitment", {"by": "me", "what": "some day"})
    made = data(week(person("Anna", undated, *promises(1)), person("Bo", key="bo")), looks())
    first = made["sellers"][0]
    assert (first["key"], first["status"], first["late_promises"]) == ("anna-berg", "new", 1)
    assert first["urgency"] == {"total": 0.5, "overdue": 0.0, "promises": 0.5, "reds": 0, "probation": 0.0}
    assert first["reasons"][0] == {"code": "promise_late", "text": "you owe, 9 days late: thing 0"}
    assert [one["what"] for one in made["promises"]] == ["thing 0", "some day"]


def test_nobody_is_prepared_for_who_is_away(looks: Looks, person: Make) -> None:
    """The first in the order may be away: the next command is about the first who is here."""
    away = ("away", {"on": TODAY, "first": TODAY, "last": date(2026, 11, 25)})
    shown = text(week(person("Bo", ("talk", {"on": date(2026, 9, 1)}), away, key="bo"), person("Anna")), looks())
    assert shown.splitlines()[1].startswith("Bo ")
    assert "coach prep anna" in shown
    assert "coach prep bo" not in shown


def test_json_has_the_days_since_any_contact(looks: Looks, person: Make) -> None:
    """The second clock, which a call resets as well."""
    one = person("Anna", ("talk", {"on": date(2026, 11, 1)}), ("touch", {"on": date(2026, 11, 17)}))
    (line,) = data(week(one), looks())["sellers"]
    assert (line["days_since"], line["days_since_contact"]) == (18, 2)
