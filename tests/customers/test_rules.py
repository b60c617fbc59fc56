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
    coach("log", "anna", "green: discovery – held the price; customer: Nordbygg – quick, unclear price")
    coach("note", "anna", "customer: they like her calls")
    assert "has nothing after it" in coach("note", "anna", "customer: Nordbygg").err
    thanks = next(one for one in coach("prep", "anna", "--json").json["sections"] if one["key"] == "thanks")
    said = [one["text"] for one in thanks["items"]]
    assert said == ["held the price", "a customer: “they like her calls”", "Nordbygg: “quick, unclear price”"]
    assert "Nordbygg · quick, unclear price" in coach("find", "unclear price").out
