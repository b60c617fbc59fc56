from collections.abc import Iterator
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
    ("talk", {"notes": "", "minutes": 25}, "timed"), ("progress", {"goal": "c1", "value": 0, "level": "red"}, "value"),
    ("rating", {"area": "closing", "evidence": "Too early to say"}, "seen"), ("rating", {"area": "closing"}, "grey"),
    ("expectation", {"area": "discovery", "red": "shows price first"}, "full"),
    ("commitment", {"by": "me", "what": "call"}, "me"),
    ("commitment", {"by": "me", "what": "call", "due": DUE}, "me_due"),
    ("commitment", {"by": "seller", "what": "call"}, "seller"),
    ("commitment", {"by": "seller", "what": "call", "due": DUE}, "seller_due"),
    ("settled", {"of": "c1", "how": "kept"}, "kept"), ("settled", {"of": "c1", "how": "dropped"}, "dropped"),
    ("settled", {"of": "c1", "how": "moved", "due": DUE}, "moved_due"),
    ("settled", {"of": "c1", "how": "moved"}, "moved"), ("settled", {"of": "c1", "how": "held"}, "held"),
    ("feedback", {"what": "showed price first"}, "seller"), ("feedback", {"what": "I interrupt", "to": "me"}, "me"),
    ("feedback", {"what": "showed price first", "next": "ask first"}, "seller_next"),
    ("feedback", {"what": "showed price first", "how": "by phone"}, "seller"),
]  # fmt: skip
VALUES = dict.fromkeys(("on", "next", "first", "last", "ends", "due", "signed", "term", "told_on", "sent"), DUE)
OTHERS = {("expectation", "full"), ("progress", "of"), ("progress", "of_name")}
"""Forms that no field of the record itself makes."""


def filled() -> Iterator[tuple[str, dict[str, Any], str]]:
    """Give of each kind a record for each form, with what it must have and what the form needs; by hand are above."""
    for kind in KINDS.keys() - {"commitment", "settled", "feedback"}:
        needed, values = KINDS[kind].layout.needed, {**VALUES, "level": "red"}
        for form, needs in KINDS[kind].forms.items():
            must = {name: values.get(name, "" if form == "bare" else "x") for name in needed}
            if (kind, form) not in OTHERS:
                yield kind, must | {name: values.get(name, "x") for name in needs}, form


def test_a_record_is_told_in_the_form_that_it_fills(words: Words) -> None:
    """By what is there: 0 is something, an empty text is not; each form of each kind has its phrase."""
    for kind, fields, form in (*FORMS, *filled()):
        told = tell(record_of(kind, {"on": DAY, **fields, "id": "x1"}), NAMES)
        assert told.key == f"record.{kind}.{form}", (kind, form)
        assert "{" not in words.say(told), kind
    assert {kind for kind, _, _ in (*FORMS, *filled())} == set(KINDS)


def test_what_is_told_is_in_words_and_what_belongs_together_is_told_as_one(words: Words) -> None:
    """What is referred to by its text, or its id; lights in the language; no links; lines joined; a cue, an area."""
    settled = record_of("settled", {"on": DAY, "of": "c1", "how": "kept"})
    assert tell(settled, NAMES).data["name"] == "Send the list"
    assert tell(settled, {}).data["name"] == "c1"
    assert tell(Rating(on=DAY, area="Motivation"), {}).data["area"] == phrase("light.motivation")
    one = Talk(id="k3f7q", on=DAY, private=True, notes="Good pace", asked=["q-deal"])
    assert tell(one, {}) == phrase("record.talk.full", notes="Good pace", name="")
    one = Talk(id="t1", on=DAY, notes="Good pace\n\nAsked first.\nWants more time\n")
    assert words.say(tell(one, {})) == "Good pace; Asked first. Wants more time"
    assert words.say(tell(Talk(id="t2", on=DAY, notes="\n \n"), {})) == "Talk"
    promised = Commitment(id="c1", on=DAY, by="me", what="review her plan", cue="when the quarter closes")
    given = Feedback(id="f1", on=DAY, area="discovery", what="showed price", next="ask first")
    told = ["I promised: when the quarter closes, review her plan", "Told: discovery: showed price; next: ask first"]
    assert [words.say(tell(one, {})) for one in (promised, given)] == told
