import tomllib
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from fixtures.marks import Reader, kept, keys
from salescoach.answer import phrase
from salescoach.errors import NotADate
from salescoach.notes.marks import Marks, Notes, SellerContext, read_notes
from salescoach.records.keys import key_form
from salescoach.records.veil import clean
from salescoach.words.dates import Dates

TEMPLATES = Path(__file__).parents[2] / "templates"
ALL = {path.parent.name: tomllib.loads(path.read_text("utf-8")) for path in TEMPLATES.glob("*/marks.toml")}
FRIDAY = date(2026, 11, 20)
AIM = {"target": 12, "unit": "first meetings a month"}


def test_each_mark_has_its_record(notes: Reader) -> None:
    """What a mark becomes, and that nothing of it stays in the notes."""
    cases: list[tuple[str, str, dict[str, object]]] = [
        ("PRAISE : stayed calm; ", "praise", {"what": "stayed calm"}),
        ("fault: she priced it wrong", "praise", {"what": "she priced it wrong", "for": "fault"}),
        ("Praise from Ed at H\u00e5 & Co: fast", "praise", {"what": "fast", "from": "Ed at H\u00e5 & Co"}),
        ("praise from me: fast", "praise", {"what": "fast"}),
        ("ber\u00f6m Anna fr\u00e5n Karin: lugn", "praise", {"what": "lugn", "from": "Karin"}),
        ("Annas ros fra Karin: rolig", "praise", {"what": "rolig", "from": "Karin"}),
        ("fault from Bo: wrong VAT", "praise", {"what": "wrong VAT", "for": "fault", "from": "Bo"}),
        ("about me: I interrupt", "feedback", {"what": "I interrupt", "to": "me"}),
        ("needs: a quieter place to call from", "need", {"what": "a quieter place to call from"}),
        ("her topic: pricing", "topic", {"what": "pricing", "from": "seller"}),
        ("Mitt ämne: pris", "topic", {"what": "pris", "from": "me"}),
        ("Annas emne: pris", "topic", {"what": "pris"}), ("topic anna berg: pris", "topic", {"what": "pris"}),
        ("red anna: discovery", "rating", {"area": "discovery", "level": "red"}),
        ("private anna: shy; @me x", "note", {"text": "shy; @me x", "private": True}),
        ("touch: phone \u2013 quick word", "touch", {"channel": "phone", "note": "quick word"}),
        ("touch: quick word after the tender", "touch", {"note": "quick word after the tender"}),
        ("touch: \u2013 quick", "touch", {"note": "quick"}),
        ("lesson: I talked too much", "lesson", {"text": "I talked too much"}),
        ("next: fri.", "booking", {"next": FRIDAY}), ("goal: 1,5 mkr", "goal", {"title": "1,5 mkr"}),
        ("~ I was abrupt; start softer", "note", {"text": "I was abrupt; start softer", "private": True}),
        ("Gro\u0308n: v\u00e4lm\u00e5ende", "rating", {"area": "wellbeing", "level": "green"}),
        ("@jag n\u00e4r hon ringer, svara", "commitment", {"by": "me", "what": "svara", "cue": "n\u00e4r hon ringer"}),
    ]  # fmt: skip
    for text, kind, fields in cases:
        read = notes(text)
        assert (read.text, kept(read), keys(read)) == ("", [(kind, fields)], []), text


def test_the_seller_is_named_in_many_ways(notes: Reader) -> None:
    """Key, alias, any word of the name, a pronoun; a space, comma or colon follows."""
    for who in ("anna", "Anna", "berg", "anna-berg", "ANNIE", "her", "him", "seller", "a\u0301nna"):
        for sep in (" ", ": ", ", ", ":", "\u00a0", "\u3000"):
            assert kept(notes(f"@{who}{sep}call")) == [("commitment", {"by": "seller", "what": "call"})], (who, sep)


