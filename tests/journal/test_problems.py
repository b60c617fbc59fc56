from shutil import rmtree
from string import Formatter

from salescoach.journal.journal import Journal
from salescoach.journal.templates import Templates

ANNA = "sellers/anna-berg.toml"
HEAD = '[seller]\nname = "Anna Berg"\n'
WRONG = {
    "left_out": HEAD + "[[note]]\non = 1\n", "one_bracket": HEAD + "[note]\non = 1\n",
    "bad_change": HEAD + "[[change]]\non = 2026-11-03\nevery = 0\n", "bad_toml": HEAD + "x = = 1\n",
    "no_header": "[seller]\nname = 3\n", "newer_format": "format = 2\n" + HEAD,
    "vanished": HEAD + '[[note]]\nid = "k3f7q"\non = 2026-11-03\ntext = "x"\n',
    "vanished_unnamed": HEAD + '[[note]]\non = 2026-11-03\ntext = "x"\n', "missing": HEAD,
}  # fmt: skip
"""A file for everything that can be wrong with one; of the last three, what was seen before."""


def test_every_problem_brings_what_its_phrase_needs(journal: Journal) -> None:
    """No gap of the sentence in words.toml is left without its word."""
    path = journal.path(ANNA)
    for code, text in WRONG.items():
        rmtree(journal.folder / "seen", ignore_errors=True)
        path.write_text(text, "utf-8")
        first = Journal(journal.root)
        problems = list(first.team().problems)
        first.check_vanished()
        if not problems:
            path.unlink() if code == "missing" else path.write_text(HEAD, "utf-8")
            problems = list(Journal(journal.root).check_vanished())
        assert [(problem.file, problem.code) for problem in problems] == [(ANNA, code)]
        sentence = Templates(None, "en").table("words")["problem"][code]
        assert {name for _, name, _, _ in Formatter().parse(sentence) if name} <= set(problems[0].data), code
