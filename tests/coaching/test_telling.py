from datetime import date
from typing import Any

from salescoach.answer import phrase
from salescoach.coaching.telling import tell
from salescoach.coaching.written import record_of
from salescoach.records.commitment import Commitment
from salescoach.records.kinds import KINDS
from salescoach.records.praise import Feedback
from salescoach.records.rating import Rating
from salescoach.records.talk import Talk
from salescoach.words.phrases import Words

DAY = date(2026, 11, 3)
DUE = date(2026, 12, 31)
NAMES = {"c1": "Send the list"}

FORMS: list[tuple[str, dict[str, Any], str]] = [
    ("talk", {"notes": "Good pace", "minutes": 25}, "full"),
    ("talk", {"notes": "Good pace", "lesson": "ask more"}, "whole"),
    ("talk", {"lesson": "ask more", "minutes": 25}, "lesson"), ("talk", {"notes": "", "minutes": 25}, "timed"),
    ("talk", {}, "empty"), ("note", {"text": "Seen in the hall"}, "plain"),
    ("rating", {"area": "closing", "level": "red", "evidence": "No next step"}, "full"),
    ("rating", {"area": "closing", "level": "red"}, "bare"),
    ("rating", {"area": "closing", "evidence": "Too early to say"}, "seen"), ("rating", {"area": "closing"}, "grey"),
    ("goal", {"title": "12 meetings", "due": DUE}, "due"), ("goal", {"title": "12 meetings"}, "open"),
    ("progress", {"goal": "c1", "value": 0, "level": "red"}, "value"),
    ("progress", {"goal": "c1", "level": "red", "note": "slow"}, "level"),
    ("progress", {"goal": "c1", "note": "slow"}, "note"), ("progress", {"goal": "c1"}, "bare"),
    ("moved", {"of": "c1", "due": DUE, "why": "ill"}, "dated"), ("moved", {"of": "c1", "target": 15}, "target"),
    ("commitment", {"by": "me", "what": "call"}, "me"),
    ("commitment", {"by": "me", "what": "call", "due": DUE}, "me_due"),
    ("commitment", {"by": "seller", "what": "call"}, "seller"),
    ("commitment", {"by": "seller", "what": "call", "due": DUE}, "seller_due"),
    ("settled", {"of": "c1", "how": "kept"}, "kept"), ("settled", {"of": "c1", "how": "dropped"}, "dropped"),
    ("settled", {"of": "c1", "how": "moved", "due": DUE}, "moved_due"),
    ("settled", {"of": "c1", "how": "moved"}, "moved"), ("topic", {"what": "pricing"}, "plain"),
    ("focus", {"area": "closing", "what": "ask"}, "full"), ("focus", {"area": "closing"}, "bare"),
    ("need", {"what": "a list"}, "plain"), ("lesson", {"text": "I talked too much"}, "plain"),
    ("praise", {"what": "calm", "from": "Karin"}, "from"), ("praise", {"what": "calm"}, "full"),
    ("praise", {"what": "", "for": "fault"}, "fault"), ("valued", {"what": "calm"}, "plain"),
    ("praise", {"what": "old prices", "from": "Karin", "for": "fault"}, "fault_from"),
    ("settled", {"of": "c1", "how": "held"}, "held"),
    ("praise", {"what": ""}, "full"), ("feedback", {"what": "showed price first"}, "seller"),
    ("feedback", {"what": "showed price first", "next": "ask first"}, "seller_next"),
    ("feedback", {"what": "I interrupt", "to": "me"}, "me"),
    ("feedback", {"what": "showed price first", "how": "by phone"}, "seller"),
    ("action", {"action": "own-way", "note": "tender"}, "full"), ("action", {"action": "own-way"}, "bare"),
    ("chosen", {"actions": ["own-way", "hero"]}, "full"), ("chosen", {"actions": []}, "bare"),
    ("touch", {"channel": "phone", "note": "after the tender"}, "both"),
    ("touch", {"note": "after the tender"}, "full"), ("touch", {"channel": "phone"}, "bare"), ("touch", {}, "empty"),
    ("booking", {"next": DUE}, "plain"), ("booking", {"next": DUE, "agenda": "development"}, "named"),
    ("purpose", {"text": "asked for help"}, "plain"),
    ("customer", {"customer": "Nordbygg", "what": "quick"}, "named"), ("customer", {"what": "quick"}, "bare"),
    ("away", {"first": DAY, "last": DUE, "why": "leave"}, "full"),
    ("away", {"first": DAY, "last": DUE}, "bare"),
    ("value", {"value": "courage", "what": "called the customer we lost"}, "plain"),
    ("recap", {"sent": DAY, "note": "by mail"}, "sent"), ("recap", {"note": "by mail"}, "full"),
    ("recap", {}, "bare"), ("expectation", {"area": "discovery", "red": "shows price first"}, "full"),
    ("expectation", {"area": "discovery", "red": ""}, "bare"),
    ("onboarding", {"plan": "new-seller", "phase": "do"}, "whole"), ("onboarding", {"plan": "new-seller"}, "plan"),
    ("onboarding", {"phase": "do"}, "phase"), ("onboarding", {"signed": DUE}, "signed"), ("onboarding", {}, "bare"),
    ("phase", {"phase": "do", "day": 31, "days": 30}, "plain"),
    ("step", {"what": "lunch", "owner": "buddy", "phase": "do", "day": 31}, "plain"),
    ("milestone", {"milestone": "first-deal", "note": "Nordbygg"}, "full"),
    ("milestone", {"milestone": "first-deal"}, "bare"), ("probation", {"ends": DUE, "outcome": "extended"}, "until"),
    ("probation", {"outcome": "confirmed"}, "outcome"), ("probation", {"ends": DUE, "country": "SE"}, "whole"),
    ("probation", {"ends": DUE}, "ends"), ("probation", {"country": "SE"}, "country"),
    ("probation", {"term": DUE}, "term"), ("probation", {"told_on": DUE}, "told"),
    ("probation", {"counts": ["discovery"]}, "bare"), ("retro", {"lesson": "the phone on day one"}, "plain"),
    ("answer", {"form": "retro", "role": "buddy", "question": "What helped?", "text": "the lunch"}, "full"),
    ("answer", {"form": "retro", "role": "buddy", "text": "the lunch"}, "answer"),
    ("asked", {"form": "development", "role": "seller"}, "full"), ("asked", {"form": "", "role": ""}, "bare"),
    ("answer", {"form": "", "role": "", "text": ""}, "bare"),
    ("service", {"level": "yellow", "evidence": "prices come late"}, "full"), ("service", {"level": "green"}, "bare"),
    ("handover", {"customer": "Nordbygg", "by": "Karin"}, "accepted"),
    ("handover", {"customer": "Nordbygg"}, "dropped"),
    ("asked", {"form": "handover", "role": "seller", "subject": "Nordbygg"}, "subject"),
    ("initiative", {"name": "service", "what": "offer it", "area": "closing", "why": "asked for"}, "full"),
    ("initiative", {"name": "service", "what": "offer it"}, "bare"),
    *(
        ("dialogue", {"initiative": "service", **dict.fromkeys(names, "hers")}, form)
        for form, names in KINDS["dialogue"].forms.items()
    ),
    ("change", {"role": "key accounts", "was": {"role": "seller"}}, "plain"),
]  # fmt: skip