def test_a_promise_behind_a_known_area_is_help_there(notes: Reader) -> None:
    """A correction where it is hers, a resource where it is mine; a cue needs its comma, else all is promised."""
    cases: list[tuple[str, dict[str, str]]] = [
        ("@me discovery: two calls", {"what": "two calls", "area": "discovery", "remedy": "resource"}),
        ("@her Discovery: ask first", {"what": "ask first", "area": "discovery", "remedy": "correction"}),
        ("@me dancing: ask first", {"what": "dancing: ask first"}), ("@me discovery:", {"what": "discovery:"}),
        ("@me discovery of gold", {"what": "discovery of gold"}),
    ]  # fmt: skip
    for text, fields in cases:
        (record,) = notes(text).records
        assert {key: value for key, value in record.fields.items() if key != "by"} == fields, text
    more: list[tuple[str, str | None, str]] = [
        ("If they balk, call", "If they balk", "call"),
        ("if it is over 1,5 mkr, call me, then her", "if it is over 1,5 mkr", "call me, then her"),
        ("when she is back call her", None, "when she is back call her"), ("if,", None, "if,"),
        ("whenever it suits, call", None, "whenever it suits, call"), ("if I can,", None, "if I can,"),
    ]  # fmt: skip
    for text, cue, what in more:
        fields = {"by": "me", "what": what} | ({"cue": cue} if cue else {})
        assert kept(notes(f"@me {text}")) == [("commitment", fields)], text


def test_prose_stays_as_typed(notes: Reader) -> None:
    """Neighbouring plain parts are joined again, marks taken out, lines kept."""
    cases = [
        ("One; two;  three;", "One; two;  three;"), ("a; green: discovery; b; c", "a"),
        ("One; then a talk;  and more", "One; then a talk;  and more"), ("- green: discovery", ""),
        ("* green: discovery", ""), ("\u2022\tgreen: discovery", ""), ("- one; green: discovery", "- one"),
        ("  - one; two", "  - one; two"), ("green: discovery; ; ;", ""), ("a; ; green: discovery;;", "a"),
        ("a\r\ngreen: discovery\rb", "a\nb"), ("a\n\n  b\n", "a\n\n  b"), ("\n \n a \n\t\n", " a "),
        ("green: discovery\n\nafter", "after"), ("a;\u00a0green: discovery", "a"),
        ("a;green: discovery", "a;green: discovery"), ("note: green: x; @me y", "green: x; @me y"),
        ("a; note: green: x; b", "a; green: x; b"),
        ('she said "a; praise: b"', 'she said "a; praise: b"'),
        ("praise: x; note: topic: y", "topic: y"), ("note:", "note:"),
        ("Seen; ~5 meetings; ok", "Seen; ~5 meetings; ok"), ("Seen;~ was abrupt", "Seen"),
        ("Seen;~5 meetings", "Seen;~5 meetings"), ("", ""), (" \n\t", ""),
    ]  # fmt: skip
    for typed, plain in cases:
        assert notes(typed).text == plain, typed


def test_what_is_private_stays_whole(notes: Reader) -> None:
    """The rest of the line is private, nothing in it is a mark, and no notice repeats it."""
    cases = [
        ("Good; ~ abrupt; green: discovery; @me call", "Good", "abrupt; green: discovery; @me call"),
        ("Good; private: abrupt; more", "Good", "abrupt; more"), ("~abrupt", "", "abrupt"),
        ("Good ~ abrupt; @me call", "Good", "abrupt; @me call"), ("~~ hm", "", "~ hm"), ("- ~ abrupt", "", "abrupt"),
        ("Private: @me by 31 feb", "", "@me by 31 feb"),
    ]  # fmt: skip
    for typed, plain, private in cases:
        read = notes(typed)
        assert (read.text, kept(read), keys(read)) == (plain, [("note", {"text": private, "private": True})], []), typed


