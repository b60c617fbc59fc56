from typing import Any

import pytest


@pytest.mark.parametrize(
    ("line", "twice"),
    [
        (("promise", "anna", "introduce ANNA to Karin, at Nordbygg!", "--by", "fri"), True),
        (("log", "anna", "@me introduce Anna to Karin at Nordbygg by fri"), True),
        (("note", "anna", "@me call Per\n@me call per by fri"), True),
        (("promise", "anna", "introduce Anna to Karin at Nordbygg", "--by", "fri", "--hers"), False),
        (("note", "anna", "done p9d\n@me introduce Anna to Karin at Nordbygg"), False),
        (("promise", "bo", "introduce Anna to Karin at Nordbygg", "--by", "fri"), False),
    ],
)
def test_a_promise_that_is_open_already_is_pointed_out_and_written(coach: Any, line: list[str], twice: bool) -> None:
    """With the id of the first and what to do; one of another owner, of another seller, or settled here is none."""
    ran = coach(*line)
    assert ran.status == 0
    assert ("is open already, since" in ran.err) is twice
    assert ("coach done p9d --dropped" in ran.err) is (twice and "per" not in line[-1])
    assert coach("undo").out
