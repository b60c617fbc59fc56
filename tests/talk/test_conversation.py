from typing import Any

from salescoach.errors import Missing


def test_what_was_understood_is_shown_and_one_key_writes_it(coach: Any) -> None:
    """The preview comes before the write; a red is said not to be told yet, once, unless the talk told it."""
    ran = coach.asked("log", "anna", "topic: pricing", answers=["w", "", ""])
    assert ran.status == 0
    assert "Would be noted for Anna Berg" in coach.heard[0]
    assert "Topic: pricing" in coach.heard[0]
    assert "It ended without" in coach.heard[0]
    assert "Noted for Anna Berg" in ran.out
    assert 'what = "pricing"' in coach.text()
    ran = coach.asked("log", "anna", "red: closing – gave in", answers=["w", "", ""])
    assert ("So far only you know." in coach.heard[0], ran.err.count("So far only you know.")) == (False, 1)


def test_a_draft_is_kept_offered_and_used(coach: Any) -> None:
    """Stopping is no failure; it can wait or be thrown away, and once it is written it is no draft."""
    before = coach.bytes()
    ran = coach.asked("log", "anna", "topic: pricing", answers=["s"])
    assert (ran.status, "Kept as a draft" in ran.out, coach.bytes()) == (0, True, before)
    assert coach.drafts() == {"anna-berg": "topic: pricing"}
    assert coach.asked("log", "anna", answers=["u", "w", "", ""]).status == 0
    assert "topic: pricing" in coach.heard[0]
    assert coach.text().count('what = "pricing"') == 1
    coach("log", "zebra", "topic: rebates")
    coach.asked("log", "anna", answers=["u", "w", "", ""])
    assert 'what = "rebates"' in coach.text()
    assert coach.drafts() == {}
    coach.asked("log", "anna", "topic: pricing", answers=["s"])
    for key, left in (("n", {"anna-berg": "topic: pricing"}), ("t", {})):
        ran = coach.asked("log", "anna", answers=[key, "", "", "", "", "", "", "", "", KeyboardInterrupt()])
        assert (ran.status, coach.drafts()) == (130, left)
    coach.put(".coach/drafts/anna-berg.txt", " \n")
    coach.asked("log", "anna", answers=[KeyboardInterrupt()])
    assert len(coach.heard) == 2


def test_a_draft_that_is_taken_up_is_a_talk_of_the_day_it_was_typed_on(coach: Any) -> None:
    """Not of today."""
    coach.asked("log", "anna", "topic: pricing", "--today", "2026-11-17", answers=["s"])
    assert "Tue 17 Nov" in coach.asked("log", "anna", answers=["u", "w", "", ""]).out
    assert coach.text().count("on = 2026-11-17") == 2


def test_the_text_can_be_edited_before_it_is_written(coach: Any) -> None:
    """The agenda stands below a line that is cut off; a date that is none is mended; nothing is a change of mind."""
    edit = lambda old: old.replace("prising", "pricing")  # noqa: E731
    assert coach.asked("log", "anna", "topic: prising", answers=["e", edit, "w", "", ""]).status == 0
    edited = next(text for text in coach.heard if "cut here" in text)
    assert "20 days since" in edited.partition("cut here")[2]
    assert 'what = "pricing"' in coach.text()
    assert "cut here" not in coach.text()
    assert coach.drafts() == {}
    coach.asked("log", "anna", "topic: rebates", answers=["e", lambda _: "", "w", "", ""])
    assert 'what = "rebates"' in coach.text()
    ran = coach.asked("log", "anna", "@me call by 31 feb", answers=["e", lambda _: "@me call by fri", "w", "", ""])
    assert ran.status == 0
    assert "31 feb" in coach.heard[0]
    assert "e s" in coach.heard[1]
    assert "w e s" not in coach.heard[1]
    assert "due = 2026-11-27" in coach.text()


def test_whatever_breaks_it_off_keeps_the_draft(coach: Any) -> None:
    """Ctrl-C at the preview or in the editor; a file that was changed meanwhile and does not read."""

    def interrupt(_: str) -> str:
        raise KeyboardInterrupt

    def spoil(old: str) -> str:
        coach.path().write_text(coach.text() + "\nbroken", "utf-8")
        return old

    for at, (answers, status) in enumerate((([KeyboardInterrupt()], 130), (["e", interrupt], 130), (["e", spoil], 5))):
        ran = coach.asked("log", "anna", f"topic: pricing {at}", answers=answers)
        assert (ran.status, "kept as a draft" in ran.err) == (status, True)
        assert list(coach.drafts().values()) == [f"topic: pricing {number}" for number in range(at + 1)]


