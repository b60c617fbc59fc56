"""Adding: blocks go to the end of files, verified before they count and noted so that they can be taken back."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from salescoach.answer import phrase
from salescoach.errors import BadText, BadToml, Broken, ChangedMeanwhile, SellerExists, Unverified
from salescoach.frozen import frozen
from salescoach.journal import atomic, door, ids, read, toml
from salescoach.journal.journal import ME, Journal, sight
from salescoach.journal.seen import Manifest
from salescoach.journal.turn import naming, turn
from salescoach.journal.undo import Entry, Turned, Undo, step_of
from salescoach.records.header import Change
from salescoach.records.kinds import KINDS


@frozen
class Ref:
    """Stands for the id of the record at `index` of the same addition, or of the one before to `file`, once written."""

    index: int
    file: str = ""


@frozen
class Block:
    """One record to be added: its kind and its fields as they stand in the file."""

    kind: str
    fields: Mapping[str, object]


@frozen
class Addition:
    """What is to be added to one file; with `header` the file is made, and must not be there."""

    file: str
    blocks: Sequence[Block] = ()
    header: Mapping[str, object] | None = None


@frozen
class _Prepared:
    """One file ready to be written, before (None: no file) and after; `good`: nothing is wrong with it afterwards."""

    file: str
    path: Path
    before: bytes | None
    after: bytes
    blocks: tuple[Block, ...]
    sight: Manifest
    good: bool


def add(journal: Journal, additions: Sequence[Addition], label: str, on: str) -> list[tuple[Block, ...]]:
    """Add to files, all or none; return the blocks of each as written. Raise Broken, SellerExists, Changed."""
    with turn(journal) as bereft:
        prepared = _prepared(journal, additions)
        steps = tuple(step_of(one.file, one.before, one.after) for one in prepared)
        Undo(journal.root).note(Entry(label, on, steps))
        _write(journal, prepared)
        for one in prepared:
            if one.file not in bereft:
                journal.seen.accept(one.file, one.sight)
            if one.good:
                journal.known.note(one.file, one.after)
        journal.seen.save()
    return [one.blocks for one in prepared]


def rehearse(journal: Journal, additions: Sequence[Addition]) -> list[tuple[Block, ...]]:
    """Return the blocks as `add` would write them, with their ids; write nothing. Raises what `add` does before it."""
    return [one.blocks for one in _prepared(journal, additions)]


def take_back(journal: Journal, *, again: bool = False) -> Turned:
    """Take back the last command, or do `again` what was taken back; raise NothingToUndo, ChangedMeanwhile, Broken."""
    with turn(journal) as bereft:
        undo = Undo(journal.root)
        steps = undo.last(again=again).steps
        touched = [name for step in steps for name in (step.file, step.was) if name and name not in bereft]
        journal.unsee(touched)
        turned = undo.do_again() if again else undo.take_back()
        journal.wrote(touched)
        for file in touched:
            with suppress(Broken):  # what did not read before does not read now
                journal.accept(file)
    return turned


def _prepared(journal: Journal, additions: Sequence[Addition]) -> list[_Prepared]:
    made: dict[str, list[str]] = {}
    return [_prepare(journal, addition, made) for addition in additions]


def _prepare(journal: Journal, addition: Addition, made: dict[str, list[str]]) -> _Prepared:
    path = journal.path(addition.file)
    if addition.header is not None:
        if atomic.is_there(path):
            atomic.read(path, addition.file)  # what may not be looked at, or leads nowhere, is no seller
            raise SellerExists(file=addition.file, name=addition.header.get("name"))
        head = toml.head(toml.clean(addition.header), "seller")
        return _verified(addition, path, None, _begun(addition, head), made)
    if not atomic.is_there(path) and addition.file == ME:
        return _verified(addition, path, None, _begun(addition, "format = 1\n"), made)
    before = atomic.read(path, addition.file)
    return _verified(addition, path, before, journal.parsed(addition.file, path.stem, before), made)


def _begun(addition: Addition, text: str) -> read.Source:
    return read.source(text.encode(), addition.file, PurePath(addition.file).stem)


def _verified(
    addition: Addition, path: Path, before: bytes | None, old: read.Source, made: dict[str, list[str]]
) -> _Prepared:
    """Lay the blocks after the old bytes and check that the result is the old records, the new ones, nothing else."""
    if addition.file != ME:
        read.header(old)
    _check_brackets(addition, old)
    blocks = _identified(addition, old, made)
    added = "".join(toml.block(block.kind, block.fields) for block in blocks)
    if before is None:
        after = (old.text + added).encode()
    else:
        newline = b"\r\n" if b"\r\n" in before else b"\n"
        gap = b"" if before.endswith(b"\n") or not before else newline
        after = before + gap + added.encode().replace(b"\n", newline)
    if len(after) > atomic.LARGEST:
        raise atomic.too_large(addition.file)
    now = _reread(after, old, added)
    if not _only_added(now.tables, old.tables, blocks):
        raise Unverified(file=addition.file)
    good = (before is None or old.good) and _folds(now, blocks)
    return _Prepared(addition.file, path, before, after, blocks, sight(now, len(after)), good)


def _folds(now: read.Source, blocks: Sequence[Block]) -> bool:
    """Tell whether the header of a seller, as changed by the new blocks too, is one."""
    changed = now.file != ME and any(block.kind == Change.kind for block in blocks)
    return not (changed and read.header(now)[1])


def _check_brackets(addition: Addition, old: read.Source) -> None:
    """Raise BadToml where a block was written with one bracket, so that no other of its kind can follow."""
    for kind in dict.fromkeys(block.kind for block in addition.blocks):
        if kind in old.tables and kind not in old.blocks:
            at = toml.place(old.text, kind)
            raise BadToml(file=old.file, line=at.line, column=at.column, why=phrase("fault.one_bracket", kind=kind))


def _reread(after: bytes, old: read.Source, added: str) -> read.Source:
    """Read back what would be written; what was known to be good is not looked through for deep nesting again."""
    try:
        toml.parse(added, old.file)
        return replace(read.source(after, old.file, old.key, good=old.good), good=False)
    except BadToml:
        raise Unverified(file=old.file) from None


def _identified(addition: Addition, old: read.Source, made: dict[str, list[str]]) -> tuple[Block, ...]:
    """Give each block its id and put ids in the place of references; raise BadText where a block does not validate.

    `made` are the ids that other files were given, and takes up those of this one.
    """
    taken = old.ids()
    shown = {one[: ids.SHOWN] for one in taken}
    made[addition.file] = given = []
    blocks = []
    for block in addition.blocks:
        fields = {
            name: made[value.file or addition.file][value.index] if isinstance(value, Ref) else toml.clean(value)
            for name, value in block.fields.items()
            if value is not None
        }
        given.append(ids.distinct(old.key, block.kind, fields, taken, shown))
        taken.add(given[-1])
        shown.add(given[-1][: ids.SHOWN])
        whole = {"id": given[-1], **fields}
        _validate(block.kind, whole)
        blocks.append(Block(block.kind, whole))
    return tuple(blocks)


def _validate(kind: str, fields: Mapping[str, Any]) -> None:
    found = door.mistake(KINDS[kind], fields)
    if found is not None:
        raise BadText(text=f"{kind}.{'.'.join(map(str, found.path))}: {found.why}")


def _only_added(now: Mapping[str, Any], old: Mapping[str, Any], blocks: Sequence[Block]) -> bool:
    """Tell whether what was read back is the new blocks, in type too, after the old ones, and nothing else."""
    new = _with_blocks({}, blocks)
    last = {kind: now.get(kind, [])[-len(rows) :] for kind, rows in new.items()}
    whole = _with_blocks(old, blocks)
    return toml.same(last, new) and (now == whole or toml.same(now, whole))  # only NaN is not equal to itself


def _with_blocks(tables: Mapping[str, Any], blocks: Sequence[Block]) -> dict[str, Any]:
    whole = dict(tables)
    for block in blocks:
        whole[block.kind] = [*whole.get(block.kind, ()), dict(block.fields)]
    return whole


def _write(journal: Journal, prepared: Sequence[_Prepared]) -> None:
    with naming(journal) as written:
        for one in prepared:
            if (atomic.read(one.path, one.file) if atomic.is_there(one.path) else None) != one.before:
                raise ChangedMeanwhile(file=one.file, label="", written=written)
            atomic.make_folder(one.path.parent)
            atomic.write(one.path, one.after, one.file)
            written.append(one.file)
