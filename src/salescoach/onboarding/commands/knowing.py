"""Who knows which subject inside the firm: to brief each is a step of the manager's (S0.1)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from salescoach.answer import Phrase, phrase
from salescoach.app import App
from salescoach.coaching.schedule import Course, day_of
from salescoach.journal.append import Block
from salescoach.onboarding.rules.standing import Task
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller

_BRIEFED = 7
"""Days within which whoever knows a subject is to be briefed, once named."""


Knows = Sequence[tuple[str, str]]
"""Subjects, and who knows each."""


def briefings(
    app: App, seller: Seller, knows: Knows, course: Course, links: Mapping[str, Any], known: Sequence[Task] = ()
) -> Iterator[Block]:
    """Give the step of the manager's to brief each who knows a subject, due in a week, in the phase of that day.

    It takes the place of an open one for somebody else; who is named already is not named again.
    """
    due = app.today + timedelta(_BRIEFED)
    phase = course.now(due) or course.stretches[-1]
    there = {key_form(one.subject or ""): one for one in known}
    for subject, who in {key_form(one[0]): one for one in knows}.values():
        before = there.get(key_form(subject))
        if before and _same(before, who):
            continue
        if before and before.waits:
            yield Block("settled", {"on": app.today, "of": before.id, "how": "dropped"})
        what = app.words.say("onboard.brief", who=who, subject=subject, name=seller.first_name)
        day = {"phase": phase.name, "day": day_of(course.started, due), "due": due}
        named = {"what": what, "owner": "manager", "subject": subject, "knows": who}
        yield Block("step", {"on": app.today, **named, **day, **links})


def known_already(knows: Knows, known: Sequence[Task]) -> Iterator[Phrase]:
    """Say of which subject somebody is named already."""
    for subject, who in knows:
        if any(key_form(one.subject or "") == key_form(subject) and _same(one, who) for one in known):
            yield phrase("notice.knows_already", who=who, subject=subject)


def _same(known: Task, who: str) -> bool:
    return key_form(known.knows or "") == key_form(who)
