"""Where things are: the journal that is meant, and the files in it."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from salescoach.errors import LeadsOut, NoJournal
from salescoach.journal import atomic

SETTINGS = "coach.toml"
_POINTER = "journal.txt"


def find_root(given: str | None, start: Path) -> Path:
    """Return the folder of the journal: given, else the nearest upward with coach.toml, else noted; raise NoJournal."""
    if given is not None:
        root = _home_in(given)
        if not _is_journal(root):
            raise NoJournal(looked=str(root))
        return root
    for folder in (start, *start.parents):
        if _is_journal(folder):
            return folder
    remembered = noted()
    if remembered is None or not _is_journal(remembered):
        raise NoJournal(looked=str(remembered or start))
    return remembered


def inside(root: Path, folder: str, follow: Sequence[str] = ()) -> Path:
    """Return a folder of the journal; raise LeadsOut where it is a link out of it, to nowhere in `follow`."""
    place = root / folder
    if os.path.islink(place):  # noqa: PTH114  # where Path would raise, whoever opens it says why
        leads = place.resolve()
        if not any(leads.is_relative_to(one) for one in (root.resolve(), *(_home_in(one).resolve() for one in follow))):
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
    atomic.write(folder / _POINTER, os.fsencode(f"{root.resolve()}\n"), str(folder / _POINTER))


def noted() -> Path | None:
    """Return the folder that was noted as the user's journal, whether it is still there or not."""
    try:
        text = os.fsdecode((config_folder() / _POINTER).read_bytes()).strip("\r\n")
    except OSError:
        return None
    return Path(text) if text else None


def _home_in(given: str) -> Path:
    try:
        return Path(given).expanduser()
    except RuntimeError:  # the home of somebody unknown
        return Path(given)


def _is_journal(folder: Path) -> bool:
    try:
        return (folder / SETTINGS).is_file() or atomic.away(folder / SETTINGS)
    except OSError:  # a folder that may not be entered, a name that no folder can have
        return False
