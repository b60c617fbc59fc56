from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.errors import NoSuchItem
from salescoach.journal.append import Addition, Block, Ref
from salescoach.notes.marks import Marks
from salescoach.start.files.cast import Stage, cast_of
from salescoach.words.dates import Dates

WEDNESDAY = date(2026, 11, 18)
SATURDAY = date(2026, 11, 21)
EARLIER, LATER = date(2026, 11, 4), date(2026, 11, 11)


@pytest.fixture
def stage(english_marks: Mapping[str, Any], english_dates: Dates) -> Stage:
    """Return the stage on a Wednesday."""
    return Stage(Marks(english_marks), english_dates, WEDNESDAY)


def play(stage: Stage, table: Mapping[str, Any]) -> Addition:
    """Return the one player of a cast."""
    (player,) = cast_of({"anna": {"name": "Anna Berg", **table}}, stage)
    return player


def test_a_log_becomes_a_talk_and_what_came_out_of_it(stage: Stage) -> None:
    """Linked to it, as `coach log` has it; a note is no talk, and marks alone leave no note."""
    day = {"log": "Good pace.\ngreen: discovery – asked first\nlesson: Ask, then count.\n@me call Karin by {-7}\n"}
    assert play(stage, {"14": day}).blocks == [
        Block(
            "talk",
            {"on": EARLIER, "agenda": "check-in", "minutes": 25, "notes": "Good pace.\n", "lesson": "Ask, then count."},
        ),
        Block(
            "rating", {"on": EARLIER, "talk": Ref(0), "area": "discovery", "level": "green", "evidence": "asked first"}
        ),
        Block("commitment", {"on": EARLIER, "talk": Ref(0), "by": "me", "what": "call Karin", "due": LATER}),
    ]
    assert play(stage, {"14": {"note": "Met her.\ntouch: phone – quick word"}}).blocks == [
        Block("note", {"on": EARLIER, "text": "Met her.\n"}),
        Block("touch", {"on": EARLIER, "channel": "phone", "note": "quick word"}),
    ]
    assert [one.kind for one in play(stage, {"14": {"note": "touch: phone – quick word"}}).blocks] == ["touch"]


def test_what_no_mark_can_say_stands_in_its_own_key(stage: Stage) -> None:
    """One record or several, linked to the talk; what is no table belongs to the head, and a manager has none."""
    day = {
        "log": "Well.",
        "away": {"first": "{-7}", "last": "{+0}"},
        "praise": [{"what": "calm", "from": "Karin"}, {"what": "quick"}],
    }
    assert play(stage, {"14": day}).blocks[1:] == [
        Block("away", {"on": EARLIER, "first": LATER, "last": WEDNESDAY}),
        Block("praise", {"on": EARLIER, "talk": Ref(0), "what": "calm", "from": "Karin"}),
        Block("praise", {"on": EARLIER, "talk": Ref(0), "what": "quick"}),
    ]
    assert play(stage, {"started": "{-14}", "every": 7, "tags": ["x"]}).header == {
        "name": "Anna Berg", "started": EARLIER, "every": 7, "tags": ["x"],
    }  # fmt: skip
    assert cast_of({"me": {"7": {"lesson": {"text": "Wait."}}}}, stage) == [
        Addition("me.toml", [Block("lesson", {"on": LATER, "text": "Wait."})])
    ]


def test_what_was_said_before_is_settled_moved_and_measured_by_its_words(stage: Stage) -> None:
    """What is moved stays open, what is done is not; words that name nothing, or two things, are refused."""
    story = play(
        stage,
        {
            "14": {"note": "@her send the call list\n@me send the price list", "goal": {"title": "12 meetings"}},
            "10": {"note": "done call list", "progress": {"goal": "meetings", "value": 7}},
            "7": {"settled": {"of": "list", "how": "moved", "due": "{+0}"}},
            "6": {"settled": {"of": "list", "how": "kept"}},
        },
    ).blocks
    referring = [(one.kind, one.fields.get("of") or one.fields["goal"]) for one in story[3:]]
    assert referring == [("settled", Ref(0)), ("progress", Ref(2)), ("settled", Ref(1)), ("settled", Ref(1))]
    for words in ("nothing of it", "list"):
        days = {
            "14": {"note": "@her send the call list\n@me send the price list"},
            "7": {"settled": {"of": words, "how": "kept"}},
        }
        with pytest.raises(NoSuchItem) as refused:
            play(stage, days)
        assert refused.value.data["typed"] == words, words


