from datetime import date
from typing import Any

from fixtures.sellers import Build, day
from fixtures.sellers import on_probation as noted
from salescoach.answer import phrase
from salescoach.coaching.written import record_of
from salescoach.probation.rules.fairness import helps_of, surprises_of, untried
from salescoach.records.onboarding import Step
from salescoach.records.recap import Recap
from salescoach.records.settled import Settled
from salescoach.records.talk import Talk
from salescoach.records.topic import Need

TODAY = date(2026, 10, 20)
FIRST = date(2026, 9, 1)


def rated(on: date, level: str | None = "red", area: str = "closing", **more: Any) -> Any:
    """Return a rating of the manager's."""
    return record_of("rating", {"on": on, "area": area, "level": level, **more})


def told(on: date, **more: Any) -> Any:
    """Return feedback that was given."""
    return record_of("feedback", {"on": on, "area": "Closing", "what": "no next step", **more})


def test_what_was_not_told_would_surprise(seller: Build) -> None:
    """A red with its evidence, latest day, and since when; a yellow only where it is meant to: okay is okay."""
    again, other = rated(day(10, 9), evidence="again", id="r2"), rated(day(10, 9), area="b", level="green")
    (found,) = surprises_of(seller(rated(day(10, 1)), again, other), TODAY)
    assert (found.area, found.level, found.on, found.since) == ("closing", "red", day(10, 9), day(10, 1))
    assert (found.evidence, found.id) == ("again", "r2")
    for level, counts, surprises in (
        ("yellow", [], 0), ("yellow", ["Closing"], 1), ("green", ["closing"], 0), (None, ["closing"], 0),
    ):  # fmt: skip
        assert len(surprises_of(seller(rated(day(10, 1), level), noted(counts=counts)), TODAY)) == surprises, level
    mixed = seller(rated(day(9, 10), "yellow", "a"), rated(day(10, 1)), noted(counts=["a"]))
    assert [found.level for found in surprises_of(mixed, TODAY)] == ["red", "yellow"]
    assert [one.area for one in helps_of(mixed, TODAY)] == ["closing"]


def test_told_means_said_or_sent_since_then(seller: Build) -> None:
    """A light that was given in a talk is not one that was told; what was said before it changed does not count."""
    cases: list[tuple[Any, bool]] = [
        (told(day(10, 5)), True), (told(day(10, 1)), True), (told(day(9, 30)), False), (told(day(10, 21)), False),
        (told(day(10, 5), to="me"), False), (told(day(10, 5), area=None), False),
        (told(day(10, 5), area="discovery"), False), (Recap(on=day(10, 2), sent=day(10, 2), talk="t1"), True),
        (Recap(on=day(10, 2), sent=day(10, 2)), True), (Recap(on=day(10, 2), talk="t1"), False),
        (Recap(on=day(9, 5), sent=day(9, 5)), False), (Recap(on=day(9, 5), sent=day(9, 5), talk="t1"), False),
        (Recap(on=day(8, 5), sent=day(10, 5)), False), (Recap(on=day(10, 2), sent=day(10, 25), talk="t1"), False),
        (Recap(on=day(10, 2), sent=day(10, 2), talk="t0"), False),
        (Recap(on=day(10, 2), sent=day(10, 2), talk="t1", text="x", areas=["Closing"]), True),
        (Recap(on=day(10, 2), sent=day(10, 2), talk="t1", text="x", areas=["discovery"]), False),
        (Recap(on=day(10, 2), sent=day(10, 2), talk="t1", text="x"), False),
    ]  # fmt: skip
    for telling, knows in cases:
        talks = (Talk(id="t0", on=day(9, 2)), Talk(id="t1", on=day(10, 1)))
        lights = (rated(day(9, 2), "green", talk="t0"), rated(day(10, 1), talk="t1"))
        assert bool(surprises_of(seller(*talks, *lights, telling), TODAY)) != knows, telling


def test_what_was_said_of_the_first_red_says_nothing_of_the_second(seller: Build) -> None:
    """On one day neither; a recap of the same day tells, of a rating outside a talk none does."""
    talk, recap = Talk(id="t1", on=day(10, 1)), Recap(on=day(10, 1), sent=day(10, 1), talk="t1")
    first, later = rated(day(10, 1), talk="t1"), Recap(on=day(10, 2), sent=day(10, 2))
    cases: list[tuple[list[Any], int]] = [
        ([first, rated(day(10, 9), "green"), rated(day(10, 12)), told(day(10, 5))], 1),
        ([first, rated(day(10, 9), "green"), rated(day(10, 12)), recap], 1),
        ([first, rated(day(10, 1), "green", talk="t1"), rated(day(10, 1)), recap], 1), ([first, recap], 0),
        ([rated(day(10, 1)), later], 1),
    ]  # fmt: skip
    for records, surprises in cases:
        assert len(surprises_of(seller(talk, *records), TODAY)) == surprises, records
    assert len(surprises_of(seller(rated(day(10, 1)), later), TODAY)) == 1, "there was no talk"


def promised(on: date, by: str = "me", **more: Any) -> Any:
    """Return a promise about closing."""
    return record_of("commitment", {"on": on, "by": by, "what": "sit in", "area": "closing", **more})


