from collections.abc import Callable
from typing import Any

from fixtures.sellers import TODAY, made
from salescoach.customers.rules import voices_of
from salescoach.records.seller import Seller


def test_what_customers_said_since_the_last_talk_comes_back(seller: Callable[..., Seller]) -> None:
    """Newest first, two at most; of nothing new the latest, of what is to come nothing."""
    talk = made("talk", 9)
    old, new, newer, newest, ahead = (made("customer", days, what=str(days)) for days in (17, 9, 8, 7, -6))
    assert [one.what for one in voices_of(seller(old, talk, new, newer, newest, ahead), TODAY)] == ["7", "8"]
    assert [one.what for one in voices_of(seller(old, talk, ahead), TODAY)] == ["17"]
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
