from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from salescoach.forms.schema import FormTemplate
from salescoach.journal.door import refused


def role(name: str = "buddy", *ids: str, **more: str) -> dict[str, Any]:
    """Return a role with questions of these ids."""
    asked = [{"id": one, "text": "Why?", **more} for one in ids or ("a",)]
    return {"name": name, "title": "Buddy", "heading": "How was it?", "question": asked}


def test_questions_that_cannot_be_used_are_named(spoken: Callable[[object], str]) -> None:
    """The key, and what is wrong with it; seven of a role can be: more are answered by nobody."""
    FormTemplate.model_validate({"title": "Looking back", "role": [role("buddy", *"abcdefg")]})
    for table, place, why in (
        ({"role": []}, ("role",), "at least 1 item"),
        ({"role": [role() | {"question": []}]}, ("role", 0, "question"), "at least 1 item"),
        ({"role": [role("buddy", *"abcdefgh")]}, ("role", 0, "question"), "at most 7 items"),
        ({"role": [role("the boss")]}, ("role", 0, "name"), "should match"),
        ({"role": [role("boss", "a", becomes="gold")]}, ("role", 0, "question", 0, "becomes"), "'topic'"),
        ({"role": [role("buddy", "a", "a")]}, ("role", 0, "question"), "two questions of a role have the same id"),
        ({"role": [role(), role()]}, ("role",), "a role stands here twice"),
    ):
        with pytest.raises(ValidationError) as raised:
            FormTemplate.model_validate({"title": "Looking back", **table})
        (error,) = raised.value.errors()
        assert error["loc"] == place, table
        assert why in spoken(refused(error)), table
