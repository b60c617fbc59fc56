from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from fixtures.sellers import TODAY, Build, ago
from salescoach.answer import phrase
from salescoach.coaching.written import record_of
from salescoach.kit.screen import text
from salescoach.people.rules.mirror import (
    SPAN,
    Mirror,
    OwnPart,
    Part,
    Seen,
    Side,
    Voice,
    mirror_of,
    names_in,
    own_part_of,
)  # fmt: skip
from salescoach.promises.rules import QUARTER, Word
from salescoach.records.base import Record
from salescoach.records.seller import NOBODY, Book, Seller
from salescoach.records.settings import Settings

KEPT = Part("promises", 0, 0, 0)


def said(kind: str, days: int, **fields: Any) -> Record:
    """Return a record of so many days ago."""
    return record_of(kind, {"id": f"{kind[0]}{days % 10}a0a", "on": ago(days), **fields})


def heard(what: str, days: int = 3) -> Record:
    """Return what was said about me so many days ago."""
    return said("feedback", days, what=what, to="me")


def mirror(*sellers: Seller, me: Book | None = None, named: bool = False) -> Mirror:
    """Return the mirror of Anna Berg and Åsa van der Öberg, who goes by Ossi too."""
    names = names_in([("Anna Berg", ()), ("Åsa van der Öberg", ("Ossi", "The Boss"))])
    return mirror_of(sellers, me or Book(), names, TODAY, named=named)


def test_all_that_was_said_comes_together_newest_first(seller: Build, book: Callable[..., Book]) -> None:
    """Needs nobody promised, what they say of me, my lessons; with names it says who, and where it stands."""
    anna = seller(
        said("need", 9, what="a desk"), heard("I interrupt"), said("feedback", 2, what="asks first", to="seller"),
        said("talk", 9, lesson="listen"), said("talk", 8), said("lesson", 5, text="hers", by="seller"),
    )  # fmt: skip
    bo = seller(said("need", 2, what="a list"), heard("I am late", 1), key="bo", name="Bo")
    found = mirror(anna, bo, me=book(said("lesson", 1, text="slow down")))
    assert found.needs == Side((Voice("a list", ago(2)), Voice("a desk", ago(9))))
    assert found.heard == Side((Voice("I am late", ago(1)), Voice("I interrupt", ago(3))))
    assert found.lessons == Side((Voice("slow down", ago(1)), Voice("listen", ago(9))))
    assert (found.sellers, found.named) == (2, False)
    anna = seller(heard("I interrupt Anna", 3))
    found = mirror(anna, me=book(said("lesson", 1, text="slow down", private=True)), named=True)
    assert found.heard == Side((Voice("I interrupt Anna", ago(3), "f3a0a", "anna-berg", "Anna Berg"),))
    assert found.lessons == Side((Voice("slow down", ago(1), "l1a0a", private=True),))


def test_without_names_what_names_somebody_is_left_out_and_counted(seller: Build) -> None:
    """First, last or half a name, alias, genitive, any spelling; not small words, initials, or words that begin so."""
    cases = [
        "I cut Anna short", "ANNA waits for me", "anna's offer lay too long", "Annas offert", "I answer Öberg first",
        "oberg never hears back", "Ossi gets more time", "the boss decides", "Åsa: too fast",
    ]  # fmt: skip
    for typed in cases:
        found = mirror(seller(heard(typed), heard("I interrupt")))
        assert found.heard == Side((Voice("I interrupt", ago(3)),), 1), typed
    for typed in ("der Kunde hat Zeit", "an annalist", "the best boss", "a van full of samples"):
        assert mirror(seller(heard(typed))).heard.hidden == 0, typed
    assert names_in([("A. Ek-Lund", ())]) == {"ek-lund", "ek", "lund", "a-ek-lund"}


