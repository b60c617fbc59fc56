import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links and pipes of Unix")

LINES = (
    ("weekly",),
    ("show", "anna"),
    ("prep", "anna"),
    ("note", "anna", "x"),
    ("leave", "anna"),
    ("export", "--private"),
    ("log", "anna", "a talk"),
)

INSTEAD: dict[str, Callable[[Path], object]] = {
    "a circle": lambda path: path.symlink_to(path.name),
    "a link to nowhere": lambda path: path.symlink_to("gone"),
    "a pipe": os.mkfifo,
}

FILES = ("me.toml", "coach.toml", "sellers/anna-berg.toml", "templates/words.toml", "templates/agendas/check-in.toml")
FOLDERS = ("sellers", "left", "templates", "templates/agendas", ".coach", ".coach/drafts", ".coach/kept")


@pytest.mark.parametrize("how", [*INSTEAD, "the other kind"])
def test_what_stands_in_the_place_of_a_file_or_folder_is_told(coach: Any, how: str) -> None:
    """A sentence and status 5, or the answer and a word on what is left out; doctor names each, nothing hangs."""
    for place in (*FILES, *FOLDERS):
        victim = coach.copy("victim")
        path = victim.root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
        other = Path.mkdir if place in FILES else Path.touch
        INSTEAD.get(how, other)(path)
        found = victim.here("doctor")
        assert (found.status, place in found.out + found.err) == (1, True), (place, found)
        for line in LINES:
            ran = victim.here(*line)
            assert ran.status in {0, 5}, (place, line, ran)
            assert ran.status == 0 or " cannot be " in ran.err, (place, line, ran)
        assert os.path.lexists(path), place
        shutil.rmtree(victim.root)


@pytest.mark.parametrize("how", INSTEAD)
def test_who_cannot_be_read_is_not_passed_over(coach: Any, how: str) -> None:
    """In the week, in bare coach, in what I keep of myself: the file is named."""
    for file in ("sellers/anna-berg.toml", "me.toml"):
        victim = coach.copy("victim")
        (victim.root / file).unlink(missing_ok=True)
        INSTEAD[how](victim.root / file)
        for line in (("weekly",), (), ("weekly", "--json")):
            ran = victim.here(*line)
            assert f"{file}: it cannot be read" in ran.out + ran.err, (file, line, ran)
        assert victim.here("promise", "me" if file == "me.toml" else "anna", "call Karin").status in {4, 5}
        shutil.rmtree(victim.root)


def test_a_name_that_nothing_can_have_is_told(coach: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three hundred letters, wherever one can be typed: what was typed is at fault, or the file that is not there."""
    monkeypatch.chdir(tmp_path)
    long = "å" * 300
    settings = coach.root / "coach.toml"
    for line in (
        ("weekly", "--lang", long),
        ("weekly", "--journal", long),
        ("weekly", "--today", long),
        ("prep", "anna", "--agenda", long),
        ("onboard", "anna", "--start", "2026-11-02", "--plan", long),
        ("show", long),
        ("path", long),
        ("doctor", "--merge", long),
        ("doctor", "--accept", long),
    ):
        ran = coach.here(*line)
        assert (ran.status in {2, 4}, len(ran.err.splitlines())) == (True, 2), (line, ran)
    for line in (("init", long), ("demo", long), ("add", "--from", long), ("init", "new", "--from", long)):
        ran = coach.here(*line)
        assert (ran.status, " cannot be " in ran.err) == (5, True), (line, ran)
    settings.write_text(f"language = '{long}'\n", "utf-8")
    assert (coach.here("weekly").status, coach.here("doctor").status) == (5, 1)


def test_a_journal_that_cannot_be_begun_is_not_noted_as_hers(coach: Any, tmp_path: Path, home: Path) -> None:
    """A file, a circle, a link to nowhere, settings that are a folder: the one noted before stays the one."""
    assert coach.here("init", str(coach.root)).status == 0
    noted = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    assert noted
    (tmp_path / "file").touch()
    (tmp_path / "round").symlink_to("round")
    (tmp_path / "nowhere").symlink_to("gone")
    (tmp_path / "odd" / "coach.toml").mkdir(parents=True)
    for name in ("file", "round", "nowhere", "odd", "file/below"):
        ran = coach.here("init", str(tmp_path / name))
        assert (ran.status, " cannot be " in ran.err) == (5, True), (name, ran)
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == noted
