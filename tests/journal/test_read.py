from collections.abc import Sequence
from datetime import date

import pytest

from salescoach.answer import phrase
from salescoach.errors import NoHeader, Problem
from salescoach.journal import read
from salescoach.records.calendar import Booking
from salescoach.records.commitment import Commitment
from salescoach.records.header import Change
from salescoach.records.note import Note
from salescoach.records.rating import Rating
from salescoach.records.seller import Seller
from salescoach.records.settled import Settled
from salescoach.records.talk import Talk

HEAD = '[seller]\nname = "Åsa Öström"\n'


def seller(text: str | bytes, *, private: bool = False) -> Seller:
    """Read a seller from the text of a file."""
    data = text if isinstance(text, bytes) else text.encode()
    return read.seller(read.source(data, "sellers/asa-ostrom.toml", "asa-ostrom"), private=private)


def places(problems: Sequence[Problem]) -> list[tuple[str, int, int]]:
    """Return what is wrong and where."""
    assert all(problem.file == "sellers/asa-ostrom.toml" for problem in problems)
    return [(problem.code, problem.line, problem.column) for problem in problems]


def test_the_order_within_a_kind_is_by_day_then_by_place() -> None:
    """Across kinds it means nothing."""
    notes = "".join(
        f'[[note]]\nid = "{name}"\non = 2026-11-{day:02}\ntext = "x"\n'
        for name, day in (("c", 3), ("a", 1), ("d", 3), ("b", 2))
    )
    assert [note.id for note in seller(notes + HEAD).all(Note)] == ["a", "b", "c", "d"]


def test_a_record_without_an_id_gets_one_that_stays() -> None:
    """The same at each reading, another for two that are alike, none that is taken; ids from elsewhere stay."""
    twice = '[[note]]\non = 2026-11-03\ntext = "x"\n' * 2
    first = [note.id for note in seller(HEAD + twice).all(Note)]
    assert first == [note.id for note in seller(HEAD + twice + "[[talk]]\non = 2026-11-03\n").all(Note)]
    taken = f'[[talk]]\nid = "{first[0]}"\non = 2026-11-03\n'
    others = [note.id for note in seller(HEAD + twice + taken).all(Note)]
    assert len({*first, *others}) == 3
    assert first[1] == others[0]
    found = seller(HEAD + '[[note]]\nid = ""\non = 2026-11-03\ntext = "x"\n[[talk]]\nid = "TALK 1"\non = 2026-11-03\n')
    assert (len(found.all(Note)[0].id), found.all(Talk)[0].id) == (5, "TALK 1")


def test_a_record_that_does_not_validate_is_left_out_and_named() -> None:
    """By line and column; the records around it stay."""
    for block, place, key in (
        ('[[talk]]\non = 2026-11-03\nminutes = "long"\n', ("left_out", 5, 11), "minutes"),
        ("[[talk]]\nminutes = 3\n", ("left_out", 3, 1), "on"),
        ('[[talk]]\non = "2026-11-03"\n', ("left_out", 4, 6), "on"),
        ("[[talk]]\non = 2026-11-03T10:00:00\n", ("left_out", 4, 6), "on"),
        ('[[talk]]\non = 2026-11-03\nasked = ["a", 3]\n', ("left_out", 5, 9), "asked"),
        ('[[talk]]\non = 2026-11-03\nprivate = "yes"\n', ("left_out", 5, 11), "private"),
        ('[[rating]]\non = 2026-11-03\narea = "x"\nlevel = "blue"\n', ("left_out", 6, 9), "level"),
        ('[[topic]]\non = 2026-11-03\nwhat = "x"\nfrom = "Karin"\n', ("left_out", 6, 8), "from"),
        ("[talk]\non = 2026-11-03\n", ("one_bracket", 3, 1), None),
        ('# å\n  [ "talk" ]\n', ("one_bracket", 4, 1), None),
    ):
        found = seller(f'{HEAD}{block}[[note]]\nid = "a1b2c"\non = 2026-11-03\ntext = "stays"\n')
        assert places(found.problems) == [place], block
        assert found.problems[0].data.get("key") == key, block
        assert [note.id for note in found.all(Note)] == ["a1b2c"], block
        assert not found.all(Talk), block
        assert not found.all(Rating), block


def test_a_file_without_a_header_that_reads_is_refused() -> None:
    """With its line and column; an empty file is an error, never "no data"."""
    for text, place in (
        ("", (1, 1, phrase("fault.no_table"))),
        ('\nseller = "Anna"\n', (2, 10, phrase("fault.no_table"))),
        ('format = 1\n\n[[seller]]\nname = "Anna"\n', (3, 3, phrase("fault.no_table"))),
        ("format = 1\n[seller]\nrole = 'x'\n", (2, 1, None)),
        ('[seller]\nname = ""\n', (2, 8, None)),
        ('[seller]\nname = "Anna"\nevery = 0\n', (3, 9, None)),
        ('[seller]\nname = "Anna"\naliases = ["a", 3]\n', (3, 17, None)),
    ):
        with pytest.raises(NoHeader) as caught:
            seller(text)
        data = caught.value.data
        assert (data["file"], data["line"], data["column"]) == ("sellers/asa-ostrom.toml", *place[:2]), text
        assert data["why"] == (place[2] or data["why"]), text


