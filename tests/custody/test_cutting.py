from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salescoach.custody.files.cutting import cut, trim
from salescoach.errors import ChangedMeanwhile, Unverified, Unwritable
from salescoach.journal import atomic, toml
from salescoach.journal.journal import Journal
from salescoach.journal.rewrite import Rewrite, change
from salescoach.journal.undo import Undo
from salescoach.records.kinds import KINDS

ANNA = "sellers/anna-berg.toml"
BEFORE = date(2025, 1, 1)
HEAD = '# first\nformat = 1\n\n[seller]\nname = "Anna Berg"\n'


def written(journal: Journal, text: str) -> Journal:
    """Put a text after the head of Anna's file."""
    journal.path(ANNA).write_bytes((HEAD + text).encode())
    return Journal(journal.root)


def left(journal: Journal) -> str:
    """Return what stands after the head once the old records are cut out."""
    return cut(journal, ANNA, BEFORE).rewrite.after.decode().removeprefix(HEAD)


def block(kind: str, on: str, **fields: str) -> str:
    """Return a record as a file has it."""
    return f"\n[[{kind}]]\non = {on}\n" + "".join(f'{name} = "{value}"\n' for name, value in fields.items())


OLD, NEW = block("note", "2024-12-31", text="old"), block("note", "2025-01-01", text="new")


def test_what_is_older_goes_and_the_rest_stays_to_the_byte(journal: Journal) -> None:
    """The day itself stays; comments around a record go with it; unknown kinds go by their day as well."""
    rest = NEW.replace("[[", "# of it\n[[") + "\n[other]\nx = 1\n\n[[figure]]\non = 2025-03-01\n"
    rest += '\n[[figure]]\nname = "no day"\n'
    text = OLD + "\n# of the old one\n[[figure]]\non = 2024-01-01\n" + rest
    found = cut(written(journal, text), ANNA, BEFORE)
    assert found.old.kinds == {"note": 1, "figure": 1}
    assert found.old.days == [date(2024, 1, 1), date(2024, 12, 31)]
    assert found.rewrite.after.decode() == HEAD + rest


def test_what_something_newer_refers_to_stays(journal: Journal) -> None:
    """A goal with newer progress and how it ended, a promise settled later, a talk; and how the head was."""
    goal = block("goal", "2024-01-01", id="g0a0a", title="x")
    promise = block("commitment", "2024-01-01", id="c0a0a", by="me", what="x")
    newer, kept = block("progress", "2025-02-01", goal="g0a0a"), block("settled", "2025-02-01", of="c0a0a", how="kept")
    reached = block("settled", "2024-02-01", of="g0a0a", how="kept")
    talk = block("talk", "2024-01-01", id="t0a0a") + block("note", "2025-02-01", text="x", talk="t0a0a")
    for stays, goes in (
        (goal + newer, ""), (promise + kept, ""), (talk, ""),
        (goal + reached + newer, block("progress", "2024-03-01", goal="g0a0a")),
        (block("change", "2024-01-01", role="x"), block("topic", "2024-01-01", what="x")),
        ('\n[[note]]\non = "some day"\ntext = "x"\n', block("need", "2024-01-01", what="x")),
    ):  # fmt: skip
        assert left(written(journal, stays + goes)).removesuffix("\n" if goes else "") == stays


def test_what_is_open_still_is_counted_and_goes(journal: Journal) -> None:
    """Age decides; what was only moved is open; what newer ones need, and changes of the head, are kept and counted."""
    text = block("topic", "2024-01-01", id="t0a0a", what="x") + block("topic", "2024-01-01", id="t1a0a", what="y")
    text += block("settled", "2024-01-02", of="t0a0a", how="kept")
    text += block("settled", "2024-01-02", of="t1a0a", how="moved")
    found = cut(written(journal, text), ANNA, BEFORE)
    assert (found.old.open, sum(found.old.kinds.values())) == (1, 4)
    text = block("talk", "2024-01-01", id="t0a0a") + block("change", "2024-01-01", role="x")
    found = cut(written(journal, text + block("note", "2025-02-01", text="x", talk="t0a0a")), ANNA, BEFORE)
    assert (found.old.stay, found.old.changes, found.old.kinds) == (1, 1, {})
    assert found.rewrite.after == found.rewrite.before


def test_line_ends_and_a_byte_order_mark_stay(journal: Journal) -> None:
    """As they are in the file, mixed ones too."""
    data = b"\xef\xbb\xbf" + (HEAD + OLD + NEW).replace("\n", "\r\n").encode() + b"# end\n# of it"
    journal.path(ANNA).write_bytes(data)
    after = cut(Journal(journal.root), ANNA, BEFORE).rewrite.after
    assert after == data.replace(OLD.replace("\n", "\r\n").encode(), b"")


def test_records_that_are_not_blocks_are_not_cut(journal: Journal) -> None:
    """A list in one line of the file: the file is left as it is, and named; one of blocks needs no head."""
    mine = journal.root / "me.toml"
    mine.write_text(OLD.lstrip() + NEW, "utf-8")
    assert cut(journal, "me.toml", BEFORE).rewrite.after.decode() == NEW.lstrip("\n")
    mine.write_text("tags = [1]\n[x]\ny = 1\n", "utf-8")
    assert cut(Journal(journal.root), "me.toml", BEFORE).old.kinds == {}
    mine.write_text('note = [{on = 2024-01-01, text = "x"}]\n', "utf-8")
    with pytest.raises(Unverified):
        cut(Journal(journal.root), "me.toml", BEFORE)