def test_promises_are_counted_over_the_span(seller: Build, book: Callable[..., Book]) -> None:
    """Kept, kept late, dropped and late make the share; what is open and not late is told beside it."""

    def promised(spelled: str, due: int | None, **more: object) -> Record:
        day = None if due is None else ago(due)
        return said("commitment", 120, **{"id": spelled, "by": "me", "what": spelled, "due": day, **more})

    def ended(spelled: str, days: int, how: str = "kept") -> Record:
        return said("settled", days, of=spelled, how=how)

    anna = seller(
        *(promised("kept", 20), ended("kept", 20)), *(promised("too late", 20), ended("too late", 19)),
        *(promised("no day", None), ended("no day", QUARTER - 1)), promised("long ago", 100),
        ended("long ago", QUARTER),
        *(promised("given up", 20), ended("given up", 3, "dropped")), promised("late", 1), promised("today", 0),
        promised("any day", None), promised("hers", 9, by="seller"),
    )  # fmt: skip
    word = mirror(anna, me=book(promised("mine", 2))).word
    assert (word.kept, word.kept_late, word.dropped, word.late, word.open) == (3, 1, 1, 2, 2)
    assert word.whole == 6


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
    assert (found.answers, found.levels, found.asked) == (4, ("green", "yellow", "green"), ago(3))
    assert found.due == ("c",)


def test_who_was_not_asked_for_a_quarter_is_to_be_asked(seller: Build) -> None:
    """Everybody where nobody ever was; who came since the last time waits, and who is to come is none of them."""
    asked = {"form": "service", "role": "seller"}
    new = seller(key="new", started=ago(20))
    coming = seller(key="coming", started=TODAY + timedelta(3))
    assert own(seller(key="a"), new, coming).due == ("a", "new")
    long = seller(said("asked", SPAN, **asked), key="long")
    lately = seller(said("asked", SPAN - 1, **asked), said("asked", 1, form="recap", role="seller"), key="lately")
    there = seller(key="there", started=ago(SPAN))
    found = own(long, lately, there, new, coming)
    assert (found.due, found.asked) == (("long", "there"), ago(SPAN - 1))
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
    away = said("away", 90, first=ago(90), last=ago(80))
    assert own(seller(*talks, away)).parts[0] == Part("talks", 3, 4, 1)
    assert own(seller(*talks), me=book(away)).parts[0] == Part("talks", 3, 4, 1)
    started = seller(said("talk", 10), started=ago(60))
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


def voices(number: int, name: str | None = None) -> tuple[Voice, ...]:
    """Return so many things said, newest first."""
    days = [date(2026, 11, 19 - at) for at in range(number)]
    return tuple(Voice(f"I promise before I have asked those who must do it ({at.day})", at, name=name) for at in days)


def drawn(**parts: Any) -> Mirror:
    """Return a mirror with these parts, the others empty."""
    empty: dict[str, Any] = {"needs": Side(()), "heard": Side(()), "lessons": Side(()), "word": Word(0, 0, 0, 0, 0)}
    return Mirror(**empty | {"sellers": 9, "named": False} | parts)


OWN = OwnPart(
    answers=3, levels=("green", "yellow", "green"), asked=date(2026, 11, 2), due=("eva", "bo"),
    parts=(Part("talks", 18, 21, 1), Part("promises", 9, 12, 4), Part("praise", 8, 9, 14), Part("needs", 1, 2)),
    raised=phrase("mirror.raised_alike", what="answer on prices the same day", n=1, of=2),
    seen=(
        Seen("anna", "Anna Berg", 9, 4, 120, 3), Seen("bo", "Bo Ek", 3, 0, 0, 12, "Nordbygg, Bergen"),
        Seen("eva", "Eva Lind", 0, 0, 0, None), Seen("jon", "Jon Dahl", 6, 2, 60, 0),
    ),
    channels={"talk": 8, "phone": 6, "note": 2, "praise": 1, "action": 1},
)  # fmt: skip
FULL = drawn(
    own=OWN,
    needs=Side(voices(1), 1), heard=Side(voices(7)), lessons=Side((), 2),
    word=Word(kept=9, kept_late=2, dropped=1, late=2, open=4),
)  # fmt: skip
NAMED = drawn(
    own=OwnPart(asked=date(2026, 8, 2), due=("anna",), seen=(Seen("anna", "Anna Berg", 0, 0, 0, None),)),
    needs=Side(voices(2, "Åsa Lindström")),
    word=Word(kept=0, kept_late=0, dropped=0, late=0, open=1),
    named=True,
)


@pytest.mark.golden
def test_the_mirror_is_as_reviewed(looks: Any, golden: SnapshotAssertion) -> None:
    """Letter by letter, wide and narrow; five of a side and a count, all of them with --all and in a pipe."""
    wanted: list[dict[str, Any]] = [{}, {"width": 40}, {"everything": True}, {"terminal": False}]
    shown = [text(answer, looks(**look)) for answer in (FULL, NAMED, drawn()) for look in wanted]
    assert "---\n".join(shown) == golden