def change(day: int, was: str, *now: str) -> str:
    """Write a change."""
    return "".join(f"{line}\n" for line in ("[[change]]", f"on = 2026-11-{day:02}", f"was = {{{was}}}", *now))


def test_a_change_applies_only_while_the_header_still_says_so() -> None:
    """In order of their days, each key by itself; where she changed the header by hand, the header wins."""
    for changes, role in (
        (change(3, 'role = "junior"', 'role = "senior"'), "senior"),
        (change(4, 'role = "senior"', 'role = "lead"') + change(3, 'role = "junior"', 'role = "senior"'), "lead"),
        (change(3, 'role = "trainee"', 'role = "senior"'), "junior"),
        (change(3, "", 'role = "senior"'), "junior"),
    ):
        assert seller(f'{HEAD}role = "junior"\n{changes}').header.role == role, changes
    found = seller(f'{HEAD}role = "x"\n' + change(3, 'role = "y"', 'role = "z"', "every = 7", 'crm = "k"'))
    assert (found.header.role, found.header.every, found.header.extra) == ("x", 7, {"crm": "k"})
    assert found.problems == ()


def test_a_change_that_would_break_the_header_is_left_out_and_named() -> None:
    """At its line, and the later ones apply."""
    wrong = 'change = [0, {id = "a", on = 2026-11-03, every = "often"}, {on = 2026-11-04, every = 7}]\n'
    found = seller(wrong + HEAD)
    assert found.header.every == 7
    assert places(found.problems) == [("left_out", 1, 11), ("bad_change", 1, 50)]
    assert found.problems[1].data == {"id": "a", "key": "every"}


PRIVATE = (
    HEAD + '[[talk]]\nid = "a"\non = 2026-11-03\nprivate = true\nagenda = "check-in"\nnotes = "secret"\n'
    '[[note]]\nid = "b"\non = 2026-11-03\nprivate = true\ntext = "secret"\n'
    '[[note]]\nid = "c"\non = 2026-11-03\ntext = "open"\n'
    '[[commitment]]\nid = "d"\non = 2026-11-03\nprivate = true\nby = "me"\nwhat = "secret"\n'
    '[[settled]]\nid = "e"\non = 2026-11-03\nprivate = true\nof = "d"\nhow = "kept"\nwhy = "secret"\n'
    '[[booking]]\nid = "f"\non = 2026-11-03\nprivate = true\nnext = 2026-11-10\nmood = "secret"\n'
)


def test_private_lines_are_not_read_unless_they_are_asked_for() -> None:
    """No text of theirs is left, nor an unknown key; the days that clocks run on are."""
    found = seller(PRIVATE)
    assert "secret" not in repr(found)
    assert [note.text for note in found.all(Note)] == ["open"]
    assert [(talk.on, talk.agenda) for talk in found.all(Talk)] == [(date(2026, 11, 3), None)]
    assert [booking.next for booking in found.all(Booking)] == [date(2026, 11, 10)]
    assert [settled.of for settled in found.all(Settled)] == ["d"]
    assert found.all(Commitment) == []
    assert repr(seller(PRIVATE, private=True)).count("secret") == 5


def test_a_private_change_of_the_header_sets_the_clocks_and_says_no_word() -> None:
    """Nor does the next change repeat it, which keeps what it says; who asks for private lines sees both."""
    text = HEAD + change(3, "", 'role = "secret agent"', "every = 7", "private = true")
    text += change(4, 'role = "secret agent"', 'role = "seller"', 'tags = ["new ~ secret"]')
    found, whole = seller(text).header, seller(text, private=True)
    assert (found.role, found.every, found.tags) == ("seller", 7, ["new"])
    assert "secret" not in repr(seller(text))
    assert (whole.header.role, len(whole.all(Change))) == ("seller", 2)


def test_the_managers_own_file_has_no_header() -> None:
    """It is a book of the same records, as private."""
    text = PRIVATE.removeprefix(HEAD) + "[rating]\n"
    source = read.source(text.encode(), "me.toml", "me")
    found, whole = read.book(source, private=False), read.book(source, private=True)
    assert [problem.code for problem in found.problems] == ["one_bracket"]
    assert "secret" not in repr(found)
    assert [note.text for note in whole.all(Note)] == ["secret", "open"]
