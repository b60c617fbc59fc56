from typing import Any


def test_praise_is_noted(coach: Any) -> None:
    """Of one or of several, by whom and when."""
    ran = coach("praise", "anna,bo", "stayed", "calm", "--from", "Karin", "--on", "fri", "--json")
    said = ("stayed calm", "Karin", "2026-11-20")
    assert [(one["seller"], (one["what"], one["from"], one["on"])) for one in ran.json["records"]] == [
        ("anna-berg", said), ("bo-ek", said),
    ]  # fmt: skip


def test_what_somebody_is_valued_for_is_one_thing(coach: Any) -> None:
    """A second ends the first, which stays to be seen; done says it; praise from me is my own."""
    before = coach.bytes()
    first = coach("praise", "anna", "never", "gives", "up", "--lasting", "--json").json["records"][0]
    assert (first["kind"], first["what"]) == ("valued", "never gives up")
    ran = coach("praise", "anna", "listens", "--lasting", "--json").json["records"]
    told = [("valued", None, None), ("settled", first["id"], "dropped")]
    assert [(one["kind"], one.get("of"), one.get("how")) for one in ran] == told
    assert [(one["seller"], one["what"]) for one in coach("praise", "--json").json["unsaid"]] == [
        ("anna-berg", "listens")
    ]
    assert "You value: never gives up" in coach("show", "anna").out
    assert "not yet said, what you value: listens" in coach("prep", "anna", "--all").out
    assert "listens" not in coach("prep", "anna", "--for-her").out
    assert "Done: listens" in coach("done", "listens").out
    assert "not yet said" not in coach("prep", "anna", "--all").out
    for _ in range(3):
        coach("undo")
    assert coach.bytes() == before
    assert "from" not in coach("praise", "anna", "calm", "--from", "Me", "--json").json["records"][0]
