import pytest
from syrupy.assertion import SnapshotAssertion

from fixtures.answers import Looks
from salescoach.forms.rules.form import Form, askings_of
from salescoach.forms.rules.mail import MailWords
from salescoach.forms.rules.reply import read_reply
from salescoach.journal.templates import Templates
from salescoach.kit.document import document
from salescoach.kit.screen import text


@pytest.fixture
def forms(templates: Templates) -> dict[str, Form]:
    """Return the form of each role about Anna."""
    asked = askings_of("retro", templates.table("forms/retro"), "Anna")
    return {one.role: Form(key="anna-berg", name="Anna Berg", asking=one) for one in asked}


@pytest.mark.golden
@pytest.mark.parametrize("width", [80, 40])
def test_a_form_is_as_reviewed(forms: dict[str, Form], looks: Looks, golden: SnapshotAssertion, width: int) -> None:
    """Why it is asked, how to answer, what becomes of it, and three questions with room."""
    assert text(forms["buddy"], looks(width=width)) == golden


@pytest.mark.golden
@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_a_form_is_a_document(
    forms: dict[str, Form], looks: Looks, templates: Templates, golden: SnapshotAssertion, suffix: str
) -> None:
    """Ready to be mailed."""
    assert document(forms["buddy"], looks(), suffix, templates.text) == golden


def test_nothing_of_an_empty_form_is_taken_for_an_answer(
    forms: dict[str, Form], looks: Looks, templates: Templates
) -> None:
    """All that it says is known again when it comes back."""
    words = MailWords(*templates.tables("mail"))
    for role, form in forms.items():
        for suffix in (".md", ".txt"):
            known = [looks().say(one) for one in form.passages]
            back = str(document(form, looks(), suffix, templates.text))
            reply = read_reply(back, form.asking.texts, words, known)
            assert (reply.answers, reply.unplaced, reply.left_out) == ({}, (), ()), (role, suffix)
