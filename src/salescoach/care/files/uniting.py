"""Uniting: a conflict copy and its original, or both sides that git left, made one, so that it can be taken back."""

from pathlib import Path, PurePath

from salescoach.care.files import merge
from salescoach.errors import BadToml, NotACopy
from salescoach.frozen import frozen
from salescoach.journal import atomic, copies, read, toml
from salescoach.journal.journal import LEFT, ME, SELLERS, Journal
from salescoach.journal.rewrite import Move, Rewrite, change

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


@frozen
class United:
    """What was made one: the file, the copy ("": git left both sides), where that is; no `merged`: it is the file."""

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
    """Unite a conflict copy, or both sides that git left, into its file; raise NotACopy, NotFound, Broken, Changed."""
    outside = _outside(journal, typed)
    file = _named(journal, typed) if outside is None else typed
    data = atomic.read(outside or journal.path(file), file)
    conflict = None if _reads(data, file) else sides(toml.decode(data, file))
    if conflict is not None and outside is None:
        return _settled(journal, file, data, conflict, on)
    of = _original(journal, file) if outside is None else _meant(journal, outside.stem)
    if of is None:
        raise NotACopy(file=file)
    return _joined(journal, file, data, _free(journal, PurePath(file)) if outside is None else "", of, on)


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
    except BadToml:
        return False


def _outside(journal: Journal, typed: str) -> Path | None:
    """Return the path of a file that is not in the journal."""
    path = Path(typed)
    meant_inside = not path.is_absolute() and atomic.is_there(journal.root / path)
    if path.suffix != ".toml" or not atomic.is_there(path) or meant_inside:
        return None
    folders = {atomic.real(journal.path(f"{folder}/x").parent) for folder in (SELLERS, LEFT)}
    return None if atomic.real(path.parent) in {atomic.real(journal.root), *folders} else path


def _named(journal: Journal, typed: str) -> str:
    """Return the name in the journal of a file; of a conflict copy its own name is enough."""
    path = atomic.real(Path(typed))
    of_that_name = (file for file in journal.copies() if PurePath(file).name == typed or journal.path(file) == path)
    return next(of_that_name, "") or journal.named(typed)


def _original(journal: Journal, file: str) -> str | None:
    """Return the file that another is a copy of; where she left meanwhile, it is among those who did."""
    if file == ME:
        return None
    if "/" not in file:
        return ME if copies.original(PurePath(file).stem, {"me"}) == "me" else None
    made, of = journal.copies(), file
    while of in made:
        of = made[of]
    if of == file:
        return None
    elsewhere = (f"{folder}/{PurePath(of).name}" for folder in (SELLERS, LEFT))
    return next((one for one in (of, *elsewhere) if atomic.is_there(journal.path(one))), of)


def _meant(journal: Journal, stem: str) -> str | None:
    """Return the file that one from outside goes with, by its name."""
    files = {PurePath(file).stem: file for file in reversed(journal.files())}
    return files.get(stem) or files.get(copies.original(stem, set(files)) or "")


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
    read.source(data, copy, key)
    if not atomic.is_there(journal.path(of)):
        change(journal, label, on, moves=[Move(copy, of)])
        return United(of, copy, of, None)
    before = atomic.read(journal.path(of), of)
    read.source(before, of, key)
    after, merged = merge.laid(before, data, of)
    rewrites = [Rewrite(of, before, after)] if after != before else []
    moves = [Move(copy, kept)] if kept else []
    if rewrites or moves:
        change(journal, label, on, rewrites, moves)
    return United(of, copy, kept, merged)


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
