import pytest

from salescoach.answer import Answer, phrase, told
from salescoach.errors import Problem


def test_a_phrase_may_have_any_gap() -> None:
    """Also one that is called like an argument of ours."""
    assert phrase("record.note.plain", key="k", self="s").data == {"key": "k", "self": "s"}


@pytest.mark.parametrize(
    ("line", "column", "place"),
    [(0, 0, "sellers/anna-berg.toml"), (3, 0, "sellers/anna-berg.toml:3"), (3, 7, "sellers/anna-berg.toml:3:7")],
)
def test_a_problem_is_told_with_its_place(line: int, column: int, place: str) -> None:
    """File, line and column, as far as they are known."""
    found = told(Problem("sellers/anna-berg.toml", "left_out", line, column, {"kind": "rating"}))
    assert found == phrase("notice.problem", place=place, what=phrase("problem.left_out", kind="rating"))


def test_an_answer_is_fine_unless_it_says_otherwise() -> None:
    """Only what checks has another status."""
    assert Answer().status == 0
