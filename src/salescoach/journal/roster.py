"""Roster: who is in a journal and which files are, by their names and heads alone; no record is read for it."""

from collections.abc import Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path

from salescoach.errors import Broken
from salescoach.journal import atomic, copies, heads, names, places
from salescoach.records.keys import key_form

ME = "me.toml"
SELLERS = "sellers"
LEFT = "left"
_SUFFIX = ".toml"


@dataclass
class Roster:
    """The files of the journal in `root`; links in it are followed inside it, and to the folders in `follow`."""

    root: Path
    follow: Sequence[str] = ()
    heads: dict[str, names.Called] = field(default_factory=dict, kw_only=True)
    """What was read of names, by file, until this command writes."""

    def keys(self, folder: str = SELLERS) -> list[str]:
        """Return the keys of all seller files in order, conflict copies left out; raise Unreadable, LeadsOut."""
        made, found = self.copies(), self._found(folder)
        return [key for key, file in found.items() if file not in made]

    def copies(self, *, only: str = "", every: bool = False, sure: bool = False) -> dict[str, str]:
        """Return each conflict copy that a cloud folder made of a seller's file, and the file that it is of.

        That is of one file `only`, or with `every` those too that nothing but a look into all files tells. What does
        not read is none, but where it has to be `sure`: raise Broken.
        """
        files: list[str] = []
        for folder in (SELLERS, LEFT):
            # whoever needs a folder that cannot be looked into says so
            with nullcontext() if sure else suppress(Broken):
                files += self._found(folder).values()
        return copies.told(files, self._bytes if sure else self.bytes_of, only=only, every=every)

    def files(self) -> list[str]:
        """Return the names in the journal of all files that hold records: mine, all sellers', those of who left."""
        mine = [ME] if atomic.is_there(self.path(ME)) else []
        found, made = [*self._found(SELLERS).values(), *self._found(LEFT).values()], self.copies()
        return mine + [file for file in found if file not in made]

    def bytes_of(self, file: str, most: int = -1) -> bytes:
        """Return the bytes of a file of the journal, the first of them at `most`; none where it does not read."""
        if most >= 0:
            return atomic.start(f"{self.root}/{file}", most)  # a thousand Paths take longer than to read them
        with suppress(Broken):
            return self._bytes(file)
        return b""

    def _bytes(self, file: str, most: int = -1) -> bytes:
        path = self.path(file)
        data = b"" if atomic.leads_nowhere(path) else atomic.read(path, file)
        return data if most < 0 else data[:most]

    def path(self, file: str) -> Path:
        """Return where a file of the journal is; raise LeadsOut."""
        folder, _, name = file.rpartition("/")
        return places.inside(self.root, folder, self.follow) / name if folder else self.root / file

    def file(self, key: str) -> Path:
        """Return where the file of a seller is, one who left included."""
        return self.path(self.file_name(key))

    def file_name(self, key: str) -> str:
        """Return the name in the journal of the file of a seller, one who left included."""
        here, left = file_of(key), file_of(key, left=True)
        return left if atomic.is_there(self.path(left)) and not atomic.is_there(self.path(here)) else here

    def called(self) -> list[names.Called]:
        """Return what each seller goes by; one whose file does not read goes by its key."""
        files, made = self._found(LEFT) | self._found(SELLERS), self.copies()
        return [self._called(key, file) for key, file in files.items() if file not in made]

    def find(self, typed: str) -> str:
        """Return the key of the seller who is meant; raise NoSuchSeller, SeveralSellers."""
        for folder in (SELLERS, LEFT) if key_form(typed) != names.ME else ():
            file = self._found(folder).get(typed)
            if file is not None and file not in self.copies(only=file):
                return typed  # an exact key comes before all that others go by, so no file is read
        return names.find(typed, self.called()).key

    def _found(self, folder: str) -> dict[str, str]:
        """Return the name in the journal of every seller file in a folder by its key, one that is in a cloud too."""
        listed = atomic.listing(places.inside(self.root, folder, self.follow), folder)
        named = (atomic.downloaded(path.name) for path in listed)
        keys = sorted(name[: -len(_SUFFIX)] for name in named if name.endswith(_SUFFIX) and name[0] != ".")
        return {key: f"{folder}/{key}{_SUFFIX}" for key in keys}

    def _called(self, key: str, file: str) -> names.Called:
        if file not in self.heads:
            try:
                self.heads[file] = heads.called(atomic.read(self.path(file), file), file, key)
            except Broken:
                return names.Called(key, key.replace("-", " "))
        return self.heads[file]


def file_of(key: str, *, left: bool = False) -> str:
    """Return the name in the journal of a seller's file, of one who `left` too."""
    return f"{LEFT if left else SELLERS}/{key}.toml"
