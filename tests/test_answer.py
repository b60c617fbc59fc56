from salescoach.answer import phrase, told
from salescoach.errors import Problem


def test_a_phrase_may_have_any_gap() -> None:
    """Also one that is called like an argument of ours."""
    assert phrase("record.note.plain", key="k", self="s").data == {"key": "k", "self": "s"}


def test_a_problem_is_told_with_its_place() -> None:
    """File, line and column, as far as they are known."""
    for line, column, more in ((0, 0, ""), (3, 0, ":3"), (3, 7, ":3:7")):
        found = told(Problem("sellers/a.toml", "left_out", line, column, {"kind": "rating"}))
        what = phrase("problem.left_out", kind="rating")
        assert found == phrase("notice.problem", place=f"sellers/a.toml{more}", what=what)
