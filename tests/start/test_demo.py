import re
import shlex
import tempfile
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from salescoach.app import App
from salescoach.custody.files.archive import FolderTaken
from salescoach.goals.rules import standings_of
from salescoach.journal import atomic
from salescoach.journal.journal import Journal
from salescoach.journal.templates import Templates
from salescoach.notes.marks import Marks
from salescoach.records.base import Record
from salescoach.records.contact import Action
from salescoach.records.note import Note
from salescoach.records.praise import Feedback
from salescoach.records.seller import Seller
from salescoach.records.settled import Settled
from salescoach.records.talk import Talk
from salescoach.start.commands.demo import run
from salescoach.start.rules.showcase import Showcase

TODAY = date(2026, 11, 23)
SATURDAY = 5

CAST = {
    "aino-hamalainen": ("due", "red"), "anna-berg": ("ok", "red"), "asa-lindstrom": ("ok", "hers_late"),
    "bjorn-haland": ("ok", "goal_behind"), "ingrid-tommeras": ("away", "away_owed"), "mette-ostergaard": ("ok", "red"),
    "oskar-sjogren": ("overdue", "overdue"), "soren-kjaer": ("ok", "booked"), "tuva-ronning": ("ok", "booked"),
    "vaino-makela": ("new", "first_talk"),
}  # fmt: skip
"""How each one stands in the week, and for what reason, on whatever day one looks."""

CALENDAR = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|\b(?:January|February|March|April|June|July|August|September"
    r"|October|November|December|Christmas|Easter|spring|summer|autumn|winter)\b"
)
"""What a story must not name, as it is told on every day of the year."""


def demo(today: date, folder: Path | None = None) -> Showcase:
    """Make a demo as seen from a day and return what it shows."""
    app = App()
    app.options["today"] = today.isoformat()
    place = folder or Path(tempfile.mkdtemp(dir=tempfile.gettempdir()))
    ctx: Any = SimpleNamespace(obj=app)
    shown = run(ctx, str(place))
    assert isinstance(shown, Showcase)
    return shown


