from datetime import date
from itertools import pairwise
from typing import Any
from unicodedata import normalize

from hypothesis import example, given
from hypothesis import strategies as st

from salescoach.coaching.written import record_of
from salescoach.people.rules.search import ME, SELLER, Found, Scope, fold, found_in, spans, terms_of
from salescoach.records.header import Header
from salescoach.records.seller import Book, Seller

NOV, OCT = date(2026, 11, 3), date(2026, 10, 5)

texts = st.text(
    st.sampled_from("aåÅe\u0301\u030a\u0323\u0345ßæøİıςﬁｶﾞ각\u1100\u1161\u0f73 \u00a0\u00ad\n\t\u200b漢🙂ẞ")
    | st.characters()
)


def record(kind: str, **fields: Any) -> Any:
    """Return a record of a kind."""
    return record_of(kind, {"id": "k3f7q", "on": NOV} | fields)


def seller(*records: Any, name: str = "Anna Berg", key: str = "anna-berg", left: bool = False, **head: Any) -> Seller:
    """Return a seller with these records."""
    kept: dict[str, list[Any]] = {}
    for one in records:
        kept.setdefault(one.kind, []).append(one)
    return Seller(kept, key=key, header=Header(name=name, **head), left=left)


def search(*typed: str, within: Any = None, me: Book | None = None, **scope: Any) -> Found:
    """Return what is found of what was typed."""
    return found_in(within or [], me or Book(), terms_of(typed), Scope(**scope))


def test_all_words_are_in_one_record_in_any_order() -> None:
    """What has a blank in it, or stands between quotation marks, is a phrase: it stands in one text."""
    cases: list[tuple[list[str], tuple[str, ...]]] = [
        (["call", "list"], ("call", "list")), (["call list"], ("call list",)),
        (['"call list" karin'], ("call list", "karin")), (["“call list” karin"], ("call list", "karin")),
        (['5" screen'], ('5" screen',)), (["", " ", "\u200b", '""'], ()),
    ]  # fmt: skip
    for typed, terms in cases:
        assert terms_of(typed) == terms, typed
    anna = seller(record("talk", notes="The budget comes first.", lesson="Ask sooner"))
    for words, found in (
        (["sooner", "budget"], 1), (["UDGE"], 1), (["budget", "later"], 0), (["budget first"], 0), (["first. ask"], 0),
    ):  # fmt: skip
        assert len(search(*words, within=[anna]).hits) == found, words


@given(text=texts)
@example(text="Å\u0323\u030a")
@example(text="\u0344\u0f73")
def test_the_unicode_form_makes_no_difference(text: str) -> None:
    """Composed or taken apart, in capitals or not where that can be undone, a text is compared as the same."""
    assert fold(normalize("NFC", text)) == fold(normalize("NFD", text)) == fold(text)


@given(text=texts)
@example(text="a \u200b b")
def test_every_text_is_found_in_itself(text: str) -> None:
    """Whole, as one hit that reaches over all that shows; what is marked is what is compared."""
    found = spans(text, [text])
    assert bool(found) == bool(fold(text))
    assert [fold(text[start:end]) for start, end in found] == [fold(text)] * bool(fold(text))


