from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from salescoach.answer import Answer
from salescoach.forms.rules.form import askings_of
from salescoach.journal.templates import Templates
from salescoach.kit.document import document
from salescoach.kit.screen import data, text
from salescoach.onboarding.rules.retro import Retrospective, retrospective_of
from salescoach.records.seller import Seller

Looks = Callable[..., Any]
Make = Callable[..., Seller]
Paper = Callable[[Answer, str], str | None]

DAY = date(2026, 11, 9)
BUDDY = {"form": "retro", "role": "buddy"}
SAID = [
    ("answer", BUDDY | {"question": "what-helped", "text": "At lunch, mostly.", "on": DAY}),
    ("answer", BUDDY | {"question": "next-time", "text": "More time", "on": DAY}),
    ("answer", BUDDY | {"question": "next-time", "text": "- A list\n- A phone on day one", "on": DAY}),
    ("answer", BUDDY | {"text": "Hi Eva, here it is.", "on": DAY}),
    ("answer", BUDDY | {"role": "manager", "question": "our-part", "text": "The CRM account came late.", "on": DAY}),
]
REACHED = [
    ("milestone", {"milestone": "first-meeting", "on": date(2026, 9, 14)}),
    ("milestone", {"milestone": "first-deal", "on": date(2026, 11, 2)}),
]
PLAN = [
    ("onboarding", {"id": "n1", "plan": "new-seller"}),
    ("phase", {"phase": "do", "day": 1, "days": 90}),
    ("step", {"id": "s1", "what": "x", "owner": "HR", "phase": "do", "day": 8}),
    ("settled", {"of": "s1", "how": "kept", "on": date(2026, 9, 3)}),
]
LESSONS = [("retro", {"lesson": one, "on": DAY}) for one in ("A phone on day one", "The CRM account before day one")]


@pytest.fixture
def looked_back(person: Make, templates: Templates) -> Callable[..., Retrospective]:
    """Make a retrospective from records about Anna, who started on 1 September."""

    def made(*records: tuple[str, dict[str, Any]], started: date | None = date(2026, 9, 1)) -> Retrospective:
        askings = askings_of("retro", templates.table("forms/retro"), "Anna")
        return retrospective_of(person("Anna Berg", *records, started=started), askings, DAY)

    return made


@pytest.fixture
def paper(looks: Looks, templates: Templates) -> Paper:
    """Make documents of answers, by their suffix."""
    return lambda answer, suffix: document(answer, looks(), suffix, templates.text)


@pytest.mark.golden
@pytest.mark.parametrize("width", [80, 40])
@pytest.mark.parametrize("name", ["nothing", "said", "chosen"])
def test_a_retrospective_is_as_reviewed(
    looked_back: Callable[..., Retrospective], looks: Looks, golden: SnapshotAssertion, name: str, width: int
) -> None:
    """Before anybody answered, with what was said, and with lessons chosen."""
    records = {"nothing": [], "said": [*SAID, *REACHED, *PLAN], "chosen": [*SAID, *LESSONS]}[name]
    shown = text(looked_back(*records), looks(width=width))
    assert max(map(len, shown.splitlines())) <= width
    assert shown == golden


@pytest.mark.golden
@pytest.mark.parametrize("suffix", [".md", ".html"])
@pytest.mark.parametrize("records", [[*SAID, *REACHED, *PLAN], LESSONS, []], ids=["said", "chosen", "nothing"])
def test_a_retrospective_is_a_document(
    looked_back: Callable[..., Retrospective], paper: Paper, golden: SnapshotAssertion, suffix: str, records: Any
) -> None:
    """To print or to mail to all who took part."""
    assert paper(looked_back(*records), suffix) == golden


def test_json_tells_chosen_lessons_from_words_that_stand_in(
    looked_back: Callable[..., Retrospective], looks: Looks
) -> None:
    """Under keys of their own."""
    said, chosen = (data(looked_back(*records), looks()) for records in (SAID, LESSONS))
    assert ([one["text"] for one in said["candidates"]], said["lessons"]) == (["A list; A phone on day one"], [])
    assert ([one["text"] for one in chosen["lessons"]], chosen["candidates"]) == (
        ["The CRM account before day one", "A phone on day one"],
        [],
    )
    assert said["waiting"] == ["new-hire", "knowledge-owner", "leader"]
