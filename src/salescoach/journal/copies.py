"""Copies: which files of a journal a cloud folder made of others, told by what is in them, not by a word in a name."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from operator import itemgetter

from salescoach.records.keys import key_form

_PLAIN = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
"""What is its own key form at first sight."""

_SELLER = re.compile(rb"""^[ \t]*\[[ \t]*["']?seller["']?[ \t]*\]""", re.MULTILINE)
_NAME = re.compile(rb"""^[ \t]*["']?name["']?[ \t]*=[ \t]*(?P<mark>["'])(?P<name>[^\n]+?)(?P=mark)""", re.MULTILINE)
_ADDED = re.compile(rb"^added[ \t]*=", re.MULTILINE)
_ID = re.compile(rb"""^[ \t]*["']?id["']?[ \t]*=[ \t]*["'](?P<id>[^"'\n]+)["']""", re.MULTILINE)

_START = 1024
"""Bytes in which a head mostly ends."""

_CHANCE = 100 / (26 * 10 * 26 * 10 * 26)
"""How many ids of two that have nothing to do with each other may be the same, for each pair; a hundredfold margin."""


Read = Callable[[str, int], bytes]
"""Reads the first bytes of a file, all for -1; one that does not read gives none."""


class Page:
    """One file as it is told by: its name in the journal, and its bytes, read when they are asked for."""

    def __init__(self, file: str, read: Read) -> None:
        """Take the name in the journal, and what reads a file."""
        self.file = file
        self.stem = file.rpartition("/")[2].removesuffix(".toml")
        self.form = _form(self.stem)
        self.plain = self.stem == self.form  # so the program calls a file
        self._read = read

    @cached_property
    def data(self) -> bytes:
        """All that is in the file."""
        return self._read(self.file, -1)

    @cached_property
    def head(self) -> bytes:
        """The head of the file; of most files it is found at the beginning."""
        start = self._read(self.file, _START)
        return _head(start, start.find(b"\n[[")) or _head(self.data, len(self.data))

    @cached_property
    def name(self) -> str:
        """The key form of the name in the head; empty where none can be read."""
        found = _NAME.search(self.head)
        return _form(found["name"].decode("utf-8", "replace").replace(" ", "-").lower()) if found else ""

    @cached_property
    def ids(self) -> set[bytes]:
        """The ids of all records."""
        return {found["id"] for found in _ID.finditer(self.data)}


def told(files: Collection[str], read: Read, *, only: str = "", every: bool = False) -> dict[str, str]:
    """Return each file of a journal that is a copy of another, and that other; of one file `only` where it is named.

    Few are read: those whose names begin or end alike, and where one is called as nothing that is here, or with
    `every`, all of them.
    """
    pages = [Page(file, read) for file in files]
    near: dict[str, list[Page]] = {}
    for one, other in _near(pages, only):
        if alike(one, other):
            near.setdefault(one.file, []).append(other)
            near.setdefault(other.file, []).append(one)
    others = (page for page in pages if page.file not in near and only in ("", page.file))
    # called neither as the program calls a file nor as somebody would who is in it
    asked = [page for page in others if every or not (page.plain or page.form in page.name)]
    named = _by_name(pages) if asked else {}
    for page in asked:
        near[page.file] = [other for other in named[page.name] if other.stem != page.stem and alike(page, other)]
    made = {page.file: _best(page, near[page.file]).file for page in pages if page.file in near}
    return {file: _first(made, file) for file, of in made.items() if file != of and only in ("", file)}


def alone(files: Collection[str], read: Read) -> dict[str, str]:
    """Return each file that is called as a copy of another that is not there, and that other."""
    pages = [Page(file, read) for file in files]
    odd = [
        one for one in pages if not one.plain and one.name and one.form.startswith(one.name) and one.form != one.name
    ]
    return {one.file: f"{one.file.rpartition('/')[0]}/{one.name}.toml" for one in odd}


def whose(page: Page, pages: Collection[Page]) -> Page | None:
    """Return whose file one is a copy of, by what is in it, or by name where both are of one name; None: nobody's."""
    found = [one for one in pages if alike(page, one)]
    if not found and page.name:
        found = [one for one in pages if one.name == page.name and (one.stem == page.stem or _continues(page, one))]
    return max(found, key=lambda one: (len(page.ids & one.ids), len(one.form)), default=None)


def alike(one: Page, other: Page) -> bool:
    """Tell whether one file is a copy of the other, whichever was made of which.

    They are of one name and share entries, or are the same; one that does not read may go by its own name.
    """
    if one.name and other.name:
        if one.name != other.name:
            return False
        return one.data == other.data or _shared(one, other) or _fresh(one, other) or _begun(one, other)
    return _shared(one, other) or _cut(one, other) or _continues(one, other) or _continues(other, one)


def _form(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else key_form(text)


def _head(data: bytes, end: int) -> bytes:
    """Return the head that is in bytes up to one of them; empty where none is, or it is not all there."""
    found = _SELLER.search(data, 0, max(end, 0))
    if found is None:
        return b""
    ends = data.find(b"\n[", found.end())
    return data[found.end() : ends if ends >= 0 else None].strip()


def _near(pages: Collection[Page], only: str) -> Iterator[tuple[Page, Page]]:
    """Give the pairs of files of which the name of one begins or ends with that of the other."""
    for way in (1, -1):
        within: list[tuple[str, Page]] = []
        for form, page in sorted(((one.form[::way], one) for one in pages if one.form), key=itemgetter(0)):
            while within and not form.startswith(within[-1][0]):
                within.pop()
            yield from ((one, page) for _, one in within if one.stem != page.stem and _asked(one, page, only))
            within.append((form, page))


def _asked(one: Page, page: Page, only: str) -> bool:
    """Tell whether it must be known if two are copies: one that is asked for is none of a longer, stranger name."""
    return not only or page.file == only or (one.file == only and page.plain)


def _by_name(pages: Collection[Page]) -> dict[str, list[Page]]:
    named: dict[str, list[Page]] = {}
    for page in pages:
        named.setdefault(page.name, []).append(page)
    return named


def _shared(one: Page, other: Page) -> bool:
    """Tell whether two files have more ids in common than chance would give them."""
    return len(one.ids & other.ids) > _CHANCE * len(one.ids) * len(other.ids)


def _fresh(one: Page, other: Page) -> bool:
    """Tell whether two have the head that the program wrote when it added her: it adds nobody twice."""
    return _said(one.head) == _said(other.head) and _ADDED.search(one.head) is not None


def _said(head: bytes) -> list[bytes]:
    """Return the lines of a head that say anything: a comment by hand makes nobody another."""
    return [line for line in map(bytes.strip, head.splitlines()) if line and not line.startswith(b"#")]


def _cut(one: Page, other: Page) -> bool:
    """Tell whether one is the beginning of the other, broken off within a line."""
    less, more = sorted((one.data, other.data), key=len)
    return less != b"" and more.startswith(less) and not (less.endswith(b"\n") or more[len(less) :][:1] in b"\r\n")


def _begun(one: Page, other: Page) -> bool:
    """Tell whether one is the beginning of the other: it tells of nothing more; of two plain names, broken off."""
    odd = not (one.plain and other.plain)
    return _cut(one, other) or (odd and (one.data.startswith(other.data) or other.data.startswith(one.data)))


def _continues(page: Page, of: Page) -> bool:
    """Tell whether a file is called as another and something more, as the program calls none."""
    return not page.plain and of.form != "" and page.form.startswith(of.form) and page.stem != of.stem


def _best(page: Page, others: Collection[Page]) -> Page:
    """Return which of files that are copies of each other is the original: named after her, else plainly and short."""
    nearest = sorted(others, key=lambda one: len(one.form), reverse=True)
    name = next((one.name for one in (page, *nearest) if one.name), "")
    folder = page.file.rpartition("/")[0]

    def rank(one: Page) -> tuple[object, ...]:
        away = one.file.rpartition("/")[0] != folder
        return one.stem != name, not one.plain, len(one.form), len(one.stem), one.stem, away

    return min((page, *others), key=rank)


def _first(made: Mapping[str, str], file: str) -> str:
    """Return the original of a copy, of a copy of a copy too."""
    met = {file}
    while made.get(file, file) not in met:
        file = made[file]
        met.add(file)
    return file
