from collections.abc import Mapping
from datetime import date
from itertools import product

import pytest

from salescoach.answer import phrase
from salescoach.errors import BadText, BadToml, NoHeader, NothingToUndo, SellerExists, TooLarge, Unverified
from salescoach.journal import atomic
from salescoach.journal.append import Addition, Block, add, rehearse, take_back
from salescoach.journal.journal import Journal
from salescoach.records.note import Note
from salescoach.records.talk import Talk

ANNA = "sellers/anna-berg.toml"
DAY = date(2026, 11, 5)
HEADER: Mapping[str, object] = {"name": "Bo Ek", "started": DAY, "role": None, "aliases": ("Bosse",)}


ONE_BRACKET = b"[seller]\nname = 'Anna Berg'\n[note]\non = 1\n"


def note(text: str) -> Block:
    """Return a note to be added."""
    return Block("note", {"on": DAY, "text": text})


def added(journal: Journal, *blocks: Block, file: str = ANNA) -> tuple[Block, ...]:
    """Add blocks to one file."""
    return add(journal, [Addition(file, blocks)], "log", "2026-11-05")[0]


ENDINGS = [
    b'text = "x"', b'text = "x" # a comment', b'text = "x"\n', b'text = "x"\r\n',
    b'text = "x"\r\n# mixed\nmood = 1\n\n\n', b'text = "x"\n[table]\na = 1\n', b'text = "x"\n[note.sub]\na = 1',
    b'text = "x"\n[[note.sub]]\na = 1\n[note.sub.deep]',
    b"text = '''\nx'''\n[[talk]]\non = 2026-11-01\nminutes = nan\n[[talk.sub]]\n[[other]]",
]  # fmt: skip


def test_every_earlier_byte_is_kept_however_a_file_ends(journal: Journal) -> None:
    """With a byte order mark, without a last newline, in a comment, a table or a list of tables."""
    for mark, ending in product((b"", b"\xef\xbb\xbf"), ENDINGS):
        before = mark + b'[seller]\nname = "Anna Berg"\n[[note]]\non = 2026-11-03\n' + ending
        journal.path(ANNA).write_bytes(before)
        added(journal, note("one\ntwo"), Block("talk", {"on": DAY}))
        after = journal.path(ANNA).read_bytes()
        assert after.startswith(before)
        assert (b"\r\n" in after[len(before) :]) == (b"\r\n" in before), ending
        seller = Journal(journal.root).seller("anna")
        assert [one.text for one in seller.all(Note)] == ["x", "one\ntwo"], ending
        assert seller.all(Talk)[-1].on == DAY, ending
        assert seller.problems == (), ending
        take_back(journal)
        assert journal.path(ANNA).read_bytes() == before


def test_a_new_seller_has_a_file_of_her_own(journal: Journal) -> None:
    """With a header and perhaps records; undo takes it away again."""
    file = "sellers/bo-ek.toml"
    add(journal, [Addition(file, [note("new")], HEADER)], "add", "2026-11-05")
    text = journal.path(file).read_text("utf-8")
    assert text.startswith(
        'format = 1\n\n[seller]\nname = "Bo Ek"\nstarted = 2026-11-05\naliases = ["Bosse"]\n\n[[note]]'
    )
    assert journal.seller("bosse").last(Note) is not None
    with pytest.raises(SellerExists) as caught:
        add(journal, [Addition(file, (), HEADER)], "add", "2026-11-05")
    assert caught.value.data == {"file": file, "name": "Bo Ek"}
    assert take_back(journal).entry.label == "add"
    assert not journal.path(file).exists()
    assert Journal(journal.root).check_vanished() == []


def test_my_own_file_is_made_when_it_is_needed(journal: Journal) -> None:
    """It has no header; one that is empty, made by hand, can be added to."""
    (block,) = added(journal, Block("lesson", {"on": DAY, "text": "I talked too much"}), file="me.toml")
    text = journal.path("me.toml").read_text("utf-8")
    record = f'[[lesson]]\nid = "{block.fields["id"]}"\non = 2026-11-05\ntext = "I talked too much"\n'
    assert text == f"format = 1\n\n{record}"
    added(journal, note("x"), file="me.toml")
    assert take_back(journal)
    assert journal.path("me.toml").read_text("utf-8") == text
    journal.path("me.toml").write_bytes(b"")
    added(journal, note("x"), file="me.toml")
    assert [one.text for one in journal.me().all(Note)] == ["x"]
    take_back(journal)
    assert journal.path("me.toml").read_bytes() == b""


def test_a_file_that_cannot_be_added_to_is_left_as_it_is(journal: Journal) -> None:
    """Broken, without a header, or with notes in a form that none can follow; nothing is noted for undo."""
    for text, error in (
        (b"", NoHeader), (b"[seller]\nrole = 'x'\n", NoHeader), (b"[seller]\nname = 'x'\n[[talk]\n", BadToml),
        (b"[seller]\nname = '\xff'\n", BadToml), (ONE_BRACKET, BadToml),
        (b"note = [{on = 2026-11-03, text = 'x'}]\n[seller]\nname = 'x'\n", Unverified),
    ):  # fmt: skip
        journal.path(ANNA).write_bytes(text)
        with pytest.raises(error) as caught:
            added(journal, Block("talk", {"on": DAY}), note("x"))
        assert journal.path(ANNA).read_bytes() == text
        with pytest.raises(NothingToUndo):
            take_back(journal)
        if text == ONE_BRACKET:  # no second note can follow; other kinds can
            why = phrase("fault.one_bracket", kind="note")
            assert caught.value.data == {"file": ANNA, "line": 3, "column": 1, "why": why}
            added(journal, Block("talk", {"on": DAY}))
            take_back(journal)
            (journal.folder / "undo.json").unlink()


def test_what_cannot_be_read_is_not_written(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither what no command takes nor what would lock her out; a rehearsal says the same, and what would be there."""
    before = journal.path(ANNA).read_bytes()
    for fields, named in (
        ({"on": DAY, "text": 3}, "note.text: "), ({"on": DAY}, "note.text: "),
        ({"on": "today", "text": "x"}, "note.on: "), ({"on": DAY, "text": "\ud800"}, "\\ud800"),
    ):  # fmt: skip
        for act in (lambda block: added(journal, block), lambda block: rehearse(journal, [Addition(ANNA, [block])])):
            with pytest.raises(BadText) as caught:
                act(Block("note", fields))
            assert str(caught.value.data["text"]).startswith(named)
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "LARGEST", len(before) + 10)
        with pytest.raises(TooLarge):
            added(journal, note("x"))
    rehearsed = rehearse(journal, [Addition(ANNA, [note("x")])])
    assert journal.path(ANNA).read_bytes() == before
    assert not (journal.folder / "undo.json").exists()
    assert rehearsed == [added(journal, note("x"))]


def test_what_does_not_read_back_as_meant_is_not_written(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last check before the disk: the old records and the new ones, nothing else."""
    before = journal.path(ANNA).read_bytes()
    for wrong in ('\n[[note]]\ntext = "other"\n', "\n[[note]\n", "\n[seller.more]\na = 1\n"):
        monkeypatch.setattr("salescoach.journal.toml.block", lambda *_, wrong=wrong: wrong)
        with pytest.raises(Unverified):
            added(journal, note("x"))
    assert journal.path(ANNA).read_bytes() == before
