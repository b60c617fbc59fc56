from dataclasses import replace
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from fixtures.answers import Answers, Looks
from salescoach.kit.screen import text


@pytest.mark.golden
def test_what_is_held_what_goes_and_what_is_past_its_time_is_as_reviewed(
    answers: Answers, looks: Looks, golden: SnapshotAssertion
) -> None:
    """A dossier, private lines marked; what an erasure takes, and once it is done; what is old, file by file."""
    given: Any = answers("Anna")
    done = replace(given["Erasure"], done=True, mentions=())
    shown = [text(one, looks()) for one in (given["Erasure"], done, given["Retention"])]
    assert "\n".join([text(given["Dossier"], looks(width=100)), *shown]) == golden