NASTY: list[tuple[str, list[str]]] = [
    ("mail anna@firm.se, then @me later", []), ("anna@firm.se: offer sent", []), ("@karin call him", ["unknown_who"]),
    ("@me. Call him", ["unknown_who"]), ("@anna's plan is good", ["unknown_who"]),
    ("@firm.se is their domain", ["unknown_who"]), ("@ 5 euro each", []), ("@5pm call", []), ("@me", ["empty"]),
    ("@me by fri", ["empty"]), ("@menot call", ["unknown_who"]), ("green:", ["empty"]), ("praise:   ", ["empty"]),
    ("private:", ["empty"]), ("~", []), ("green: she asked about budget first", ["no_area"]),
    ("green: \u2013 asked", ["no_area"]), ("green: !!!", ["no_area"]), ("motivation: she is tired", ["no_level"]),
    ("motivation: greenish", ["no_level"]), ("told: \u2013", ["empty"]), ("goal: by 31 dec", ["empty"]),
    ("next: maybe friday", ["no_next"]), ("next: the CRM", ["no_next"]), ("~ 5 meetings", []),
    ("Done with the CRM", []), ("Done", []), ("drop", []), ("gren: discovery", ["almost"]),
    ("Yelow: discovery", ["almost"]), ("praize: calm", ["almost"]), ("Agenda: pricing", []), ("Sold: 3 licences", []),
    ("Raise: asked for more", []), ("Notes: she is fine", []), ("PS: call", []), ("http://x.se/green: y", []),
    ("10:30 call", []), ("(green): x", []), ("green discovery \u2013 no colon", ["almost"]),
    ("She said green: fine", []),
    ("; ;;", []), (":-) good", []), ("\u202egreen: x", []),
]  # fmt: skip


def test_what_is_no_mark_stays_text(notes: Reader) -> None:
    """It is kept as typed, and pointed out only where a mark was probably meant."""
    for text, notices in NASTY:
        read = notes(text)
        assert (read.text, read.records, keys(read)) == (text, (), notices), text


def test_a_mark_that_almost_is_one_is_offered_as_it_is_written(notes: Reader) -> None:
    """After a full stop, with a dash or nothing for its colon, misspelt, in any language; quotations are not."""
    cases = {
        "Long talk. Red: motivation \u2013 tired": "Long talk.\nRed: motivation \u2013 tired",
        "praise: calm; gren: discovery": "praise: calm\ngreen: discovery",
        "Bra. gren: discovery; @me call ~ hm": "Bra.\ngreen: discovery\n@me call ~ hm",
        "- praise - calm": "praise: calm", "motivation yellow \u2013 tired": "motivation: yellow \u2013 tired",
        "Bra. Ber\u00f6m: lugn": "Bra.\nBer\u00f6m: lugn", "ros \u2013 rolig": "ros: rolig",
        "Godt m\u00f8de! @mig ring": "Godt m\u00f8de!\n@mig ring", "r\u00f8d discovery": "r\u00f8d: discovery",
    }  # fmt: skip
    for typed, meant in cases.items():
        (offer,) = notes(typed).offers
        assert offer.taken(typed) == meant, typed
        assert not notes(meant).offers, meant
    for prose in ('He said "so. Red: motivation"', "Green is the new CRM", "Next we talk", "I praise - often - her"):
        assert not notes(prose).offers, prose


def test_the_marks_of_all_languages_are_read_at_once(notes: Reader) -> None:
    """Whatever the journal's language; in either form, and with what is invisible in them gone."""
    cases = {
        "r\u00f6tt: discovery": "rating", "ros: rolig": "praise",
        "gr\u00f8nn: discovery": "rating", "trivsel: r\u00f8d": "rating",
        "ber\u00f6m: lugn; och glad": "praise", "n\u00e4sta: 14 dec kl 14": "booking", "neste: om to uker": "booking",
        "@mig ring Karin senast fre kl 14": "commitment", "@henne s\u00e4nd listan innan 4. des": "commitment",
        "behov: et roligere sted": "need", "kund: Nordbygg \u2013 snabb": "customer", "f\u00e6rdig k3f": "settled",
        "\u200bpr\u00adaise: calm": "praise", "tema: pris": "topic", "m\u00e5l: 12 m\u00f6ten till 31 dec": "goal",
    }  # fmt: skip
    assert {text: notes(text).records[0].kind for text in cases} == cases


def test_no_word_of_a_mark_means_two_things() -> None:
    """All languages are read at once; the few words that two use differently are listed, the first language wins."""
    found: dict[str, set[str]] = {}
    for table in ALL.values():
        for head in ("level", "light", "text"):
            for name, words in table[head].items():
                for word in words:
                    found.setdefault(key_form(word), set()).add(name)
    assert {word: names for word, names in found.items() if len(names) > 1} == {}


