"""Where things are: the journal that is meant, and the files in it."""

import os
from collections.abc import Mapping, Sequence
from errno import ENAMETOOLONG, ENOENT, ENOTDIR
from pathlib import Path
from typing import Any

from salescoach.errors import Broken, LeadsOut, NoJournal
from salescoach.journal import atomic

SETTINGS = "coach.toml"
_POINTER = "journal.txt"


def find_root(given: str | None, start: Path) -> Path:
    """Return the folder of the journal: given, else the nearest upward with coach.toml, else noted; raise NoJournal."""
    if given is not None:
        root = at_home(given)
        if not is_journal(root, unsure=True):
            raise NoJournal(looked=str(root))
        return root
    for folder in (start, *start.parents):
        if is_journal(folder):
            return folder
    remembered = noted()
    if remembered is None or not is_journal(remembered):
        raise NoJournal(looked=str(remembered or start))
    return remembered


def inside(root: Path, folder: str, follow: Sequence[str] = ()) -> Path:
    """Return a folder of the journal; raise LeadsOut where it is a link out of it, to nowhere in `follow`."""
    place = root / folder
    if os.path.islink(place):  # noqa: PTH114  # where Path would raise, whoever opens it says why
        leads = atomic.real(place)
        if not any(leads.is_relative_to(one) for one in map(atomic.real, (root, *map(at_home, follow)))):
            raise LeadsOut(file=folder, to=str(leads))
    return place


def followed(written: Mapping[str, Any]) -> list[str]:
    """Return the folders outside the journal that its settings, as written, agree to follow links to."""
    files = written.get("files")
    found = files.get("follow") if isinstance(files, Mapping) else None
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def config_folder() -> Path:
    """Return the user's configuration folder, as the operating system has it."""
    from platformdirs import user_config_path

    return user_config_path("coach", appauthor=False)


def note_root(root: Path) -> None:
    """Note which journal is meant when none is near; raise Unwritable."""
    folder = config_folder()
    atomic.make_folder(folder)
    atomic.write(folder / _POINTER, os.fsencode(f"{atomic.real(root)}\n"), str(folder / _POINTER))


def noted() -> Path | None:
    """Return the folder that was noted as the user's journal, whether it is still there or not."""
    try:
        text = os.fsdecode(atomic.read(config_folder() / _POINTER, _POINTER)).strip("\r\n")
    except Broken:
        return None
    return Path(text) if text else None


def is_journal(folder: Path, *, unsure: bool = False) -> bool:
    """Tell whether settings are in a folder, or a link or a folder in their place: to read them says what is wrong.

    Where that may not be looked at, it is as `unsure` says.
    """
    try:
        os.lstat(folder / SETTINGS)
    except (OSError, ValueError) as error:
        if atomic.away(folder / SETTINGS):
            return True
        return unsure and getattr(error, "errno", ENOENT) not in {ENOENT, ENOTDIR, ENAMETOOLONG}
    return True


def at_home(given: str) -> Path:
    """Return a path as typed, its ~ read as a home; that of somebody unknown is a name like any."""
    try:
        return Path(given).expanduser()
    except RuntimeError:
        return Path(given)
