from collections.abc import Callable
from datetime import date
from typing import Any

from salescoach.customers.records import Customer
from salescoach.customers.rules import voices_of
from salescoach.records.seller import Seller
from salescoach.records.talk import Talk

TODAY = date(2026, 11, 19)


def voice(day: int, what: str) -> Customer:
    """Return what a customer said on a day of the month."""
    return Customer(on=date(2026, 11, day), what=what)


def test_what_customers_said_since_the_last_talk_comes_back(seller: Callable[..., Seller]) -> None:
    """Newest first, two at most; of nothing new the latest, of what is to come nothing."""
    talk = Talk(on=date(2026, 11, 10))
    old, new, newer, newest, ahead = (voice(day, str(day)) for day in (2, 10, 11, 12, 25))
    assert [one.what for one in voices_of(seller(old, talk, new, newer, newest, ahead), TODAY)] == ["12", "11"]
    assert [one.what for one in voices_of(seller(old, talk, ahead), TODAY)] == ["2"]
    assert voices_of(seller(talk), TODAY) == []


def test_a_customer_is_heard_from_a_mark_to_every_screen(coach: Any) -> None:
    """Kept with the name before the dash, behind praise in the agenda, and found; a name alone stays text."""
    ran = coach("log", "anna", "green: discovery – held the price; customer: Nordbygg – quick, unclear price")
    assert ran.status == 0
    coach("note", "anna", "customer: they like her calls")
    assert "has nothing after it" in coach("note", "anna", "customer: Nordbygg").err
    thanks = next(one for one in coach("prep", "anna", "--json").json["sections"] if one["key"] == "thanks")
    said = [one["text"] for one in thanks["items"]]
    assert said == ["held the price", "a customer: “they like her calls”", "Nordbygg: “quick, unclear price”"]
    assert "Nordbygg · quick, unclear price" in coach("find", "unclear price").out
    for args in (["show", "anna"], ["dossier", "anna"]):
        assert "Nordbygg says: quick, unclear price" in coach(*args).out, args


def test_a_private_voice_is_for_the_manager_alone(coach: Any) -> None:
    """It is in no agenda and no story unless private lines are asked for."""
    path = coach.path("anna-berg")
    path.write_text(
        path.read_text("utf-8") + '\n[[customer]]\non = 2026-11-20\nwhat = "hush"\nprivate = true\n', "utf-8"
    )
    for args in (["prep", "anna", "--all"], ["show", "anna"], ["export", "anna"]):
        assert "hush" not in coach(*args).out, args
        assert "hush" in coach(*args, "--private").out, args
