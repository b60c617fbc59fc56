from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from salescoach.answer import phrase
from salescoach.coaching import sections
from salescoach.coaching.questions import Question, Signal
from salescoach.coaching.sections import Item, Section
from salescoach.records.base import Record
from salescoach.records.commitment import Commitment
from salescoach.records.goal import Goal, Progress
from salescoach.records.note import Note
from salescoach.records.praise import Praise
from salescoach.records.rating import LIGHTS, Rating
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings
from salescoach.records.talk import Talk
from salescoach.records.topic import Lesson, Need, Topic

Build = Callable[..., Seller]
TODAY = date(2026, 11, 27)


def ago(days: int) -> date:
    """Return the day so many days before today; a negative number is ahead."""
    return TODAY - timedelta(days)


def rated(level: str | None, days: int = 9, area: str = "closing", **fields: Any) -> Rating:
    """Return a rating of so many days ago."""
    return Rating.model_validate({"on": ago(days), "area": area, "level": level, **fields})


def topic(what: str, days: int, **fields: Any) -> Topic:
    """Return a topic raised so many days ago."""
    return Topic.model_validate({"id": what, "on": ago(days), "what": what, **fields})


def rest(one: Seller) -> dict[str, Section]:
    """Return the sections behind the first screen by key."""
    return {part.key: part for part in sections.rest_of(one, Settings(), TODAY)}


def test_topics_say_since_when_and_how_often_they_were_carried(seller: Build) -> None:
    """Hers before mine, the oldest first."""
    mine = topic("mine", 50, **{"from": "me"})
    one = seller(topic("new", 3), mine, topic("old", 30), Talk(on=ago(20)), Talk(on=ago(9)))
    assert sections.topics(one, (), TODAY) == (
        Item(phrase("item.topic", what="old"), phrase("why.carried", day=ago(30), times=2), ("old",)),
        Item(phrase("item.topic", what="new"), phrase("why.said", day=ago(3), times=0), ("new",)),
        Item(phrase("item.topic", what="mine"), phrase("why.carried", day=ago(50), times=2), ("mine",), private=True),
    )


def test_a_private_topic_is_marked_as_such(seller: Build) -> None:
    """It is shown to the manager alone."""
    (item,) = sections.topics(seller(topic("pay", 3, private=True)), (), TODAY)
    assert item.private


def test_promises_are_mine_then_hers_late_first_then_what_is_needed(seller: Build) -> None:
    """Each says how late it is, when it is due, or when it was made."""
    one = seller(
        Need(id="n1", on=ago(5), what="a list"),
        Commitment(id="h1", on=ago(9), by="seller", what="send", due=ago(2)),
        Commitment(id="m1", on=ago(9), by="me", what="some day"),
        Commitment(id="m2", on=ago(9), by="me", what="soon", due=ago(-2)),
        Commitment(id="m3", on=ago(9), by="me", what="late", due=ago(3)),
    )
    found = sections.promises(one, (), TODAY)
    assert [(item.text.key, item.ids, item.why) for item in found] == [
        ("item.promise_me", ("m3",), phrase("why.late", days=3, due=ago(3), made=ago(9))),
        ("item.promise_me", ("m2",), phrase("why.due", days=-2, due=ago(-2), made=ago(9))),
        ("item.promise_me", ("m1",), phrase("why.promised", made=ago(9))),
        ("item.promise_seller", ("h1",), phrase("why.late", days=2, due=ago(2), made=ago(9))),
        ("item.need", ("n1",), phrase("why.said", day=ago(5))),
    ]
    assert found[3].text.data["name"] == "Anna"


@pytest.mark.parametrize(
    ("records", "why"),
    [
        ([], phrase("why.never_praised")),
        ([Praise(on=ago(12), what="calm")], phrase("why.praised", days=12)),
        ([Praise(on=TODAY, what="calm")], phrase("why.praised_today", days=0)),
    ],
)
def test_praise_tells_how_long_it_has_been_quiet(seller: Build, records: list[Record], why: Any) -> None:
    """In days since the last."""
    assert sections.last_praise(seller(*records), TODAY) == why


def test_thanks_are_for_what_she_did_since_the_last_praise(seller: Build) -> None:
    """With the days since it."""
    one = seller(Praise(on=ago(12), what="calm"), rated("green", 2, id="g1", evidence="asked for the order"))
    assert sections.thanks(one, (), TODAY) == (
        Item(phrase("item.thank_green", what="asked for the order"), phrase("why.praised", days=12), ("g1",)),
    )


