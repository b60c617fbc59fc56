from typing import Any


def test_a_promise_that_is_open_already_is_pointed_out_and_written(coach: Any) -> None:
    """With the id of the first and what to do; one of another owner, of another seller, or settled here is none."""
    cases: list[tuple[tuple[str, ...], bool]] = [
        (("promise", "anna", "introduce ANNA to Karin, at Nordbygg!", "--by", "fri"), True),
        (("log", "anna", "@me introduce Anna to Karin at Nordbygg by fri"), True),
        (("note", "anna", "@me call Per\n@me call per by fri"), True),
        (("promise", "anna", "introduce Anna to Karin at Nordbygg", "--by", "fri", "--hers"), False),
        (("note", "anna", "done p9d\n@me introduce Anna to Karin at Nordbygg"), False),
        (("promise", "bo", "introduce Anna to Karin at Nordbygg", "--by", "fri"), False),
    ]
    for line, twice in cases:
        ran = coach(*line)
        assert (ran.status, "is open already, since" in ran.err) == (0, twice), line
        assert ("coach done p9d --dropped" in ran.err) is (twice and "per" not in line[-1]), line
        coach("undo")
