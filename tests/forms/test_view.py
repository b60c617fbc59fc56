from collections.abc import Callable
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from salescoach.forms.rules.form import Form, askings_of
from salescoach.forms.rules.mail import MailWords
from salescoach.forms.rules.reply import read_reply
from salescoach.journal.templates import Templates
from salescoach.kit.document import document
from salescoach.kit.screen import text

Looks = Callable[..., Any]


@pytest.fixture(params=["new-hire", "manager", "buddy", "leader"])
def form(request: pytest.FixtureRequest, templates: Templates) -> Form:
    """Return the form of each role about Anna."""
    asking = next(
        one for one in askings_of("retro", templates.table("forms/retro"), "Anna") if one.role == request.param
    )
    return Form(key="anna-berg", name="Anna Berg", asking=asking)


@pytest.mark.golden
@pytest.mark.parametrize("width", [80, 40])
def test_a_form_is_as_reviewed(form: Form, looks: Looks, golden: SnapshotAssertion, width: int) -> None:
    """Why it is asked, how to answer, what becomes of it, and three questions with room."""
    assert text(form, looks(width=width)) == golden


@pytest.mark.golden
@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_a_form_is_a_document(
    form: Form, looks: Looks, templates: Templates, golden: SnapshotAssertion, suffix: str
) -> None:
    """Ready to be mailed."""
    made = document(form, looks(), suffix, templates.text)
    assert "**" not in str(made)
    assert made == golden


def test_nothing_of_an_empty_form_is_taken_for_an_answer(form: Form, looks: Looks, templates: Templates) -> None:
    """All that it says is known again when it comes back."""
    for suffix in (".md", ".txt"):
        known = [looks().say(one) for one in form.passages]
        reply = read_reply(
            str(document(form, looks(), suffix, templates.text)),
            form.asking.texts,
            MailWords(*templates.tables("mail")),
            known,
        )
        assert (reply.answers, reply.unplaced, reply.left_out) == ({}, (), ()), suffix
