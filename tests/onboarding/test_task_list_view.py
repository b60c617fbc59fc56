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
from salescoach.onboarding.rules.task_list import TaskList, task_list_of
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
        return task_list_of(one, course, owner, TODAY)

    return made


@pytest.mark.golden
@pytest.mark.parametrize("width", [80, 40])
def test_a_list_is_as_reviewed(listed: List, looks: Looks, golden: SnapshotAssertion, width: int) -> None:
    """Who starts when, then the steps phase by phase: to come, gone by, done; of one, two and own words."""
    lists = [*map(listed, ("buddy", "HR", "manager", "knowledge")), replace(listed("buddy"), owner="Karin", parts=())]
    assert "\n".join(text(one, looks(width=width)) for one in lists) == golden


@pytest.mark.golden
@pytest.mark.parametrize("kind", ["md", "html"])
def test_a_list_to_mail_is_as_reviewed(
    listed: List, looks: Looks, templates: Templates, golden: SnapshotAssertion, kind: str
) -> None:
    """Boxes to tick off, and days that need no calendar of the reader's own."""
    made = [document(listed(owner), looks(), f".{kind}", templates.text) for owner in ("buddy", "HR", "manager")]
    assert "\n".join(map(str, made)) == golden


def test_a_list_says_nothing_of_how_she_does(listed: List, looks: Looks, templates: Templates) -> None:
    """It is for other eyes: no rating, no evidence."""
    for suffix in (".md", ".html", ".txt", ".json"):
        made = document(listed("manager"), looks(private=True), suffix, templates.text)
        assert made is not None, suffix
        assert "Märta Sjögren" in made, suffix
        for word in ("discovery", "talked over", "■"):
            assert word not in made
