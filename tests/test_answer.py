from salescoach.answer import all_told, phrase, told
from salescoach.errors import Problem


def test_of_copies_two_are_named_and_the_others_counted() -> None:
    """What is wrong with any other file is told, however much that is."""
    wrong = [Problem(f"sellers/{at}.toml", "conflict_copy" if at % 2 else "bad_toml") for at in range(10)]
    lines = all_told(wrong)
    assert lines == [*map(told, wrong[:5]), *map(told, wrong[6::2]), phrase("notice.copies", n=3)]
    assert all_told(wrong[:4]) == [*map(told, wrong[:4])]