def test_a_need_is_offered_as_my_promise(coach: Any) -> None:
    """With its date, if there is one; what the draft promises is not asked about again."""
    for due, text in (("fri", "needs: a desk\n@me a desk by fri"), ("", "needs: a desk\n@me a desk")):
        coach.asked("log", "anna", "needs: a desk", answers=["y", due, "s"])
        assert text in coach.drafts().values()
    ran = coach.asked("log", "anna", "--json", answers=["u", "w", "", ""])
    assert [one["kind"] for one in ran.json["records"]] == ["talk", "need", "commitment"]


def test_bare_log_offers_the_one_prepared_last_today(coach: Any) -> None:
    """Between two doors the name is known already; where nobody was prepared, or her file is gone, it is asked for."""
    coach.asked("log", answers=["bo", KeyboardInterrupt()])
    assert coach.heard[0].startswith("Who was it with?")
    assert "Bo Ek" in coach.heard[1]
    assert coach.asked("log", answers=[""]).status == 2
    coach("prep", "bo")
    coach("prep", "anna")
    assert coach.asked("log", answers=["y", KeyboardInterrupt()]).status == 130
    assert coach.heard[0].startswith("The talk with Anna Berg?")
    coach.asked("log", answers=["n", "bo", KeyboardInterrupt()])
    assert "Bo Ek" in coach.heard[2]
    coach.path().unlink()
    coach.asked("log", answers=["bo", KeyboardInterrupt()])
    assert coach.heard[0].startswith("Who was it with?")


def test_the_editor_opens_on_the_draft(coach: Any) -> None:
    """What was typed before stands in it; closed on nothing, or without an editor, nothing is written or kept."""
    coach.asked("log", "anna", "topic: pricing", answers=["s"])
    edit = lambda old: old.replace("pricing", "the package")  # noqa: E731
    assert coach.asked("log", "anna", "-e", answers=["u", edit, "w", "", ""]).status == 0
    assert 'what = "the package"' in coach.text()
    before = coach.bytes()

    def missing(_: str) -> str:
        raise Missing(what="editor")

    for closed in (lambda _: "", lambda _: None):
        assert coach.asked("log", "anna", "-e", answers=[closed]).out == "Nothing was written.\n"
    coach.asked("log", "anna", "-e", "--agenda", "development", answers=[lambda text: coach.heard.append(text) or ""])
    assert "Development talk" in coach.heard[-1], "and below it the agenda that was asked for"
    assert coach.asked("log", "anna", "-e", answers=[missing]).status == 2
    assert (coach.bytes(), coach.drafts()) == (before, {})


def test_two_who_log_in_an_editor_at_once_have_a_draft_each(coach: Any) -> None:
    """The second is not offered what the first has open, and takes nothing of it away."""

    def first(text: str) -> str:
        (draft,) = (coach.root / ".coach" / "drafts").glob("*.txt")
        draft.write_text(f"Hers so far.\n{text}", "utf-8", newline="\n")
        ran = coach.asked("log", "anna", "-e", answers=[lambda old: f"Of the second.\n{old}", "w", "", ""])
        assert ran.status == 0, ran
        assert "Hers so far." not in "".join(coach.heard)
        return str(draft.read_text("utf-8")).replace("so far", "to the end")

    assert coach.asked("log", "anna", "-e", answers=[first, "w", "", ""]).status == 0
    assert all(part in coach.text() for part in ("Of the second.", "Hers to the end."))
    assert coach.drafts() == {}


def test_two_keys_on_the_managers_own_part_are_asked_once_a_talk_is_accepted(coach: Any) -> None:
    """Who began, and was it one thing; Enter skips either, and in a script and for a draft nobody is asked."""
    for keys, kept in (
        (["2", "n"], ("seller", False)), (["1", "y"], ("me", True)), (["", "y"], (None, True)),
        (["s", "s"], (None, None)),
    ):  # fmt: skip
        talk = coach.asked("log", "anna", "Good pace", "--json", answers=["w", *keys]).json["records"][0]
        assert (talk.get("opened_by"), talk.get("one_thing")) == kept, keys
    assert sum("Who began" in one for one in coach.heard) == 1
    assert "opened_by" not in coach("log", "anna", "Good pace", "--json").json["records"][0]
    coach.asked("log", "anna", "Broken off", answers=["w", "2", KeyboardInterrupt()])
    assert "Broken off" in "".join(coach.drafts().values())