def test_a_weekend_goes_back_before_today_and_on_after_it() -> None:
    """Seen from a Saturday: what was, was on the Friday; what is to come, comes on the Monday."""
    cases = [
        ("-1", date(2026, 11, 20)), ("-6", date(2026, 11, 13)), ("-0", date(2026, 11, 20)),
        ("+0", date(2026, 11, 23)), ("+1", date(2026, 11, 23)), ("+2", date(2026, 11, 23)),
        ("+7", date(2026, 11, 30)),
    ]  # fmt: skip
    for signed, day in cases:
        assert Stage(Marks(), Dates(), SATURDAY).day(signed) == day, signed


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 4000))
def test_a_day_is_a_work_day_near_the_one_meant(today: date, days: int) -> None:
    """Never on a weekend, at most two days off, and never past today on the way back."""
    stage = Stage(Marks(), Dates(), today)
    back, ahead = stage.day(f"-{days}"), stage.day(f"+{days}")
    assert back.weekday() < 5
    assert ahead.weekday() < 5
    assert days <= (today - back).days <= days + 2
    assert days <= (ahead - today).days <= days + 2


def test_a_plan_that_a_day_begins_is_written_out(stage: Stage) -> None:
    """Its phases and steps are linked with it, and can be settled by their words from then on."""
    plan = {
        "phase": [
            {
                "phase": "do", "title": "Do", "day": 1, "days": 90,
                "step": [{"what": "Have lunch", "owner": "buddy", "day": 3}],
            }
        ]
    }  # fmt: skip
    told = play(
        replace(stage, plans={"new": plan}),
        {"started": "{-7}", "14": {"plan": "new"}, "3": {"settled": {"of": "lunch", "how": "kept"}}},
    ).blocks
    assert [one.kind for one in told] == ["onboarding", "phase", "step", "settled"]
    assert told[0].fields == {"on": EARLIER, "plan": "new"}
    assert told[2].fields == {
        "on": EARLIER, "what": "Have lunch", "owner": "buddy", "phase": "do", "day": 3, "onboarding": Ref(0)
    }  # fmt: skip
    assert told[3].fields["of"] == Ref(2)


def test_what_came_out_of_a_talk_with_the_team_is_linked_with_it(stage: Stage) -> None:
    """That is another story, the manager's own; what is no part of it is not, on the same day neither."""
    me, anna = cast_of(
        {
            "me": {"20": {"lesson": {"text": "Wait."}}, "14": {"agenda": "team", "log": "Prices."}},
            "anna": {
                "name": "Anna Berg",
                "14": {"team": True, "note": "praise: calm"},
                "13": {"note": "praise: quick"},
            },
        },
        stage,
    )
    assert [(one.kind, one.fields["on"]) for one in me.blocks] == [("lesson", stage.day("-20")), ("talk", EARLIER)]
    assert anna.blocks[0] == Block("praise", {"on": EARLIER, "team": Ref(1, "me.toml"), "what": "calm"})
    assert "team" not in anna.blocks[1].fields


def test_an_answer_is_one_of_the_form_that_went_out_last(stage: Stage) -> None:
    """Of its own form; what holds stays open; the questions of a talk are no form."""
    story = play(
        stage,
        {
            "20": {"asked": {"form": "service", "role": "seller"}, "commitment": {"by": "me", "what": "be there"}},
            "14": {"asked": {"form": "retro", "role": "buddy"}},
            "13": {"answer": [{"form": "service", "role": "seller", "text": "Well."}]},
            "12": {"settled": {"of": "be there", "how": "held"}},
            "11": {"settled": {"of": "be there", "how": "dropped"}, "log": "Well.", "asked": ["q-tried"]},
        },
    ).blocks
    assert [(one.kind, one.fields.get("of")) for one in story] == [
        ("asked", None), ("commitment", None), ("asked", None), ("answer", Ref(0)), ("settled", Ref(1)),
        ("talk", None), ("settled", Ref(1)),
    ]  # fmt: skip
    assert story[5].fields["asked"] == ["q-tried"]
