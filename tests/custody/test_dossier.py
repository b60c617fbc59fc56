import json
from typing import Any

PRIVATE = '\n# abrupt today\n[[note]]\non = 2026-11-05\nprivate = true\ntext = "secret"\n'


def test_private_lines_are_counted_and_shown_when_asked_for(coach: Any) -> None:
    """She has a right to them; the same holds for comments, drafts and unfinished edits."""
    coach.append(PRIVATE)
    for place in ("drafts/anna-berg.txt", "edits/anna-berg.toml"):
        coach.put(f".coach/{place}", "unfinished secret\n")
    ran = coach("dossier", "anna")
    assert not [word for word in ("secret", "abrupt") if word in ran.out + ran.err]
    assert "2 lines marked private or written beside the entries" in ran.out
    assert "coach dossier anna-berg --private" in ran.out
    whole = coach("dossier", "anna", "--private").out
    assert "~ private: secret" in whole
    assert "comment: # abrupt today" in whole
    assert whole.count("unfinished secret") == 2
    assert "--private" not in whole.split("Where")[0]


def test_a_dossier_can_be_given_as_a_file(coach: Any) -> None:
    """Of every form, each with the same lines; what does not read is held too, with its line."""
    coach.append(PRIVATE + '\n[[note]]\ntext = "no day"\n')
    coach("note", "bo", "Anna helped.")
    coach.put(".coach/drafts/anna-berg.txt", "half\n")
    for suffix in (".txt", ".md", ".html", ".json"):
        for private in ((), ("--private",)):
            assert coach("dossier", "anna", "-o", f"her{suffix}", *private).status == 0
            said = (coach.root.parent / f"her{suffix}").read_text("utf-8").replace("\\", "")
            for line in ("Draft for HR: exceptions may apply.", "Introduce Anna to Karin", "no day", "drafts/anna"):
                assert line in said, (suffix, line)
            assert ("secret" in said, "half" in said, "bo-ek" in said) == (bool(private), bool(private), True), suffix
    assert 'line 38  note: text = "no day"' in coach("dossier", "anna").out


def test_json_has_what_others_build_on(coach: Any) -> None:
    """Records with all their fields, the head as it was, what else is held, the places that name her."""
    found = coach("dossier", "anna", "--json").json
    assert found["seller"]["name"] == "Anna Berg"
    assert [one["kind"] for one in found["records"]] == ["talk", "rating", "commitment"]
    assert found["records"][0]["minutes"] == 25
    assert {"about", "head", "unread", "held", "mentions", "private_left_out"} <= found.keys()
    assert json.dumps(found["held"][0]) == '{"what": "file", "file": "sellers/anna-berg.toml", "count": 3, "text": ""}'
    (coach.root / "left").mkdir()
    coach.path("bo-ek").rename(coach.root / "left" / "bo-ek.toml")
    assert "left the team · bo-ek.toml · 2 entries" in coach("dossier", "bo").out
    assert "No entry is held." in coach("dossier", "åsa").out
    coach.path().write_text("[[note]\n", "utf-8")
    assert coach("dossier", "anna-berg").status == 5, "what it cannot read it would leave out"
