"""Journal: one folder of seller files, read as sellers."""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from salescoach.errors import BadTemplate, Broken, CoachError, NoSuchSeller, NotFound, Problem
from salescoach.frozen import frozen
from salescoach.journal import atomic, read
from salescoach.journal.known import Known
from salescoach.journal.places import inside
from salescoach.journal.roster import LEFT, ME, SELLERS, Roster, file_of
from salescoach.journal.seen import Manifest, Seen
from salescoach.records.seller import Book, Seller

if TYPE_CHECKING:
    from salescoach.records.figures import Source

__all__ = ["LEFT", "ME", "SELLERS", "Journal", "NoSuchFile", "Team", "as_problem", "file_of", "sight"]

_FILES = (".toml", ".icloud")


class NoSuchFile(NotFound):
    """No file of that name is in the journal, nor was."""


@frozen
class Team:
    """All sellers of a journal that read, in order of their keys, and what is wrong with it."""

    sellers: tuple[Seller, ...]
    problems: tuple[Problem, ...]


@dataclass
class Journal(Roster):
    """The journal in the folder `root`, private lines only with `private`; files `known` to be good are not judged.

    `written` are the files that this command has written so far, so that it can be told whatever fails afterwards.
    """

    private: bool = False
    known: Known = field(default_factory=Known)
    vanished: list[Problem] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    _looked: set[str] = field(default_factory=set)
    _as_seen: set[str] = field(default_factory=set)
    _seen: Seen | None = None
    _kept: dict[str, tuple[bytes, read.Source]] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """The folder of what may be deleted at any time; raise LeadsOut."""
        return inside(self.root, ".coach", self.follow)

    @property
    def seen(self) -> Seen:
        """What each file held when it was last read."""
        if self._seen is None:
            self._seen = Seen(self.folder)
        return self._seen

    def named(self, typed: str) -> str:
        """Return the name of a file that is or was there, typed as it, a path or a seller; raise NotFound."""
        root = atomic.real(self.root)
        for path in (root / typed, Path(typed)):
            place = atomic.real(path.parent) / path.name  # a link in the journal is a file of the journal
            if place.suffix == ".toml" and place.is_relative_to(root):
                file = place.relative_to(root).as_posix()
                if atomic.is_there(place) or file in self.seen.files():
                    return file
        try:
            return self.file_name(self.find(typed))
        except NoSuchSeller:
            if typed.endswith(_FILES):
                raise NoSuchFile(file=typed) from None
            raise

    def seller(self, typed: str) -> Seller:
        """Return the seller who is meant; raise NoSuchSeller, SeveralSellers, or Broken where her file is."""
        return self.by_key(self.find(typed))

    def by_key(self, key: str) -> Seller:
        """Return the seller of a key, copies told; her file as parsed is kept, to be added to. Raise Broken."""
        file = self.file_name(key)
        found = self._read(file, key, left=file != file_of(key), keep=True)
        beside = tuple(_copy(one, of) for one, of in self.copies().items() if of == file)
        return replace(found, problems=(*found.problems, *beside)) if beside else found

    def parsed(self, file: str, key: str, data: bytes) -> read.Source:
        """Return the bytes of a file as parsed, once if they are what was kept of it; raise Broken."""
        kept = self._kept.get(file)
        return kept[1] if kept and kept[0] == data else read.source(data, file, key, good=self.known.has(file, data))

    def wrote(self, files: Sequence[str]) -> None:
        """Note which files this command has written; what was read of names may no longer be so."""
        self.written += files
        self.heads.clear()

    def team(self) -> Team:
        """Return all sellers; a file that is broken becomes a problem and hides nobody else."""
        return self._team(SELLERS)

    def everyone(self) -> Team:
        """Return all sellers, those who left after the others."""
        here, left = self._team(SELLERS), self._team(LEFT)
        return Team((*here.sellers, *left.sellers), (*here.problems, *left.problems))

    def each(self, problems: list[Problem], folder: str = SELLERS) -> Iterator[Seller]:
        """Give all sellers of a folder, each read when her turn comes; what is wrong with files goes to `problems`."""
        theirs: list[Problem] = []
        made, found = self.copies(), self._found(folder)
        for key, file in found.items():
            if file in made:
                problems.append(_copy(file, made[file]))
                continue
            try:
                seller = self._read(file, key, left=folder == LEFT)
            except CoachError as error:
                problems.append(as_problem(error))
                continue
            theirs += seller.problems
            yield seller
            del seller  # what is kept of her is for others to say: a thousand would not fit
        problems += theirs

    def _team(self, folder: str) -> Team:
        problems: list[Problem] = []
        return Team(tuple(self.each(problems, folder)), tuple(problems))

    def me(self) -> Book:
        """Return the manager's own records; none where there is no file yet. Raise Broken where it is."""
        if not atomic.is_there(self.path(ME)):
            return Book()
        data, source = self._source(ME, "me")
        found = read.book(source, private=self.private)
        if not (source.good or found.problems):
            self.known.note(ME, data)
        return found

    def check_vanished(self) -> Sequence[Problem]:
        """Return, for every file that ever was seen, the records that are no longer in it; remember what grew."""
        self.look_over()
        self.seen.save()
        self.known.save()
        return self.vanished

    def look_over(self) -> Sequence[Problem]:
        """Return the same, and write nothing."""
        places = dict[str, Path]()
        for file in sorted(self.seen.files() - self._looked - self._as_seen):
            folder, _, name = file.rpartition("/")
            if folder not in places:
                places[folder] = self.path(file).parent
            if _size(f"{places[folder]}/{name}") != self.seen.size(file):
                self._look_again(file)
            else:
                self._as_seen.add(file)
        return self.vanished

    def accept(self, file: str) -> None:
        """Take a file as it is now for whole; raise Broken where it does not read."""
        self._looked.add(file)
        self.vanished = [problem for problem in self.vanished if problem.file != file]
        path = self.path(file)
        data = atomic.read(path, file) if atomic.is_there(path) else None
        self.seen.accept(file, None if data is None else sight(read.source(data, file, path.stem), len(data)))
        self.seen.save()

    def unsee(self, files: Collection[str]) -> None:
        """Forget what files held, as this command is about to take from them: stopped midway, it is no loss."""
        for file in files:
            self.seen.accept(file, None)
        self.seen.save()
        self.known.forget(files)

    def moved(self, file: str, to: str) -> None:
        """Know a file by its new name in the journal."""
        self.accept(file)
        if to.endswith(".toml") and not to.startswith(".coach/"):
            with suppress(Broken):  # a file that does not read can be put away as well
                self.accept(to)

    def with_figures(self, seller: Seller) -> Seller:
        """Return a seller with her figures by month; a file of them that does not read is a problem of hers."""
        from salescoach.records.figures import months_of

        try:
            return replace(seller, figures=months_of(self._figures, seller.key))
        except Broken as error:
            return replace(seller, problems=(*seller.problems, as_problem(error)))

    def _look_again(self, file: str) -> None:
        if not atomic.is_there(self.path(file)):
            self._looked.add(file)
            self.vanished.append(Problem(file, "missing", data={"file": file}))
            return
        try:
            self._source(file, self.path(file).stem)
        except Broken:
            return  # a file that does not read is told of by whoever needs it, and by doctor

    def _read(self, file: str, key: str, *, left: bool, keep: bool = False) -> Seller:
        data, source = self._source(file, key, keep=keep)
        found = read.seller(source, private=self.private, left=left)
        if not (source.good or found.problems):
            self.known.note(file, data)
        measured = any(row.get("figure") for _, row in source.rows("goal", private=True))
        return self.with_figures(found) if measured else found

    @cached_property
    def _figures(self) -> "list[Source]":
        from salescoach.journal import figures

        return figures.sources(self)

    def _source(self, file: str, key: str, *, keep: bool = False) -> tuple[bytes, read.Source]:
        before = None if file in self._looked else self.seen.last(file)
        data = atomic.read(self.path(file), file)
        found = self.parsed(file, key, data)
        if keep:
            self._kept[file] = data, found
        if file not in self._looked:
            self._looked.add(file)
            problem = self.seen.look(file, before, sight(found, len(data))) and self._looked_twice(file, key)
            self.vanished += [problem] if problem else []
        return data, found

    def _looked_twice(self, file: str, key: str) -> Problem | None:
        """Return what vanished from a file, seen and file read once more: somebody may have written in between."""
        before = self.seen.last(file)
        data = atomic.read(self.path(file), file)
        return self.seen.look(file, before, sight(read.source(data, file, key), len(data)))


def sight(source: read.Source, size: int) -> Manifest:
    """Return what a file of `size` bytes holds."""
    return Manifest.of(size, source.written)


def as_problem(error: CoachError) -> Problem:
    """Return the problem that a broken file or template is to commands that go on without it."""
    data: Mapping[str, Any] = error.data
    if isinstance(error, BadTemplate):
        file, line, column = str(data["place"]).rsplit(":", 2)
        return Problem(file, error.code, int(line), int(column), {"key": data["key"], "why": data["why"]})
    numbers = {name: value for name in ("line", "column") if isinstance(value := data.get(name), int)}
    return Problem(str(data.get("file", "?")), error.code, data=data, **numbers)


def _copy(file: str, of: str) -> Problem:
    return Problem(file, "conflict_copy", data={"file": file, "of": of})


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116  # for a thousand files, whose Paths take longer than to look
    except OSError:
        return -1
