import json
from typing import Any

import pytest

PRIVATE = '\n# abrupt today\n[[note]]\non = 2026-11-05\nprivate = true\ntext = "secret"\n'


def test_all_that_is_held_is_told_in_order(coach: Any) -> None:
    """It is a draft for HR: the head, every record with its other fields, what else is held, where she is named."""
    coach("set", "anna", "--role", "Hunter")
    coach("note", "bo", "Anna helped.")
    out = coach("dossier", "anna").out
    lines = out.splitlines()
    assert lines[:2] == ["All that is held about Anna Berg", "Draft for HR: exceptions may apply."]
    assert "role     Hunter (at first: –)" in lines
    assert "agenda: check-in · minutes: 25" in out
    assert "commands that can be taken back  .coach/undo.json" in out
    assert "sellers/bo-ek.toml:" in out
    assert "Anna helped" not in out


def test_private_lines_are_counted_and_shown_when_asked_for(coach: Any) -> None:
    """She has a right to them; the same holds for comments, drafts and unfinished edits."""
    with coach.path().open("a", encoding="utf-8") as file:
        file.write(PRIVATE)
    for place in ("drafts/anna-berg.txt", "edits/anna-berg.toml"):
        (coach.root / ".coach" / place).parent.mkdir(parents=True, exist_ok=True)
        (coach.root / ".coach" / place).write_text("unfinished secret\n", "utf-8")
    ran = coach("dossier", "anna")
    assert "secret" not in ran.out + ran.err
    assert "abrupt" not in ran.out + ran.err
    assert "2 lines marked private or written beside the records" in ran.out
    assert "coach dossier anna-berg --private" in ran.out
    whole = coach("dossier", "anna", "--private").out
    assert "~ private: secret" in whole
    assert "comment: # abrupt today" in whole
    assert whole.count("unfinished secret") == 2
    assert "--private" not in whole.split("Where")[0]


def test_those_who_left_and_those_without_records_are_told_of(coach: Any) -> None:
    """What is held of them is as much theirs."""
    (coach.root / "left").mkdir()
    coach.path("bo-ek").rename(coach.root / "left" / "bo-ek.toml")
    assert "left the team · bo-ek.toml · 2 records" in coach("dossier", "bo").out
    assert "No record is held." in coach("dossier", "åsa").out


def test_what_does_not_read_is_held_too(coach: Any) -> None:
    """It is shown as it stands, with its line."""
    with coach.path().open("a", encoding="utf-8") as file:
        file.write('\n[[note]]\ntext = "no day"\n')
    assert 'line 32  note: text = "no day"' in coach("dossier", "anna").out


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".json"])
@pytest.mark.parametrize("private", [(), ("--private",)])
def test_a_dossier_can_be_given_as_a_file(coach: Any, suffix: str, private: tuple[str, ...]) -> None:
    """Of every form, each with the same lines."""
    with coach.path().open("a", encoding="utf-8") as file:
        file.write(PRIVATE + '\n[[note]]\ntext = "no day"\n')
    coach("note", "bo", "Anna helped.")
    (coach.root / ".coach" / "drafts").mkdir()
    (coach.root / ".coach" / "drafts" / "anna-berg.txt").write_text("half\n", "utf-8")
    assert coach("dossier", "anna", "-o", f"her{suffix}", *private).status == 0
    said = (coach.root.parent / f"her{suffix}").read_text("utf-8")
    for line in ("Draft for HR: exceptions may apply.", "Introduce Anna to Karin", "no day", "drafts/anna", "bo-ek"):
        assert line in said.replace("\\", ""), line
    assert ("secret" in said) == bool(private)
    assert ("half" in said) == bool(private)


def test_json_has_what_others_build_on(coach: Any) -> None:
    """Records with all their fields, the head as it was, what else is held, the places that name her."""
    found = coach("dossier", "anna", "--json").json
    assert found["seller"]["name"] == "Anna Berg"
    assert [one["kind"] for one in found["records"]] == ["talk", "rating", "commitment"]
    assert found["records"][0]["minutes"] == 25
    assert {"about", "head", "unread", "held", "mentions", "private_left_out"} <= found.keys()
    assert json.dumps(found["held"][0]) == '{"what": "file", "file": "sellers/anna-berg.toml", "count": 3, "text": ""}'


def test_a_file_that_does_not_read_is_named(coach: Any) -> None:
    """A dossier that leaves out what it cannot read would be wrong."""
    coach.path().write_text("[[note]\n", "utf-8")
    assert coach("dossier", "anna-berg").status == 5