GOAL = Goal(id="goal", on=ago(10), title="12 meetings", target=12, due=ago(-10))
BEHIND = [GOAL, Progress(on=ago(1), goal="goal", value=1)]
FALLEN = [rated("green", 9, "pace"), rated("yellow", 3, "pace", id="fell")]
SKILL = Talk(id="skill", on=ago(9), one_skill="ask about budget")
NO_SKILL = Talk(on=ago(2))


@pytest.mark.parametrize(
    ("records", "id_", "why"),
    [
        (
            [rated("red", 2, "motivation"), rated("red", 9, id="a"), rated("red", 3, id="b"), *FALLEN],
            "b",
            phrase("why.red", day=ago(9)),
        ),
        ([rated("red", 2, "motivation", id="m"), *FALLEN], "m", phrase("why.red", day=ago(2))),
        ([*FALLEN, *BEHIND], "fell", phrase("why.fell", day=ago(3))),
        (
            [*FALLEN, rated(None, 1, "pace"), *BEHIND],
            "goal",
            phrase("why.pace_behind", due=ago(-10), days=10, day=ago(10)),
        ),
        ([rated("green"), SKILL, NO_SKILL], "skill", phrase("why.said", day=ago(9))),
    ],
)
def test_the_one_thing_to_work_on_is_the_most_telling(seller: Build, records: list[Record], id_: str, why: Any) -> None:
    """A red skill, a red light, what fell, a goal behind, what she practises: one of them, with its evidence."""
    (item,) = sections.work(seller(*records), (), TODAY)
    assert (item.ids, item.why) == ((id_,), why)


def test_with_nothing_to_work_on_nothing_is_invented(seller: Build) -> None:
    """Yellow is okay and does not nag."""
    assert sections.work(seller(rated("yellow"), GOAL, NO_SKILL), (), TODAY) == ()


@pytest.mark.parametrize(
    ("evidence", "key"), [("no next step", "item.area"), (None, "item.area_bare")], ids=["evidence", "none"]
)
def test_an_area_shows_its_level_and_its_evidence(seller: Build, evidence: str | None, key: str) -> None:
    """Where there is none it is not made up."""
    (item,) = sections.work(seller(rated("red", evidence=evidence)), (), TODAY)
    assert item.text == phrase(key, area="closing", evidence=evidence)
    assert item.levels == ("red",)


def test_a_question_says_what_it_was_chosen_for(seller: Build) -> None:
    """The signal is its reason, its id is kept."""
    chosen = [Question("q1", "What makes closing hard?", Signal("red_area", {"area": "closing"}))]
    assert sections.questions(seller(), chosen, TODAY) == (
        Item(
            phrase("item.question", text="What makes closing hard?"), phrase("signal.red_area", area="closing"), ("q1",)
        ),
    )


@pytest.mark.parametrize(
    ("records", "text"),
    [
        ([], None),
        ([Talk(on=ago(9), lesson="listen"), Talk(on=ago(2))], "listen"),
        ([Talk(on=ago(9), lesson="listen"), Lesson(on=ago(5), text="ask once")], "ask once"),
        ([Talk(on=ago(3), lesson="listen"), Lesson(on=ago(5), text="ask once")], "listen"),
    ],
)
def test_the_last_lesson_returns(seller: Build, records: list[Record], text: str | None) -> None:
    """From a talk or between talks, whichever is newer."""
    found = [item.text.data["text"] for item in sections.lesson(seller(*records), (), TODAY)]
    assert found == ([] if text is None else [text])


@pytest.mark.parametrize(
    ("goal", "value", "text", "why"),
    [
        (GOAL, 6, "item.goal_value", "why.pace_on"),
        (GOAL, None, "item.goal", "why.pace_unknown"),
        (GOAL.model_copy(update={"due": None}), 6, "item.goal_value", "why.open_goal"),
    ],
)
def test_a_goal_is_shown_against_its_pace(seller: Build, goal: Goal, value: int | None, text: str, why: str) -> None:
    """With what is known of it."""
    steps = [] if value is None else [Progress(on=ago(1), goal="goal", value=value)]
    (item,) = sections.goals(seller(goal, *steps), TODAY)
    assert (item.text.key, item.why and item.why.key, item.ids) == (text, why, ("goal",))
    assert sections.FILLERS["goals"](seller(goal, *steps), (), TODAY) == (item,)


