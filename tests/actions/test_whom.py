from collections.abc import Callable, Sequence
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from fixtures.sellers import TODAY, ago
from fixtures.sellers import made as one
from salescoach.actions.rules.catalogue import actions_from
from salescoach.actions.rules.whom import Tally, standing
from salescoach.answer import phrase
from salescoach.kit.screen import text
from salescoach.records.seller import Book, Seller

LONG = one("action", 300, action="network")
GOOD = one("rating", 3, area="discovery", level="green", evidence="Asked about budget")
LATE = one("commitment", 20, id="a0", by="me", what="the price list", due=ago(9))
RED = one("rating", 12, area="closing", level="red", evidence="three offers, no call")
VOICE = one("customer", 2, what="quick answers", customer="Nordbygg")


@pytest.fixture
def stands(seller: Callable[..., Seller], book: Callable[..., Book], template: Callable[[str], Any]) -> Any:
    """Return how it stands with these sellers, by name, where some actions are chosen."""
    actions = actions_from([template("actions")])

    def made(team: dict[str, list[Any]], *chosen: str, mine: Sequence[Any] = (), unfit: Any = None) -> Tally:
        people = {name: {"key": name.lower(), "name": f"{name} Berg", "added": ago(400)} for name in team}
        sellers = [seller(*lines, **people[name]) for name, lines in team.items()]
        me = book(*mine, *([one("chosen", 300, actions=list(chosen))] if chosen else []))
        return standing(sellers, me, actions, unfit or (lambda _: False), silence=30, today=TODAY)

    return made


def test_who_was_left_out_is_told_by_days_at_work(stands: Any) -> None:
    """The longest first; not who is away or yet to come, nor who is new; days away count for nobody."""
    left = stands(
        {
            "Anna": [one("action", 27, action="hero")], "Bo": [one("action", 56, action="hero")],
            "Cia": [one("action", 90, action="hero"), one("away", 20, first=ago(20), last=ago(-5))],
            "Dag": [one("action", 50, action="hero"), one("away", 50, first=ago(40), last=ago(11))],
            "Eva": [LONG, one("action", 28, action="hero"), one("action", -3, action="hero")], "Ida": [],
        },
    ).left  # fmt: skip
    assert [(name, days) for _, name, days in left] == [("Ida", 300), ("Bo", 56), ("Eva", 28)]
    away = [one("away", 60, first=ago(60), last=ago(20))]
    assert stands({"Bo": [one("action", 56, action="hero")]}, mine=away).left == ()
    assert stands({"Anna": [], "Bo": []}).left == (), "nobody was left out before the first action of all"
    assert stands({}, "hero").left == ()


def test_what_speaks_for_one_today_is_written_down_in_her_file(stands: Any) -> None:
    """A late promise, a red without help, good work without praise, a customer's voice: each with what answers it."""
    for lines, action, key in (
        ([LATE], "keep-one", "promise"), ([RED], "network", "help"), ([GOOD], "hero", "green"),
        ([VOICE], "pass-voice", "voice_of"), ([one("customer", 2, what="quick")], "pass-voice", "voice"),
        ([], "ring-one", "contact"),
    ):  # fmt: skip
        found = stands({"Anna": [LONG, *lines]}, "ring-one", "network", "keep-one", "hero", "pass-voice").today
        assert (found.action, found.seller, found.why.key) == (action, "anna", f"habits.why.{key}"), key


def test_what_was_answered_speaks_for_nothing(stands: Any) -> None:
    """Help that was promised, praise given, a voice praised for, and what a small action came after this week."""
    helped = one("commitment", 10, by="me", what="come along", area="Closing", due=ago(-3))
    for lines in (
        [RED, helped], [GOOD, one("praise", 1, what="calm")], [VOICE, one("praise", 1, what="calm")],
        [one("customer", 31, what="quick")], [LATE, one("settled", 1, of="a0", how="kept")],
    ):  # fmt: skip
        found = stands({"Anna": [*lines, LONG]}, "network", "hero", "pass-voice", "keep-one").today
        assert found.why.key == "habits.why.contact" or found.why.data["what"] == "the price list", lines
    for line, days, chosen, key in (
        (GOOD, 1, "hero", None), (GOOD, 5, "hero", "habits.why.green"), (LATE, 7, "keep-one", "habits.why.promise"),
    ):  # fmt: skip
        found = stands({"Anna": [line, one("action", days, action="hero")]}, chosen).today
        assert (found and found.why.key) == key, days


