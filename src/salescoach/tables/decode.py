"""The bytes of a file from elsewhere -> its text, and the encoding that it is in; no letter is guessed in silence."""

import codecs
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache, lru_cache
from unicodedata import category

from salescoach.answer import Phrase, phrase
from salescoach.errors import Unusable
from salescoach.frozen import frozen

# The same bound as for a journal file: beyond it, it is not a team.
_LARGEST = 64 * 1024 * 1024

_BOM_UTF8 = b"\xef\xbb\xbf"
_BOMS_UTF16 = (b"\xff\xfe", b"\xfe\xff")

# How what is no table in text begins, whatever the file is called: .xlsx and .ods (zip), .xls (OLE), .pdf.
SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_PDF = b"%PDF-"

# And so does a web page or XML, which many programs export under the name of a table.
_MARKUP = re.compile(r"\ufeff?\s*<(?:!doctype|\?xml|html|head|meta|body|style|div|table)\b", re.IGNORECASE)

_UTF8, _TWICE, _UTF16 = "utf-8", "utf-8-twice", "utf-16"

# What a file may be in where it is no Unicode, the likeliest first; the names are those under [encoding].
_CODECS = {
    "windows-1252": "cp1252", "mac-roman": "mac_roman", "cp850": "cp850", "cp865": "cp865", "windows-1250": "cp1250",
}  # fmt: skip
_LIKELIEST = "windows-1252"
ENCODINGS = (*_CODECS, _UTF8, _UTF16)

# What an odd letter costs: nothing where Nordic names are full of it, more the less it is at home in them.
_HOME, _NEAR = "åäöæøé", "üëáóíçñàôêïðßúý"
_COSTS = {**dict.fromkeys(_HOME, 0), **dict.fromkeys(_NEAR, 1)}
_SELDOM, _FOREIGN, _SIGN, _BROKEN = 2, 3, 4, 10
_ODD_CASE, _ODD_START = 3, 2
_SIGNS = "“”‘’–—…•€£§°·«»½´©®™×±\u00a0"

# The first letter that no language with Latin letters needs in a name.
_LATIN = "\u0250"

# A reading that costs so much more than the best is out; the likeliest encoding has half of that for its own.
_CLEAR, _UNLIKELY = 2, 1

_PIECES = re.compile(rb'[;,\t|"\r\n]+')
_ODD = re.compile(r"[^\x00-\x7f]")
_ODD_RUN = re.compile(r"[^\x00-\x7f]+")
_MOST_PIECES = 2000
_SHOWN_LINES = 5


class UnreadableTable(Unusable):
    """`file` is no table of a team; `why` is a code, `reason` the same as a phrase."""

    def __init__(self, file: str, why: str, **data: object) -> None:
        super().__init__(file=file, why=why, reason=phrase(f"table.{why}", **data), **data)


class UnknownEncoding(Unusable):
    """`text` names no encoding that is read; `known` are those that are."""


@frozen
class Text:
    """The text of a file, and its encoding by its name under [encoding]; in doubt, a cell by each that it may be in."""

    text: str
    encoding: str
    doubt: Mapping[str, str]
    notices: tuple[Phrase, ...] = ()

    @property
    def readings(self) -> list[Phrase]:
        """How the cell in doubt reads in each encoding."""
        found = self.doubt.items()
        return [phrase("added.reading_in", text=cell, encoding=phrase(f"encoding.{name}")) for name, cell in found]


