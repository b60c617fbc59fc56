import re
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from salescoach.journal.ids import derive, distinct

FIELDS: dict[str, Any] = {"on": date(2026, 11, 3), "text": "Good pace."}


@given(st.text(), st.dictionaries(st.text(), st.text() | st.integers() | st.dates()))
def test_an_id_is_never_a_word(kind: str, fields: dict[str, Any]) -> None:
    """Letter, digit, letter, digit, letter, whatever it names."""
    assert re.fullmatch(r"[a-z]\d[a-z]\d[a-z]", derive("anna", kind, fields, ()))


def test_an_id_is_the_same_on_every_day_and_machine() -> None:
    """No clock, chance or hash seed is in it: the screens in the documentation stay true."""
    assert derive("anna-berg", "note", FIELDS, ()) == "p9v7q"


def test_an_id_hangs_on_file_kind_and_fields_and_not_on_their_order_or_on_an_id() -> None:
    """A record whose id was taken out by hand is given the same again; a note about two sellers has two."""
    turned = {"id": "a1b2c", **dict(reversed(FIELDS.items()))}
    first = derive("anna-berg", "note", FIELDS, ())
    assert derive("anna-berg", "note", turned, ()) == first
    others = {
        derive("bo-ek", "note", FIELDS, ()),
        derive("anna-berg", "lesson", FIELDS, ()),
        derive("anna-berg", "note", FIELDS | {"text": "Other."}, ()),
    }
    assert len(others | {first}) == 4


def test_an_id_looks_like_no_other_where_screens_cut_it() -> None:
    """Thirty steps of one plan are told apart by three characters."""
    first = derive("anna", "note", FIELDS, ())
    second = distinct("anna", "note", FIELDS, {first}, {first[:3]})
    assert second[:3] != first[:3]
    assert distinct("anna", "note", FIELDS, (), ()) == first
    assert distinct("anna", "note", FIELDS, {first}, ()) != first
    taken: list[str] = []
    for _ in range(50):  # however often the same thing is written in a file
        taken.append(derive("anna-berg", "note", FIELDS, taken))
    assert len(set(taken)) == 50
