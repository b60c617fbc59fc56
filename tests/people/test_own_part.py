from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from salescoach.answer import phrase
from salescoach.coaching.written import record_of
from salescoach.people.rules.mirror import SPAN, OwnPart, Part, own_part_of
from salescoach.records.base import Record
from salescoach.records.seller import NOBODY, Book, Seller
from salescoach.records.settings import Settings

Build = Callable[..., Seller]
TODAY = date(2026, 11, 27)
KEPT = Part("promises", 0, 0, 0)


def said(kind: str, days: int, **fields: Any) -> Record:
    """Return a record of so many days ago."""
    return record_of(kind, {"id": f"{kind[0]}{days % 10}a0a", "on": TODAY - timedelta(days), **fields})


def answers(days: int, level: str | None = None, raises: str = "") -> list[Record]:
    """Return what came back of the form so many days ago."""
    whose = {"form": "service", "role": "seller"}
    light = [said("service", days, level=level)] if level else []
    return [said("answer", days, question="raise", text=raises, **whose), *light]


def own(*sellers: Seller, kept: Part = KEPT, me: Book = NOBODY, hides: str = "-") -> OwnPart:
    """Return the manager's own part in these."""
    return own_part_of(sellers, me, Settings(), kept, TODAY, lambda text: hides not in text)


def test_the_latest_answer_of_each_counts_and_lights_of_few_are_not_told(seller: Build) -> None:
    """Twice in a quarter is once; one that is older is none; below three lights nobody could stay unknown."""
    anna = seller(*answers(80, "red"), *answers(3, "green"), key="a")
    bo = seller(*answers(4, "yellow"), key="b")
    old = seller(*answers(SPAN, "red"), key="c")
    silent = seller(said("answer", 2, question="needs", text="a desk", form="service", role="seller"), key="d")
    assert (own(anna, bo, old).answers, own(anna, bo, old).levels) == (2, ())
    eva = seller(*answers(SPAN - 1, "green"), key="e")
    found = own(anna, bo, old, silent, eva)
    assert (found.answers, found.levels, found.asked) == (4, ("green", "yellow", "green"), TODAY - timedelta(3))
    assert found.due == ("c",)


def test_who_was_not_asked_for_a_quarter_is_to_be_asked(seller: Build) -> None:
    """Everybody where nobody ever was; who came since the last time waits, and who is to come is none of them."""
    asked = {"form": "service", "role": "seller"}
    new = seller(key="new", started=TODAY - timedelta(20))
    coming = seller(key="coming", started=TODAY + timedelta(3))
    assert own(seller(key="a"), new, coming).due == ("a", "new")
    long = seller(said("asked", SPAN, **asked), key="long")
    lately = seller(said("asked", SPAN - 1, **asked), said("asked", 1, form="recap", role="seller"), key="lately")
    there = seller(key="there", started=TODAY - timedelta(SPAN))
    found = own(long, lately, there, new, coming)
    assert (found.due, found.asked) == (("long", "there"), TODAY - timedelta(SPAN - 1))
    assert own() == OwnPart()


def test_what_would_raise_it_most_is_in_their_words_else_the_weakest_part(seller: Build) -> None:
    """The answer that shares a word with most others, never one that is not to be shown; of few, the lowest share."""
    given = ["a price list", "the price the same evening", "more praise", "answer on the price", "ask Bo"]
    team = [seller(*answers(at, raises=text), key=str(at)) for at, text in enumerate(given)]
    raised = own(*team, hides="Bo").raised
    assert raised == phrase("mirror.raised_alike", what="a price list", n=2, of=3)
    raised = own(team[0], team[2], team[4]).raised
    assert raised == phrase("mirror.raised", what="a price list", of=3)
    needs = [said("need", days, what=f"need {days}", id=f"n{days}a0a") for days in (9, 20, 30, 40)]
    settled = [said("settled", 4, of="n9a0a", how="dropped"), said("settled", 10, of="n20a0a", how="kept")]
    promised = said("commitment", 1, by="me", what="x", need="n30a0a")
    found = own(seller(*needs, *settled, promised), kept=Part("promises", 9, 10, 0))
    assert found.parts[-1] == Part("needs", 3, 4, 10)
    assert found.raised == phrase("mirror.weakest.needs", good=3, whole=4)
    assert own(seller(), kept=Part("promises", 0, 2, 0)).raised is None


def test_the_rhythm_is_the_share_of_talks_within_the_limit(seller: Build, book: Callable[..., Book]) -> None:
    """From one to the next as the clock counts, away days apart; who is over it now counts as one not held."""
    talks = [said("talk", days) for days in (100, 69, 40, 31)]
    assert own(seller(*talks)).parts[0] == Part("talks", 2, 4, 1)
    away = said("away", 90, first=TODAY - timedelta(90), last=TODAY - timedelta(80))
    assert own(seller(*talks, away)).parts[0] == Part("talks", 3, 4, 1)
    assert own(seller(*talks), me=book(away)).parts[0] == Part("talks", 3, 4, 1)
    started = seller(said("talk", 10), started=TODAY - timedelta(60))
    assert own(started).parts[0] == Part("talks", 0, 1, 0)
    added = seller(*talks[-1:], said("talk", 5), added=TODAY)
    assert own(added).parts[0] == Part("talks", 1, 1, 0)


def test_contacts_are_counted_once_from_what_is_noted_anyway(seller: Build) -> None:
    """Talks, calls, actions and praise of the manager's own; what is part of a talk is none more, nor older ones."""
    talk = said("talk", 9, minutes=20, id="t0a0a")
    anna = seller(
        talk, said("praise", 9, what="x", talk="t0a0a"), said("praise", 8, what="x"), said("talk", 20),
        said("praise", 3, what="x", **{"from": "Karin"}), said("touch", 5, channel="Phone"), said("touch", SPAN),
        said("action", 4, action="feedback"), placed_at="Bergen", name="Anna", key="a",
    )  # fmt: skip
    bo = seller(said("touch", 2, channel="phone"), said("touch", 1), name="Bo", key="b")
    found = own(anna, bo)
    assert found.channels == {"talk": 2, "Phone": 2, "praise": 1, "action": 1, "touch": 1}
    rows = [(one.name, one.contacts, one.timed, one.minutes, one.silent, one.placed_at) for one in found.seen]
    assert rows == [("Anna", 5, 1, 20, 4, "Bergen"), ("Bo", 2, 0, 0, 1, None)]
