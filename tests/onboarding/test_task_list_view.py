from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from salescoach.coaching.schedule import course_of
from salescoach.journal.templates import Templates
from salescoach.kit.document import document
from salescoach.kit.screen import text
from salescoach.onboarding.rules.standing import TaskList, errands
from salescoach.records.seller import Seller

Looks = Callable[..., Any]
Make = Callable[..., Seller]
List = Callable[[str], TaskList]

TODAY = date(2026, 11, 19)
STARTED = date(2026, 12, 7)
STRAY = ("step", {"id": "z1z1z", "what": "show the archive", "owner": "buddy", "phase": "dream", "day": 9})


@pytest.fixture
def listed(person: Make, planned: Callable[..., Any]) -> List:
    """List what an owner does for somebody who is to start."""

    def made(owner: str) -> TaskList:
        about = ("rating", {"area": "discovery", "level": "red", "evidence": "talked over the customer"})
        done = ("settled", {"of": "a1b1c", "how": "kept"})
        plan = planned(STARTED, TODAY)
        one = person("Märta Sjögren", *plan, STRAY, about, done, key="marta-sjogren", started=STARTED)
        course = course_of(one)
        assert course is not None
        return errands(one, course, owner, TODAY)

    return made


@pytest.mark.golden
@pytest.mark.parametrize("width", [80, 40])
def test_a_list_is_as_reviewed(listed: List, looks: Looks, golden: SnapshotAssertion, width: int) -> None:
    """Who starts when, then the steps phase by phase, each with its day."""
    assert text(listed("buddy"), looks(width=width)) == golden


@pytest.mark.golden
@pytest.mark.parametrize("kind", ["md", "html"])
def test_a_list_to_mail_is_as_reviewed(
    listed: List, looks: Looks, templates: Templates, golden: SnapshotAssertion, kind: str
) -> None:
    """Boxes to tick off, and days that need no calendar of the reader's own."""
    assert document(listed("buddy"), looks(), f".{kind}", templates.text) == golden


def test_a_list_says_nothing_of_how_she_does(listed: List, looks: Looks, templates: Templates) -> None:
    """It is for other eyes: no rating, no evidence."""
    for suffix in (".md", ".html", ".txt", ".json"):
        made = document(listed("manager"), looks(private=True), suffix, templates.text)
        assert made is not None, suffix
        assert "Märta Sjögren" in made, suffix
        for word in ("discovery", "talked over", "■"):
            assert word not in made


def test_what_is_done_is_ticked_off(listed: List, looks: Looks, templates: Templates) -> None:
    """On screen and on paper."""
    answer = listed("HR")
    what = next(one.what for part in answer.parts for one in part.tasks if one.done)
    assert f"{what}  done" in text(answer, looks(width=120))
    made = document(answer, looks(), ".md", templates.text)
    assert made is not None
    assert f"- [x] by Wed 11 Nov 2026: {what}" in made


def test_a_day_that_has_gone_by_is_said_to_have(listed: List, looks: Looks, templates: Templates) -> None:
    """A list is no reproach: what is open of it was due, and what is done is done."""
    made = str(document(listed("HR"), looks(), ".md", templates.text))
    assert "- [ ] was due Thu 19 Nov" not in made
    made = str(document(listed("manager"), looks(), ".md", templates.text))
    assert "- [ ] was due Wed 28 Oct 2026: Write down what is expected" in made
    assert "- [ ] by Mon 23 Nov 2026: Call to say welcome" in made
    assert "was due Wed 28 Oct 2026" in text(listed("manager"), looks(width=120))


def test_an_owner_of_two_words_is_quoted(listed: List, looks: Looks) -> None:
    """So that the command can be copied."""
    assert "--for 'knowledge owner' -o list.md" in text(listed("knowledge"), looks())
    assert "--for HR -o list.md" in text(listed("hr"), looks())
    own = replace(listed("buddy"), owner="Karin")
    assert text(own, looks()).startswith("Märta Sjögren: what Karin does\n")
