from dataclasses import replace
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from salescoach.care.rules import Edited
from salescoach.care.view.edited import wrong
from salescoach.errors import Problem
from salescoach.kit.json import dumps
from salescoach.kit.plain import page_of
from salescoach.kit.screen import data, text

EDITED = Edited(name="Anna Berg", file="sellers/anna-berg.toml", added=2, removed=1, before=4, after=3)
PLACES = [
    ((2, 3), "a\nb = x\n"), ((1, 3), "漢字 x"), ((1, 2), "\t\x1bx"), ((3, 1), "a\n"), ((0, 0), "a\n"),
    ((1, 101), "a" * 100 + "!" + "b" * 100),
]  # fmt: skip


@pytest.mark.golden
def test_what_was_changed_and_what_is_wrong_is_as_reviewed(looks: Any, golden: SnapshotAssertion) -> None:
    """What it was and was mended, a caret below each place, also past the end or in a cut line; three shown."""
    many = [Problem("me.toml", "bad_toml", 1, 1, {"why": "no"})] * 5
    places = [([Problem("me.toml", "bad_toml", *at, {"why": "no"})], saved) for at, saved in PLACES]
    shown = [text(EDITED, looks()), text(replace(EDITED, before=None), looks()), dumps(data(EDITED, looks()))]
    shown += [page_of(wrong(found, saved, looks(width=40))) for found, saved in [*places, (many, "a\n")]]
    assert "\n".join(shown) == golden
