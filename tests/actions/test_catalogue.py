from collections.abc import Callable
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from salescoach.actions.rules.catalogue import listed
from salescoach.kit.screen import text


@pytest.mark.golden
@pytest.mark.parametrize("width", [80, 40])
def test_the_catalogue_is_as_reviewed(
    template: Callable[[str], Any], looks: Any, golden: SnapshotAssertion, width: int
) -> None:
    """All of it, a theme with what, why and an example, and one action alone."""
    tables = [{"action": [{"name": "påtår", "title": "En påtår"}]}, template("actions")]
    pages = [text(listed(tables, typed), looks(width=width)) for typed in ("", "effect", "valued-for", "påtår")]
    assert max(len(line) for page in pages for line in page.splitlines()) <= width
    assert "\n\n".join(pages) == golden
