from typing import Any

AREAS = 5
"""Areas that are expected of everybody in the first months."""

REST = ["s"] * (AREAS - 1)


def records(ran: Any) -> list[dict[str, Any]]:
    """Return what was written, by what matters here."""
    assert ran.status == 0, ran.err
    return [{key: one[key] for key in one if key not in {"id", "private", "seller"}} for one in ran.json["records"]]


def test_each_area_takes_a_key_and_a_line(coach: Any) -> None:
    """Red, yellow, green, not rated, or skipped; what each looks like is on screen; q stops, what there is is kept."""
    before = coach.bytes()
    for answers in (["q"], ["s", *REST]):
        assert coach.asked("rate", "anna", answers=answers).out == "Nothing was written.\n"
    made = records(coach.asked("rate", "anna", "--json", answers=["y", "asks where unsure", "g", "", "-", "", "q"]))
    assert [(one["area"], one.get("level"), one.get("evidence")) for one in made] == [
        ("product knowledge", "yellow", "asks where unsure"), ("discovery", "green", None), ("activity", None, None),
    ]  # fmt: skip
    assert "1/5  product knowledge  not rated yet" in coach.heard[0]
    assert "guesses in front of a customer instead of asking us" in coach.heard[0]
    shown = next(heard for heard in coach.heard if "2/5" in heard)
    assert "Asked about budget and timing before showing" in shown
    coach("undo")
    assert coach.bytes() == before
    coach.put("templates/expectations/settled.toml", "expectation = []\n")
    ran = coach.asked("rate", "bo", answers=[])
    assert "Nothing is expected yet. Say what is: coach expect bo-ek discovery" in ran.out


def test_a_red_asks_for_a_remedy_with_its_day(coach: Any) -> None:
    """For behaviour the seller's correction, for knowledge the manager's resource; nothing is compulsory."""
    answers = ["r", "guessed", "b", "ask us first", "31 feb", "fri", *REST]
    ran = coach.asked("rate", "anna", "--json", answers=answers)
    rating, promise = records(ran)
    assert any("So far only you know." in one for one in ran.json["notices"])
    assert (rating["level"], rating["evidence"]) == ("red", "guessed")
    assert promise == {
        "kind": "commitment", "on": "2026-11-23", "area": "product knowledge", "by": "seller", "what": "ask us first",
        "due": "2026-11-27", "remedy": "correction",
    }  # fmt: skip
    assert any("does not exist" in heard for heard in coach.heard)
    answers = ["r", "", "k", "a day with Tuva", "", *REST]
    promise = records(coach.asked("rate", "anna", "--json", answers=answers))[1]
    assert (promise["by"], promise["remedy"], promise.get("due")) == ("me", "resource", None)
    assert "Without a day nobody sees when it is late.\n" in coach.heard
    for answers in ([""], ["k", ""]):
        made = records(coach.asked("rate", "anna", "--json", answers=["r", "", *answers, *REST]))
        assert [one["kind"] for one in made] == ["rating"]
        coach("undo")
    answers = ["r", "", "b", "ask first", "3 days", *REST]
    ran = coach.asked("rate", "anna", "--on", "16 nov", "--json", answers=answers)
    assert [(one["on"], one.get("due")) for one in records(ran)] == [("2026-11-16", None), ("2026-11-16", "2026-11-19")]
    assert "is past" in ran.err


def test_ctrl_c_keeps_the_answers_so_far_as_notes_with_marks(coach: Any) -> None:
    """`coach note` offers them, and reads them as what they were; before anything was typed there are none."""
    before = coach.bytes()
    for answers in ([KeyboardInterrupt()], ["-", KeyboardInterrupt()]):
        assert coach.asked("rate", "anna", answers=answers).status == 130
        assert coach.kept_notes() == {}
    answers = ["r", "guessed", "b", "ask first", "fri", "r", "", "k", "a day with Tuva", KeyboardInterrupt()]
    ran = coach.asked("rate", "anna", answers=answers)
    assert (ran.status, coach.drafts(), coach.bytes()) == (130, {}, before)
    assert "What was typed is kept as a draft; coach note anna-berg offers it." in ran.err
    assert coach.kept_notes()["anna-berg"].splitlines() == [
        "red: product knowledge – guessed", "@seller product knowledge: ask first by 2026-11-27", "red: discovery",
        "@me discovery: a day with Tuva",
    ]  # fmt: skip
    made = coach.asked("note", "anna", "--json", answers=["u", "w"]).json["records"]
    assert coach.kept_notes() == {}
    assert [(one["kind"], one.get("by"), one.get("due")) for one in made] == [
        ("rating", "me", None), ("commitment", "seller", "2026-11-27"), ("rating", "me", None),
        ("commitment", "me", None),
    ]  # fmt: skip
    coach.monkeypatch.setattr("salescoach.journal.toml.same", lambda *_: False)
    assert coach.asked("rate", "anna", answers=["g", "asks", "q"]).status == 5
    assert list(coach.kept_notes().values()) == ["green: product knowledge – asks"]


def test_her_own_ratings_stand_beside(coach: Any) -> None:
    """No remedy is asked for; broken off they are plain notes, as a mark would make them the manager's."""
    ran = coach.asked("rate", "anna", "--by", "seller", "--json", answers=["r", "hard to say", *REST])
    made = records(ran)
    assert "So far only you know." not in str(ran.json["notices"])
    assert [(one["by"], one["level"]) for one in made] == [("seller", "red")]
    assert "product knowledge" not in coach("show", "anna", "--json").json["levels"]
    assert any("What does Anna say: which is it now?" in heard for heard in coach.heard)
    assert any("What does Anna say shows it?" in heard for heard in coach.heard)
    coach.asked("rate", "anna", "--by", "seller", answers=["r", "hard to say", "y", "", KeyboardInterrupt()])
    draft = coach.kept_notes()["anna-berg"]
    assert draft.splitlines() == [
        "note: product knowledge, Anna's own view, red: hard to say", "note: discovery, Anna's own view, yellow",
    ]  # fmt: skip
    assert [one["kind"] for one in coach("note", "anna", draft, "--json").json["records"]] == ["note"]


def test_the_first_letter_of_an_own_name_is_a_key_too(coach: Any) -> None:
    """Where it means one level only, and neither s nor q; where it would mean another's key, all go by number."""
    quiet = 'red = "stop"\nyellow = "quiet"'
    cases: list[tuple[str, str, str | None]] = [
        ('set = "plus"', "m", "red"), ('set = "plus"', "y", "yellow"), ('set = "plus"', "g", "green"),
        ('set = "great"', "1", "red"), ('set = "great"', "3", "green"), ('yellow = "greit"', "2", "yellow"),
        ('red = "Low"\nyellow = "okay"\ngreen = "high"', "l", "red"), ('set = "plus"', "p", None),
        ('set = "great"', "g", None), (quiet, "s", None), (quiet, "q", None),
    ]  # fmt: skip
    for names, pressed, level in cases:
        coach.put("coach.toml", f"format = 1\n[levels]\n{names}\n")
        if level is None:
            ran = coach.asked("rate", "anna", answers=[pressed, *(["q"] if pressed == "s" else [])])
            nobody = pressed in "pg"  # nobody asked the script for that key
            assert (ran.status, "Nothing was written." in ran.out) == ((3, False) if nobody else (0, True)), names
            continue
        answers = [pressed, "", *(["n"] if level == "red" else []), "q"]
        assert records(coach.asked("rate", "anna", "--json", answers=answers))[0]["level"] == level, (names, pressed)
        assert ("● plus plus" in coach.heard[0]) == (names == 'set = "plus"')
        coach("undo")
