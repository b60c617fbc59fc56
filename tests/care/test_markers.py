from salescoach.care.files.uniting import sides

CONFLICT = """\
a
<<<<<<< HEAD
b
||||||| base
=======
x
=======
c
>>>>>>> theirs
d
<<<<<<<
=======
e
>>>>>>>
"""


def test_both_sides_of_every_conflict_are_told_apart() -> None:
    """What both began from is dropped; each line knows where it stood."""
    found = sides(CONFLICT)
    assert found is not None
    ours, theirs = found
    assert (ours.text, ours.lines) == ("a\nb\nd\n", (1, 3, 10, 15))
    assert (theirs.text, theirs.lines) == ("a\nx\n=======\nc\nd\ne\n", (1, 6, 7, 8, 10, 13, 15))


def test_a_text_without_a_whole_conflict_has_no_sides() -> None:
    """A line of signs in a note is none."""
    for text in (
        "", "a\n", "=======\n", "<<<<<<< a\nb\n", "<<<<<<< a\n=======\nb\n", "<<<<<<<< a\n=======\n>>>>>>>\n",
        " <<<<<<<\n",
    ):  # fmt: skip
        assert sides(text) is None, text
