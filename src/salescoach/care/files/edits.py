"""Edits: the private copies that the manager edits, and how what she saved comes into the journal."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from salescoach.answer import phrase
from salescoach.care.files.segments import places, split
from salescoach.care.files.threeway import united
from salescoach.errors import Broken, ChangedMeanwhile, EditOverlap, NoSuchItem, Problem, Unreadable
from salescoach.frozen import frozen
from salescoach.journal import atomic, read, rewrite
from salescoach.journal.journal import ME, Journal, as_problem
from salescoach.journal.lock import is_open
from salescoach.records.keys import key_form

MINE = "me"
"""The key of the manager's own file: no seller has it."""

RECORD = "#"
"""Between the key of a file and the id of the one record of it that is edited."""

_BEGUN = b"format = 1\n"
"""What an edit begins with where there is no file yet: the manager's own."""

_MOST = 1000
"""Copies of one file that can be open."""


@frozen
class Copy:
    """A copy that is edited, at `path`, and the bytes of the file that it was made of; of a record from where to where.

    The `key` of a record is that of its file and its id.
    """

    key: str
    path: Path
    base: bytes
    start: int = 0
    end: int | None = None

    @property
    def name(self) -> str:
        """What `coach edit` finds it by."""
        return self.key.rpartition(RECORD)[2]


@frozen
class Change:
    """What became of a file: its bytes before and after; `joined` where both hers and what came meanwhile are in it."""

    file: str
    before: bytes
    after: bytes
    joined: bool


class Edits:
    """The copies of a journal that are being edited, one a file, in `.coach/edits/`."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._folder = journal.folder / "edits"

    def file(self, key: str) -> str:
        """Return the name in the journal of the file that is edited, wherever it was moved meanwhile."""
        key = key.partition(RECORD)[0]
        return ME if key == MINE else self._journal.file_name(key)

    def begin(self, key: str) -> Copy:
        """Make a copy of a file, or of a record, beside any that somebody has open; raise Broken, NoSuchItem."""
        data = self._now(key)
        start, end = self._place(key, data)
        atomic.make_folder(self._folder)
        names = (f"{key}.toml", *(f"{key}.toml.{number}.toml" for number in range(2, _MOST)))
        free = (path for path in map(self._folder.joinpath, names) if not path.exists() and atomic.claim(_base(path)))
        path = next(free)
        for one, part in ((_base(path), data), (path, data[start:end])):
            atomic.write(one, part, str(one))
        return Copy(key, path, data, start, end)

    def waiting(self, key: str) -> list[Copy]:
        """Return the copies that were saved, never came into the journal and are not open, those saved late too."""
        names = re.compile(rf"{re.escape(key)}\.toml(\.\d+\.toml)?")
        found = []
        for path in sorted(atomic.listing(self._folder, str(self._folder))):
            if names.fullmatch(path.name):
                base = _base(path)  # where nobody knows any more what it was made of, that is what the journal says now
                begun = atomic.read(base, str(base)) if base.is_file() else self._now(key)
                found.append(Copy(key, path, begun, *self._place(key, begun)))
        return [one for one in found if self.text(one) != one.base and not is_open(one.path)]

    def text(self, copy: Copy) -> bytes:
        """Return the whole file as a copy has it now; one that was removed says what it did at first."""
        if not copy.path.is_file():
            return copy.base
        typed, rest = copy.path.read_bytes(), b"" if copy.end is None else copy.base[copy.end :]
        gap = b"\n" if typed and rest and not typed.endswith(b"\n") else b""
        return copy.base[: copy.start] + typed + gap + rest

    def drop(self, copy: Copy) -> None:
        """Forget a copy, and the one that many an editor makes of it: it is in the journal, or no longer wanted."""
        for one in (copy.path, copy.path.with_name(f"{copy.path.name}~"), _base(copy.path)):
            atomic.remove_quietly(one)

    def problems(self, key: str, data: bytes, known: Sequence[bytes]) -> list[Problem]:
        """Return what keeps a text from being that file: what no `known` text has; nothing where one is broken."""
        file = self.file(key)
        try:
            found = told_of(file, data)
        except Broken as error:
            return [as_problem(error)]
        try:
            before = Counter(_meant(problem) for one in known for problem in told_of(file, one))
        except Broken:
            return []
        fresh = Counter(map(_meant, found)) - before
        return [problem for problem in found if _meant(problem) in fresh]

    def write(self, copy: Copy, mine: bytes, label: str, on: str) -> Change:
        """Put what was saved in place of the file with what came meanwhile; raise EditOverlap, Broken, Locked."""
        if not (_base(copy.path).is_file() or copy.key == MINE or self._there(self.file(copy.key))):
            self.drop(copy)
            raise Unreadable(file=self.file(copy.key), why=phrase("fault.erased"))
        while True:
            file = self.file(copy.key)
            there = self._there(file)
            now = _BEGUN if there is None and file == ME else there
            new = None if now is None else united(copy.base, mine, now)
            # Two texts that each are well need not be so together.
            if now is None or new is None or (new != mine and self.problems(copy.key, new, (mine, now))):
                raise EditOverlap(file=file, draft=str(self._aside(copy, mine)), key=copy.name)
            try:
                if new != now:
                    rewrite.change(self._journal, label, on, [rewrite.Rewrite(file, there, new)])
            except ChangedMeanwhile:
                continue
            self.drop(copy)
            return Change(file, now, new, joined=new not in (mine, now))

    def _aside(self, copy: Copy, mine: bytes) -> Path:
        """Keep what she saved where no later edit comes upon it, under a name that tells whose file it is."""
        number = 1
        while (path := self._folder / f"{copy.key}.toml.mine-{number}").exists():
            number += 1
        atomic.make_folder(self._folder)
        atomic.write(path, mine, str(path))
        self.drop(copy)
        return path

    def _place(self, key: str, base: bytes) -> tuple[int, int | None]:
        """Return from where to where in a file stands what is edited."""
        spelled = key.partition(RECORD)[2]
        if not spelled:
            return 0, None
        file = self.file(key)
        source = rewrite.check(base, file)
        for kind, at, start, end in places(base, split(source.text, file)):
            if kind and key_form(str(source.blocks[kind][at]["id"])) == spelled:
                return start, end
        raise NoSuchItem(typed=spelled)

    def _there(self, file: str) -> bytes | None:
        path = self._journal.path(file)
        return atomic.read(path, file) if atomic.is_there(path) else None

    def _now(self, key: str) -> bytes:
        there = self._there(self.file(key))
        return _BEGUN if there is None else there


def _base(path: Path) -> Path:
    return path.with_suffix(".base")


def told_of(file: str, data: bytes) -> list[Problem]:
    """Return the records in a text that would be left out, private ones too; raise Broken where it does not read."""
    if len(data) > atomic.LARGEST:
        raise atomic.too_large(file)
    source = rewrite.check(data, file)
    return list((read.book if file == ME else read.seller)(source, private=True).problems)


def _meant(problem: Problem) -> tuple[str, str]:
    """Return what a problem is, wherever it stands."""
    return problem.code, repr(sorted(problem.data.items()))
