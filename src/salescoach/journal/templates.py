"""Templates: what managers may change; one of their own of the same name wins over a shipped one."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from salescoach.errors import BadTemplate, NoTemplate
from salescoach.journal import atomic, toml

if TYPE_CHECKING:
    from salescoach.journal.known import Known
    from salescoach.journal.shapes import Fault

TEMPLATES = "templates"
"""The folder of own templates in a journal."""

_BESIDE_SOURCE = Path(__file__).parents[3] / "templates"
_IN_PACKAGE = Path(__file__).parents[1] / "templates"

SHIPPED = _IN_PACKAGE if _IN_PACKAGE.is_dir() else _BESIDE_SOURCE
"""In an installed package the templates are inside it; in a checkout they stand beside `src/`."""


HERS = "hers"
"""The template with the phrases of what is made for a seller to read, in a language that the program does not speak."""

TOGETHER = {"areas"}
"""Folders of small templates that are read all at once: each may stand as a table in one file of that name, too."""

_JUDGED_BY = {HERS: "words"}
"""Where the shipped template that an own one is held against has another name."""


def languages(name: str = "words") -> list[str]:
    """Return the codes of the languages that are shipped, or of those that have another template than the phrases."""
    return list(_languages(SHIPPED, name))


class Templates:
    """The templates of one language, own ones first, English where the language lacks one."""

    def __init__(self, own: Path | None, language: str, known: "Callable[[], Known] | None" = None, *more: str) -> None:
        """Take the folder of own templates, if any, a language, which files are known to be good, `more` languages."""
        self._own = own
        self._known = known
        self._languages = tuple(dict.fromkeys((language, "en", *more)))
        self._parsed: dict[Path, dict[str, Any]] = {}

    @property
    def language(self) -> str:
        """The language that they are in, where it has them."""
        return self._languages[0]

    def of(self, language: str, *more: str) -> "Templates":
        """Return the templates of another language, behind it those of `more`; what was read is read once."""
        other = Templates(self._own, language, self._known, *more)
        other._parsed = self._parsed
        return other

    def tables(self, name: str) -> tuple[dict[str, Any], ...]:
        """Return a template in every language to be read, own over shipped, the journal's language first."""
        if ".." not in name:
            folder, _, part = name.rpartition("/")
            together = (table[part] for table in self._together(folder) if part in table)
            if found := (*self._every(name), *together):
                return found
        raise NoTemplate(name=name, known=self.names(name.rpartition("/")[0]))

    def everywhere(self, name: str) -> tuple[dict[str, Any], ...]:
        """Return a template in every language that has it, the journal's first: what is typed is in any of them."""
        return self.of(self.language, *languages(name)).tables(name)

    def _read(self, name: str, path: Path) -> dict[str, Any]:
        """Return an own template, parsed once; raise BadTemplate where it cannot be used.

        It is judged once while it and the shipped one that it is held against are the same.
        """
        if path not in self._parsed:
            data = atomic.read(path, str(path))
            text = toml.decode(data, str(path))
            known = self._known() if self._known else None
            meant = SHIPPED / "en" / f"{_JUDGED_BY.get(name, name)}.toml"
            judged = f"{TEMPLATES}/{path.relative_to(self._own or path).as_posix()}", data + _bytes(meant)
            good = known is not None and known.has(*judged)
            table = toml.parse(text, str(path), good=good)
            if not good:
                _check(name, table, text, path)
            if known is not None:
                known.note(*judged)
            self._parsed[path] = table
        return self._parsed[path]

    def table(self, name: str) -> dict[str, Any]:
        """Return the one template that counts; raise NoTemplate, BadToml."""
        return self.tables(name)[0]

    def text(self, name: str) -> str:
        """Return a document layout or another text, own over shipped; raise NoTemplate."""
        path = next((base / name for base in (*self._bases(), SHIPPED) if atomic.is_there(base / name)), None)
        if path is None:
            raise NoTemplate(name=name, known=[])
        return _text(path)

    def names(self, folder: str) -> list[str]:
        """Return the names of the templates in a folder of them."""
        found = (path for base in self._bases() for path in atomic.listing(base / folder, str(base / folder)))
        together = (part for table in self._together(folder) for part in table)
        return sorted({*(path.stem for path in found if path.suffix == ".toml"), *together})

    def _together(self, folder: str) -> list[dict[str, Any]]:
        """Return the files that hold all templates of a folder, a table each: own ones, then the shipped."""
        return self._every(folder) if folder in TOGETHER else []

    def _every(self, name: str) -> list[dict[str, Any]]:
        """Return the files of a name, own ones first."""
        paths = [base / f"{name}.toml" for base in self._own_bases()]
        own = [self._read(name, path) for path in paths if atomic.is_there(path)]
        return [*own, *filter(None, (_shipped(f"{SHIPPED}/{one}/{name}.toml") for one in self._languages))]

    def _bases(self) -> list[Path]:
        return [*self._own_bases(), *(SHIPPED / language for language in self._languages)]

    def _own_bases(self) -> list[Path]:
        if self._own is None or not atomic.is_there(self._own):
            return []
        return [*(self._own / language for language in self._languages), self._own]


def fault_in(name: str, table: dict[str, Any]) -> "Fault | None":
    """Return the key of the first thing in an own template that cannot be used, and why; None where all can."""
    from salescoach.journal.shapes import fault

    meant = _JUDGED_BY.get(name, name)
    return fault(meant, table, shipped(meant))


def shipped(name: str) -> dict[str, Any]:
    """Return the template of a name that comes with the program, empty where none does."""
    folder, _, part = name.rpartition("/")
    joined = folder in TOGETHER
    table = _shipped(f"{SHIPPED}/en/{folder if joined else name}.toml") or {}
    return table.get(part, {}) if joined else table


@cache
def _shipped(file: str) -> dict[str, Any] | None:
    """Return a template that comes with the program, read once as it does not change; None where none does."""
    path = Path(file)
    return toml.parse(_text(path), file, good=True) if atomic.is_there(path) else None


@cache
def _languages(folder: Path, name: str) -> tuple[str, ...]:
    return tuple(sorted(path.parent.name for path in folder.glob(f"*/{name}.toml")))


def _check(name: str, table: dict[str, Any], text: str, path: Path) -> None:
    found = fault_in(name, table)
    if found is not None:
        key, why = found
        at = toml.place(text, *key)
        place = f"{path}:{at.line}:{at.column}"
        raise BadTemplate(place=place, key=".".join(map(str, key)), why=why, shipped=bool(shipped(name)))


@cache
def _bytes(shipped: Path) -> bytes:
    return shipped.read_bytes() if shipped.is_file() else b""


def _text(path: Path) -> str:
    return toml.decode(atomic.read(path, str(path)), str(path))
