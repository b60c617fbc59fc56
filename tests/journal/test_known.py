from datetime import date
from pathlib import Path
from typing import Any

import pytest

from salescoach.custody.files.holdings import erase, noted
from salescoach.errors import BadSettings, BadTemplate, Unwritable
from salescoach.journal import atomic, door, known
from salescoach.journal.append import Addition, Block, add
from salescoach.journal.journal import Journal
from salescoach.journal.known import Known
from salescoach.journal.schemas import SCHEMAS
from salescoach.journal.settings import read_settings
from salescoach.journal.templates import SHIPPED, Templates

ANNA = "sellers/anna-berg.toml"
NOTE = Block("note", {"on": date(2026, 11, 5), "text": "x"})


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return how many tables were judged, each time that any were."""
    counted: list[int] = []
    real = door.mistakes

    def mistakes(cls: Any, tables: Any) -> Any:
        counted.append(len(tables))
        return real(cls, tables)

    monkeypatch.setattr(door, "mistakes", mistakes)
    return counted


def fresh(journal: Journal, **more: Any) -> Journal:
    """Return the journal as the next command finds it."""
    return Journal(journal.root, known=Known(journal.root), **more)


def read_once(journal: Journal) -> Journal:
    """Read all sellers and me, keep what was learnt, and return the journal for the next command."""
    first = fresh(journal)
    first.team()
    first.me()
    first.check_vanished()
    return fresh(journal)


def learnt_of(root: Path | None) -> Known:
    """Let a command learn of a file, and write that down."""
    learnt = Known(root)
    learnt.note("a.toml", b"a secret")
    learnt.save()
    return learnt


def test_what_passed_is_known_by_its_bytes_and_its_name(tmp_path: Path) -> None:
    """To every later command, which lays what it learnt over what is there; a hash is kept, for its owner alone."""
    one, other = Known(tmp_path), Known(tmp_path)
    for learnt, file in ((one, "a.toml"), (other, "b.toml")):
        assert not learnt.has(file, b"a secret")
        learnt.note(file, b"a secret")
        assert learnt.has(file, b"a secret")
        learnt.note("me\n.toml", b"x")  # a name that would be a line of its own
    assert not Known(tmp_path).has("a.toml", b"a secret")
    one.save()
    other.save()
    later = Known(tmp_path)
    assert later.files() == {"a.toml", "b.toml"}
    assert [later.has(file, b"a secret") for file in ("a.toml", "c.toml")] == [True, False]
    assert not later.has("a.toml", b"y")
    path = tmp_path / ".coach" / "known"
    judge, *lines = path.read_text("utf-8").splitlines()
    assert [(len(line), line.partition(" ")[2]) for line in lines] == [(71, "a.toml"), (71, "b.toml")]
    assert (len(judge), path.stat().st_mode & 0o777, len([*path.parent.iterdir()])) == (64, 0o600, 1)


@pytest.mark.parametrize(
    ("name", "value"),
    [("__version__", "9"), ("_versions", lambda: iter(["pydantic_core-9.dist-info"])), ("_MODULES", ("cli",))],
)
def test_another_judge_judges_everything_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: Any
) -> None:
    """A version of the program or of a library, or anything that decides what passes."""
    learnt_of(tmp_path)
    monkeypatch.setattr(known, name, value)
    later = Known(tmp_path)
    assert (later.has("a.toml", b"a secret"), later.files()) == (False, {"a.toml"})
    later.note("b.toml", b"x")
    later.save()
    assert Known(tmp_path).files() == {"b.toml"}


def test_where_nobody_can_tell_what_judges_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation of another kind is slower, never wrong; the same where nothing can be written."""
    for owner, name, value in (
        (known, "_LIBRARIES", ("no_such_library",)), (known, "_LIBRARIES", ("json",)), (known, "_SOURCE", tmp_path),
        (atomic, "note", refused),
    ):  # fmt: skip
        with monkeypatch.context() as patch:
            patch.setattr(owner, name, value)
            learnt_of(tmp_path)
            assert Known(tmp_path).files() == set(), (name, value)


def refused(*_: object) -> None:
    """Refuse to write."""
    raise Unwritable(file="x", why="no")


