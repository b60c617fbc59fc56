import base64
import json
from pathlib import Path
from typing import Any

import pytest

from salescoach.custody.files.archive import FolderTaken, NotAnExport, NotWhole, collect, fits, restore, unpack
from salescoach.errors import NewerFormat, Unreadable, Unwritable
from salescoach.journal import atomic
from salescoach.journal.journal import Journal

NASTY = {
    "me.toml": b"", "sellers/broken.toml": b"\xef\xbb\xbf[[talk]\r\n\x00\xff",
    "sellers/unknown.toml": b'# mine\r\n[seller]\r\nname = "X"\r\n\r\n[[idea]]\r\nx = nan\r\n',
    "sellers/Åsa Öberg (conflicted copy).toml": "\u2028\ufeff\U0001f642".encode(), "left/bo.toml": b"no newline",
    "templates/en/words.toml": b'x = "y"\n', "templates/story.md": b"{{ name }}",
}  # fmt: skip

FITS = ["coach.toml", "me.toml", "sellers/a.toml", "left/Åsa Öberg.toml", "templates/story.md", "templates/en/a/b.toml"]
ODD = [
    *("", "/", "x.toml", "../x.toml", "sellers/../../x.toml", "sellers/x/../y.toml", "/etc/passwd", "sellers//x.toml"),
    *("sellers/x/y.toml", "sellers/x.txt", "sellers/.x.toml", "sellers/x\\y.toml", "sellers/x:y.toml", "C:/x.toml"),
    *(".coach/undo.json", ".git/config", "templates", "templates/", "templates/../me.toml", "templates/.x"),
    *("coach.toml/x", "sellers/con.toml", "sellers/LPT1.toml", "sellers/x\n.toml", "sellers/\ud800.toml"),
    *("sellers/" + "å" * 120 + ".toml", "templates/x ", "templates/x.", "./me.toml", "me.toml\x00", "ME.toml"),
    *("templates/nul/x.md", "sellers/\u202ex.toml"),
]  # fmt: skip


def exported(folder: Path, files: Any, **more: Any) -> Path:
    """Write an export of these files."""
    made = {"format": 1, "private": True, "sellers": [], "files": files} | more
    (folder / "j.json").write_text(json.dumps(made), "utf-8")
    return folder / "j.json"


def entries(files: dict[str, bytes]) -> list[dict[str, str]]:
    """Return files as an export has those that are no text."""
    return [{"file": name, "base64": base64.b64encode(data).decode()} for name, data in files.items()]


def test_all_that_is_hers_is_collected(journal: Journal) -> None:
    """Whether it reads or not; nothing hidden, no drafts, no links among the templates; odd names are told of."""
    for name, data in NASTY.items():
        (journal.root / name).parent.mkdir(exist_ok=True, parents=True)
        (journal.root / name).write_bytes(data)
    for name in ("sellers/.x.toml", "sellers/x.txt", "templates/.DS_Store", ".coach/x.toml", "sellers/a:b.toml"):
        (journal.root / name).parent.mkdir(exist_ok=True)
        (journal.root / name).touch()
    (journal.root / "templates" / "out").symlink_to("/etc")
    files, problems = collect(journal)
    anna = (journal.root / "sellers/anna-berg.toml").read_bytes()
    assert files == NASTY | {"coach.toml": b"format = 1\n", "sellers/anna-berg.toml": anna}
    assert [(one.file, one.code) for one in problems] == [("sellers/a:b.toml", "odd_file")]


def test_a_journal_is_made_again_byte_for_byte(tmp_path: Path, home: Path) -> None:
    """For its owner alone, where only what hides lies, and an empty folder; it is the one meant from now on."""
    (tmp_path / "new" / "sellers").mkdir(parents=True, mode=0o700)
    (tmp_path / "new" / ".DS_Store").touch(0o600)
    files = NASTY | {"coach.toml": b"format = 1\n# mine\n"}
    root = restore(tmp_path / "new", unpack(exported(tmp_path, entries(files))))
    made = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert made == files | {".DS_Store": b""}
    assert all(path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600) for path in root.rglob("*"))
    assert (home / "coach" / "journal.txt").read_text("utf-8") == f"{root}\n"


