from datetime import date
from typing import Any

from salescoach.journal import toml
from salescoach.journal.read import SECRETIVE, Source, seller
from salescoach.kit.json import plain
from salescoach.records.kinds import KINDS
from salescoach.records.seller import Seller

DAY = date(2026, 11, 3)

WHOLE = """
talk = { agenda = "x", minutes = 25, notes = "x", lesson = "x", asked = ["q"], opened_by = "seller", one_skill = "x",
         one_thing = false }
note = { text = "x", talk = "k" }
rating = { area = "x", level = "red", evidence = "x", by = "seller", talk = "k" }
goal = { title = "x", measure = "x", unit = "x", start = 1, target = 1.5, due = 2026-11-03, why = "x", horizon = "x",
         serves = "x", resources = "x", every = 14 }
progress = { goal = "g", value = 1.5, level = "green", note = "x" }
commitment = { by = "me", what = "x", due = 2026-11-03, cue = "x", area = "x", remedy = "resource", need = "n",
               talk = "k" }
settled = { of = "p", how = "moved", due = 2026-11-03, why = "x" }
moved = { of = "p", due = 2026-11-03, target = 15, why = "x" }
topic = { what = "x", from = "me" }
need = { what = "x" }
purpose = { text = "x", talk = "k" }
focus = { area = "x", what = "x", talk = "k" }
lesson = { text = "x", by = "me" }
praise = { what = "x", from = "Karin", for = "fault" }
valued = { what = "x", talk = "k" }
feedback = { area = "x", what = "x", next = "x", to = "me" }
action = { action = "x" }
chosen = { actions = ["x"] }
touch = { channel = "phone", note = "x" }
booking = { next = 2026-11-03, agenda = "x" }
customer = { customer = "x", what = "x", talk = "k" }
away = { first = 2026-11-03, last = 2026-11-03, of = "a", cancelled = true }
value = { value = "courage", what = "x", talk = "k" }
recap = { sent = 2026-11-03, note = "x", talk = "k", text = "x", areas = ["x"], seal = "x" }
expectation = { area = "x", red = "x", yellow = "x", green = "x", talk = "k" }
onboarding = { plan = "new-seller", phase = "do" }
phase = { phase = "do", title = "x", day = 31, days = 30, every = 7, purpose = "x", onboarding = "k" }
step = { what = "x", owner = "buddy", phase = "do", day = -3, due = 2026-11-03, onboarding = "k" }
milestone = { milestone = "first-deal", note = "x", talk = "k" }
probation = { ends = 2026-11-03, country = "SE", counts = ["x"], outcome = "extended", why = "x" }
asked = { form = "x", role = "buddy", subject = "x" }
answer = { form = "x", role = "buddy", question = "x", text = "x", of = "a" }
service = { level = "red", evidence = "x" }
handover = { customer = "x", by = "x", talk = "k" }
retro = { lesson = "x" }
initiative = { name = "x", what = "x", why = "x", area = "x", figure = "won", so_far = "x" }
dialogue = { initiative = "x", idea = "ours", gain = "x", trains = "x", talk = "k" }
change = { was = { role = "x" }, role = "y" }
"""
"""The fields of every kind, as the file format promises them."""

SHOWN = {
    "talk": set(), "settled": {"of", "how", "due"},
    "moved": {"of", "due", "target"}, "touch": set(),
    "booking": {"next"}, "away": {"first", "last", "of", "cancelled"},
    "recap": {"sent", "talk"},
}  # fmt: skip
"""What stays of a private record: days, links and choices, never text."""

ROWS: dict[str, dict[str, Any]] = {
    kind: {"id": "k3f7q", "on": DAY, **fields}
    for kind, fields in toml.parse(WHOLE.replace(",\n", ","), "whole.toml").items()
}


def read(kind: str, *, shown: bool = True, **fields: Any) -> Seller:
    """Read a file with one record, as it is promised but for these fields."""
    row = {key: value for key, value in {**ROWS[kind], **fields}.items() if value is not None}
    return seller(Source("a.toml", "a", "# private", {"seller": {"name": "A"}, kind: [row]}), private=shown)


def problems(kind: str, **fields: Any) -> list[str]:
    """Return what is wrong with such a record."""
    return [str(dict(one.data)) for one in read(kind, **fields).problems]


def test_a_record_holds_all_that_the_file_format_promises_and_keys_that_nobody_knows() -> None:
    """Each value as it stands in a file, and no other; it needs a day; the refusal does not repeat what was written."""
    assert set(ROWS) == set(KINDS)
    for kind, row in ROWS.items():
        found = read(kind, mood="fine", private=True)
        assert found.problems == (), kind
        written = plain(row | {"mood": "fine", "private": True})
        given = plain(found.records[kind][0])
        assert {key: given.get(key) for key in written} == written, kind
        for key in {*row, "private"} - {"role" if kind == "change" else ""}:
            assert problems(kind, **{key: [[0]]}), (kind, key)
    for kind in KINDS:
        for on in (None, "2026-11-03 secret"):
            (wrong,) = problems(kind, on=on)
            assert "'on'" in wrong, kind
            assert "secret" not in wrong, kind


def test_a_private_record_shows_its_days_and_links_or_nothing() -> None:
    """Never text, and never a key that nobody knows."""
    for kind, row in ROWS.items():
        found = read(kind, shown=False, private=True, mood="secret").records[kind]
        if kind not in SHOWN:
            assert found == [], kind
            continue
        (veiled,) = found
        shown = {key: value for key, value in plain(veiled).items() if value not in ([], None)}
        assert shown == plain({key: row[key] for key in SHOWN[kind] | {"id", "on"}}) | {"private": True}, kind


def test_numbers_and_levels_are_read_strictly() -> None:
    """A number stays whole or broken; neither text nor truth is one; a level is one of three."""
    for minutes in (25, 25.0):
        (talk,) = read("talk", minutes=minutes).records["talk"]
        assert type(plain(talk)["minutes"]) is type(minutes)
    for wrong in ("25", True):
        assert problems("talk", minutes=wrong), wrong
    assert [level for level in ("red", "yellow", "green", "grey") if problems("rating", level=level)] == ["grey"]


def test_a_file_with_a_kind_that_keeps_a_secret_is_looked_through() -> None:
    """Whatever else stands in it: the reader knows these kinds by name."""
    assert {kind for kind, model in KINDS.items() if model.private or model.secret} == SECRETIVE


def test_the_facts_of_a_kind_name_fields_of_it() -> None:
    """What erase, find, doctor and the dossier read of it is true; links lead to kinds; what is settled has a name."""
    for kind, model in KINDS.items():
        fields, aliases = {*model.layout.names}, {*model.layout.keys}
        assert {
            *model.links,
            *model.searched,
            *model.stays,
            *filter(None, [model.titled, model.speaks_of]),
        } <= fields, kind
        assert set(model.told) <= aliases, kind
        assert set(model.stays) <= set(model.links), kind
        assert {name for by_name in model.names for name in by_name.fields} <= fields, kind
        assert all(by_name.field in KINDS[by_name.kind].layout.names for by_name in model.names), kind
        assert {to for kinds in model.links.values() for to in kinds} <= set(KINDS), kind
        assert bool(model.titled) == bool(model.settles), kind
    for kind, model in KINDS.items():
        named = {name for name in model.layout.names if name in {"talk", "goal", "onboarding", "of"} and name != kind}
        assert named <= set(model.links), kind
    assert {kind for kind in KINDS if "kept" in KINDS[kind].settles} == {
        "commitment", "topic", "need", "focus", "goal", "step", "valued", "initiative"
    }  # fmt: skip
