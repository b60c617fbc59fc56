"""What a mail program puts around a text: marks of quoting, headings, signatures; what was written stays."""

import re
from collections.abc import Callable, Mapping, Sequence
from unicodedata import normalize

from salescoach.frozen import frozen
from salescoach.records.keys import key_form
from salescoach.tables.decode import decoded

_LONGEST = 250_000
"""Bytes: a hundred pages, more than anybody answers."""

_OTHERS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff")
"""How documents and pictures begin, some of which could pass for text."""

_PAGE = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype|\?xml|(?:html|head|body|meta|style|div|table|p|span)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""How a web page begins, and a mail that was saved as one."""

_ENCODED = re.compile(
    r"^content-(?:transfer-encoding:\s*[\"']?(?:base64|quoted-printable)|type:\s*(?:multipart/|text/html))",
    re.IGNORECASE | re.MULTILINE,
)
"""What stands above a mail as it travels, whose words are not to be read as they are."""

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NOTHING = re.compile("[\u00ad\u200b\ufeff]")
_BLANKS = re.compile(r"[^\S\n]")
_QUOTED = re.compile(r"(?:[^\S\n]*[>|])+ ?")

_WORDS = re.compile(r"<(\w+) (\w+)>")
_WORD = re.compile(r"[^\W_]")

_WIDEST = 200
"""Letters of a line of the mail's own; a longer one was written by hand."""

_FEWEST = 2
"""Lines of headings that stand together: one alone may be what somebody wrote."""

_ORIGINAL = re.compile(r"-{3,}[^-]+-{3,}|_{10,}")

_SIGNED = re.compile(r"--|[—–]")
_NAME_LINES, _NAME_WORDS = 3, 5
"""What stands below "Best regards": a name, a title, a number."""


