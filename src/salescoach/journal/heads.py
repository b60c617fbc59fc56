"""Heads: what a seller goes by, out of the head of her file; the rest is parsed only where it may change that."""

import re
from collections.abc import Iterator

from salescoach.errors import Broken
from salescoach.journal import toml
from salescoach.journal.names import Called

_USUAL = re.compile(rb"\[\[change\]\]\s*|\[change\.")
"""How a line begins a change where the program wrote it; by hand there are other ways, with blanks and quotes."""

_TELLING = re.compile(rb"name|aliases|'''|\"\"\"|\\")
"""What a change holds that may change what she goes by: these keys, a text that runs on, a letter told by number."""


def called(data: bytes, file: str, key: str) -> Called:
    """Return what the seller of a file goes by; one whose file does not read goes by its key."""
    changed = any(not _USUAL.match(one) or _TELLING.search(one) for one in _changes(data))
    found = None if changed else _written(data[: data.find(b"\n[[") + 1 or None], file, key)
    return found or _folded(data, file, key)


def _changes(data: bytes) -> Iterator[bytes]:
    """Give the parts of a file from each line that begins like a change, in brackets or not, to the next record."""
    at = data.find(b"change")
    while at >= 0:
        begins = data.rfind(b"\n", 0, at) + 1
        if data[begins:at].strip(b"[ \t\"'"):
            at = data.find(b"change", at + 1)
            continue
        ends = data.find(b"\n[[", at)
        yield data[begins : ends if ends >= 0 else None]
        at = data.find(b"change", ends) if ends >= 0 else -1


def _written(head: bytes, file: str, key: str) -> Called | None:
    """Return what the head of a file says by itself; None where it does not, for what stands further down."""
    try:
        tables = toml.parse(toml.decode(head, file), file)
    except Broken:  # the header may stand further down, or the cut went through a text of several lines
        return None
    match tables.get("seller"):
        case {"name": str(name), **more} if name.strip():
            aliases = more.get("aliases", [])
            if isinstance(aliases, list) and all(isinstance(one, str) for one in aliases):
                return Called(key, name, tuple(aliases))
    return None


def _folded(data: bytes, file: str, key: str) -> Called:
    from salescoach.journal import read  # what judges records is slow to come, and most files need none of it here

    try:
        text = toml.decode(data, file)
        header = read.header(read.Source(file, key, text, toml.parse(text, file)), private=False)[0]
    except Broken:
        return Called(key, key.replace("-", " "))
    return Called(key, header.name, tuple(header.aliases))