def test_nothing_private_and_nothing_of_how_she_is_speaks_for_anything(stands: Any) -> None:
    """Neither what is private, shown or not, nor motivation and wellbeing, nor what has words of health in it."""
    hidden = [type(each).from_table({**each.to_table(), "private": True}) for each in (LATE, RED, GOOD, VOICE)]
    felt = [
        one("rating", 3, area="Wellbeing", level="red", evidence="tired"),
        one("rating", 3, area="motivation", level="green", evidence="likes it"),
        one("commitment", 20, by="me", what="rest", area="wellbeing", due=ago(9)),
    ]
    chosen = ("network", "hero", "pass-voice", "keep-one")
    for lines in (hidden, felt):
        assert stands({"Anna": [LONG, *lines]}, *chosen).today.why.key == "habits.why.contact"
    found = stands({"Anna": [LONG, LATE, GOOD, VOICE]}, *chosen, unfit=lambda said: said != "quick answers")
    assert found.today.why.key == "habits.why.voice_of"


def test_it_is_for_who_waited_longest(stands: Any) -> None:
    """Of those for whom something speaks, with what was done least; who is away waits, and all do while I am."""
    hero = one("action", 0, action="hero")
    team = {"Anna": [GOOD, one("action", 8, action="hero")], "Bo": [GOOD, LONG], "Cia": [LONG], "Dag": [hero]}
    found = stands(team, "hero", "valued-for").today
    assert (found.seller, found.action) == ("bo", "valued-for")
    team["Bo"].append(one("away", 1, first=ago(1), last=ago(-1)))
    assert stands(team, "hero").today.seller == "anna"
    assert stands(team, "hero", mine=[one("away", 1, first=ago(1), last=ago(-1))]).today is None
    found = stands(team, "ride-along").today
    assert (found.why.key, found.seller) == ("habits.why.contact", "cia")
    found = stands(team, "peer-thanks").today
    assert (found.action, found.seller) == ("peer-thanks", None)
    done = stands(team, "peer-thanks", mine=[one("action", 0, action="peer-thanks")])
    for none in (done, stands(team), stands({}, "hero"), stands({}, "peer-thanks")):
        assert none.today is None


def test_the_next_one_answers_what_the_team_lacks_once_one_is_in_place(stands: Any) -> None:
    """What lacks most, with how many; none while none is in place, nor while four are being built."""
    steady = [one("action", 4 + 7 * week, action="hero") for week in range(20)]
    praised, new = one("praise", 1, what="calm"), one("action", 1, action="valued-for")
    team: dict[str, list[Any]] = {"Anna": [*steady, praised], "Bo": [LATE, praised, new], "Cia": [LATE, new]}
    told = stands(team, "hero").next
    assert (told.action, told.why) == ("answer-today", phrase("habits.next.promise", n=2))
    assert stands(team, "hero", "go-deep", "ring-one", "own-way").next is not None
    assert stands(team, "hero", "go-deep", "ring-one", "own-way", "keep-one").next is None
    assert stands(team, "go-deep").next is None
    assert stands({"Anna": team["Anna"]}, "hero").next.why.key == "habits.next.none"
    quiet = {name: [*lines[:-2], new] for name, lines in team.items()} | {"Anna": steady}
    told = stands(quiet, "hero").next
    assert (told.action, told.why) == ("hand-note", phrase("habits.next.praise", n=3))


@pytest.mark.golden
@pytest.mark.parametrize("width", [80, 40])
def test_the_screen_is_as_reviewed(stands: Any, looks: Any, golden: SnapshotAssertion, width: int) -> None:
    """What is chosen, then what there is to choose from where nothing is; in the long form week by week."""
    steady = [one("action", 4 + 7 * week, action="feedback") for week in range(20)]
    some = [one("action", 2 + 14 * week, action="explain-why") for week in range(5)]
    team: dict[str, list[Any]] = {name: [] for name in ("Oskar", "Tuva", "Ingrid", "Väinö", "Søren", "Åsa")}
    team |= {"Anna": [*steady, one("action", 3, action="fika")], "Bo": [*some, LATE], "Oskar": [GOOD]}
    chosen = stands(team, "feedback", "explain-why", "peer-thanks")
    pages = [
        text(answer, looks(width=width, everything=everything, today=TODAY))
        for answer, everything in ((chosen, False), (stands(team), False), (stands({}), False), (chosen, True))
    ]
    assert max(len(line) for page in pages for line in page.splitlines()) <= width
    assert "\n\n".join(pages) == golden
