from typing import Any


def test_a_note_about_nobody_is_offered_with_the_next_one(coach: Any) -> None:
    """A name that was misspelt loses nothing."""
    assert coach("note", "zebra", "praise: calm").status == 4
    ran = coach.asked("note", "anna", "--json", answers=["u", "w"])
    assert [one["kind"] for one in ran.json["records"]] == ["praise"]


def test_what_waits_goes_when_the_seller_is_erased(coach: Any) -> None:
    """It is hers as much as her file; what is empty is not offered."""
    coach.asked("note", "anna", "praise: calm", answers=["s"])
    assert "drafts/notes/anna-berg.2026-11-23.1.txt" in coach("dossier", "anna").out
    coach.put(".coach/drafts/notes/bo-ek.txt", " \n")
    assert coach.asked("note", "bo", answers=[]).status == 2
    assert coach("erase", "anna", "--name", "Anna Berg").status == 0
    assert "anna-berg" not in coach.kept_notes()


def test_a_draft_is_never_used_for_another_by_enter(coach: Any) -> None:
    """Typed for two who could be meant, it says so to these two; typed for nobody, to all. Enter leaves it."""
    before = coach.bytes() | {"sellers/bo-lund.toml": b'format = 1\n\n[seller]\nname = "Bo Lund"\nadded = 2026-11-23\n'}
    coach("add", "Bo Lund")
    for whom, text in (("bo", "topic: pricing"), ("zebra", "topic: rebates"), ("anna", "")):
        coach("log", whom, text, "--on", "1 nov") if text else None
    stopped = [KeyboardInterrupt()]
    coach.asked("log", "anna", answers=["", "k", *stopped])
    assert ["typed for “zebra”, Mon 23 Nov" in one for one in coach.heard[:1]] == [True]
    coach.asked("log", "bo-ek", answers=["", "", "k", *stopped])
    assert "typed for “bo”, Mon 23 Nov" in coach.heard[0]
    assert coach.heard[1] == "Use it for Bo Ek? u n t"
    assert set(coach.bytes()) == set(before)
    assert coach.text() == before["sellers/anna-berg.toml"].decode()
    ran = coach.asked("log", "bo-ek", "--json", answers=["u", "w", "", ""])
    assert [one.get("what") for one in ran.json["records"]] == [None, "pricing"]
    assert coach.drafts() == {"_.zebra": "topic: rebates"}


def test_what_older_versions_kept_is_found(coach: Any) -> None:
    """One file a seller, and one for nobody: no day is known, and what is nobody's is not hers by Enter."""
    for name in ("_", "anna-berg"):
        coach.put(f".coach/drafts/{name}.txt", f"topic: {name}\n")
    coach.asked("log", "anna", "--dry-run", answers=["n", "", "k", KeyboardInterrupt()])
    assert "typed for Anna Berg, some time ago" in coach.heard[0]
    assert "typed for nobody named, some time ago" in coach.heard[2]


def test_bare_log_says_what_is_unfinished(coach: Any) -> None:
    """For whom, since when, how it begins but for what is private, and what takes it up; a script sees no words."""
    coach("log", "zebra", "topic: pricing ~ I was abrupt")
    coach("note", "anna", "praise: calm; next: 31 feb")
    coach("note", "anna,bo", "next: 31 feb")
    coach.asked("log", answers=[""])
    lines = [
        "for “zebra”, Mon 23 Nov: topic: pricing coach log NAME",
        "for Anna Berg, Mon 23 Nov: praise: calm; next: 31 feb coach note anna-berg",
        "for “anna-berg,bo-ek”, Mon 23 Nov: next: 31 feb coach note anna-berg",
    ]
    shown = " ".join(coach.heard[0].split())
    assert [line for line in lines if " ".join(line.split()) not in shown] == []
    ran = coach.refused("log")
    assert ("typed for “zebra”" in ran.err, "pricing" in ran.err) == (True, False)


def test_a_note_taken_up_and_refused_is_kept_once(coach: Any) -> None:
    """As it is now, in the place of what it was made of; a dry run leaves it."""
    coach("note", "zebra", "needs: a desk")
    coach.asked("note", "anna", "--dry-run", answers=["u"])
    coach.asked("note", "anna", answers=["u", "n", "s"])
    assert coach.kept_notes() == {"anna-berg": "needs: a desk"}
