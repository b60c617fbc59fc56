from salescoach.custody.files.leftovers import leftovers
from salescoach.custody.rules import Scrap
from salescoach.journal.journal import Journal

TEXT = """\
format = 1
stray = 7
[seller]
name = "Anna Berg"
role = "Hunter" # since May
"""
TEXT += "\n".join(
    f"[[{kind}]]\n{fields}"
    for kind, fields in (
        ("note", 'on = 2026-11-05\ntext = "fine"'), ("note", 'on = "never"\ntext = "no day"'),
        ("note", 'on = 2026-11-05\ntext = "secret"\nprivate = true'), ("note", 'private = true\ntext = "secret too"'),
        ("plan", "x = [1, 2]\n[talk]\non = 2026-11-05\n"),
    )
)  # fmt: skip


def test_what_is_in_no_record_is_told_with_its_line(journal: Journal) -> None:
    """Blocks that do not read, unknown ones, one bracket; private ones and comments only when asked for."""
    journal.path("sellers/anna-berg.toml").write_text(TEXT, "utf-8")
    head, scraps, hidden = leftovers(journal, "anna-berg")
    assert head == {"name": "Anna Berg", "role": "Hunter"}
    assert [(one.kind, one.line, one.text) for one in scraps] == [
        ("stray", 2, "stray = 7"),
        ("note", 9, 'on = "never"; text = "no day"'),
        ("plan", 19, "x = [1, 2]"),
        ("talk", 21, "on = 2026-11-05"),
    ]
    assert hidden == 3
    _, scraps, hidden = leftovers(Journal(journal.root, private=True), "anna-berg")
    assert Scrap("note", 16, 'private = true; text = "secret too"', private=True) in scraps
    assert Scrap("", 5, "# since May", private=True) in scraps
    assert hidden == 0
