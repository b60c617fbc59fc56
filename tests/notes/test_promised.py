from fixtures.marks import Reader
from salescoach.answer import phrase
from salescoach.notes.marks import Notes


def test_open_things_are_settled_by_id_or_by_words(notes: Reader) -> None:
    """Beginnings of ids, or words that occur together in exactly one."""
    cases: list[tuple[str, str, list[str]]] = [
        ("done k3f p9", "kept", ["k3f7q", "p9d1c"]), ("Done K3F, P9.", "kept", ["k3f7q", "p9d1c"]),
        ("done: k3f7q", "kept", ["k3f7q"]), ("done k3 k3f", "kept", ["k3f7q"]), ("drop m0", "dropped", ["m0x2a"]),
        ("done call list", "kept", ["k3f7q"]), ("done the list: call!", "kept", ["k3f7q"]),
        ("drop pricing", "dropped", ["m0x2a"]), ("done 12 first meetings", "kept", ["m1x2a"]),
    ]  # fmt: skip
    for text, how, ids in cases:
        read = notes(text)
        assert [dict(record.fields) for record in read.records] == [{"of": each, "how": how} for each in ids], text
        assert (read.text, read.notices) == ("", ()), text


def test_what_is_nothing_open_is_pointed_out(notes: Reader) -> None:
    """Several things are listed and none is settled; other words after done are text."""
    for text in ("Done with the CRM", "done k", "done!", "drop it", "done k3fx7", "Done.", "dropped k3f"):
        assert notes(text) == Notes(text, (), ()), text
    for text in ("done z9x", "done k3f z9x", "done k3f and p9", "drop a1b2c"):
        assert notes(text) == Notes(text, (), (phrase("notice.mark_not_open", text=text),)), text
    cases: list[tuple[str, list[str]]] = [
        ("drop m1", ["m1x 12 first meetings with new customers", "m1z A list of new customers"]),
        ("done new customers", ["m1x 12 first meetings with new customers", "m1z A list of new customers"]),
    ]  # fmt: skip
    for text, hits in cases:
        assert notes(text) == Notes(text, (), (phrase("notice.mark_several_open", text=text, hits=hits),)), text
