"""Journal: one folder of seller files, read as sellers."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from salescoach.errors import Broken, CoachError, Problem
from salescoach.journal import atomic, copies, names, places, read, toml
from salescoach.journal.seen import Seen, Sight
from salescoach.records.header import Header
from salescoach.records.seller import Book, Seller

ME = "me.toml"
SELLERS = "sellers"
LEFT = "left"


@dataclass(frozen=True)
class Team:
    """All sellers of a journal that read, in order of their keys, and what is wrong with it."""

    sellers: tuple[Seller, ...]
    problems: tuple[Problem, ...]


@dataclass
class Journal:
    """The journal in the folder `root`; private lines are read only with `private`.

    Folders in it that are links are followed inside it, and to `follow`, the folders outside that she agreed to.
    """

    root: Path
    private: bool = False
    follow: Sequence[str] = ()
    vanished: list[Problem] = field(default_factory=list)
    _looked: set[str] = field(default_factory=set)
    _seen: Seen | None = None
    _kept: dict[str, tuple[bytes, read.Source]] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """The folder of what may be deleted at any time; raise LeadsOut."""
        return places.inside(self.root, ".coach", self.follow)

    @property
    def seen(self) -> Seen:
        """What each file held when it was last read."""
        if self._seen is None:
            self._seen = Seen(self.folder)
        return self._seen

    def keys(self, folder: str = SELLERS) -> list[str]:
        """Return the keys of all seller files in order, conflict copies left out; raise Unreadable, LeadsOut."""
        found = self._stems(folder)
        return sorted(key for key in found if self._copied(key, found) is None)

    def copies(self) -> dict[str, str]:
        """Return each conflict copy that a cloud folder made of a seller's file, and the file that it is of."""
        found = {folder: self._stems(folder) for folder in (SELLERS, LEFT)}
        made = ((folder, key, self._copied(key, keys)) for folder, keys in found.items() for key in sorted(keys))
        return {f"{folder}/{key}.toml": f"{folder}/{of}.toml" for folder, key, of in made if of is not None}

    def _copied(self, key: str, keys: set[str]) -> str | None:
        """Return the key that another is a copy of; one whose seller is in the other folder is a copy all the same."""
        found = copies.original(key, keys)
        return found or (copies.original(key, self._stems(SELLERS) | self._stems(LEFT)) if " " in key else None)

    def files(self) -> list[str]:
        """Return the names in the journal of all files that hold records: mine, all sellers', those of who left."""
        mine = [ME] if atomic.is_there(self.path(ME)) else []
        return mine + [f"{folder}/{key}.toml" for folder in (SELLERS, LEFT) for key in self.keys(folder)]

    def path(self, file: str) -> Path:
        """Return where a file of the journal is; raise LeadsOut."""
        folder, _, name = file.rpartition("/")
        return places.inside(self.root, folder, self.follow) / name if folder else self.root / file

    def _stems(self, folder: str) -> set[str]:
        found = atomic.listing(places.inside(self.root, folder, self.follow), folder)
        return {path.stem for path in found if path.suffix == ".toml" and not path.name.startswith(".")}

    def file(self, key: str) -> Path:
        """Return where the file of a seller is, one who left included."""
        return self.path(self._file(key))

    def named(self, typed: str) -> str:
        """Return the name in the journal of a file that is or was there, typed as such, as a path, or as a seller."""
        root = self.root.resolve()
        for path in (root / typed, Path(typed)):
            place = path.parent.resolve() / path.name  # a link in the journal is a file of the journal
            if place.suffix == ".toml" and place.is_relative_to(root):
                file = place.relative_to(root).as_posix()
                if atomic.is_there(place) or file in self.seen.files():
                    return file
        return self._file(self.find(typed))

    def called(self) -> list[names.Called]:
        """Return what each seller goes by; one whose file does not read goes by its key."""
        places = {key: folder for folder in (LEFT, SELLERS) for key in self.keys(folder)}
        return [self._called(key, f"{folder}/{key}.toml") for key, folder in places.items()]

    def find(self, typed: str) -> str:
        """Return the key of the seller who is meant; raise NoSuchSeller, SeveralSellers."""
        return names.find(typed, self.called()).key

    def seller(self, typed: str) -> Seller:
        """Return the seller who is meant; raise NoSuchSeller, SeveralSellers, or Broken where her file is."""
        return self.by_key(self.find(typed))

    def by_key(self, key: str) -> Seller:
        """Return the seller of a key, whose file as parsed is kept: it may be added to. Raise Broken where it is."""
        file = self._file(key)
        source = self._source(file, key, keep=True)
        return read.seller(source, private=self.private, left=file != file_of(key))

    def parsed(self, file: str, key: str, data: bytes) -> read.Source:
        """Return the bytes of a file as parsed, once if they are what was kept of it; raise Broken."""
        kept = self._kept.get(file)
        return kept[1] if kept and kept[0] == data else read.source(data, file, key)

    def team(self) -> Team:
        """Return all sellers; a file that is broken becomes a problem and hides nobody else."""
        return self._team(SELLERS)

    def everyone(self) -> Team:
        """Return all sellers, those who left after the others."""
        here, left = self._team(SELLERS), self._team(LEFT)
        return Team((*here.sellers, *left.sellers), (*here.problems, *left.problems))

    def _team(self, folder: str) -> Team:
        sellers: list[Seller] = []
        stems = self._stems(folder)
        made = ((key, self._copied(key, stems)) for key in sorted(stems))
        problems = []
        for key, of in made:
            file = f"{folder}/{key}.toml"
            if of is not None:
                problems.append(Problem(file, "conflict_copy", data={"file": file, "of": f"{folder}/{of}.toml"}))
                continue
            try:
                source = self._source(file, key)
                sellers.append(read.seller(source, private=self.private, left=folder == LEFT))
            except CoachError as error:
                problems.append(as_problem(error))
        problems += [problem for seller in sellers for problem in seller.problems]
        return Team(tuple(sellers), tuple(problems))

    def me(self) -> Book:
        """Return the manager's own records; none where there is no file yet. Raise Broken where it is."""
        if not atomic.is_there(self.path(ME)):
            return Book()
        return read.book(self._source(ME, "me"), private=self.private)

    def check_vanished(self) -> Sequence[Problem]:
        """Return, for every file that ever was seen, the records that are no longer in it; remember what grew."""
        self.look_over()
        self.seen.save()
        return self.vanished

    def look_over(self) -> Sequence[Problem]:
        """Return the same, and write nothing."""
        for file in sorted(self.seen.files() - self._looked):
            if _size(self.path(file)) != self.seen.size(file):
                self._look_again(file)
        return self.vanished

    def accept(self, file: str) -> None:
        """Take a file as it is now for whole; raise Broken where it does not read."""
        self._looked.add(file)
        self.vanished = [problem for problem in self.vanished if problem.file != file]
        path = self.path(file)
        data = atomic.read(path, file) if atomic.is_there(path) else None
        self.seen.accept(file, None if data is None else sight(read.source(data, file, path.stem), len(data)))
        self.seen.save()

    def unsee(self, files: Iterable[str]) -> None:
        """Forget what files held, as this command is about to take from them: stopped midway, it is no loss."""
        for file in files:
            self.seen.accept(file, None)
        self.seen.save()

    def moved(self, file: str, to: str) -> None:
        """Know a file by its new name in the journal."""
        self.accept(file)
        if to.endswith(".toml") and not to.startswith(".coach/"):
            with suppress(Broken):  # a file that does not read can be put away as well
                self.accept(to)

    def _file(self, key: str) -> str:
        left = f"{LEFT}/{key}.toml"
        return (
            left if atomic.is_there(self.path(left)) and not atomic.is_there(self.path(file_of(key))) else file_of(key)
        )

    def _look_again(self, file: str) -> None:
        if not atomic.is_there(self.path(file)):
            self._looked.add(file)
            self.vanished.append(Problem(file, "missing", data={"file": file}))
            return
        try:
            self._source(file, self.path(file).stem)
        except Broken:
            return  # a file that does not read is told of by whoever needs it, and by doctor

    def _source(self, file: str, key: str, *, keep: bool = False) -> read.Source:
        before = None if file in self._looked else self.seen.last(file)
        data = atomic.read(self.path(file), file)
        found = self.parsed(file, key, data)
        if keep:
            self._kept[file] = data, found
        if file not in self._looked:
            self._looked.add(file)
            problem = self.seen.look(file, before, sight(found, len(data))) and self._looked_twice(file, key)
            self.vanished += [problem] if problem else []
        return found

    def _looked_twice(self, file: str, key: str) -> Problem | None:
        """Return what vanished from a file, seen and file read once more: somebody may have written in between."""
        before = self.seen.last(file)
        data = atomic.read(self.path(file), file)
        return self.seen.look(file, before, sight(read.source(data, file, key), len(data)))

    def _called(self, key: str, file: str) -> names.Called:
        try:
            header = self._header(file, key)
        except Broken:
            return names.Called(key, key.replace("-", " "))
        return names.Called(key, header.name, tuple(header.aliases))

    def _header(self, file: str, key: str) -> Header:
        """Read the head of a file alone where nothing in the rest can change it: a journal of years is long."""
        data = atomic.read(self.path(file), file)
        if not _names_change(data):
            try:
                return _head(data[: data.find(b"\n[[") + 1 or None], file, key)
            except Broken:
                pass  # the header may stand further down, or the cut went through a text of several lines
        return _head(data, file, key)


def file_of(key: str, *, left: bool = False) -> str:
    """Return the name in the journal of a seller's file, of one who `left` too."""
    return f"{LEFT if left else SELLERS}/{key}.toml"


def sight(source: read.Source, size: int) -> Sight:
    """Return what a file of `size` bytes holds."""
    return Sight.of(size, source.written)


def as_problem(error: CoachError) -> Problem:
    """Return the problem that a broken file is to commands that go on without it."""
    data: Mapping[str, Any] = error.data
    numbers = {name: value for name in ("line", "column") if isinstance(value := data.get(name), int)}
    return Problem(str(data.get("file", "?")), error.code, data=data, **numbers)


def _names_change(data: bytes) -> bool:
    """Tell whether a line of a file begins with the kind of record that changes its header, in brackets or not."""
    at = data.find(b"change")
    while at >= 0 and data[data.rfind(b"\n", 0, at) + 1 : at].strip(b"[ \t\"'"):
        at = data.find(b"change", at + 1)
    return at >= 0


def _head(data: bytes, file: str, key: str) -> Header:
    text = toml.decode(data, file)
    return read.header(read.Source(file, key, text, toml.parse(text, file)))[0]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1
