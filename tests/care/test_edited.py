import pytest

from salescoach.care.rules.edited import lines_changed


@pytest.mark.parametrize(
    ("after", "changed"),
    [
        ("a\nb\nc\n", (0, 0)),
        ("a\nb\nc\nd\ne\n", (2, 0)),
        ("c\n", (0, 2)),
        ("a\nx\ny\nc\n", (2, 1)),
        ("", (0, 3)),
    ],
)
def test_lines_are_counted_both_ways(after: str, changed: tuple[int, int]) -> None:
    """Those that came, those that went; one that was changed is one of each."""
    assert lines_changed("a\nb\nc\n", after) == changed
