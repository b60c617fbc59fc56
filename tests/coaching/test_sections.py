from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from salescoach.answer import phrase
from salescoach.coaching import sections
from salescoach.coaching.items import Item, Known
from salescoach.coaching.questions import Question, Signal
from salescoach.records.base import Record
from salescoach.records.commitment import Commitment
from salescoach.records.goal import Goal, Progress
from salescoach.records.praise import Feedback, Praise
from salescoach.records.probation import Probation
from salescoach.records.rating import Rating
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
    return Rating.from_table({"on": ago(days), "area": area, "level": level, **fields})


def topic(what: str, days: int, **fields: Any) -> Topic:
    """Return a topic raised so many days ago."""
    return Topic.from_table({"id": what, "on": ago(days), "what": what, **fields})


def known(one: Seller, *chosen: Question) -> Known:
    """Return what sections are filled from today."""
    return Known(one, TODAY, Settings(), chosen)


def test_topics_say_since_when_and_how_often_they_were_carried(seller: Build) -> None:
    """Hers before mine, the oldest first."""
    mine = topic("mine", 50, **{"from": "me"})
    one = seller(topic("new", 3), mine, topic("old", 30), Talk(on=ago(20)), Talk(on=ago(9)))
    assert sections.topics(known(one)) == (
        Item(phrase("item.topic", what="old"), phrase("why.carried", day=ago(30), times=2), ("old",)),
        Item(phrase("item.topic", what="new"), phrase("why.said", day=ago(3), times=0), ("new",)),
        Item(phrase("item.topic", what="mine"), phrase("why.carried", day=ago(50), times=2), ("mine",), private=True),
    )


def test_a_private_topic_is_marked_as_such(seller: Build) -> None:
    """It is shown to the manager alone."""
    (item,) = sections.topics(known(seller(topic("pay", 3, private=True))))
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
    found = sections.promises(known(one))
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
    assert sections.thanks(known(one)) == (
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
    (item,) = sections.work(known(seller(*records)))
    assert (item.ids, item.why) == ((id_,), why)


def test_a_red_that_somebody_new_was_not_told_says_so(seller: Build) -> None:
    """It is worked on, and it is said that it is still to be told."""
    (item,) = sections.work(known(seller(rated("red", 3), Probation(on=ago(20), country="SE"))))
    assert item.why == phrase("why.red_untold", day=ago(3))


def test_with_nothing_to_work_on_nothing_is_invented(seller: Build) -> None:
    """Yellow is okay and does not nag."""
    assert sections.work(known(seller(rated("yellow"), GOAL, NO_SKILL))) == ()


@pytest.mark.parametrize(
    ("evidence", "key"), [("no next step", "item.area"), (None, "item.area_bare")], ids=["evidence", "none"]
)
def test_an_area_shows_its_level_and_its_evidence(seller: Build, evidence: str | None, key: str) -> None:
    """Where there is none it is not made up."""
    (item,) = sections.work(known(seller(rated("red", evidence=evidence))))
    assert item.text == phrase(key, area="closing", evidence=evidence)
    assert item.levels == ("red",)


def test_a_question_says_what_it_was_chosen_for(seller: Build) -> None:
    """The signal is its reason, its id is kept."""
    chosen = [Question("q1", "What makes closing hard?", Signal("red_area", {"area": "closing"}))]
    assert sections.questions(known(seller(), *chosen)) == (
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
    found = [item.text.data["text"] for item in sections.lesson(known(seller(*records)))]
    assert found == ([] if text is None else [text])


@pytest.mark.parametrize(
    ("goal", "value", "text", "why"),
    [
        (GOAL, 6, "item.goal_value", "why.pace_on"),
        (GOAL, None, "item.goal", "why.pace_unknown"),
        (replace(GOAL, due=None), 6, "item.goal_value", "why.open_goal"),
    ],
)
def test_a_goal_is_shown_against_its_pace(seller: Build, goal: Goal, value: int | None, text: str, why: str) -> None:
    """With what is known of it."""
    steps = [] if value is None else [Progress(on=ago(1), goal="goal", value=value)]
    (item,) = sections.goals(known(seller(goal, *steps)))
    assert (item.text.key, item.why and item.why.key, item.ids) == (text, why, ("goal",))
    assert sections.her_goals(seller(goal, *steps), TODAY) == (item,)


def test_what_is_private_is_in_neither_part_for_her(seller: Build) -> None:
    """Goals and promises that the manager keeps to herself stay there."""
    one = seller(
        replace(GOAL, private=True),
        Commitment(id="c1", on=ago(9), by="me", what="think it over", private=True),
        Commitment(id="c2", on=ago(9), by="seller", what="send", talk="t1"),
        Commitment(id="c3", on=ago(9), by="me", what="write to HR"),
    )
    assert sections.her_goals(one, TODAY) == ()
    assert len(sections.goals(known(one))) == 1
    assert sections.agreed(one, TODAY) == (
        Item(phrase("item.agreed_seller", what="send", name="Anna"), phrase("why.promised", made=ago(9)), ("c2",)),
    )


def test_what_was_said_about_me_returns_in_the_next_prep(seller: Build) -> None:
    """Beside the lesson: that of the last talk and since, newest first, never for her eyes; older is talked about."""
    one = seller(
        Talk(id="t0", on=ago(30)),
        Feedback(id="old", on=ago(30), what="late answers", to="me", talk="t0"),
        Talk(id="t1", on=ago(9), lesson="listen"),
        Feedback(id="now", on=ago(9), what="I interrupt", to="me", talk="t1"),
        Feedback(id="hers", on=ago(9), what="asks first", to="seller", talk="t1"),
        Feedback(id="new", on=ago(2), what="good questions", to="me"),
    )
    mine, *heard = sections.lesson(known(one))
    assert mine.text == phrase("item.lesson", text="listen")
    assert heard == [
        Item(
            phrase("item.about_me", name="Anna", what="good questions"),
            phrase("why.said", day=ago(2)),
            ("new",),
            private=True,
        ),
        Item(
            phrase("item.about_me", name="Anna", what="I interrupt"),
            phrase("why.said", day=ago(9)),
            ("now",),
            private=True,
        ),
    ]


def test_what_was_said_about_me_before_the_first_talk_is_kept_for_it(seller: Build) -> None:
    """There is no talk that could have dealt with it."""
    (item,) = sections.lesson(known(seller(Feedback(id="f", on=ago(90), what="I interrupt", to="me"))))
    assert item.ids == ("f",)


def test_a_need_that_is_promised_is_listed_once(seller: Build) -> None:
    """The promise carries on alone."""
    need = Need(id="n1", on=ago(5), what="A quieter place to call from")
    promise = Commitment(id="c1", on=ago(5), by="me", what="a quieter place to call from", due=ago(-2))
    assert [item.ids for item in sections.promises(known(seller(need, promise)))] == [("c1",)]
