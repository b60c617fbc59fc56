from typing import Any

from fixtures.sellers import TODAY, Build, ago, made, rated
from salescoach.answer import phrase
from salescoach.records.base import Record
from salescoach.records.goal import Goal
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings
from salescoach.talk.rules import sections
from salescoach.talk.rules.items import AgendaContext
from salescoach.talk.rules.questions import Question


def topic(what: str, days: int, **fields: Any) -> Any:
    """Return a topic raised so many days ago."""
    return made("topic", days, **{"id": what, "what": what, **fields})


def known(one: Seller, *chosen: Question) -> AgendaContext:
    """Return what sections are filled from today."""
    return AgendaContext(one, TODAY, Settings(), chosen)


def test_topics_say_since_when_and_how_often_they_were_carried(seller: Build) -> None:
    """Over each talk after its day; hers before mine, the oldest first; a private one is marked as such."""
    mine, talks = topic("mine", 50, **{"from": "me"}), [made("talk", days) for days in (20, 9, 3)]
    one = seller(topic("new", 3), mine, topic("old", 30), topic("pay", 2, private=True), *talks)
    carried = [phrase("why.carried", day=ago(days), times=3) for days in (30, 50)]
    said = [phrase("why.said", day=ago(days), times=0) for days in (3, 2)]
    assert [(item.text.data["what"], item.why, item.private) for item in sections.topics(known(one))] == [
        ("old", carried[0], False), ("new", said[0], False), ("pay", said[1], True), ("mine", carried[1], True),
    ]  # fmt: skip


def test_promises_are_mine_then_hers_late_first_then_what_is_needed(seller: Build) -> None:
    """Each says how late it is, when it is due, or when it was made."""
    dues = {"h1": ago(2), "m1": None, "m2": ago(-2), "m3": ago(3)}
    who = {"h": "seller", "m": "me"}
    made_ = [made("commitment", 9, id=id_, by=who[id_[0]], what="x", due=due) for id_, due in dues.items()]
    found = sections.promises(known(seller(made("need", 5, id="n1", what="a list"), *made_)))
    assert [(item.text.key, item.ids, item.why) for item in found] == [
        ("item.promise_me", ("m3",), phrase("why.late", days=3, due=ago(3), made=ago(9))),
        ("item.promise_me", ("m2",), phrase("why.due", days=-2, due=ago(-2), made=ago(9))),
        ("item.promise_me", ("m1",), phrase("why.promised", made=ago(9))),
        ("item.promise_seller", ("h1",), phrase("why.late", days=2, due=ago(2), made=ago(9))),
        ("item.need", ("n1",), phrase("why.said", day=ago(5))),
    ]


def test_praise_tells_how_long_it_has_been_quiet(seller: Build) -> None:
    """In days since the last."""
    for records, why in (
        ([], phrase("why.never_praised")), ([made("praise", 12, what="calm")], phrase("why.praised", days=12)),
        ([made("praise", 0, what="calm")], phrase("why.praised_today", days=0)),
    ):  # fmt: skip
        assert sections.last_praise(seller(*records), TODAY) == why, records


GOAL = made("goal", 10, id="goal", title="12 meetings", target=12, due=ago(-10))
FALLEN = [rated("green", 9, "pace"), rated("yellow", 3, "pace", id="fell")]
SKILL, NO_SKILL = made("talk", 9, id="skill", one_skill="ask about budget"), made("talk", 2)


def test_the_one_thing_to_work_on_is_the_most_telling(seller: Build) -> None:
    """Red skill, performance, a fall, a goal behind, what she practises: okay does not nag, how she is is no work."""
    behind = [GOAL, made("progress", 1, goal="goal", value=1)]
    reds = [rated("red", 2, "performance", id="m"), rated("red", 9, id="a"), rated("red", 3, id="b")]
    cases: list[tuple[list[Record], str, str]] = [
        ([*reds, *FALLEN], "b", "why.red"), ([reds[0], *FALLEN], "m", "why.red"),
        ([rated("red", 2, "Motivation"), *FALLEN], "fell", "why.fell"), ([*FALLEN, *behind], "fell", "why.fell"),
        ([*FALLEN, rated(None, 1, "pace"), *behind], "goal", "why.pace_suggests"),
        ([rated("green"), SKILL, NO_SKILL], "skill", "why.said"),
    ]  # fmt: skip
    for records, id_, why in cases:
        (item,) = sections.work(known(seller(*records)))
        assert (item.ids, item.why and item.why.key) == ((id_,), why), records
    assert sections.work(known(seller(rated("yellow"), GOAL, NO_SKILL))) == ()


def test_the_last_lesson_returns_with_what_was_said_about_me(seller: Build) -> None:
    """From a talk or between talks; that of the last talk and since, newest first, never for her eyes."""
    lesson, listened = made("lesson", 5, text="ask once"), made("talk", 9, id="t1", lesson="listen")
    cases: list[tuple[list[Record], list[str]]] = [
        ([], []), ([listened, made("talk", 2)], ["listen"]), ([listened, lesson], ["ask once"]),
        ([made("talk", 3, lesson="listen"), lesson], ["listen"]),
    ]  # fmt: skip
    for records, said in cases:
        assert [item.text.data["text"] for item in sections.lesson(known(seller(*records)))] == said, records
    told = [(30, "old", "me"), (9, "now", "me"), (9, "hers", "seller"), (2, "new", "me")]
    feedback = [made("feedback", days, id=id_, what=id_, to=to) for days, id_, to in told]
    mine, *heard = sections.lesson(known(seller(made("talk", 30), listened, *feedback)))
    assert mine.text == phrase("item.lesson", text="listen")
    assert [(item.text, item.why, item.private) for item in heard] == [
        (phrase("item.about_me", name="Anna", what=what), phrase("why.said", day=ago(days)), True)
        for what, days in (("new", 2), ("now", 9))
    ]


def test_a_goal_is_shown_against_its_pace(seller: Build) -> None:
    """With what is known of it; what is private is in neither part for her."""
    undated = made("goal", 10, id="goal", title="12 meetings", target=12)
    cases: list[tuple[Goal, list[Record], str, str]] = [
        (GOAL, [made("progress", 1, goal="goal", value=6)], "record.progress.of_name", "why.pace_on"),
        (GOAL, [], "item.goal", "why.pace_unknown"), (undated, [], "item.goal", "why.open_goal"),
    ]  # fmt: skip
    for goal, steps, text, why in cases:
        (item,) = sections.goals(known(seller(goal, *steps)))
        assert (item.text.key, item.why and item.why.key, item.ids) == (text, why, ("goal",)), goal
        assert sections.her_goals(seller(goal, *steps), TODAY) == (item,), goal
    private = made("goal", 10, title="12 meetings", target=12, private=True)
    promises: list[tuple[str, dict[str, Any]]] = [
        ("c1", {"by": "me", "private": True}),
        ("c2", {"by": "seller", "talk": "t1"}),
        ("c3", {"by": "me"}),
    ]
    one = seller(private, *(made("commitment", 9, id=id_, what="x", **more) for id_, more in promises))
    assert (sections.her_goals(one, TODAY), len(sections.goals(known(one)))) == ((), 1)
    assert [(item.text.key, item.ids) for item in sections.agreed(one, TODAY)] == [("item.agreed_seller", ("c2",))]