def test_a_slip_is_told_with_what_was_meant(notes: Reader) -> None:
    """What was typed and what it may have been, with its accents; a stranger after @ is named, and so is the seller."""
    assert notes("@karin call").notices == (phrase("notice.mark_unknown_who", who="@karin", name="Anna Berg"),)
    for typed, meant in (
        ("gren: discovery", "green: discovery"), ("beömm: lugn", "beröm: lugn"),
        ("välmående röd: sover illa", "välmående: röd: sover illa"),
        ("välmående grön: fjällen", "välmående: grön: fjällen"),
    ):  # fmt: skip
        assert notes(typed).notices == (phrase("notice.mark_almost", text=typed, write=meant),), typed


@given(st.text() | st.text("grenm@:;~-\u2013 done by fri,31feb\n\r", max_size=60))
def test_no_text_breaks_the_reading(notes: Reader, text: str) -> None:
    """Whatever is typed is read, or refused for its date."""
    try:
        notes(text)
    except NotADate:
        return


@given(
    st.text(st.characters(exclude_characters=":@~", exclude_categories=["Cs"])).filter(lambda t: "d" not in t.lower())
)
def test_text_without_marks_comes_back(notes: Reader, text: str) -> None:
    """Only line ends, what nobody sees, and blank lines around it may differ."""
    lines = clean(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()
    assert notes(text) == Notes("\n".join(lines), (), ())


def test_a_new_way_to_be_in_touch_is_said_to_be_new(notes: Reader) -> None:
    """A slip of the finger shows itself; the ways in all four languages are known."""
    for text, said in (
        ("touch: phone – quick word", []), ("touch: mejl", []), ("touch: quick word after the tender", []),
        ("touch: fone – quick word", ["new_channel_near"]), ("touch: horseback", ["new_channel"]),
    ):  # fmt: skip
        assert keys(notes(text)) == said, text


def test_a_fault_and_who_praised_are_told_in_every_language(notes: Reader) -> None:
    """The giver stands behind the word for from, in front of the colon; without one it is no such mark."""
    for language, table in ALL.items():
        praise, fault, giver = table["text"]["praise"][0], table["text"]["fault"][0], table["join"]["from"][0]
        assert kept(notes(f"{fault}: x")) == [("praise", {"what": "x", "for": "fault"})], language
        assert kept(notes(f"{praise} {giver} Li Ek: x")) == [("praise", {"what": "x", "from": "Li Ek"})], language
        assert kept(notes(f"{praise} {giver}: x")) == [], language
    for prose in ("the fault from Bo: x", "topic from Bo: x", "praise Bo from: x"):
        assert kept(notes(prose)) == [], prose


def test_with_a_colleague_who_helps_in_an_area_a_promise_of_hers_is_kept_with_the_key(english_dates: Dates) -> None:
    """In four languages, by all that one goes by; without an area, of mine, or of nobody known it is text."""
    marks = Marks(*(ALL[name] for name in ("en", "sv", "nb", "da")))
    bo = {"bo": "bo-ek", "bo-ek": "bo-ek", "asa": "asa"}
    anna = SellerContext("Anna", frozenset({"anna"}), ("discovery", "closing deals"), (), colleagues=lambda: bo)
    for text, area, helper in (
        ("@anna learn discovery with Bo by fri", "discovery", "bo-ek"),
        ("@anna öva discovery tillsammans med Åsa senast fre", "discovery", "asa"),
        ("@anna discovery: øv med kunden og med Bo Ek innen fre", "discovery", "bo-ek"),
        ("@anna closing deals with BO EK on the tender", "closing deals", "bo-ek"),
        ("@anna lunch with Bo", None, None), ("@me learn discovery with Bo", None, None),
        ("@anna learn discovery with Kim", None, None), ("@anna motivation with Bo", None, None),
    ):  # fmt: skip
        (one,) = read_notes(text, marks, english_dates, anna, FRIDAY).records
        assert (one.fields.get("area"), one.fields.get("helper")) == (area, helper), text