def test_a_list_that_is_no_list_knows_nothing(tmp_path: Path) -> None:
    """It may be deleted at any time, so it may be broken as well."""
    for stored in (b"", b"\n", b"\xff\xfe", b"judge", b"judge\n\n \nx", b"{}"):
        (tmp_path / ".coach").mkdir(exist_ok=True)
        (tmp_path / ".coach" / "known").write_bytes(stored)
        assert not Known(tmp_path).has("a.toml", b"a secret"), stored


def test_no_list_is_kept_outside_of_the_journal(tmp_path: Path) -> None:
    """Nor without one."""
    elsewhere, root = tmp_path / "elsewhere", tmp_path / "journal"
    for folder in (elsewhere, root):
        folder.mkdir()
    (root / ".coach").symlink_to(elsewhere)
    for learnt in (learnt_of(root), learnt_of(None)):
        assert not learnt.has("a.toml", b"a secret")
        assert learnt.files() == set()
    assert list(elsewhere.iterdir()) == []


def test_the_records_of_a_known_file_show_no_private_line(journal: Journal) -> None:
    """In what is said of them all; they are those of any other file."""
    secret = Block("note", {"on": date(2026, 11, 5), "text": "a secret", "private": True})
    add(journal, [Addition(ANNA, [secret, NOTE])], "note", "2026-11-05")
    cold, warm = Journal(journal.root).by_key("anna-berg").records, read_once(journal).by_key("anna-berg").records
    assert (len(warm), repr(warm), "secret" in repr(warm)) == (len(cold), repr(cold), False)


def test_a_new_file_is_known_from_the_first_block_on(journal: Journal, judged: list[int]) -> None:
    """A seller's, and the manager's own."""
    later = fresh(journal)
    additions = [Addition("sellers/new.toml", [NOTE], {"name": "New"}), Addition("me.toml", [NOTE])]
    add(later, additions, "add", "2026-11-05")
    later.check_vanished()
    judged.clear()
    assert fresh(journal).by_key("new").name == "New"
    assert len(fresh(journal).me().records["note"]) == 1
    assert judged == []


def test_of_who_is_erased_no_name_is_left(journal: Journal) -> None:
    """Also where another version wrote it, and where the journal that erases knows of no list."""
    later = read_once(journal)
    assert [one.file for one in noted(later, "anna-berg") if one.what == "known"] == [".coach/known"]
    erase(later, "anna-berg")
    assert "anna" not in (journal.root / ".coach" / "known").read_text("utf-8")
    (journal.root / ".coach" / "known").write_text(f"old\nhash {ANNA}")
    erase(Journal(journal.root), "anna-berg")
    assert not (journal.root / ".coach" / "known").exists()


def test_all_that_decides_on_a_template_is_in_the_fingerprint() -> None:
    """A shape in a new module is another judge."""
    assert {place.rpartition(".")[0] for place in SCHEMAS.values()} <= {*known._MODULES}  # noqa: SLF001  # as above


def test_settings_are_judged_once(tmp_path: Path, judged: list[int]) -> None:
    """And what they say is the same; wrong ones are refused each time."""
    path, learnt = tmp_path / "coach.toml", Known(tmp_path)
    path.write_text("[rhythm]\nevery = 7\n", "utf-8")
    first = read_settings(path, learnt)
    assert judged == [1]
    assert read_settings(path, learnt) == first == read_settings(path)
    assert judged == [1, 1]
    path.write_text("[rhythm]\nevery = 0\n", "utf-8")
    for _ in range(2):
        with pytest.raises(BadSettings):
            read_settings(path, learnt)


def test_an_own_template_is_checked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While it and the shipped one that it is held against are the same; a wrong one is refused each time."""
    own, learnt = tmp_path / "templates", Known(tmp_path)
    own.mkdir()
    words = own / "words.toml"
    words.write_text('[held]\nfile = "her file"\n', "utf-8")
    assert Templates(own, "en", lambda: learnt).tables("words")[0] == {"held": {"file": "her file"}}
    assert learnt.has("templates/words.toml", words.read_bytes() + (SHIPPED / "en" / "words.toml").read_bytes())
    monkeypatch.setattr("salescoach.journal.templates.fault_in", None)  # whoever checks again fails
    assert Templates(own, "en", lambda: learnt).tables("words")[0] == {"held": {"file": "her file"}}
    monkeypatch.undo()
    words.write_text('[held]\nfile = "{gap}"\n', "utf-8")
    for _ in range(2):
        with pytest.raises(BadTemplate):
            Templates(own, "en", lambda: learnt).tables("words")
