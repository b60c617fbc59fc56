"""The encoding of a file is told by the letters that come out of it, and doubt is never settled in silence."""

import pytest

from salescoach.answer import phrase
from salescoach.tables.decode import Text, UnknownEncoding, UnreadableTable, decoded, read_text

TEAM = "Namn;Roll\nBjørn Ødegård;KAM\nÅsa Öberg;SDR\nRené Sjöström;SDR\nSæby, Märta;KAM\n"


def test_the_letters_tell_the_encoding() -> None:
    """With a mark of Unicode and without, of DOS, of a Mac and of Windows; also where it is told."""
    for encoding, name in {
        "utf-8": "utf-8", "utf-8-sig": "utf-8", "utf-16": "utf-16", "utf-16-le": "utf-16", "utf-16-be": "utf-16",
        "cp1252": "windows-1252", "latin-1": "windows-1252", "mac_roman": "mac-roman", "cp850": "cp850",
        "cp865": "cp850",
    }.items():  # fmt: skip
        data = TEAM.encode(encoding)
        found = read_text(data, "f")
        assert found == Text(TEAM, name, {}), encoding
        assert decoded(data) == TEAM
        assert read_text(data, "f", encoding.replace("_", "-")).text == TEAM, encoding
    for name in (
        "Märta", "Håkon", "Øystein", "Göran", "Lærke", "Åge", "Zoë", "François", "O\u2019Brien Müller", "5 m²",
    ):  # fmt: skip
        found = read_text(name.encode("cp1252"), "f")
        assert (found.text, dict(found.doubt)) == (name, {}), name
    for name in ("Märta", "Håkon", "Øystein", "Lærke", "Åge", "Bj\u00f6rn \u00c5berg"):
        assert read_text(name.encode("mac_roman"), "f").text == name, name
    assert read_text(b"Bj\x9arn \xc9berg", "f", "macintosh").text == "Björn …berg"


def test_what_was_encoded_twice_is_mended() -> None:
    """Whatever it was taken for, and also twice over."""
    for encoding in ("cp1252", "mac_roman", "cp850"):
        once = "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in TEAM.encode())
        found = read_text(once.encode(), "f")
        assert (found.text, found.encoding) == (TEAM, "utf-8-twice"), encoding
    assert read_text(TEAM.encode().decode("latin-1").encode().decode("latin-1").encode(), "f").text == TEAM


def test_a_line_in_another_encoding_is_read_and_named() -> None:
    """It came in by copy and paste; the others decide what the file is in."""
    for encoding, name, line in (
        ("cp1252", "windows-1252", "Märta;KAM\n"), ("mac_roman", "mac-roman", "Håkon Ås;KAM\n"),
        ("cp850", "cp850", "Jörgen;KAM\n"),
    ):  # fmt: skip
        found = read_text(TEAM.encode() + line.encode(encoding), "f")
        told = phrase("notice.table_encoding", rows=1, lines=[6], encoding=phrase(f"encoding.{name}"))
        assert (found.text, found.encoding, found.notices) == (TEAM + line, "utf-8", (told,)), name
    found = read_text(TEAM.encode("cp1252") + "Håkon Ås;KAM\n".encode(), "f")
    assert (found.text, found.encoding) == (f"{TEAM}Håkon Ås;KAM\n", "windows-1252")
    assert found.notices == (phrase("notice.table_encoding", rows=1, lines=[6], encoding=phrase("encoding.utf-8")),)
    found = read_text(f"{TEAM}BjÃ¶rn\n".encode(), "f")
    assert [one.data["lines"] for one in found.notices] == [[6]]


def test_doubt_shows_one_cell_in_each_reading() -> None:
    """And is over once the encoding is told; a name that stands often proves no more than once."""
    for times in (1, 40):
        found = read_text(b"Namn;Roll\n" + b"Du\x9aan;KAM\n" * times, "f")
        assert dict(found.doubt) == {"windows-1252": "Dušan", "mac-roman": "Duöan"}
    told = read_text(b"Namn;Roll\nDu\x9aan;KAM\n", "f", "Windows-1252")
    assert (told.text, dict(told.doubt)) == ("Namn;Roll\nDušan;KAM\n", {})


def test_an_encoding_that_is_none_is_refused() -> None:
    """And so is one that the file cannot be in."""
    for name in ("klingon", "", "rot13", "base64", "utf-7"):
        with pytest.raises(UnknownEncoding):
            read_text(b"Namn\nBo", "f", name or " ")
    for data, name in ((b"Namn\n\xe5sa", "utf-8"), (b"\x81", "cp1252"), (b"Nam", "utf-16")):
        with pytest.raises(UnreadableTable) as refused:
            read_text(data, "f", name)
        assert refused.value.data["why"] == "not_in"