def read_text(data: bytes, file: str, encoding: str | None = None) -> Text:
    """Return the text in a file, read in `encoding` where it is told; raise UnreadableTable, UnknownEncoding."""
    if len(data) > _LARGEST:
        raise UnreadableTable(file, "too_large", megabytes=_LARGEST // 1024**2)
    if data.startswith(SPREADSHEETS):
        raise UnreadableTable(file, "spreadsheet")
    if data.startswith(_PDF):
        raise UnreadableTable(file, "pdf")
    try:
        found = _read(data, _named(encoding) if encoding else None)
    except UnicodeDecodeError as error:
        if encoding:
            raise UnreadableTable(file, "not_in", encoding=encoding) from error
        raise UnreadableTable(file, "not_text") from error
    if "\0" in found.text:
        raise UnreadableTable(file, "not_text")
    if _MARKUP.match(found.text):
        raise UnreadableTable(file, "markup")
    return found


def counted(key: str, lines: Sequence[object], *, most: int = _SHOWN_LINES, **data: object) -> list[Phrase]:
    """Return one notice for all these lines, or none; the first of them are named."""
    shown = [*lines[:most], *(["…"] if len(lines) > most else [])]
    return [phrase(key, rows=len(lines), lines=shown, **data)] if lines else []


def decoded(data: bytes) -> str | None:
    """Return bytes as text, in the encoding that they are most likely in; None where that is none of the usual ones."""
    with suppress(UnicodeDecodeError):
        found = _read(data, None)
        text = _read(data, _LIKELIEST).text if found.doubt else found.text
        return None if "\0" in text else text
    return None


def _named(encoding: str) -> str:
    """Return the encoding that was typed, by our name for it."""
    names = {codecs.lookup(codec).name: name for name, codec in {**_CODECS, _UTF8: _UTF8, _UTF16: _UTF16}.items()}
    names |= {"iso8859-1": _LIKELIEST, "utf-8-sig": _UTF8, "utf-16-le": _UTF16, "utf-16-be": _UTF16}
    try:
        return names[codecs.lookup(encoding.strip()).name]
    except (LookupError, ValueError) as error:
        raise UnknownEncoding(text=encoding, known=ENCODINGS) from error


def _read(data: bytes, told: str | None) -> Text:
    wide = _wide(data)
    if told == _UTF16 or (wide and told is None):
        return Text(data.decode(wide or "utf-16-le"), _UTF16, {})
    lines = data.removeprefix(_BOM_UTF8).splitlines(keepends=True)
    if told == _UTF8:
        data.decode(_UTF8)  # a line that is not is no matter of taste
    odd = {place: line for place, line in enumerate(lines) if not line.isascii() and not _is_utf8(line)}
    if told:
        return _joined(lines, dict.fromkeys(odd, told), {})
    best = _likeliest(_pieces(odd.values()))
    each = {place: _of_line(line, best) for place, line in odd.items()}
    alike = _pieces(line for place, line in odd.items() if each[place] == best)
    return _joined(lines, each, _doubt(alike, best))


def _wide(data: bytes) -> str | None:
    """Return the codec of UTF-16, which begins with a mark, or has a zero beside most letters."""
    if data.startswith(_BOMS_UTF16):
        return "utf-16"
    head = data[:4096]
    zeros = [head[place::2].count(0) * 4 > len(head) for place in (0, 1)]
    return None if zeros[0] == zeros[1] else "utf-16-be" if zeros[0] else "utf-16-le"


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode(_UTF8)
    except UnicodeDecodeError:
        return False
    return True


def _pieces(lines: Iterable[bytes]) -> list[bytes]:
    """Return the different cells with odd letters, each once: a name in forty rows proves no more than in one."""
    found = (piece.strip() for line in lines for piece in _PIECES.split(line) if not piece.isascii())
    return list(dict.fromkeys(found))[:_MOST_PIECES]


def _likeliest(pieces: Sequence[bytes]) -> str:
    return min(_CODECS, key=lambda name: _cost(name, pieces))


def _cost(name: str, pieces: Iterable[bytes]) -> float:
    """Return how unlikely the letters of an encoding are in these cells, on the average."""
    return _mean([cost for one in pieces for cost in _costs(name, one)]) + _prior(name)


def _prior(name: str) -> int:
    return 0 if name == _LIKELIEST else _UNLIKELY


def _mean(costs: Sequence[int]) -> float:
    return sum(costs) / max(1, len(costs))


def _gap(pieces: Iterable[bytes], name: str, best: str) -> float:
    """Return how much unlikelier one encoding is than another, by the letters that they read differently."""
    gaps = [
        cost - least
        for piece in pieces
        for one, letter, cost, least in zip(
            _odd(name, piece), _odd(best, piece), _costs(name, piece), _costs(best, piece), strict=True
        )
        if one != letter
    ]
    return _mean(gaps) + _prior(name) - _prior(best)


def _odd(name: str, piece: bytes) -> list[str]:
    return _ODD.findall(piece.decode(_CODECS[name], "replace"))


@lru_cache(_MOST_PIECES * 10)
def _costs(name: str, piece: bytes) -> tuple[int, ...]:
    """Return how unlikely each odd letter of a cell is in an encoding."""
    text = piece.decode(_CODECS[name], "replace")
    return tuple(_letter_cost(text, found.start()) for found in _ODD.finditer(text))


def _letter_cost(text: str, at: int) -> int:
    letter, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if letter == "\ufffd" or category(letter) == "Cc":
        return _BROKEN
    if not letter.isalpha() or letter in "µªº":
        # An apostrophe stands behind a letter, a power behind one or two: `O'Brien`, `m²`.
        amid = (letter == "’" and before.isalpha()) or (letter in "²³" and not text[max(0, at - 3) : at].isalpha())
        return 1 if amid or (letter in _SIGNS and not (before.isalpha() or after.isalpha())) else _SIGN
    cost = _COSTS.get(letter.lower(), _SELDOM if letter < "\u0100" or letter in "šžŠŽ" else _FOREIGN)
    if letter.isupper():
        return cost + (_ODD_CASE if before.isalpha() and not text.isupper() else 0)
    starts = not before.isalpha() and (letter == "é" or letter not in _HOME)
    return cost + (_ODD_CASE if after.isupper() else _ODD_START if starts else 0)


def _doubt(pieces: Sequence[bytes], best: str) -> dict[str, str]:
    """Return how one cell reads in each encoding that cannot be told from the best; nothing where one is clear."""
    clear = _CLEAR if _cost(best, pieces) < _SIGN else _BROKEN
    near = [name for name in _CODECS if _gap(pieces, name, best) < clear]
    shown = next((one for one in pieces if any(_odd(name, one) != _odd(best, one) for name in near)), None)
    if shown is None:
        return {}
    texts = {shown.decode(_CODECS[name], "replace"): name for name in reversed([best, *near])}
    return {name: text for text, name in reversed(texts.items())}


def _of_line(line: bytes, best: str) -> str:
    """Return the encoding of one line: that of the others, unless another is clearly likelier."""
    pieces = _pieces([line])
    if _cost(best, pieces) < _CLEAR:
        return best  # nothing can be clearly likelier
    likely = _likeliest(pieces)
    return likely if _gap(pieces, best, likely) >= _CLEAR else best


def _joined(lines: list[bytes], odd: Mapping[int, str], doubt: Mapping[str, str]) -> Text:
    """Decode each line as it is in, and point out those that are in another encoding than the rest."""
    texts: list[str] = []
    used: dict[int, str] = {}
    for place, line in enumerate(lines):
        raw = line.decode(_CODECS.get(odd.get(place, ""), _UTF8))
        texts.append(text := raw if line.isascii() else _ODD_RUN.sub(lambda run: _once(run[0]), raw))
        if not line.isascii():
            used[place] = odd.get(place, _UTF8 if text == raw else _TWICE)
    main = max(used.values(), key=Counter(used.values()).__getitem__, default=_UTF8)
    notices: list[Phrase] = []
    for name in dict.fromkeys(one for one in used.values() if one != main):
        found = [place + 1 for place, one in used.items() if one == name]
        notices += counted("notice.table_encoding", found, encoding=phrase(f"encoding.{name}"))
    return Text("".join(texts), main, doubt, tuple(notices))


@lru_cache(_MOST_PIECES)
def _once(run: str) -> str:
    """Return odd letters as they were before they were taken for another encoding: `Ã¸` was `ø`, also twice over."""
    for name in ("cp1252", "mac_roman", "cp850"):
        table = _bytes_of(name)
        if all(letter in table for letter in run):
            with suppress(UnicodeDecodeError):
                before = bytes(map(table.__getitem__, run)).decode(_UTF8)
                if all(letter < _LATIN or letter in f"{_SIGNS}’" for letter in before):
                    return _once(before)
    return run


@cache
def _bytes_of(codec: str) -> Mapping[str, int]:
    """Return the byte of each odd letter of a codec; one that was read as no letter stands for itself."""
    controls = {chr(byte): byte for byte in range(0x80, 0xA0)}
    return controls | {bytes([byte]).decode(codec, "ignore") or chr(byte): byte for byte in range(0x80, 0x100)}
