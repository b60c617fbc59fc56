from collections.abc import Callable
from datetime import date, timedelta

from salescoach.coaching.written import record_of
from salescoach.people.rules.mirror import Mirror, Side, Voice, mirror_of, names_in
from salescoach.promises.rules import QUARTER
from salescoach.records.base import Record
from salescoach.records.praise import Feedback
from salescoach.records.seller import Book, Seller
from salescoach.records.talk import Talk
from salescoach.records.topic import Lesson, Need

Build = Callable[..., Seller]
TODAY = date(2026, 11, 27)


def ago(days: int) -> date:
    """Return the day so many days before today; a negative number is ahead."""
    return TODAY - timedelta(days)


def heard(what: str, days: int = 3) -> Feedback:
    """Return what was said about me so many days ago."""
    return Feedback(id="f1", on=ago(days), what=what, to="me")


def mirror(*sellers: Seller, me: Book | None = None, named: bool = False) -> Mirror:
    """Return the mirror of Anna Berg and Åsa van der Öberg, who goes by Ossi too."""
    names = names_in([("Anna Berg", ()), ("Åsa van der Öberg", ("Ossi", "The Boss"))])
    return mirror_of(sellers, me or Book(), names, TODAY, named=named)


def test_all_that_was_said_comes_together_newest_first(seller: Build, book: Callable[..., Book]) -> None:
    """Needs nobody promised, what they say of me, my lessons; with names it says who, and where it stands."""
    anna = seller(
        Need(on=ago(9), what="a desk"), heard("I interrupt"), Feedback(on=ago(2), what="asks first", to="seller"),
        Talk(on=ago(9), lesson="listen"), Talk(on=ago(8)), Lesson(on=ago(5), text="hers", by="seller"),
    )  # fmt: skip
    bo = seller(Need(on=ago(2), what="a list"), heard("I am late", 1), key="bo", name="Bo")
    found = mirror(anna, bo, me=book(Lesson(on=ago(1), text="slow down")))
    assert found.needs == Side((Voice("a list", ago(2)), Voice("a desk", ago(9))))
    assert found.heard == Side((Voice("I am late", ago(1)), Voice("I interrupt", ago(3))))
    assert found.lessons == Side((Voice("slow down", ago(1)), Voice("listen", ago(9))))
    assert (found.sellers, found.named) == (2, False)
    anna = seller(heard("I interrupt Anna", 3))
    found = mirror(anna, me=book(Lesson(id="l1", on=ago(1), text="slow down", private=True)), named=True)
    assert found.heard == Side((Voice("I interrupt Anna", ago(3), "f1", "anna-berg", "Anna Berg"),))
    assert found.lessons == Side((Voice("slow down", ago(1), "l1", private=True),))


def test_without_names_what_names_somebody_is_left_out_and_counted(seller: Build) -> None:
    """First, last or half a name, alias, genitive, any spelling; not small words, initials, or words that begin so."""
    cases = [
        "I cut Anna short", "ANNA waits for me", "anna's offer lay too long", "Annas offert", "I answer Öberg first",
        "oberg never hears back", "Ossi gets more time", "the boss decides", "Åsa: too fast",
    ]  # fmt: skip
    for text in cases:
        found = mirror(seller(heard(text), heard("I interrupt")))
        assert found.heard == Side((Voice("I interrupt", ago(3)),), 1), text
    for text in ("der Kunde hat Zeit", "an annalist", "the best boss", "a van full of samples"):
        assert mirror(seller(heard(text))).heard.hidden == 0, text
    assert names_in([("A. Ek-Lund", ())]) == {"ek-lund", "ek", "lund", "a-ek-lund"}


def test_promises_are_counted_over_the_span(seller: Build, book: Callable[..., Book]) -> None:
    """Kept, kept late, dropped and late make the share; what is open and not late is told beside it."""

    def promised(spelled: str, due: int | None, **more: object) -> Record:
        day = None if due is None else ago(due)
        return record_of("commitment", {"id": spelled, "on": ago(120), "by": "me", "what": spelled, "due": day, **more})

    def ended(spelled: str, days: int, how: str = "kept") -> Record:
        return record_of("settled", {"on": ago(days), "of": spelled, "how": how})

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
