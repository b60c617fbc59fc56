from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from salescoach.forms.schema import MOST, Retro
from salescoach.journal.door import refused


def role(name: str = "buddy", *ids: str, lessons: int = 1) -> dict[str, Any]:
    """Return a role with questions of these ids, some of which ask for the lesson."""
    asked = [{"id": one, "text": "Why?", "lesson": at < lessons} for at, one in enumerate(ids or ("a",))]
    return {"name": name, "title": "Buddy", "question": asked}


def test_a_role_has_one_to_seven_questions() -> None:
    """One of them asks for the lesson."""
    for ids in (("a",), tuple("abcdefg")):
        assert len(Retro.model_validate({"role": [role("buddy", *ids)]}).role[0].question) == len(ids) <= MOST, ids


def test_questions_that_cannot_be_used_are_named(spoken: Callable[[object], str]) -> None:
    """The key, and what is wrong with it."""
    for table, place, why in (
        ({"role": []}, ("role",), "at least 1 item"),
        ({"role": [role() | {"question": []}]}, ("role", 0, "question"), "at least 1 item"),
        ({"role": [role("buddy", *"abcdefgh")]}, ("role", 0, "question"), "at most 7 items"),
        (
            {"role": [role("boss")]},
            ("role", 0, "name"),
            "'new-hire', 'manager', 'buddy', 'knowledge-owner' or 'leader'",
        ),
        (
            {"role": [role("buddy", "a", "b", lessons=0)]},
            ("role", 0, "question"),
            "one question of a role has lesson",
        ),
        (
            {"role": [role("buddy", "a", "b", lessons=2)]},
            ("role", 0, "question"),
            "one question of a role has lesson",
        ),
        ({"role": [role("buddy", "a", "a")]}, ("role", 0, "question"), "two questions of a role have the same id"),
        ({"role": [role(), role()]}, ("role",), "a role stands here twice"),
    ):
        with pytest.raises(ValidationError) as raised:
            Retro.model_validate(table)
        (error,) = raised.value.errors()
        assert error["loc"] == place, table
        assert why in spoken(refused(error)), table