def written(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file in a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def records(seller: Seller) -> list[Record]:
    """Return every record of a seller."""
    return [record for kind in seller.records.values() for record in kind]


@pytest.fixture(autouse=True)
def litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let temporary folders be made where the test is."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


@settings(max_examples=3, deadline=None)
@given(st.dates(date(2024, 1, 1), date(2034, 12, 31)))
@example(date(2028, 2, 29))
@example(date(2027, 1, 1))
@example(date(2026, 12, 31))
@example(date(2026, 11, 20))
@example(date(2026, 11, 21))
@example(date(2026, 11, 22))
def test_the_cast_plays_its_parts_on_every_day(today: date) -> None:
    """In the same state for the same reason, on any weekday, over year ends and leap days; all is on work days."""
    shown = demo(today)
    week = shown.week
    journal = Journal(Path(shown.folder), private=True)
    assert {line.key: (line.rhythm.status, line.reasons[0].key.partition(".")[2]) for line in week.lines} == CAST
    assert week.problems == ()
    assert journal.me().problems == ()
    assert journal.check_vanished() == []
    assert {one.seller for one in week.mine if one.late} == {"anna-berg", "mette-ostergaard"}
    assert {one.seller for one in week.hers if one.late} == {"oskar-sjogren", "asa-lindstrom"}
    assert all(one.due is not None and one.due >= today for one in (*week.mine, *week.hers) if not one.late)
    sellers = journal.team().sellers
    paces = {one.pace for seller in sellers for one in standings_of(seller, today)}
    assert paces == {"ahead", "on", "behind", "unknown"}
    noted = [record for seller in sellers for record in records(seller)]
    days = [day for record in noted for day in record.to_table().values() if isinstance(day, date)]
    assert all(day.weekday() < SATURDAY for day in days)
    assert all(record.on <= today for record in noted)
    assert all(today >= one.header.started for one in sellers if one.header.started)


def test_every_mark_was_understood_and_what_it_names_is_there(tmp_path: Path, templates: Templates) -> None:
    """No line meant as a record stayed text, what refers to another finds it; questions and actions are known."""
    journal, marks = Journal(Path(demo(TODAY, tmp_path).folder), private=True), Marks(templates.table("marks"))
    team, me = journal.team().sellers, journal.me()
    for seller in team:
        texts = [one.notes or "" for one in seller.all(Talk)] + [one.text for one in seller.all(Note)]
        for line in "\n".join(texts).splitlines():
            assert (marks.head(line), marks.meant(line, ())) == (None, None), line
            assert not line.startswith(("@", "~", "- ", "done ", "drop ")), line
            assert "{" not in line
        ids = {record.id for record in records(seller)}
        assert {getattr(one, "talk", None) for one in records(seller)} - {None} <= ids
        assert {one.of for one in seller.all(Settled)} <= ids
        assert all(one.area and one.next for one in seller.all(Feedback) if one.to == "seller")
    asked = Counter(asked for one in team for talk in one.all(Talk) for asked in talk.asked)
    assert set(asked) <= {one["id"] for one in templates.table("questions")["question"]}
    assert len(asked) > 20
    done = [one.action for book in (*team, me) for one in book.all(Action)]
    assert set(done) <= {one["name"] for one in templates.table("actions")["action"]}
    assert me.all(Action)


def test_a_story_names_no_day_of_the_calendar(templates: Templates) -> None:
    """It is told on every day of the year: a Monday, a month or a season in it would be wrong on most of them."""
    assert CALENDAR.findall(templates.text("demo.toml")) == []


def test_what_it_offers_to_try_works(coach: Any, tmp_path: Path) -> None:
    """Each command shown can be typed as it stands, whatever the folder is called; without one it is temporary."""
    for line in (("demo", str(tmp_path / "a demo")), ("demo",)):
        shown = coach(*line, "--json").json
        assert Path(shown["folder"]).parent == tmp_path.resolve()
        assert {one["key"] for one in shown["weekly"]["sellers"]} == set(CAST)
    assert Path(shown["folder"]).name.startswith("coach-demo-")
    shown = demo(TODAY, tmp_path / "b demo")
    for command in shown.commands:
        words = shlex.split(command)
        assert words[:3] == ["coach", "--journal", shown.folder]
        ran = coach(*words[1:])
        assert (ran.status, bool(ran.out)) == (0, True), ran


def test_it_leaves_the_managers_own_journal_alone(coach: Any, home: Path, tmp_path: Path) -> None:
    """Not a byte of it changes, its settings do not count, the demo is not remembered as hers; it may be broken."""
    coach.put("coach.toml", "format = 1\n[rhythm]\nat_most = 400\n[levels]\nred = 'minus'\n")
    before = written(coach.root)
    ran = coach("demo", str(tmp_path / "demo"))
    assert (ran.status, ran.err) == (0, "")
    assert "30 days" in ran.out
    assert not [word for word in ("minus", "Bo Ek") if word in ran.out]
    assert coach("demo", str(coach.root)).status == 2
    assert (written(coach.root), written(home)) == (before, {})
    coach.put("coach.toml", "format = ")
    assert coach("demo", str(tmp_path / "one")).status == 0
    coach.monkeypatch.setenv("COACH_JOURNAL", str(tmp_path / "nowhere"))
    assert coach("demo", str(tmp_path / "two")).status == 0


def test_an_undo_does_not_empty_the_demo(coach: Any, tmp_path: Path) -> None:
    """Who tries it first finds nothing to take back; after a log it takes the log back."""
    folder = str(tmp_path / "demo")
    coach("demo", folder)
    before = coach.bytes()
    made = {path.name: path.read_bytes() for path in (tmp_path / "demo" / "sellers").iterdir()}
    assert coach("--journal", folder, "undo").status == 4
    assert coach("--journal", folder, "log", "anna", "Good.").status == 0
    assert coach("--journal", folder, "undo").status == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "demo" / "sellers").iterdir()} == made
    assert coach.bytes() == before


def test_a_demo_that_was_cut_off_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever it was; until it is whole it is no journal, and then it is as if nothing had been, in every byte."""
    whole = written(Path(demo(TODAY, tmp_path / "whole").folder))
    write, place, left = atomic.write, tmp_path / "cut", 0

    def stopped(path: Path, data: bytes, file: str, **more: Any) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise KeyboardInterrupt
        write(path, data, file, **more)

    for cut in range(len(CAST) + 3):
        left = cut
        with monkeypatch.context() as patch:
            patch.setattr(atomic, "write", stopped)
            with pytest.raises(KeyboardInterrupt):
                demo(TODAY - timedelta(1), place)
        assert not (place / "coach.toml").exists()
    left = 99
    demo(TODAY, place)
    assert written(place) == whole
    assert Journal(place).check_vanished() == []


def test_a_demo_takes_the_place_of_nobodys_own_file(tmp_path: Path) -> None:
    """In a folder that was no journal yet: hers, or a seller's of the same name."""
    for file in ("me.toml", "sellers/anna-berg.toml"):
        own = tmp_path / file[:2] / file
        own.parent.mkdir(parents=True)
        own.write_bytes(b"mine")
        with pytest.raises(FolderTaken) as caught:
            demo(TODAY, tmp_path / file[:2])
        assert caught.value.data["file"] == file
        assert written(tmp_path / file[:2]) == {file: b"mine"}
