import subprocess
import sys
from dataclasses import fields
from datetime import date, datetime
from types import NoneType
from typing import Any, get_args, get_origin

from hypothesis import given
from hypothesis import strategies as st

from salescoach.answer import phrase
from salescoach.journal import toml
from salescoach.journal.door import judge, mistake, mistakes
from salescoach.records.base import Kept
from salescoach.records.header import Header
from salescoach.records.kinds import KINDS
from salescoach.records.settings import Settings

DAY = date(2026, 11, 3)

ALL: list[type[Kept]] = [*KINDS.values(), Header, Settings, *Settings.layout.inner.values()]

SIMPLE = st.text(max_size=8) | st.integers(-(2**63), 2**63 - 1) | st.floats() | st.booleans()
DAYS = st.dates() | st.datetimes() | st.times()
ANY = st.recursive(
    SIMPLE | DAYS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
)
"""What a parser of TOML can give."""


PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    int: st.integers(-2, 40), float: st.floats(), str: st.text(max_size=5), bool: st.booleans(), date: st.dates(),
}  # fmt: skip


def fitting(hint: Any) -> st.SearchStrategy[Any]:
    """Make what a field of a type is likely to take: values of that type, near its limits too."""
    if isinstance(hint, type) and issubclass(hint, Kept):
        return tables(hint)
    if hint in PLAIN:
        return PLAIN[hint]
    args = [one for one in get_args(hint) if one is not NoneType]
    if isinstance(args[0], str) and not get_origin(args[0]):
        return st.sampled_from(args)
    if len(args) == 1 and "Sequence" in str(hint):
        return st.lists(fitting(args[0]), max_size=3)
    if "Mapping" in str(hint):
        return st.dictionaries(st.text(max_size=3), ANY if args[1] is Any else fitting(args[1]), max_size=3)
    return st.one_of(*map(fitting, args))


def tables(cls: type[Kept]) -> st.SearchStrategy[dict[str, Any]]:
    """Make tables of a class, most of them good: any of its keys, and some that nobody knows."""
    types = {one.name: one.type for one in fields(cls)}
    own = {key: fitting(types[name]) for key, name in cls.layout.keys.items()}
    needed = {key: made for key, made in own.items() if cls.layout.keys[key] in cls.layout.needed}
    rest = {key: made for key, made in own.items() if key not in needed} | {"giver": ANY, "extra": ANY, "mood": ANY}
    return st.fixed_dictionaries(needed, optional=rest)


@given(st.sampled_from(ALL).flatmap(lambda cls: st.tuples(st.just(cls), tables(cls))))
def test_judging_changes_no_value(made: tuple[type[Kept], dict[str, Any]]) -> None:
    """What passes is kept as it was written, in type too: as the strict judge itself would have it."""
    cls, table = made
    if mistake(cls, table) is not None:
        return
    (judged,) = judge(cls).validate_python([table])
    kept = cls.from_table(table)
    assert toml.same(kept.to_table(written=True), table)
    assert all(same(getattr(judged, name), getattr(kept, name)) for name in cls.layout.keys.values())


def same(one: Any, other: Any) -> bool:
    """Tell whether two values are equal, a table that was judged to the same one kept."""
    if isinstance(other, Kept):
        return all(same(getattr(one, name), getattr(other, name)) for name in other.layout.keys.values())
    return toml.same(one, other) or (not one and not other and type(one) is type(other))


@given(st.sampled_from(ALL), st.dictionaries(st.sampled_from(["id", "on", "name", "day", "from", "red"]), ANY) | ANY)
def test_whatever_a_file_says_is_judged(cls: type[Kept], table: object) -> None:
    """A mistake is in the table, at a key of it, and says nothing that stands there."""
    found = mistake(cls, [table] and table)
    if found is not None and found.path and isinstance(table, dict):
        assert found.key in {*table, *cls.layout.keys}


def test_of_many_tables_the_first_mistake_of_each_is_told() -> None:
    """By its place; good ones are not in the answer."""
    talk = KINDS["talk"]
    found = mistakes(talk, [{"on": DAY}, {"on": 3, "minutes": "x"}, 4, {"on": DAY, "asked": ["a", 3]}])
    assert {at: (one.path, one.key) for at, one in found.items()} == {
        1: (("on",), "on"),
        2: ((), ""),
        3: (("asked", 1), "asked"),
    }
    assert found[2].why == "Input should be a valid dictionary or instance of Talk"
    assert mistakes(talk, []) == {}


def test_what_no_rule_can_use_is_refused_and_why() -> None:
    """A rhythm of no days, a name of no letters, a text for a number, a record without a day; nothing is repeated."""
    talk, text = KINDS["talk"], "Input should be a valid"
    cases: list[tuple[type[Kept], dict[str, Any], str, object]] = [
        *((one, {"on": "2026-11-03 secret"}, "on", f"{text} date") for one in KINDS.values()),
        *((one, {}, "on", "Field required") for one in KINDS.values()),
        (talk, {"on": datetime(2026, 11, 3, 10)}, "on", f"{text} date"),  # noqa: DTZ001  # TOML has such
        (talk, {"minutes": "25"}, "minutes", f"{text} integer"),
        (talk, {"minutes": True}, "minutes", f"{text} integer"),
        (KINDS["rating"], {"area": "x", "level": "grey"}, "level", "Input should be 'red', 'yellow' or 'green'"),
        (KINDS["topic"], {"what": "x", "from": "Karin"}, "from", "Input should be 'me' or 'seller'"),
        (KINDS["change"], {"was": 3}, "was", f"{text} dictionary"),
        (KINDS["step"], {"what": "x", "owner": "x", "phase": "x", "day": 0}, "day", phrase("fault.no_day_zero")),
        (KINDS["phase"], {"phase": "x", "day": 1, "days": 0}, "days", "Input should be greater than or equal to 1"),
        (Header, {}, "name", "Field required"), (Header, {"name": " "}, "name", phrase("fault.empty")),
        (Header, {"name": "x", "every": 0}, "every", "Input should be greater than 0"),
        (Header, {"name": "x", "at_most": -1}, "at_most", "Input should be greater than 0"),
        (Header, {"name": "x", "aliases": "AB"}, "aliases", f"{text} list"),
        (Settings, {"urgency": {"red": -0.5}}, "urgency", "Input should be greater than or equal to 0"),
        (Settings, {"urgency": {"red": float("nan")}}, "urgency", "Input should be greater than or equal to 0"),
        (Settings, {"rhythm": 3}, "rhythm", f"{text} dictionary or instance of Rhythm"),
    ]  # fmt: skip
    for cls, table, key, why in cases:
        day = {"on": DAY} if "on" in cls.layout.keys and key != "on" else {}
        found = mistake(cls, day | table)
        assert found is not None, (cls, table)
        assert (found.key, found.why) == (key, why), (cls, table)


def test_judging_needs_the_core_alone() -> None:
    """Pydantic itself takes five times as long to load."""
    script = (
        "import sys; from salescoach.journal import door; from salescoach.records.talk import Talk\n"
        "assert 'pydantic_core' not in sys.modules\n"
        "assert door.mistake(Talk, {}) is not None\n"
        "assert 'pydantic_core' in sys.modules and 'pydantic' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