def test_what_is_private_is_in_neither_part_for_her(seller: Build) -> None:
    """Goals and promises that the manager keeps to herself stay there."""
    one = seller(
        GOAL.model_copy(update={"private": True}),
        Commitment(id="c1", on=ago(9), by="me", what="think it over", private=True),
        Commitment(id="c2", on=ago(9), by="seller", what="send", talk="t1"),
        Commitment(id="c3", on=ago(9), by="me", what="write to HR"),
    )
    assert sections.goals(one, TODAY, public=True) == ()
    assert len(sections.goals(one, TODAY)) == 1
    assert sections.agreed(one, TODAY) == (
        Item(phrase("item.agreed_seller", what="send", name="Anna"), phrase("why.promised", made=ago(9)), ("c2",)),
    )


def test_the_last_talk_is_two_lines_and_what_has_changed_since(seller: Build) -> None:
    """Empty lines are no lines."""
    talk = Talk(id="t1", on=ago(9), notes="\nGood pace.\n\n  Said budget first.\nAnd more.\n")
    note = Note(id="n1", on=ago(2), text="Seen in the hall")
    found = rest(seller(talk, note))["last"]
    assert found.items == (
        Item(phrase("item.plain", text="Good pace."), phrase("why.said", day=ago(9)), ("t1",)),
        Item(phrase("item.plain", text="Said budget first."), phrase("why.said", day=ago(9)), ("t1",)),
        Item(phrase("record.note.plain", text="Seen in the hall", name=""), phrase("why.since", day=ago(2)), ("n1",)),
    )
    assert found.counted == phrase("counted.last", lines=3)


def test_without_a_talk_there_is_nothing_behind_the_first_screen(seller: Build) -> None:
    """Sections without items are left out by who shows them."""
    assert [part.items for part in rest(seller()).values()] == [(), (), (), ()]
    assert rest(seller(Talk(on=ago(9))))["last"].items == ()


@pytest.mark.parametrize(
    ("rating", "why"),
    [
        (rated("red", 60), phrase("why.red", day=ago(60))),
        (rated("green", 9, talk="t1"), phrase("why.given", day=ago(9))),
        (rated("green", 3), phrase("why.given", day=ago(3))),
        (rated("green", 46), phrase("why.stale", days=46)),
        (rated("green", 45), None),
    ],
)
def test_lights_to_look_at_are_red_new_or_old(seller: Build, rating: Rating, why: Any) -> None:
    """Others have been talked about and still hold."""
    found = rest(seller(Talk(id="t1", on=ago(9)), rating))["lights"].items
    assert [item.why for item in found] == ([] if why is None else [why])


def test_lights_are_counted_with_their_reds_and_goals_with_those_behind(seller: Build) -> None:
    """One line each, until the whole is asked for."""
    one = seller(rated("green", 60, "pace"), rated("red", evidence="no next step"), *BEHIND)
    found = rest(one)
    assert found["lights"].counted == phrase("counted.lights", n=2, red=1)
    assert found["aims"].counted == phrase("counted.goals", n=1, behind=1)
    assert [item.text.key for item in found["lights"].items] == ["item.area_bare", "item.area"]


def test_the_trend_shows_each_light_as_it_stood_at_each_of_the_last_eight_talks(seller: Build) -> None:
    """Oldest first, grey before the first rating; the seller's own ratings are hers."""
    talks = [Talk(on=ago(days)) for days in range(90, 0, -10)]
    one = seller(
        *talks,
        rated("red", 60, "Motivation"),
        rated("green", 15, "motivation"),
        rated("red", 1, "wellbeing", by="seller"),
        rated("yellow", 95, "performance"),
    )
    found = dict(zip(LIGHTS, rest(one)["trend"].items, strict=True))
    assert found["motivation"].text == phrase("item.trend", light=phrase("light.motivation"))
    assert found["motivation"].levels == (None, None, "red", "red", "red", "red", "red", "green")
    assert found["performance"].levels == ("yellow",) * 8
    assert found["wellbeing"].levels == (None,) * 8
    assert found["wellbeing"].why == phrase("why.trend", day=ago(80))


@pytest.mark.parametrize(
    "records", [[Talk(on=ago(9))], [rated("red", area="motivation")], [Talk(on=ago(9)), rated("red")]]
)
def test_without_talks_or_lights_there_is_no_trend(seller: Build, records: list[Record]) -> None:
    """Eight grey marks say nothing."""
    assert rest(seller(*records))["trend"].items == ()
