from salescoach.answer import all_told, phrase, told
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


def test_of_copies_two_are_named_and_the_others_counted() -> None:
    """What is wrong with any other file is told, however much that is."""
    wrong = [Problem(f"sellers/{at}.toml", "conflict_copy" if at % 2 else "bad_toml") for at in range(10)]
    lines = all_told(wrong)
    assert lines == [*map(told, wrong[:5]), *map(told, wrong[6::2]), phrase("notice.copies", n=3)]
    assert all_told(wrong[:4]) == [*map(told, wrong[:4])]