def test_a_record_is_told_in_the_form_that_it_fills(words: Words) -> None:
    """By what is there: 0 is something, an empty text is not; a new kind needs its line here, and its phrase."""
    for kind, fields, form in FORMS:
        told = tell(record_of(kind, {"id": "x1", "on": DAY, **fields}), NAMES)
        assert told.key == f"record.{kind}.{form}", kind
        assert "{" not in words.say(told), kind
    assert {kind for kind, _, _ in FORMS} == set(KINDS)


def test_what_is_told_is_in_words() -> None:
    """What is referred to by its text, or its id where that is gone; levels and lights in the language; no links."""
    settled = record_of("settled", {"on": DAY, "of": "c1", "how": "kept"})
    assert tell(settled, NAMES).data["name"] == "Send the list"
    assert tell(settled, {}).data["name"] == "c1"
    assert tell(Rating(on=DAY, area="Motivation"), {}).data["area"] == phrase("light.motivation")
    one = Talk(id="k3f7q", on=DAY, private=True, notes="Good pace", asked=["q-deal"])
    assert tell(one, {}) == phrase("record.talk.full", notes="Good pace", name="")


def test_what_belongs_together_is_told_as_one(words: Words) -> None:
    """Lines with a semicolon where they do not end by themselves; a cue with its promise, an area with its feedback."""
    one = Talk(id="t1", on=DAY, notes="Good pace\n\nAsked first.\nWants more time\n")
    assert words.say(tell(one, {})) == "Good pace; Asked first. Wants more time"
    assert words.say(tell(Talk(id="t2", on=DAY, notes="\n \n"), {})) == "Talk"
    promised = Commitment(id="c1", on=DAY, by="me", what="review her plan", cue="when the quarter closes")
    given = Feedback(id="f1", on=DAY, area="discovery", what="showed price", next="ask first")
    told = [words.say(tell(one, {})) for one in (promised, given)]
    assert told[0] == "I promised: when the quarter closes, review her plan"
    assert told[1] == "Told: discovery: showed price; next: ask first"
