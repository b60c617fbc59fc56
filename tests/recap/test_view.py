import pytest
from syrupy.assertion import SnapshotAssertion

from fixtures.answers import Answers, Looks
from salescoach.journal.templates import Templates
from salescoach.kit.document import document


@pytest.mark.golden
@pytest.mark.parametrize("suffix", [".md", ".html"])
@pytest.mark.parametrize("name", ["Letter", "Letter for a chat"])
def test_a_recap_is_a_document(
    answers: Answers, looks: Looks, templates: Templates, golden: SnapshotAssertion, name: str, suffix: str
) -> None:
    """Ready to be mailed, and no text in it acts."""
    assert document(answers("Anna & <b>Bo</b>")[name], looks(), suffix, templates.text) == golden
