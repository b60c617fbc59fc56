from typing import Any

from fixtures.sellers import TODAY, Build, ago, made, rated
from salescoach.answer import phrase
from salescoach.records.base import Record
from salescoach.records.goal import Goal
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings
from salescoach.talk.rules import sections
from salescoach.talk.rules.items import AgendaContext, Item
from salescoach.talk.rules.questions import Question


def topic(what: str, days: int, **fields: Any) -> Any:
    """Return a topic raised so many days ago."""
    return made("topic", days, **{"id": what, "what": what, **fields})


def known(one: Seller, *chosen: Question) -> AgendaContext:
    """Return what sections are filled from today."""
    return AgendaContext(one, TODAY, Settings(), chosen)


def test_topics_say_since_when_and_how_often_they_were_carried(seller: Build) -> None:
    """Hers before mine, the oldest first; a private one is marked as such."""
    mine = topic("mine", 50, **{"from": "me"})
    one = seller(topic("new", 3), mine, topic("old", 30), made("talk", 20), made("talk", 9))
    assert sections.topics(known(one)) == (
        Item(phrase("item.topic", what="old"), phrase("why.carried", day=ago(30), times=2), ("old",)),
        Item(phrase("item.topic", what="new"), phrase("why.said", day=ago(3), times=0), ("new",)),
        Item(phrase("item.topic", what="mine"), phrase("why.carried", day=ago(50), times=2), ("mine",), private=True),
    )
    (item,) = sections.topics(known(seller(topic("pay", 3, private=True))))
    assert item.private


def test_promises_are_mine_then_hers_late_first_then_what_is_needed(seller: Build) -> None:
    """Each says how late it is, when it is due, or when it was made."""
    one = seller(
        made("need", 5, id="n1", what="a list"),
        made("commitment", 9, id="h1", by="seller", what="send", due=ago(2)),
        made("commitment", 9, id="m1", by="me", what="some day"),
        made("commitment", 9, id="m2", by="me", what="soon", due=ago(-2)),
        made("commitment", 9, id="m3", by="me", what="late", due=ago(3)),
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


def test_praise_tells_how_long_it_has_been_quiet(seller: Build) -> None:
    """In days since the last."""
    cases: list[tuple[list[Record], Any]] = [
        ([], phrase("why.never_praised")), ([made("praise", 12, what="calm")], phrase("why.praised", days=12)),
        ([made("praise", 0, what="calm")], phrase("why.praised_today", days=0)),
    ]  # fmt: skip
    for records, why in cases:
        assert sections.last_praise(seller(*records), TODAY) == why, records


GOAL = made("goal", 10, id="goal", title="12 meetings", target=12, due=ago(-10))
BEHIND = [GOAL, made("progress", 1, goal="goal", value=1)]
FALLEN = [rated("green", 9, "pace"), rated("yellow", 3, "pace", id="fell")]
SKILL = made("talk", 9, id="skill", one_skill="ask about budget")
NO_SKILL = made("talk", 2)


def test_the_one_thing_to_work_on_is_the_most_telling(seller: Build) -> None:
    """Red skill, performance, a fall, a goal behind, what she practises: okay does not nag, how she is is no work."""
    cases: list[tuple[list[Record], str, Any]] = [
        (
            [rated("red", 2, "performance"), rated("red", 9, id="a"), rated("red", 3, id="b"), *FALLEN],
            "b",
            phrase("why.red", day=ago(9)),
        ),
        ([rated("red", 2, "performance", id="m"), *FALLEN], "m", phrase("why.red", day=ago(2))),
        ([rated("red", 2, "Motivation"), *FALLEN], "fell", phrase("why.fell", day=ago(3))),
        ([*FALLEN, *BEHIND], "fell", phrase("why.fell", day=ago(3))),
        (
            [*FALLEN, rated(None, 1, "pace"), *BEHIND],
            "goal",
            phrase(
                "why.pace_suggests",
                said=phrase("why.pace_behind", due=ago(-10), days=10, day=ago(10)),
                level=phrase("level.yellow"),
            ),
        ),
        ([rated("green"), SKILL, NO_SKILL], "skill", phrase("why.said", day=ago(9))),
    ]  # fmt: skip
    for records, id_, why in cases:
        (item,) = sections.work(known(seller(*records)))
        assert (item.ids, item.why) == ((id_,), why), records
    assert sections.work(known(seller(rated("yellow"), GOAL, NO_SKILL))) == ()


def test_the_last_lesson_returns_with_what_was_said_about_me(seller: Build) -> None:
    """From a talk or between talks; that of the last talk and since, newest first, never for her eyes."""
    cases: list[tuple[list[Record], str | None]] = [
        ([], None), ([made("talk", 9, lesson="listen"), made("talk", 2)], "listen"),
        ([made("talk", 9, lesson="listen"), made("lesson", 5, text="ask once")], "ask once"),
        ([made("talk", 3, lesson="listen"), made("lesson", 5, text="ask once")], "listen"),
    ]  # fmt: skip
    for records, text in cases:
        found = [item.text.data["text"] for item in sections.lesson(known(seller(*records)))]
        assert found == ([] if text is None else [text]), records
    one = seller(
        made("talk", 30, id="t0"),
        made("feedback", 30, id="old", what="late answers", to="me", talk="t0"),
        made("talk", 9, id="t1", lesson="listen"),
        made("feedback", 9, id="now", what="I interrupt", to="me", talk="t1"),
        made("feedback", 9, id="hers", what="asks first", to="seller", talk="t1"),
        made("feedback", 2, id="new", what="good questions", to="me"),
    )
    mine, *heard = sections.lesson(known(one))
    assert mine.text == phrase("item.lesson", text="listen")
    assert heard == [
        Item(
            phrase("item.about_me", name="Anna", what="good questions"), phrase("why.said", day=ago(2)), ("new",),
            private=True,
        ),
        Item(
            phrase("item.about_me", name="Anna", what="I interrupt"),
            phrase("why.said", day=ago(9)),
            ("now",),
            private=True,
        ),
    ]  # fmt: skip


def test_a_goal_is_shown_against_its_pace(seller: Build) -> None:
    """With what is known of it; what is private is in neither part for her."""
    cases: list[tuple[Goal, int | None, str, str]] = [
        (GOAL, 6, "record.progress.of_name", "why.pace_on"), (GOAL, None, "item.goal", "why.pace_unknown"),
        (made("goal", 10, id="goal", title="12 meetings", target=12), 6, "record.progress.of_name", "why.open_goal"),
    ]  # fmt: skip
    for goal, value, text, why in cases:
        steps = [] if value is None else [made("progress", 1, goal="goal", value=value)]
        (item,) = sections.goals(known(seller(goal, *steps)))
        assert (item.text.key, item.why and item.why.key, item.ids) == (text, why, ("goal",)), goal
        assert sections.her_goals(seller(goal, *steps), TODAY) == (item,), goal
    one = seller(
        made("goal", 10, id="goal", title="12 meetings", target=12, private=True),
        made("commitment", 9, id="c1", by="me", what="think it over", private=True),
        made("commitment", 9, id="c2", by="seller", what="send", talk="t1"),
        made("commitment", 9, id="c3", by="me", what="write to HR"),
    )
    assert sections.her_goals(one, TODAY) == ()
    assert len(sections.goals(known(one))) == 1
    assert sections.agreed(one, TODAY) == (
        Item(phrase("item.agreed_seller", what="send", name="Anna"), phrase("why.promised", made=ago(9)), ("c2",)),
    )