def test_nothing_brings_back_what_was_cut(journal: Journal) -> None:
    """No undo, no old bytes, no united copy, no trace of a bug; what is not finished stays; nothing counts as lost."""
    written(journal, OLD + NEW).team()
    before = journal.path(ANNA).read_bytes()
    change(journal, "edit", "2026-11-05", [Rewrite(ANNA, before, before + b"# more\n")])
    for folder in ("merged", "edits"):
        (journal.folder / folder).mkdir()
        (journal.folder / folder / "anna-berg.toml").write_bytes(before)
    (journal.folder / "coach-bug.txt").write_text("old", "utf-8")
    trim(journal, [cut(journal, ANNA, BEFORE)])
    assert journal.path(ANNA).read_text("utf-8") == HEAD + NEW + "# more\n"
    assert Undo(journal.root).entries() == []
    assert list((journal.folder / "kept").iterdir()) == []
    assert not (journal.folder / "merged" / "anna-berg.toml").exists()
    assert not (journal.folder / "coach-bug.txt").exists()
    assert (journal.folder / "edits" / "anna-berg.toml").exists()
    assert Journal(journal.root).check_vanished() == []


def test_a_file_changed_meanwhile_is_left_alone(journal: Journal) -> None:
    """It is not what was shown."""
    made = cut(written(journal, OLD), ANNA, BEFORE)
    journal.path(ANNA).write_text(HEAD + OLD + "# mine\n", "utf-8")
    with pytest.raises(ChangedMeanwhile):
        trim(journal, [made])
    assert journal.path(ANNA).read_text("utf-8") == HEAD + OLD + "# mine\n"


IDS = ["a0a0a", "b0a0a", "c0a0a", "d0a0a", "e0a0a", "f0a0a"]
FIGURE = "figure"
"""A kind that is not known; so is a key of that name."""


@st.composite
def row(draw: st.DrawFn, spelled: str) -> tuple[str, dict[str, Any]]:
    """Give a record of any kind, old or new, whose links lead anywhere, and whose words are one of two."""
    kind = draw(st.sampled_from([*KINDS, FIGURE]))
    model = KINDS.get(kind)
    links = {name: draw(st.sampled_from([*IDS, ""])) for name in [*(model.links if model else ()), FIGURE]}
    words = {name: draw(st.sampled_from("xy")) for name in (model.searched if model else ()) if name not in links}
    on = draw(st.dates(date(2024, 6, 1), date(2025, 6, 1)))
    return kind, {"id": spelled, "on": on, **words, **{name: one for name, one in links.items() if one}}


def led_to(kind: str, fields: dict[str, Any], rows: list[tuple[str, dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    """Give the records that one needs: by id, and by the words that it shares with them."""
    model = KINDS.get(kind)
    for name in [*(model.links if model else ()), FIGURE]:
        yield from (other for _, other in rows if other["id"] == fields.get(name))
    for fields_, of, field in model.names if model else ():
        said = ", ".join(fields[name] for name in fields_ if fields.get(name))
        yield from (other for one, other in rows if one == of and other.get(field) == said)


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
def test_a_cut_takes_old_records_that_nothing_needs_and_no_others(journal: Journal, data: st.DataObject) -> None:
    """Whatever is linked to whatever: what is not old is there, and what is there has all that it had beside it."""
    rows = [data.draw(row(spelled)) for spelled in IDS]
    text = "format = 1\n" + "".join(toml.block(kind, fields) for kind, fields in rows)
    (journal.root / "me.toml").write_text(text, "utf-8")
    now = toml.parse(cut(journal, "me.toml", BEFORE).rewrite.after.decode(), "me.toml")
    kept = {one["id"] for found in now.values() if isinstance(found, list) for one in found}
    assert [one for kind, one in rows if one["id"] in kept and one not in now[kind]] == []
    assert {one["id"] for kind, one in rows if one["on"] >= BEFORE or kind == "change"} <= kept
    for kind, fields in rows:
        if fields["id"] in kept:
            assert [one for one in led_to(kind, fields, rows) if one["id"] not in kept] == []
        for name in KINDS[kind].stays if kind in KINDS else ():
            assert fields["id"] in kept or fields.get(name) not in kept or fields.get(name) not in IDS


def test_what_was_cut_before_a_failure_is_named(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no way back from a cut, so that she must know how far it came."""
    path = journal.path("sellers/bo-ek.toml")
    path.write_bytes(b'[seller]\nname = "Bo Ek"\n\n[[note]]\non = 2020-11-05\ntext = "x"\n')
    before, written = path.read_bytes(), atomic.write

    def full(path: Path, data: bytes, file: str) -> None:
        if file == "sellers/bo-ek.toml":
            raise Unwritable(file=file, why="No space left on device")
        written(path, data, file)

    monkeypatch.setattr(atomic, "write", full)
    cuts = [cut(journal, file, date(2026, 11, 23)) for file in journal.files()]
    with pytest.raises(Unwritable) as caught:
        trim(journal, cuts)
    assert caught.value.data["written"] == ["sellers/anna-berg.toml"]
    assert path.read_bytes() == before