def test_no_other_file_is_taken_than_those_of_a_journal(tmp_path: Path) -> None:
    """Nothing that would leave the journal, hide in it, or be another file on another system."""
    assert [name for name in FITS if not fits(name)] == []
    for name in ODD:
        assert not fits(name), name
        made = exported(tmp_path, [*entries({"coach.toml": b""}), {"file": name, "text": ""}])
        with pytest.raises(NotAnExport) as raised:
            unpack(made)
        assert raised.value.data["why"].key == "export.odd_name", name  # type: ignore[attr-defined]


def test_what_is_no_whole_export_is_refused(tmp_path: Path) -> None:
    """No file, no JSON, another object, a newer format, no private lines; each odd file with its reason."""
    path = tmp_path / "j.json"
    with pytest.raises(Unreadable):
        unpack(path)
    for made, error in (
        ("", NotAnExport), ("[" * 100_000, NotAnExport), ("[]", NotAnExport),
        ('{"format": "1", "sellers": []}', NotAnExport), ('{"format": 1, "seller": {}}', NotAnExport),
        ('{"format": 2, "sellers": []}', NewerFormat),
        ('{"format": 1, "sellers": [], "private": false, "files": []}', NotWhole),
        ('{"format": 1, "sellers": [], "private": "yes"}', NotWhole),
        ('{"format": 1, "sellers": {}, "private": true, "files": []}', NotAnExport),
    ):  # fmt: skip
        path.write_text(made, "utf-8")
        with pytest.raises(error):
            unpack(path)
    files: Any
    for files, why in (
        ([], "no_settings"), (None, "no_files"), ([None], "no_files"), ([{"file": "me.toml"}], "no_files"),
        ([{"file": 7, "text": ""}], "no_files"), ([{"file": "me.toml", "text": 7}], "no_files"),
        ([{"file": "me.toml", "text": "\ud800"}], "no_files"), ([{"file": "me.toml", "base64": "?"}], "no_files"),
        ([{"file": "me.toml", "text": ""}, {"file": "me.toml", "text": ""}], "twice"),
    ):  # fmt: skip
        with pytest.raises(NotAnExport) as raised:
            unpack(exported(tmp_path, files))
        assert raised.value.data["why"].key == f"export.{why}", files  # type: ignore[attr-defined]


def test_an_export_is_read_in_what_a_shell_made_of_it(tmp_path: Path) -> None:
    """An old PowerShell writes what goes through > in UTF-16."""
    made = exported(tmp_path, entries({"coach.toml": b""}))
    made.write_bytes(made.read_text("utf-8").encode("utf-16"))
    assert unpack(made) == {"coach.toml": b""}


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path, home: Path) -> None:
    """Nothing is written, nothing remembered; a link in the place of a folder counts as something that is there."""
    for at, there in enumerate(("coach.toml", "sellers/x.toml", "notes.txt", ".coach/undo.json")):
        new = tmp_path / f"new{at}"
        (new / there).parent.mkdir(parents=True)
        (new / there).touch()
        with pytest.raises(FolderTaken) as raised:
            restore(new, {"coach.toml": b""})
        assert raised.value.data["file"] == there
        assert [path for path in new.rglob("*") if path.is_file()] == [new / there]
    (tmp_path / "linked").mkdir()
    (tmp_path / "linked" / "sellers").symlink_to(home, target_is_directory=True)
    with pytest.raises(FolderTaken):
        restore(tmp_path / "linked", {"coach.toml": b"", "sellers/x.toml": b""})
    assert list(home.iterdir()) == []


def test_what_fails_leaves_no_file_behind(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk in the middle: no half journal, none remembered, and the next try works."""
    write = atomic.write

    def full(path: Path, data: bytes, file: str) -> None:
        if file == "coach.toml":
            raise Unwritable(file=file, why="full")
        write(path, data, file)

    files = {"coach.toml": b"", "me.toml": b"", "sellers/x.toml": b""}
    with monkeypatch.context() as patched:
        patched.setattr(atomic, "write", full)
        with pytest.raises(Unwritable):
            restore(tmp_path / "new", files)
    assert [path for path in (tmp_path / "new").rglob("*") if path.is_file()] == []
    assert list(home.iterdir()) == []
    assert restore(tmp_path / "new", files).is_dir()