class MailWords:
    """How headings, farewells and numbers look, as patterns; takes the parsed mail.toml of each language."""

    def __init__(self, *tables: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        self._tables = tables
        self.nothing = frozenset(key_form(word) for one in tables for word in one.get("nothing", {}).get("words", ()))
        self.denials = frozenset(key_form(word) for one in tables for word in one.get("denied", {}).get("words", ()))
        self.agreed = frozenset(key_form(word) for one in tables for word in one.get("agreed", {}).get("words", ()))
        self.polite = frozenset(key_form(word) for one in tables for word in one.get("agreed", {}).get("beside", ()))
        regards = r"(?:<regards before>\W+)*<regards words>\b.?"
        greetings = r"(?:<greetings opens> )?<greetings before>\W+<greetings words>\b.?"
        short = r"<farewell short>\b.?(?: \w+){0,3}"
        opened = r"(?:<greetings opens> )?(?:<greetings before> )?"
        named = rf"{opened}<greetings words>\b.?(?-i:(?: [^\W\da-z]\w+){{1,3}})"
        called = r"<number words>[ .]*(?P<called>\d{1,2})\b[.):]*"  # as it stands before an answer
        name = r"(?-i:[^\W\da-z_]\w*(?: [^\W\da-z_]\w*){0,2})"
        titled = rf"(?:{opened}<greetings words>\b.?|<farewell short>\b.?) {name} ?[|·].*"  # her firm behind the name
        one = rf"{regards}|<farewell comma>,|{short}|{greetings}|{named}"
        self.farewell = self._pattern(rf"(?:{one})(?: ?[|/] ?(?:{one}))*|{titled}|/{{1,2}} ?{name}")
        self.heading = self._pattern(r"[*_]*<heading words>[*_]*:")  # how `From:` begins
        begun = r"<wrote begins> .*\d.*<wrote says>\b.*:"  # `On Monday 3 November, Eva wrote:`
        dated = r"(?:[^\W\d]+\.?,? )?\d{1,2}\.? [^\W\d]+\.?,? \d{4}\b.*<wrote says>\b.*:"  # fre. 3. nov. 2026 skrev
        by_whom = r"[^\d:]{1,40}(?:<\S+@\S+> )?<wrote says> (?:\w+ )?\d[\d./-]{5,9}\b[\d .:,kl]*:"  # Eva skrev 3.11.26:
        self.wrote = self._pattern(rf"{begun}|{dated}|{by_whom}")
        self.telephone = self._pattern(r"<telephone signs>(?: \S+){1,4}")  # a longer line was written by hand
        self.lead = self._pattern(r"\W*(?:<number words>\W*)?(?:\d{1,2}\W*)?")  # may stand before a question
        self.number = self._pattern(rf"^[^\w\n]*(?:{called}|(?P<bare>\d{{1,2}})[*_]*[.):](?!\d))[*_]*")

    def marker(self, number: int) -> re.Pattern[str]:
        """Return how a question of a number may begin in the middle of a line."""
        return self._pattern(rf"(?:<number words>\W?)?\b{number}[.):]\W*\Z|[*_\"“«]*\Z")

    def _pattern(self, text: str) -> re.Pattern[str]:
        """Return a pattern with any word of a key of mail.toml where its table and it stand as `<table key>`."""
        return re.compile(_WORDS.sub(lambda found: self._any(*found.groups()), text), re.IGNORECASE | re.MULTILINE)

    def _any(self, table: str, key: str) -> str:
        words = [re.escape(word) for one in self._tables for word in one.get(table, {}).get(key, ())]
        return f"(?:{'|'.join(words) or '(?!)'})"


@frozen
class Mail:
    """The text that was written, and what only the mail needed: headings and signatures."""

    text: str
    left_out: tuple[str, ...] = ()


@frozen
class _Line:
    """A line without the marks of quoting, and how often it was quoted."""

    text: str
    depth: int


def text_of(data: bytes, *, pages: bool = False) -> str | None:
    """Return the text of a file in any usual encoding; None for no text, a raw mail, or one far too long.

    None for a page, too, but with `pages`: then it is what can be read on it.
    """
    if len(data) > _LONGEST or data.startswith(_OTHERS):
        return None
    text = decoded(data)
    if text is not None and pages and _PAGE.match(text):
        from salescoach.forms.rules.page import words_on

        text = words_on(text)
    return None if text is None or "\0" in text or _PAGE.match(text) or _ENCODED.search(text) else text


def unpacked(text: str, words: MailWords) -> Mail:
    """Return the text of a mail, with plain blanks and line ends, as it was before it was quoted."""
    plain = _NOTHING.sub("", _LINE_ENDS.sub("\n", normalize("NFC", text)))
    lines = [_line(one) for one in _BLANKS.sub(" ", plain).split("\n")]
    kept, left_out, at = [], [], 0
    while at < len(lines):
        taken = _taken(lines, at, words)
        left_out += [line.text for line in lines[at : at + taken] if _WORD.search(line.text)]
        kept.append("" if taken else lines[at].text)
        at += taken or 1
    return Mail("\n".join(kept), tuple(left_out))


def _line(typed: str) -> _Line:
    quoted = _QUOTED.match(typed)
    marks = quoted[0] if quoted else ""
    return _Line(typed[len(marks) :].strip(), marks.count(">") + marks.count("|"))


def _taken(lines: Sequence[_Line], at: int, words: MailWords) -> int:
    """Return how many lines from here on are no more than the mail's own."""
    first = lines[at]
    if not first.text or len(first.text) > _WIDEST:
        return 0
    if words.heading.match(first.text):
        headings = _run(lines, at, lambda line: words.heading.match(line.text) is not None)
        return headings if headings >= _FEWEST else 0
    if _SIGNED.fullmatch(first.text):
        return _run(lines, at, lambda line: bool(line.text) and line.depth == first.depth)
    if words.farewell.fullmatch(first.text):
        return _farewell(lines, at)
    own = _ORIGINAL.fullmatch(first.text) or words.telephone.fullmatch(first.text)
    return 1 if own else _wrote(lines, at, words)


def _run(lines: Sequence[_Line], at: int, holds: Callable[[_Line], bool]) -> int:
    """Return for how many lines from here on something holds."""
    return next((end for end in range(at, len(lines)) if not holds(lines[end])), len(lines)) - at


def _farewell(lines: Sequence[_Line], at: int) -> int:
    """Return the lines of `Best regards` and the name below it; none where what is below says more than that."""
    paragraph = _run(lines, at, lambda line: bool(line.text) and line.depth == lines[at].depth)
    below = lines[at + 1 : at + paragraph]
    if len(below) > _NAME_LINES or any(line.text[:1].isdigit() for line in below):
        return 0
    return paragraph if all(len(line.text.split()) <= _NAME_WORDS for line in below) else 0


def _wrote(lines: Sequence[_Line], at: int, words: MailWords) -> int:
    """Return the lines of `On Monday, Eva wrote:`, which mail programs break in two."""
    if words.wrote.fullmatch(lines[at].text):
        return 1
    both = lines[at : at + 2]
    said = " ".join(line.text for line in both)
    return 2 if len(said) <= _WIDEST and words.wrote.fullmatch(said) and not words.wrote.fullmatch(both[-1].text) else 0