@given(text=texts, data=st.data())
def test_what_is_marked_holds_what_was_looked_for(text: str, data: st.DataObject) -> None:
    """Spans lie in the text, in order and apart, and each holds the term; marks come with their letters."""
    start = data.draw(st.integers(0, len(text)))
    term = fold(text[start : data.draw(st.integers(start, len(text)))])
    found = spans(text, [term])
    assert all(0 <= begins < ends <= len(text) for begins, ends in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert all(term in fold(text[begins:ends]) for begins, ends in found)


def test_hits_are_marked_as_they_were_typed() -> None:
    """Whatever was looked for, what is marked is the text itself; hits that overlap are one."""
    cases: list[tuple[str, str, list[str]]] = [
        ("Bjo\u0308rn and Björn", "bjorn", ["Bjo\u0308rn", "Björn"]),
        ("Straße, STRASSE", "strasse", ["Straße", "STRASSE"]), ("Ærlig Ø", "AERLIG o", ["Ærlig Ø"]),
        ("budget\n  first", "Budget First", ["budget\n  first"]),
        ("soft\u00adhyphen", "softhyphen", ["soft\u00adhyphen"]), ("the others", "the", ["the", "the"]),
    ]  # fmt: skip
    for text, term, marked in cases:
        assert [text[start:end] for start, end in spans(text, [term])] == marked, text
    assert spans("calling", ["call", "calling", "ling"]) == [(0, 7)]
    assert spans("aa", ["a", "A"]) == [(0, 1), (1, 2)]


def test_all_texts_are_searched_and_no_ids() -> None:
    """Lists and unknown keys too; the head of a file counts as the seller, on the day she was added."""
    one = record("note", text="x", talk="k9z9q", deep={"a": ["zebra"]}, of="yak")
    anna = seller(
        one, record("commitment", by="seller", what="y"), record("change", role="Hunter", was={"role": "Clerk"})
    )
    for typed, kinds in {"zebra": ["note"], "yak": ["note"], "clerk": ["change"], "hunter": ["change"]}.items():
        assert [hit.kind for hit in search(typed, within=[anna]).hits] == kinds, typed
    for typed in ("k3f7q", "k9z9q", "seller", "true"):
        assert search(typed, within=[anna]).hits == (), typed
    bo = seller(name="Bo Ek", key="bo-ek", left=True, added=OCT, tags=["Oslo"], aliases=["Bosse"], language="sv")
    (hit,) = search("bosse", "oslo", within=[bo]).hits
    assert (hit.seller, hit.kind, hit.id, hit.on, hit.left) == ("bo-ek", SELLER, "bo-ek", OCT, True)
    assert hit.text == "Bo Ek · Bosse · Oslo"
    assert search("sv", within=[bo]).hits == ()


def test_the_newest_come_first_and_ties_go_by_name() -> None:
    """Whoever it is about; a head without a day comes last."""
    asa = seller(record("note", text="price"), name="Åsa", key="asa")
    bo = seller(record("note", text="price"), record("topic", what="price", on=OCT), name="Bo", key="bo", role="price")
    me = Book({"lesson": [record("lesson", text="price", on=date(2026, 11, 9))]})
    found = search("price", within=[bo, asa], me=me).hits
    assert [(hit.seller, hit.kind) for hit in found] == [
        (ME, "lesson"), ("asa", "note"), ("bo", "note"), ("bo", "topic"), ("bo", SELLER),
    ]  # fmt: skip
    assert [hit.mine for hit in found] == [True, False, False, False, False]


def test_what_is_searched_can_be_narrowed() -> None:
    """To kinds, to people, me among them, and to a time; what has no day is of no time."""
    cases: list[tuple[dict[str, Any], set[str]]] = [
        ({}, {"note", "topic", SELLER, "lesson"}), ({"kinds": ["topic"]}, {"topic"}),
        ({"kinds": [SELLER, "lesson"]}, {SELLER, "lesson"}), ({"who": ["anna-berg"]}, {"note", "topic", SELLER}),
        ({"who": [ME]}, {"lesson"}), ({"who": ["bo"]}, set()), ({"since": NOV}, {"note", "lesson"}),
    ]  # fmt: skip
    for scope, kinds in cases:
        anna = seller(record("note", text="price"), record("topic", what="price", on=OCT), role="price")
        found = search("price", within=[anna], me=Book({"lesson": [record("lesson", text="price")]}), **scope)
        assert {hit.kind for hit in found.hits} == kinds, scope
        assert found.narrowed is bool(scope), scope
        assert found.sellers == (not scope.get("who") or "anna-berg" in scope["who"]), scope
