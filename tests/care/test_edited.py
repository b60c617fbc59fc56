from salescoach.care.rules import lines_changed


def test_lines_are_counted_both_ways() -> None:
    """Those that came, those that went; one that was changed is one of each."""
    cases: list[tuple[str, tuple[int, int]]] = [
        ("a\nb\nc\n", (0, 0)), ("a\nb\nc\nd\ne\n", (2, 0)), ("c\n", (0, 2)), ("a\nx\ny\nc\n", (2, 1)), ("", (0, 3)),
    ]  # fmt: skip
    for after, changed in cases:
        assert lines_changed("a\nb\nc\n", after) == changed, after
