"""Uniting: a conflict copy and its original, or both sides that git left, made one, so that it can be taken back."""

import os
import re
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any

from salescoach.care.files import merge
from salescoach.errors import BadToml, NoHeader, NotACopy, Unusable
from salescoach.frozen import frozen
from salescoach.journal import atomic, copies, read, toml
from salescoach.journal.journal import LEFT, ME, SELLERS, Journal
from salescoach.journal.rewrite import Move, Rewrite, change, check

KEPT = ".coach/merged"
"""Where copies go when all that was in them is in the original."""

_NEXT = {
    ("both", "<<<<<<<"): "ours",
    ("ours", "|||||||"): "base",
    ("ours", "======="): "theirs",
    ("base", "======="): "theirs",
    ("theirs", ">>>>>>>"): "both",
}
"""Which part of a file begins with which marker; what both began from is needed by nobody."""

_LENGTH = 7

_BLOCK = re.compile(rb"^(?=[ \t]*\[\[)", re.MULTILINE)
"""Where a record begins in a file that need not parse."""


class OfNobody(Unusable):
    """A file to be united is of somebody, by `name`, whose file here shares nothing with it, or who has none."""


@frozen
class United:
    """What was made one: the file, the copy ("": git left both sides), where that is kept ("": where it was).

    Nothing was `merged` where the file was not whole, and the copy, which has all of it, took its place; that is kept.
    """

    file: str
    copy: str
    kept: str
    merged: merge.Merged | None


@frozen
class Side:
    """One side of a file with conflicts: its text, and for each line its number in that file."""

    text: str
    lines: tuple[int, ...]


def unite(journal: Journal, typed: str, on: str) -> United:
    """Unite a copy, or both sides that git left, into its file; raise NotACopy, OfNobody, NotFound, Broken, Changed."""
    path = _meant(journal, typed)
    file = _named(journal, path) or typed
    data = atomic.read(path, file)
    conflict = None if _reads(data, file) else sides(toml.decode(data, file))
    if conflict is not None and file in journal.files():
        return _settled(journal, file, data, conflict, on)
    of = _original(journal, file, data)
    moves = _named(journal, path) and PurePath(file).parent.as_posix() in {".", SELLERS, LEFT}
    if moves and _holds(journal, file, data, of):
        check(data, of)
        kept = _free(journal, PurePath(of))
        change(journal, f"doctor --merge {file}", on, moves=[Move(of, kept), Move(file, of)])
        return United(of, file, kept, None)
    return _joined(journal, file, data, _free(journal, PurePath(file)) if moves else "", of, on)


def sides(text: str) -> tuple[Side, Side] | None:
    """Return ours and theirs of a text with conflict markers, None where it has none that are whole."""
    part, kept = "both", {"ours": list[tuple[int, str]](), "theirs": list[tuple[int, str]]()}
    found = False
    for number, line in enumerate(text.split("\n"), 1):
        begun = _NEXT.get((part, line[:_LENGTH])) if line[_LENGTH:][:1].strip() == "" else None
        if begun is not None:
            part, found = begun, True
            continue
        for name, lines in kept.items():
            if part in (name, "both"):
                lines.append((number, line))
    return (_side(kept["ours"]), _side(kept["theirs"])) if found and part == "both" else None


def _reads(data: bytes, file: str) -> bool:
    """Tell whether a file parses: what looks like git's markers in it was pasted into a note."""
    try:
        return bool(read.source(data, file, PurePath(file).stem))
    except (BadToml, NoHeader):
        return False


def _meant(journal: Journal, typed: str) -> Path:
    """Return where the file is that is meant: by its name in the journal, as a path, or by its own name alone."""
    name = atomic.downloaded(PurePath(typed).name).removesuffix(".toml")
    homes = [journal.path(f"{folder}{name}.toml") for folder in ("", f"{SELLERS}/", f"{LEFT}/")]
    for path in (journal.root / typed, Path(typed), *(homes if PurePath(typed).name == typed else [])):
        if os.path.isfile(path) or atomic.away(path):  # noqa: PTH113  # it never fails; reading says that it is away
            return path.with_name(atomic.downloaded(path.name))
    return journal.path(journal.named(typed))


