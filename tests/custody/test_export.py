import json
from pathlib import Path
from typing import Any


def test_the_whole_journal_is_one_object(coach: Any) -> None:
    """Always JSON: settings, my records and every seller with hers, those who left too; no file as it is."""
    (coach.root / "left").mkdir()
    coach.path("bo-ek").rename(coach.root / "left" / "bo-ek.toml")
    coach("act", "explain-why")
    for made in (coach("export").json, coach("export", "--all", "--json").json):
        assert made.keys() >= {"format", "today", "private", "settings", "me", "sellers", "problems"}
        assert (made["private"], made["settings"], made["files"]) == (False, {"format": 1}, [])
        left = {one["key"]: one["left"] for one in made["sellers"]}
        assert left == {"anna-berg": False, "asa-oberg": False, "bo-ek": True}
        anna = made["sellers"][0]
        assert (anna["header"]["name"], "text" in anna) == ("Anna Berg", False)
        assert [one["kind"] for one in anna["records"]] == ["talk", "rating", "commitment"]
        assert [one["kind"] for one in made["me"]] == ["action"]


def test_it_can_be_written_to_a_file(coach: Any) -> None:
    """As JSON, for its owner alone, as nothing else; settings as they were written, what nobody knows among them."""
    (coach.root / "coach.toml").write_text('new = 1\nlanguage = "en"\n[levels]\nown = true\ngreen = "great"\n', "utf-8")
    coach("export", "-o", "j.json")
    made = json.loads(Path("j.json").read_text("utf-8"))
    assert made["settings"] == {"language": "en", "levels": {"green": "great", "own": True}, "new": 1}
    assert Path("j.json").stat().st_mode & 0o777 == 0o600
    for name in ("j.md", "j.txt", "j"):
        ran = coach("export", "-o", name)
        assert (ran.status, "written as .json" in ran.err, Path(name).exists()) == (2, True, False)


def test_one_seller_is_a_document(coach: Any) -> None:
    """Markdown on the screen and in a file, JSON where that is asked for, her records oldest first."""
    coach("note", "anna", "Later.")
    shown = coach("export", "anna").out
    assert shown.startswith("# Anna Berg\n")
    assert shown.index("Good pace") < shown.index("Later.")
    coach("export", "anna", "-o", "anna.md")
    assert Path("anna.md").read_text("utf-8") == shown
    made = coach("export", "anna", "--json").json
    assert made["seller"]["key"] == "anna-berg"
    assert [one["kind"] for one in made["records"]] == ["talk", "rating", "commitment", "note"]


def test_what_does_not_read_is_told_of_and_carried(coach: Any) -> None:
    """A broken file is a problem on stderr and in the object, and its text is there with --private."""
    coach.path("bo-ek").write_bytes(b"\xff[[talk]")
    (coach.root / "sellers" / "a:b.toml").write_text('[seller]\nname = "A"\n', "utf-8")
    ran = coach("export", "--private")
    assert ran.status == 0
    coded = {one["file"]: "base64" in one for one in ran.json["files"]}
    assert coded == {"coach.toml": False, "sellers/bo-ek.toml": True}
    assert {one["file"] for one in ran.json["problems"]} == {"sellers/bo-ek.toml", "sellers/a:b.toml"}
    assert "sellers/bo-ek.toml" in ran.err
    assert "Rename it" in ran.err