def test_for_each_red_the_help_that_was_given_is_told(seller: Build) -> None:
    """Corrections, resources and feedback with a next step, how they went, and the first talk after each."""
    one = seller(
        rated(day(10, 1)), promised(day(9, 20), remedy="resource"),
        promised(day(10, 2), remedy="resource", id="c1", due=day(10, 10)),
        promised(day(10, 2), "seller", remedy="correction", id="c2", due=day(10, 10)),
        promised(day(10, 3), id="c3", due=day(10, 10)), promised(day(10, 4), id="c4", due=day(10, 30)),
        promised(day(10, 4), id="c5", area="discovery"), told(day(10, 6), next="ask for a day"), told(day(10, 6)),
        told(day(10, 6), next="x", area="discovery"), Settled(on=day(10, 9), of="c2", how="kept"),
        Settled(on=day(10, 9), of="c3", how="dropped"), Talk(on=day(10, 2)), Talk(on=day(10, 5)),
    )  # fmt: skip
    (found,) = helps_of(one, TODAY)
    assert [(given.kind, given.by, given.state, given.talk) for given in found.given] == [
        ("resource", "me", "late", day(10, 5)), ("correction", "seller", "kept", day(10, 5)),
        ("help", "me", "dropped", day(10, 5)), ("help", "me", "open", day(10, 5)), ("told", "me", None, None),
    ]  # fmt: skip
    assert [given.settled for given in found.given][:3] == [None, day(10, 9), day(10, 9)]
    assert (found.given[-1].what, found.code) == ("ask for a day", "followed")


def test_our_part_stands_beside_a_red(seller: Build) -> None:
    """What the manager promised since then, about anything, and how long it was without a talk."""
    one = seller(
        rated(day(10, 1), evidence="no next step"), promised(day(10, 3), area=None, due=day(10, 10)),
        promised(day(10, 3), "seller", area=None), Talk(on=day(10, 1)), Talk(on=day(10, 4)), Talk(on=day(10, 8)),
        Talk(on=day(11, 1)),
    )  # fmt: skip
    (found,) = helps_of(one, TODAY)
    assert [mine.state for mine in found.mine] == ["late"]
    assert (found.talks, found.longest, found.evidence) == (2, 12, "no next step")
    assert (found.given, found.code) == ((), "none")
    assert helps_of(seller(rated(day(11, 1))), TODAY)[0].longest == 0
    (found,) = helps_of(seller(rated(TODAY), promised(TODAY, due=TODAY)), TODAY)
    assert [each.state for each in found.given] == ["open"]
    (found,) = helps_of(seller(rated(day(10, 1)), promised(day(10, 3)), Talk(on=day(10, 3))), TODAY)
    assert (found.code, found.given[0].state, found.talks) == ("untalked", "open", 1)


def test_what_was_noted_beside_a_red_is_asked_about(seller: Build) -> None:
    """On its day, before or after it in the file, or in its talk; not what is about something else, or another day."""
    step, other = Step(**STEP, on=day(10, 1)), Step(**STEP, on=day(9, 1), id="s1", onboarding="o1")
    cases: list[tuple[list[Any], list[str]]] = [
        ([promised(day(10, 1), area=None)], ["sit in"]), ([promised(day(10, 1), "seller", area=None)], ["sit in"]),
        ([told(day(10, 1), area=None)], ["no next step"]), ([told(day(10, 1))], ["no next step"]),
        ([Need(on=day(10, 1), what="a list")], ["a list"]), ([step], ["go along"]),
        ([other, Settled(on=day(10, 1), of="s1", how="kept")], ["go along"]), ([other], []),
        ([other, Settled(on=day(10, 1), of="s1", how="dropped")], []),
        ([Step(**STEP, on=day(10, 1), by_talk=True)], []),
        ([promised(day(10, 2), area=None, talk="t1")], ["sit in"]), ([promised(day(10, 2), area=None)], []),
        ([promised(day(9, 30), area=None)], []), ([promised(day(10, 1), area="crm")], []),
        ([told(day(10, 1), area=None, to="me")], []),
    ]  # fmt: skip
    for beside, asked in cases:
        for records in ([rated(day(10, 1), talk="t1"), *beside], [*beside, rated(day(10, 1), talk="t1")]):
            (found,) = helps_of(seller(*records), TODAY)
            assert (list(found.near), found.given) == (asked, ()), beside
            assert found.code == ("asked" if asked else "none"), beside
            said = phrase("probation.maybe_help", area="closing", what=asked) if asked else NO_HELP
            assert untried([found], TODAY) == [said], beside


STEP: dict[str, Any] = {"what": "go along", "owner": "manager", "phase": "do", "day": 30}
NO_HELP = phrase("probation.no_help", area="closing")


def test_a_red_that_had_no_time_to_turn_is_pointed_out(seller: Build) -> None:
    """No help at all, or none that is older than a week."""
    cases: list[tuple[list[date], Any]] = [
        ([], phrase("probation.no_help", area="closing")),
        ([day(10, 19)], phrase("probation.young_help", area="closing", days=1)),
        ([day(10, 13), day(10, 19)], phrase("probation.young_help", area="closing", days=7)),
        ([day(10, 12), day(10, 19)], None),
    ]  # fmt: skip
    for given, said in cases:
        one = seller(rated(day(10, 1)), *map(promised, given))
        assert untried(helps_of(one, TODAY), TODAY) == ([said] if said else []), given
