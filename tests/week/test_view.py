from collections.abc import Callable
from datetime import date
from typing import Any

from salescoach.errors import Problem
from salescoach.kit.screen import text
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings
from salescoach.week.rules.weekly import weekly_of

Looks = Callable[..., Any]
Make = Callable[..., Seller]

TODAY = date(2026, 11, 19)


def week(*sellers: Seller, **more: Any) -> Any:
    """Return the week of some sellers."""
    return weekly_of(sellers, Book(), Settings(), today=TODAY, **more)


def promises(count: int) -> list[tuple[str, dict[str, Any]]]:
    """Make so many late promises of the manager's."""
    return [("commitment", {"by": "me", "what": f"thing {at}", "due": date(2026, 11, 10)}) for at in range(count)]


def test_a_seller_is_one_line_and_one_reason(looks: Looks, person: Make) -> None:
    """Name, three lights, how long since, what is booked, why."""
    cases: list[tuple[Any, str]] = [
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
    ]  # fmt: skip
    for records, line in cases:
        shown = text(week(person("Anna", *records)), looks()).splitlines()[1]
        assert " ".join(shown.split()) == " ".join(line.split()), records


def test_the_long_form_cuts_nothing(looks: Looks, person: Make) -> None:
    """On a terminal a reason that is too long is cut; with --all, and in a pipe, it is whole."""
    red = ("rating", {"area": "closing", "level": "red", "evidence": "x" * 99})
    found = week(person("Anna", ("talk", {"on": TODAY}), red))
    assert "x" * 99 not in "".join(text(found, looks()).split())
    for wish in ({"everything": True}, {"terminal": False}):
        assert "x" * 99 in "".join(text(found, looks(**wish)).split())


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


def test_nobody_is_prepared_for_who_is_away(looks: Looks, person: Make) -> None:
    """The first in the order may be away: the next command is about the first who is here."""
    away = ("away", {"on": TODAY, "first": TODAY, "last": date(2026, 11, 25)})
    shown = text(week(person("Bo", ("talk", {"on": date(2026, 9, 1)}), away, key="bo"), person("Anna")), looks())
    assert shown.splitlines()[1].startswith("Bo ")
    assert "coach prep anna" in shown
    assert "coach prep bo" not in shown
