"""Whole files, written so that a reader sees the old one or the new one, and a crash leaves one of the two."""

import os
import stat
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from salescoach.answer import phrase
from salescoach.errors import Broken, TooLarge, Unreadable, Unwritable

LARGEST = 64 * 1024 * 1024
"""Bytes; sixty years of weekly talks with a long note each are a tenth of it."""

TEMPORARY = ".coach-tmp"
_AWAY = ".icloud"
_OWNER_ONLY = 0o600
_OWNER_ONLY_FOLDER = 0o700
_NO_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


class NotHere(Broken):
    """A file is in iCloud, which has left only a placeholder of it on this machine."""


def is_there(path: Path) -> bool:
    """Tell whether there is a file, or something that may not be looked at: reading it then says why."""
    try:
        return path.exists() or away(path)
    except OSError:
        return True


def away(path: Path) -> bool:
    """Tell whether a file is in iCloud, which leaves nothing of it on this machine but a hidden placeholder."""
    return path.with_name(f".{path.name}{_AWAY}").exists() and not path.exists()


def downloaded(name: str) -> str:
    """Return what a file is called once it is here, from the name of the placeholder that iCloud leaves of it."""
    return name[1 : -len(_AWAY)] if name.endswith(_AWAY) and name[0] == "." else name


def listing(folder: Path, name: str) -> list[Path]:
    """Return what is in a folder, nothing where there is none; raise Unreadable, naming it `name`."""
    try:
        return list(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise Unreadable(file=name, why=error.strerror or str(error)) from None


def read(path: Path, file: str, *, stream: bool = False) -> bytes:
    """Return the bytes of a file, or of what is like one (a `stream`: a pipe); raise Unreadable, TooLarge."""
    try:
        found = path.stat()
        if not (stream or stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):
            raise Unreadable(file=file, why=phrase("fault.odd_file"))
        if found.st_size > LARGEST:
            raise too_large(file)
        return path.read_bytes()
    except OSError as error:
        check_here(path, file)
        raise Unreadable(file=file, why=error.strerror or str(error)) from None


def start(path: str, most: int) -> bytes:
    """Return the first bytes of a file, none where it does not read; no pipe is waited for."""
    try:
        handle = os.open(path, os.O_RDONLY | _NO_WAIT)
        try:
            return os.read(handle, most)
        finally:
            os.close(handle)
    except OSError:
        return b""


def check_here(path: Path, file: str) -> None:
    """Raise NotHere where nothing is on this machine of a file but the placeholder that iCloud left."""
    with suppress(OSError):
        if away(path):
            raise NotHere(file=file, name=path.name)


def too_large(file: str) -> TooLarge:
    """Return the error of a file that is larger than any is read."""
    return TooLarge(file=file, limit=LARGEST // 1024 // 1024)


def write(path: Path, data: bytes, file: str) -> None:
    """Replace a file by `data`, its mode kept, synced to disk before and after; raise Unwritable, old bytes intact."""
    target = path.resolve()
    temporary = target.with_name(f".{target.name}.{os.getpid()}{TEMPORARY}")
    try:
        mode = target.stat().st_mode & 0o7777 if target.exists() else _OWNER_ONLY
        if target.exists() and not os.access(target, os.W_OK):
            raise Unwritable(file=file, why=phrase("fault.read_only"))
        _write_synced(temporary, data, mode)
        temporary.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        remove_quietly(temporary)
        raise Unwritable(file=file, why=error.strerror or str(error)) from None


def claim(path: Path) -> bool:
    """Make an empty file for its owner alone unless one of that name is there; tell whether. Raise Unwritable."""
    try:
        path.touch(_OWNER_ONLY, exist_ok=False)
    except FileExistsError:
        return False
    except OSError as error:
        raise Unwritable(file=str(path), why=error.strerror or str(error)) from None
    return True


def note(path: Path, data: bytes, file: str) -> None:
    """Replace a small file that is no loss, so that it need not be synced to disk; raise Unwritable."""
    temporary = path.with_name(f".{os.getpid()}{TEMPORARY}")
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _NO_LINK, _OWNER_ONLY)
        with os.fdopen(handle, "wb", buffering=0) as stream:
            stream.write(data)
        temporary.replace(path)
    except OSError as error:
        remove_quietly(temporary)
        raise Unwritable(file=file, why=error.strerror or str(error)) from None


def make_folder(path: Path) -> None:
    """Make a folder, and those above it, for its owner alone; raise Unwritable."""
    try:
        for folder in reversed((path, *path.parents)):
            if not folder.is_dir():
                folder.mkdir(exist_ok=True)
                folder.chmod(_OWNER_ONLY_FOLDER)  # the umask has its say in what mkdir is asked for
    except OSError as error:
        raise Unwritable(file=str(path), why=error.strerror or str(error)) from None


def remove(path: Path, file: str) -> None:
    """Remove a file and sync that to disk; raise Unwritable."""
    try:
        path.unlink()
    except OSError as error:
        check_here(path, file)
        raise Unwritable(file=file, why=error.strerror or str(error)) from None
    _sync_folder(path.parent)


def move(path: Path, to: Path, file: str) -> None:
    """Move a file to where none is, a link as the link that it is, and sync that; raise Unwritable, naming `file`."""
    try:
        if is_there(to):
            raise Unwritable(file=file, why=phrase("fault.taken"))
        if path.is_symlink() and (to.parent / path.readlink()).resolve() != path.resolve():
            raise Unwritable(file=file, why=phrase("fault.link"))
        make_folder(to.parent)
        path.rename(to)
    except OSError as error:
        check_here(path, file)
        raise Unwritable(file=file, why=error.strerror or str(error)) from None
    _sync_folder(to.parent)
    _sync_folder(path.parent)


def sweep(folder: Path, *, unless: Collection[str] | None = None) -> None:
    """Remove the temporary files that a killed command left in a folder, or all files `unless` they are named."""
    with suppress(OSError):
        for path in folder.iterdir():
            if path.name.endswith(TEMPORARY) if unless is None else path.name not in unless:
                remove_quietly(path)


def remove_quietly(path: Path) -> None:
    """Remove a temporary file where that can be done; the next write sweeps up what stays."""
    with suppress(OSError):
        path.unlink()


def _write_synced(path: Path, data: bytes, mode: int) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _NO_LINK, _OWNER_ONLY)
    with os.fdopen(handle, "wb") as file:
        if hasattr(os, "fchmod"):  # pragma: no branch  # Windows has no modes
            os.fchmod(file.fileno(), mode)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make what was renamed or removed in a folder last through a loss of power; it is done, whether this succeeds."""
    if os.name == "nt":  # pragma: no cover  # Windows cannot open a folder to sync it
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
