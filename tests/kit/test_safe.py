import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from salescoach.kit.safe import escaped, line, visible

SEEN = {"\t", "\n"}


def test_what_acts_is_shown_and_the_rest_is_left_alone() -> None:
    """Each control, bidi or invisible character becomes one to read; half a character is a replacement in JSON."""
    cases = [
        ("a\x1b[2Jb", "a␛[2Jb"), ("\x00\x07\r", "␀␇␍"), ("\x7f", "␡"), ("\x9b31m", "<U+009B>31m"),
        ("\u202egnp.exe", "<U+202E>gnp.exe"), ("Ann\u200ba", "Ann<U+200B>a"),
        ("\u2028\u2029\x85", "<U+2028><U+2029><U+0085>"), ("\U000e0041", "<U+E0041>"), ("\udcff", "<U+DCFF>"),
        ("\u034f\u3164\U000e0100", "<U+034F><U+3164><U+E0100>"), ("one\n\ttwo  three", "one\n\ttwo  three"),
        ("Åsa ❤️ 漢字 e\u0301", "Åsa ❤️ 漢字 e\u0301"),
    ]  # fmt: skip
    for typed, shown in cases:
        assert visible(typed) == shown, typed
    assert escaped('"\udcff\U000e0041\x9b"') == '"\\ufffd\\udb40\\udc41\\u009b"'


@given(st.text())
def test_nothing_that_acts_is_left_and_a_line_is_one_line(typed: str) -> None:
    """Of controls tab and line feed alone; what is visible stays; a line has single blanks, none at its ends."""
    left = {char for char in visible(typed) if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}}
    assert left <= SEEN
    assert visible(visible(typed)) == visible(typed)
    made = line(typed)
    assert len(made.splitlines()) <= 1
    assert made == made.strip()
    assert "  " not in made


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_escaped_json_reads_back_equal(typed: str) -> None:
    """Escaping loses nothing: the parser gives back every character, those beyond the basic plane too."""
    assert json.loads(escaped(json.dumps(typed, ensure_ascii=False))) == typed
