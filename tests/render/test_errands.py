from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from salescoach.coaching.course import course_of
from salescoach.coaching.onboarding import Errands, errands
from salescoach.coaching.planning import drafted
from salescoach.journal.templates import Templates
from salescoach.records.seller import Seller
from salescoach.render.document import document
from salescoach.render.screen import data, text

Looks = Callable[..., Any]
Make = Callable[..., Seller]
List = Callable[[str], Errands]

TODAY = date(2026, 11, 19)
STARTED = date(2026, 12, 7)
STRAY = ("step", {"id": "z1z1z", "what": "show the archive", "owner": "buddy", "phase": "dream", "day": 9})


@pytest.fixture
def listed(seller: Make, templates: Templates) -> List:
    """List what an owner does for somebody who is to start."""

    def made(owner: str) -> Errands:
        plan = templates.table("onboarding/new-seller")
        draft = drafted(seller("x"), plan, "new-seller", started=STARTED, phase=None, today=TODAY)
        assert draft is not None
        kept = [(one.kind, one.to_table(written=True)) for one in (*draft.phases, *draft.steps)]
        about = ("rating", {"area": "discovery", "level": "red", "evidence": "talked over the customer"})
        done = ("settled", {"of": "a1b1c", "how": "kept"})
        begun = ("onboarding", {"id": "new", "plan": "new-seller"})
        one = seller("Märta Sjögren", begun, *kept, STRAY, about, done, key="marta-sjogren", started=STARTED)
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


@pytest.mark.parametrize("suffix", [".md", ".html", ".txt", ".json"])
def test_a_list_says_nothing_of_how_she_does(listed: List, looks: Looks, templates: Templates, suffix: str) -> None:
    """It is for other eyes: no rating, no evidence."""
    made = document(listed("manager"), looks(private=True), suffix, templates.text)
    assert made is not None
    assert "Märta Sjögren" in made
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


@pytest.mark.parametrize(
    ("owner", "whose"),
    [("hr", "what HR does"), ("knowledge", "what the knowledge owner does"), ("seller", "what the seller does")],
)
def test_an_owner_is_called_as_people_do(listed: List, looks: Looks, owner: str, whose: str) -> None:
    """HR is nobody who would be called the HR."""
    assert text(listed(owner), looks()).startswith(f"Märta Sjögren: {whose}\n")


def test_an_owner_of_words_of_ones_own_is_called_by_them(listed: List, looks: Looks) -> None:
    """Somebody named by hand."""
    answer = replace(listed("buddy"), owner="Karin")
    assert text(answer, looks()).startswith("Märta Sjögren: what Karin does\n")


def test_an_owner_of_two_words_is_quoted(listed: List, looks: Looks) -> None:
    """So that the command can be copied."""
    assert "--for 'knowledge owner' -o list.md" in text(listed("knowledge"), looks())
    assert "--for HR -o list.md" in text(listed("hr"), looks())


def test_json_has_the_steps_of_the_owner_alone(listed: List, looks: Looks) -> None:
    """Those in no phase of the plan too."""
    made = data(listed("buddy"), looks())
    assert {one["owner"] for one in made["steps"]} == {"buddy"}
    assert made["steps"][-1]["phase"] == "dream"
    assert (made["seller"], made["owner"], made["started"]) == ("marta-sjogren", "buddy", "2026-12-07")
