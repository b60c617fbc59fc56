"""Roster: who is in a journal and which files are, by their names and heads alone; no record is read for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from salescoach.errors import Broken
from salescoach.journal import atomic, copies, heads, names, places
from salescoach.records.keys import key_form

ME = "me.toml"
SELLERS = "sellers"
LEFT = "left"


@dataclass
class Roster:
    """The files of the journal in `root`; links in it are followed inside it, and to the folders in `follow`."""

    root: Path
    follow: Sequence[str] = ()

    def keys(self, folder: str = SELLERS) -> list[str]:
        """Return the keys of all seller files in order, conflict copies left out; raise Unreadable, LeadsOut."""
        return [key for key, of in self._copied_in(folder) if of is None]

    def copies(self) -> dict[str, str]:
        """Return each conflict copy that a cloud folder made of a seller's file, and the file that it is of."""
        made = ((folder, key, of) for folder in (SELLERS, LEFT) for key, of in self._copied_in(folder))
        return {f"{folder}/{key}.toml": f"{folder}/{of}.toml" for folder, key, of in made if of is not None}

    def files(self) -> list[str]:
        """Return the names in the journal of all files that hold records: mine, all sellers', those of who left."""
        mine = [ME] if atomic.is_there(self.path(ME)) else []
        return mine + [f"{folder}/{key}.toml" for folder in (SELLERS, LEFT) for key in self.keys(folder)]

    def path(self, file: str) -> Path:
        """Return where a file of the journal is; raise LeadsOut."""
        folder, _, name = file.rpartition("/")
        return places.inside(self.root, folder, self.follow) / name if folder else self.root / file

    def file(self, key: str) -> Path:
        """Return where the file of a seller is, one who left included."""
        return self.path(self._file(key))

    def called(self) -> list[names.Called]:
        """Return what each seller goes by; one whose file does not read goes by its key."""
        places = {key: folder for folder in (LEFT, SELLERS) for key in self.keys(folder)}
        return [self._called(key, f"{folder}/{key}.toml") for key, folder in places.items()]

    def find(self, typed: str) -> str:
        """Return the key of the seller who is meant; raise NoSuchSeller, SeveralSellers."""
        if key_form(typed) != names.ME and any(typed in self.keys(folder) for folder in (SELLERS, LEFT)):
            return typed  # an exact key comes before all that others go by, so no file is read
        return names.find(typed, self.called()).key

    def _copied_in(self, folder: str) -> list[tuple[str, str | None]]:
        """Return the keys in a folder in order, each with the key that it is a conflict copy of, if it is one."""
        found = self._stems(folder)
        return [(key, self._copied(key, found)) for key in sorted(found)]

    def _copied(self, key: str, keys: set[str]) -> str | None:
        """Return the key that another is a copy of; one whose seller is in the other folder is a copy all the same."""
        found = copies.original(key, keys)
        return found or (copies.original(key, self._stems(SELLERS) | self._stems(LEFT)) if " " in key else None)

    def _stems(self, folder: str) -> set[str]:
        found = atomic.listing(places.inside(self.root, folder, self.follow), folder)
        return {path.stem for path in found if path.suffix == ".toml" and not path.name.startswith(".")}

    def _file(self, key: str) -> str:
        here, left = file_of(key), file_of(key, left=True)
        return left if atomic.is_there(self.path(left)) and not atomic.is_there(self.path(here)) else here

    def _called(self, key: str, file: str) -> names.Called:
        try:
            data = atomic.read(self.path(file), file)
        except Broken:
            return names.Called(key, key.replace("-", " "))
        return heads.called(data, file, key)


def file_of(key: str, *, left: bool = False) -> str:
    """Return the name in the journal of a seller's file, of one who `left` too."""
    return f"{LEFT if left else SELLERS}/{key}.toml"