def _named(journal: Journal, path: Path) -> str:
    """Return the name in the journal of a file, of a link in it too; empty for one that is elsewhere."""
    place = atomic.real(path.parent)
    for folder in (SELLERS, LEFT):
        if place == atomic.real(journal.path(f"{folder}/x").parent):
            return f"{folder}/{path.name}"
    root = atomic.real(journal.root)
    return (place / path.name).relative_to(root).as_posix() if place.is_relative_to(root) else ""


def _original(journal: Journal, file: str, data: bytes) -> str:
    """Return the file that another is a copy of, by what is in it; raise NotACopy, OfNobody."""
    of = journal.copies(every=True).get(file)
    if of is not None:
        return of
    page, files = copies.Page(file, lambda *_: data), journal.files()
    if file == ME or (file in files and page.plain):
        raise NotACopy(file=file)
    found = copies.whose(page, [copies.Page(one, journal.bytes_of) for one in files if one != file])
    if found is not None:
        return found.file
    header = toml.parse(toml.decode(data, file), file).get("seller", {})
    raise OfNobody(file=file, name=header["name"]) if page.name and file not in files else NotACopy(file=file)


def _free(journal: Journal, file: PurePath) -> str:
    """Return a name to keep a copy under that no earlier one has."""
    name, number = f"{KEPT}/{file.name}", 1
    while atomic.is_there(journal.path(name)):
        number += 1
        name = f"{KEPT}/{file.stem} {number}{file.suffix}"
    return name


def _joined(journal: Journal, copy: str, data: bytes, kept: str, of: str, on: str) -> United:
    """Unite a copy as it was read with its original, and have it kept elsewhere ("": where it is)."""
    label, key = f"doctor --merge {copy}", PurePath(of).stem
    before = atomic.read(journal.path(of), of)
    if before.startswith(data) and not _reads(data, copy):  # half written: there is nothing in it but what is here
        data = before
    read.source(data, copy, key)
    read.source(before, of, key)
    after, merged = merge.laid(before, data, of)
    rewrites = [Rewrite(of, before, after)] if after != before else []
    moves = [Move(copy, kept)] if kept else []
    if rewrites or moves:
        change(journal, label, on, rewrites, moves)
    return United(of, copy, kept, merged)


def _holds(journal: Journal, copy: str, data: bytes, of: str) -> bool:
    """Tell whether a file is not whole and its copy has all of it: what reads says the same there, the rest is there.

    One that reads is not whole where it is the beginning of its copy, and its last record says less than there.
    """
    if not _reads(data, copy):
        return False
    broken = atomic.read(journal.path(of), of)
    tables = read.source(data, copy, PurePath(of).stem).tables
    parts = _BLOCK.split(_plainly(broken).rstrip(b"\0"))  # a crash may leave zeros where the rest was to be
    if _reads(broken, of):
        return _plainly(data).startswith(_plainly(broken)) and not _says(tables, parts[-1], of)
    return all(part in _plainly(data) or _says(tables, part, of) for part in parts)


def _plainly(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")


def _says(tables: Mapping[str, Any], part: bytes, file: str) -> bool:
    """Tell whether a part of a file parses, and tables say all that it does."""
    try:
        found = toml.parse(toml.decode(part, file), file)
    except BadToml:
        return False
    return all(
        all(one in tables.get(kind, ()) for one in said) if isinstance(said, list) else tables.get(kind) == said
        for kind, said in found.items()
    )


def _settled(journal: Journal, file: str, data: bytes, conflict: tuple[Side, Side], on: str) -> United:
    newline = b"\r\n" if data.partition(b"\n")[0].endswith(b"\r") else b"\n"
    ours, theirs = (_checked(side, file).replace(b"\n", newline) for side in conflict)
    after, merged = merge.laid(ours, theirs, file)
    change(journal, f"doctor --merge {file}", on, [Rewrite(file, data, after)])
    return United(file, "", "", merged)


def _checked(side: Side, file: str) -> bytes:
    """Return the bytes of one side; raise BadToml where it does not parse, by the line of the file as it is."""
    data = side.text.encode()
    try:
        read.source(data, file, PurePath(file).stem)
    except BadToml as error:
        at = int(str(error.data["line"]))
        raise BadToml(**{**error.data, "line": side.lines[min(at, len(side.lines)) - 1]}) from None
    return data


def _side(lines: list[tuple[int, str]]) -> Side:
    return Side("\n".join(line for _, line in lines), tuple(number for number, _ in lines))
