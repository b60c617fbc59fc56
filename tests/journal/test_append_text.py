import tomllib
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given
from hypothesis import strategies as st

from salescoach.errors import BadText
from salescoach.journal.append import Addition, Block, add, take_back
from salescoach.journal.journal import Journal
from salescoach.records.base import Kept
from salescoach.records.header import Change, Header
from salescoach.records.kinds import KINDS
from salescoach.records.talk import Talk

ANNA = "sellers/anna-berg.toml"
DAY = date(2026, 11, 5)

NEEDED: dict[str, dict[str, object]] = {
    "settled": {"how": "kept"}, "commitment": {"by": "me"}, "booking": {"next": DAY},
    "away": {"first": DAY, "last": DAY}, "phase": {"day": 31, "days": 30}, "step": {"day": -1},
    "chosen": {"actions": ["x"]}, "service": {"level": "red"},
}  # fmt: skip
"""What a kind needs besides texts."""

TEXTS = [
    (kind, str(field.metadata.get("alias", field.name)))
    for kind, model in KINDS.items()
    for field in fields(model)
    if field.type in (str, str | None) and field.name != "id"
]

HEAD = ["name", "role", "email", "placed_at", "language"]
"""The texts of a head."""

ANY = st.text(st.characters(codec=None), max_size=60) | st.text("'\"\\\n\r\t #[]=\x00\x7f\x85\u2028é🙂", max_size=20)
BEFORE = st.sampled_from(["", "\n", "# last", "\n[table]\n", "\n[[note]]\non = 2026-11-01\ntext = 'x'\n[[note.sub]]"])


def block(kind: str, **texts: str) -> Block:
    """Return a block of a kind with all its texts, some of them the given ones."""
    others = {name: "x" for of, name in TEXTS if of == kind}
    return Block(kind, {"on": DAY, **NEEDED.get(kind, {}), **others, **texts})


def written_and_read_back(kind: str, texts: Mapping[str, str], ending: str, newline: str) -> None:
    """Write texts into the fields of a new journal; they are refused as no Unicode, or read back equal."""
    with TemporaryDirectory() as folder:
        journal = Journal(Path(folder), private=True)
        (journal.root / "sellers").mkdir()
        before = f'[seller]\nname = "Anna Berg"{ending}'.replace("\n", newline).encode()
        journal.path(ANNA).write_bytes(before)
        try:
            add(journal, [Addition(ANNA, [block(kind, **texts)])], "log", "2026-11-05")
        except BadText:
            assert any("\\ud" in ascii(text) for text in texts.values())
            assert journal.path(ANNA).read_bytes() == before
            return
        after = journal.path(ANNA).read_bytes()
        assert after.startswith(before)
        written = tomllib.loads(after.decode().replace("\r\n", "\n"))[kind][-1]
        record = journal.by_key("anna-berg").records[kind][-1].to_table()
        for field, text in texts.items():
            kept = text.replace("\r\n", "\n").replace("\r", "\n")
            assert (written[field], record[field]) == (kept, kept), (kind, field)
        take_back(journal)
        assert journal.path(ANNA).read_bytes() == before


@given(st.sampled_from(TEXTS), ANY, BEFORE, st.sampled_from(["\n", "\r\n"]))
@example(("note", "text"), "\ud800", "", "\n")
@example(("note", "text"), "'''\n'", "# last", "\r\n")
@example(("talk", "notes"), "\r\n\r\n", "\n", "\r\n")
def test_any_text_in_any_field_is_written_and_read_back_equal(
    where: tuple[str, str], text: str, ending: str, newline: str
) -> None:
    """After every earlier byte, with its line ends normalised, or it is refused; undo gives the exact bytes back."""
    kind, field = where
    written_and_read_back(kind, {field: text}, ending, newline)


def test_no_text_is_forgotten() -> None:
    """A new field is none of text, or it is tried here."""
    listed = {("talk", "asked"), ("change", "was"), ("probation", "counts"), ("recap", "areas"), ("chosen", "actions")}
    known = {(kind, key) for kind, model in KINDS.items() for key in model.layout.keys}
    rest = {field for kind, field in known - {*TEXTS} - listed}
    assert rest == {
        *("id", "on", "private", "due", "minutes", "opened_by", "level", "by", "to", "from"),
        *("start", "target", "value", "how", "next", "first", "last", "remedy", "figure", "idea", "for"),
        *("day", "days", "every", "ends", "sent", "outcome", "cancelled", "by_talk", "signed", "term"),
        *("one_thing", "told_on"),
    }
    assert set(Header.layout.keys) - {*HEAD, "aliases", "tags"} == {"started", "added", "every", "at_most"}


def test_every_text_of_every_kind_can_be_written() -> None:
    """No field is forgotten: several lines, quotes and escapes in each."""
    for kind in KINDS:
        texts = {field: f"å {field} 'b' \"c\"\n\\u0041\x85'''" for of, field in TEXTS if of == kind}
        if texts:
            written_and_read_back(kind, texts, "\n", "\n")


@given(st.sampled_from([*HEAD, "aliases", "asked", "role", "was"]), ANY)
@example("name", "\ud800x")
@example("asked", "\r\n\r")
@example("was", "\r\n\x85")
def test_any_text_in_a_head_a_list_or_a_change_is_read_back_equal(field: str, text: str) -> None:
    """What is no plain field of a record keeps its text as well: a new head, the questions of a talk, a change."""
    lists = {"aliases", "asked"}
    value: object = [text, "x"] if field in lists else {"role": text} if field == "was" else text
    if field == "name":
        value = text = f"{text}."  # a name that is nothing is none
    blocks = {
        "asked": [Block("talk", {"on": DAY, field: value})],
        "was": [Block("change", {"on": DAY, "role": "new", field: value})],
        "role": [Block("change", {"on": DAY, field: value})],
    }
    header = {"name": "Anna Berg", **({} if field in blocks else {field: value})}
    with TemporaryDirectory() as folder:
        journal = Journal(Path(folder), private=True)
        try:
            add(journal, [Addition(ANNA, blocks.get(field, []), header)], "add", "2026-11-05")
        except BadText:
            assert "\\ud" in ascii(text)
            assert not journal.path(ANNA).exists()
            return
        kept = text.replace("\r\n", "\n").replace("\r", "\n")
        seller = journal.by_key("anna-berg")
        found = _first(*seller.all(Talk), *seller.all(Change), seller.header)[field]
        assert found == ([kept, "x"] if field in lists else {"role": kept} if field == "was" else kept)
        take_back(journal)
        assert not journal.path(ANNA).exists()


def _first(*models: Kept) -> dict[str, object]:
    return models[0].to_table()
