"""Templates: what managers may change; one of their own of the same name wins over a shipped one."""

from collections.abc import Callable
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
    return sorted(path.parent.name for path in SHIPPED.glob(f"*/{name}.toml"))


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
        paths = [] if ".." in name else [base / f"{name}.toml" for base in self._bases()]
        found = [self._read(name, path) for path in paths if atomic.is_there(path)]
        folder, _, part = name.rpartition("/")
        found += [table[part] for table in self._together(folder) if part in table]
        if not found:
            raise NoTemplate(name=name, known=self.names(folder))
        return tuple(found)

    def everywhere(self, name: str) -> tuple[dict[str, Any], ...]:
        """Return a template in every language that has it, the journal's first: what is typed is in any of them."""
        return self.of(self.language, *languages(name)).tables(name)

    def _read(self, name: str, path: Path) -> dict[str, Any]:
        """Return a template, parsed once; raise BadTemplate where it is an own one that cannot be used."""
        if path in self._parsed:
            return self._parsed[path]
        data = atomic.read(path, str(path))
        text = toml.decode(data, str(path))
        own = self._own is not None and path.is_relative_to(self._own)
        table = toml.parse(text, str(path), good=not own)
        if own:
            self._judge(name, table, text, path, data)
        self._parsed[path] = table
        return table

    def _judge(self, name: str, table: dict[str, Any], text: str, path: Path, data: bytes) -> None:
        """Check an own template, once while it and the shipped one that it is held against are the same."""
        if self._known is None or self._own is None:
            _check(name, table, text, path)
            return
        known = self._known()
        file = f"{TEMPLATES}/{path.relative_to(self._own).as_posix()}"
        meant = SHIPPED / "en" / f"{_JUDGED_BY.get(name, name)}.toml"
        both = data + (meant.read_bytes() if meant.is_file() else b"")
        if not known.has(file, both):
            _check(name, table, text, path)
            known.note(file, both)

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
        paths = [base / f"{folder}.toml" for base in self._bases()] if folder in TOGETHER else []
        return [self._read(folder, path) for path in paths if atomic.is_there(path)]

    def _bases(self) -> list[Path]:
        own = [] if self._own is None else [self._own / language for language in self._languages] + [self._own]
        return [base for group in (own, [SHIPPED / language for language in self._languages]) for base in group]


def fault_in(name: str, table: dict[str, Any]) -> "Fault | None":
    """Return the key of the first thing in an own template that cannot be used, and why; None where all can."""
    from salescoach.journal.shapes import fault

    meant = _JUDGED_BY.get(name, name)
    return fault(meant, table, shipped(meant))


def shipped(name: str) -> dict[str, Any]:
    """Return the template of a name that comes with the program, empty where none does."""
    folder, _, part = name.rpartition("/")
    joined = folder in TOGETHER
    path = SHIPPED / "en" / f"{folder if joined else name}.toml"
    table = toml.parse(_text(path), str(path), good=True) if path.is_file() else {}
    return table.get(part, {}) if joined else table


def _check(name: str, table: dict[str, Any], text: str, path: Path) -> None:
    found = fault_in(name, table)
    if found is not None:
        key, why = found
        at = toml.place(text, *key)
        place = f"{path}:{at.line}:{at.column}"
        raise BadTemplate(place=place, key=".".join(map(str, key)), why=why, shipped=bool(shipped(name)))


def _text(path: Path) -> str:
    return toml.decode(atomic.read(path, str(path)), str(path))
