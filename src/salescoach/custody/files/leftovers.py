"""Leftovers: what stands in a seller's file and is in no record: its first head, blocks that do not read, comments."""

from collections.abc import Iterator
from typing import Any

from salescoach.care.files.segments import comments
from salescoach.custody.rules import Scrap
from salescoach.journal import atomic, door, toml
from salescoach.journal.journal import Journal
from salescoach.journal.read import Source
from salescoach.records.kinds import KINDS
from salescoach.records.veil import seen


def leftovers(journal: Journal, key: str) -> tuple[dict[str, Any], list[Scrap], int]:
    """Return the head of a seller's file as first written, what no record tells of, and how much is left out.

    That is all that is private, the records too, unless the journal shows private lines.
    """
    path = journal.file(key)
    data = atomic.read(path, path.name)
    source = journal.parsed(journal.file_name(key), key, data)
    scraps = [*_unread(source), *(Scrap("", line, text, private=True) for line, text in comments(source.text))]
    known = ((kind, row) for kind, rows in source.blocks.items() if kind in KINDS for row in rows)
    private = sum(_private(kind, row) for kind, row in known if _fits(kind, row))
    hidden = 0 if journal.private else private + sum(one.private for one in scraps)
    shown = [one for one in scraps if journal.private or not one.private]
    head = dict(source.tables["seller"])
    return head if journal.private else seen(head), shown, hidden


def _unread(source: Source) -> Iterator[Scrap]:
    """Give each block that is no record, its fields as the file has them, in a line."""
    for kind, found in source.tables.items():
        if kind in {"format", "seller"}:
            continue
        for at, row in enumerate(found if isinstance(found, list) else [found]):
            if kind not in KINDS or not isinstance(found, list) or not _fits(kind, source.blocks[kind][at]):
                line = toml.place(source.text, kind, *([at] if isinstance(found, list) else [])).line
                lines = toml.block(kind, row if isinstance(row, dict) else {kind: row}).splitlines()[2:]
                yield Scrap(kind, line, "; ".join(filter(None, lines)), _private(kind, row) or seen(row) != row)


def _fits(kind: str, row: Any) -> bool:
    return door.mistake(KINDS[kind], row) is None


def _private(kind: str, row: Any) -> bool:
    """Tell whether a block is private, or a field of it: of a kind where that always is so, whatever it says."""
    model = KINDS.get(kind)
    always, fields = (model.private, model.secret) if model else (False, ())
    return isinstance(row, dict) and (always or any(row.get(name) for name in ("private", *fields)))
