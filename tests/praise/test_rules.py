from datetime import timedelta
from typing import Any

from fixtures.sellers import TODAY, Build, ago, made
from salescoach.answer import phrase
from salescoach.coaching.written import record_of
from salescoach.praise.rules import praises_of, silence_of, silences
from salescoach.records.base import Record
from salescoach.records.commitment import Commitment
from salescoach.records.goal import Goal
from salescoach.records.praise import Praise

LIMIT = 30


def green(days: int, area: str = "discovery") -> Any:
    """Return a green with its evidence, given so many days ago."""
    return made("rating", days, id="g1", area=area, level="green", evidence=f"{area} went well")


def praise(days: int) -> Any:
    """Return praise of so many days ago."""
    return Praise(on=ago(days), what="calm")


def kept(days: int, kind: type[Commitment] | type[Goal], **fields: Any) -> list[Record]:
    """Return something that was set long ago and kept so many days ago."""
    one = record_of(kind.kind, {"id": "k1", "on": ago(200), **fields})
    return [one, made("settled", days, of=one.id, how="kept")]


def test_what_went_well_is_a_reason_newest_first(seller: Build) -> None:
    """A green, a promise of hers that was kept and a goal that was reached."""
    promised = kept(3, Commitment, id="c1", by="seller", what="send the list")
    one = seller(green(9), *promised, *kept(5, Goal, title="12 meetings"))
    found = silence_of(one, TODAY)
    assert [(why.code, why.what, why.on, why.ids) for why in found.reasons] == [
        ("kept", "send the list", ago(3), ("c1",)),
        ("reached", "12 meetings", ago(5), ("k1",)),
        ("green", "discovery went well", ago(9), ("g1",)),
    ]
    assert (found.seller, found.name, found.days, found.last) == ("anna-berg", "Anna Berg", None, None)


def test_what_is_old_open_mine_or_without_evidence_is_no_reason(seller: Build) -> None:
    """Thanks need something that she did, lately."""
    cases: list[list[Record]] = [
        [green(31)], [green(-1)], [made("rating", 3, area="discovery", level="green")],
        [made("rating", 3, area="discovery", level="yellow", evidence="okay")],
        [green(9), made("rating", 3, area="discovery", level="red", evidence="no questions")],
        kept(3, Commitment, by="me", what="my own"), kept(31, Commitment, by="seller", what="long ago"),
        kept(31, Goal, title="long ago"), [made("goal", 9, title="open")],
        [made("commitment", 9, by="seller", what="open")],
        [made("commitment", 9, id="d1", by="seller", what="dropped"), made("settled", 2, of="d1", how="dropped")],
    ]  # fmt: skip
    for records in cases:
        assert silence_of(seller(*records), TODAY).reasons == (), records


def test_only_what_came_after_the_last_praise_is_new(seller: Build) -> None:
    """What was praised since is not brought up again."""
    one = seller(green(9), green(2, "closing"), praise(40), praise(5), praise(-3))
    found = silence_of(one, TODAY)
    assert (found.days, found.last) == (5, ago(5))
    assert [why.what for why in found.reasons] == ["closing went well"]


def test_silence_begins_after_the_limit(seller: Build) -> None:
    """Thirty days from the last praise, else from when she is known; never comes first, then the longest, by name."""
    for days, silent in ((30, False), (31, True)):
        assert bool(silences([seller(praise(days))], TODAY, LIMIT)) is silent, days
    cases: list[tuple[dict[str, Any], list[Record], bool]] = [
        ({"started": ago(31)}, [], True), ({"started": ago(30)}, [], False),
        ({"started": ago(900), "added": ago(3)}, [], False), ({"started": ago(-9), "added": ago(60)}, [], False),
        ({}, [made("talk", 31)], True), ({}, [made("talk", 30)], False), ({}, [], False),
        ({"started": ago(900), "added": ago(3)}, [praise(40)], True),
    ]  # fmt: skip
    for header, records, silent in cases:
        found = silences([seller(*records, **header)], TODAY, LIMIT)
        assert bool(found) is silent, header
    team = [
        seller(praise(40), name="Bo"), seller(praise(50), name="Cy"), seller(praise(40), name="Al"),
        seller(started=ago(99), name="Di"),
    ]  # fmt: skip
    assert [one.name for one in silences(team, TODAY, LIMIT)] == ["Di", "Cy", "Al", "Bo"]


def test_what_others_praise_ends_no_silence_of_mine_and_is_to_be_passed_on(seller: Build) -> None:
    """A month long, with who said it; my own praise after it has passed it on."""
    heard = Praise(id="p2", on=ago(3), what="fast", giver="Karin")
    found = silence_of(seller(praise(40), heard), TODAY)
    assert (found.days, found.reasons[0].said) == (40, phrase("item.thank_heard", what="fast", giver="Karin"))
    assert silence_of(seller(heard, praise(2)), TODAY).reasons == ()
    assert silence_of(seller(Praise(on=ago(31), what="fast", giver="Karin")), TODAY).reasons == ()


def test_who_found_a_fault_comes_first_that_day_alone(seller: Build) -> None:
    """Before who was never praised and whatever is newer; it is praise, so it ends my silence."""
    found = Praise(id="p3", on=TODAY, what="old prices in the list", deed="fault")
    hero, never = seller(found, green(0), key="b", name="B"), seller(green(1), key="a", name="A")
    thank = praises_of([never, hero], TODAY, LIMIT).thank
    assert [(one.name, one.days, one.reasons[0].code) for one in thank] == [("B", 0, "fault"), ("A", None, "green")]
    later = praises_of([never, hero], TODAY + timedelta(1), LIMIT).thank
    assert [one.name for one in later] == ["A"]


def test_what_somebody_is_valued_for_is_written_said_or_neither(seller: Build) -> None:
    """Once said it is praise of that day; one that was given up is not written; a red comes first, then silence."""
    valued = made("valued", 50, id="v1", what="calm")

    def ended(how: str) -> Record:
        return record_of("settled", {"on": ago(5), "of": "v1", "how": how})

    red = made("rating", 2, area="closing", level="red")
    team = [
        seller(valued, key="a", name="A"), seller(valued, ended("kept"), key="b", name="B"),
        seller(valued, ended("dropped"), praise(9), key="c", name="C"), seller(praise(20), key="d", name="D"),
        seller(praise(1), red, key="e", name="E"),
    ]  # fmt: skip
    found = praises_of(team, TODAY, LIMIT)
    assert [(key, one.what) for key, _, one in found.unsaid] == [("a", "calm")]
    assert [one.name for one in found.unwritten] == ["E", "D", "C"]
    assert [silence_of(one, TODAY).days for one in team] == [None, 5, 9, 20, 1]
