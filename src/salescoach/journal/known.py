"""Known: which files were judged without finding any problem, by a hash of their bytes, so that once is enough."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache, cached_property
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from salescoach import __version__
from salescoach.errors import CoachError, LeadsOut
from salescoach.journal import atomic, places
from salescoach.journal.schemas import SCHEMAS
from salescoach.records.kinds import MODULES

NAME = "known"

_LIBRARIES = ("pydantic", "pydantic_core", "toml_rs")
_SOURCE = Path(__file__).parents[1]
_MODULES = (
    *("journal.door", "journal.read", "journal.shapes"),
    *("records.base", "records.header", "records.keys", "records.settings", "records.values"),
    *MODULES,
    *sorted({place.rpartition(".")[0] for place in SCHEMAS.values()}),
)
"""What decides whether a file passes: if any of it is another one, everything is judged anew."""


class Known:
    """The hashes of files that passed, in `.coach/known`: first what judged them, then a hash and a file a line."""

    def __init__(self, root: Path | None = None, follow: Sequence[str] = ()) -> None:
        """Take the folder of a journal; without one, or where `.coach` leads out of it, nothing is known or kept."""
        self._path: Path | None = None
        with suppress(LeadsOut):
            self._path = root and places.inside(root, ".coach", follow) / NAME
        self._learnt: dict[str, str | None] = {}

    def has(self, file: str, data: bytes) -> bool:
        """Tell whether a file passed when it had these bytes."""
        noted = self._hashes.get(file)
        return noted is not None and noted == _hash(data)

    def note(self, file: str, data: bytes) -> None:
        """Note that a file passes with these bytes."""
        if self._path is None or "\n" in file:
            return
        spelled = _hash(data)
        if self._hashes.get(file) != spelled:
            self._learnt[file] = self._hashes[file] = spelled

    def files(self) -> set[str]:
        """Return the names of all files that are noted, whatever judged them."""
        return set(self._read()[1])

    def forget(self, files: Iterable[str]) -> None:
        """Note nothing of these files any more."""
        self._learnt |= dict.fromkeys(files)
        self.save()

    def save(self) -> None:
        """Write down what was learnt, whole or not at all; where that cannot be, files are judged once more."""
        if self._path is None or self._judge is None or not self._learnt:
            return
        found = self._load() | self._learnt  # another command may have learnt of other files meanwhile
        self._hashes = {file: spelled for file, spelled in found.items() if spelled}
        lines = [self._judge, *(f"{spelled} {file}" for file, spelled in self._hashes.items())]
        with suppress(CoachError):
            atomic.make_folder(self._path.parent)
            atomic.note(self._path, os.fsencode("\n".join(lines)), f".coach/{NAME}")
            self._learnt = {}

    @cached_property
    def _judge(self) -> str | None:
        """A hash of what judges, versions and source; None where that cannot be told, so that nothing is known."""
        try:
            versions = [__version__, *_versions()]
            return _hash(b"\0".join([*map(os.fsencode, versions), _source(_SOURCE, _MODULES)]))
        except (OSError, LookupError):
            return None

    @cached_property
    def _hashes(self) -> dict[str, str]:
        return self._load()

    def _load(self) -> dict[str, str]:
        judge, hashes = self._read()
        return hashes if hashes and judge == self._judge else {}

    def _read(self) -> tuple[str, dict[str, str]]:
        try:
            judge, *lines = os.fsdecode(atomic.read(self._path, NAME)).split("\n") if self._path else [""]
        except CoachError:
            return "", {}
        return judge, {file: spelled for spelled, _, file in (line.partition(" ") for line in lines)}


def _hash(data: bytes) -> str:
    """Return a hash of bytes; where a processor helps with it, none in the standard library is faster."""
    return sha256(data).hexdigest()


def _versions() -> Iterator[str]:
    """Give the folders in which the libraries are said to be installed, by name and version; raise LookupError."""
    for name in _LIBRARIES:
        yield from _folders(name)


@cache
def _folders(name: str) -> list[str]:
    found = find_spec(name)
    folders = Path(found.origin).parents[1].glob(f"{name}-*") if found and found.origin else ()
    versions = sorted(one.name for one in folders)
    if not versions:
        raise LookupError(name)
    return versions


@cache
def _source(folder: Path, modules: Sequence[str]) -> bytes:
    return b"\0".join((folder / f"{module.replace('.', '/')}.py").read_bytes() for module in modules)
