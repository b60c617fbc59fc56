from typing import Any

NAME = "anna-berg (conflicted copy 2026-11-20)"
FILE = "sellers/anna-berg.toml"
NOTE = '\n[[note]]\nid = "n0t1e"\non = 2026-11-20\ntext = "~ On the phone"\nprivate = true\n'


def copy(coach: Any, text: str) -> None:
    """Let a cloud folder make a copy of Anna's file."""
    coach.path(NAME).write_text(text, "utf-8", newline="")


def test_a_copy_is_united_and_what_differs_is_pointed_out(coach: Any) -> None:
    """How many records came from where, each one that is kept twice, where the copy is; nothing that is private."""
    more = "\n[[odd]]\nid = 7\n"
    copy(coach, coach.text().replace("Introduce", "Present").replace("format", 'role = "x"\nformat', 1) + NOTE + more)
    coach.path().write_text(coach.text() + more + "more = 1\n", "utf-8", newline="")
    before = coach.bytes()
    ran = coach("doctor", "--merge", f"sellers/{NAME}.toml")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        f"United {FILE} with sellers/{NAME}.toml: 3 entries from the copy, 2 only here, 2 the same.",
        "promise p9d (Tue 3 Nov) differs: both are kept; delete one with coach edit anna-berg",
        "odd 7 (?) differs: both are kept; delete one with coach edit anna-berg",
        f"The copy is put away as .coach/merged/{NAME}.toml",
        "Not right? coach undo takes all of it back.",
    ]
    assert coach.text().count("[[commitment]]") == 2
    assert coach("weekly").err == ""
    assert coach("undo").status == 0
    assert coach.bytes() == before


def test_a_head_that_differs_is_pointed_out(coach: Any) -> None:
    """One counts; the lines of the other are comments."""
    copy(coach, coach.text().replace("started = 2026-09-01", "started = 2026-09-02"))
    out = coach("doctor", "--merge", f"{NAME}.toml").out
    assert "The head differs: 1 line of the other side kept as a comment; choose with coach edit anna-berg" in out


def test_a_copy_whose_original_is_gone_is_her_file_as_it_is(coach: Any) -> None:
    """Nothing is made of it; doctor says what it is called like, and all else goes on with it."""
    coach.path().rename(coach.path(NAME))
    before = coach.bytes()
    ran = coach("doctor", "--merge", f"{NAME}.toml")
    assert (ran.status, "is no copy of another file" in ran.err) == (2, True)
    assert "called as a copy of sellers/anna-berg.toml would be" in " ".join(coach("doctor").out.split())
    assert coach("prep", "anna berg").status == 0
    assert coach.bytes() == before


def test_any_file_is_united_with_whom_it_is_about(coach: Any) -> None:
    """By what is in it, wherever it lies and whatever it is called; undo takes it back; nobody else is written to."""
    coach("note", "anna", "Only here")
    old = coach.bytes()
    outside = coach.root.parent / "from my phone.toml"
    for place, typed in (
        (outside, str(outside)), (coach.path("anna-berg - Kopia"), "anna-berg - Kopia"),
        (coach.root / "left" / "x 2.toml", "left/x 2.toml"), (coach.path("anna-berg-STUE"), "anna-berg-STUE.toml"),
    ):  # fmt: skip
        place.parent.mkdir(exist_ok=True)
        place.write_text(old[FILE].decode().replace("Only here", "Or there") + NOTE, "utf-8")
        ran = coach("doctor", "--merge", typed)
        assert (ran.status, f"United {FILE} with" in ran.out) == (0, True), ran.err
        assert all(one in coach.text() for one in ("Only here", "Or there", "On the phone"))
        assert place.exists() == (place == outside)
        coach("undo")
        assert coach.bytes()[FILE] == old[FILE]
        place.unlink()
    for name, error in (("Cara Lund", "is about Cara Lund"), ("Bo Ek", "is about Bo Ek")):
        outside.write_text(old[FILE].decode().replace("Anna Berg", name), "utf-8")
        ran = coach("doctor", "--merge", str(outside))
        assert (ran.status, error in ran.err) == (2, True)
    assert coach.bytes() == old


def test_a_copy_that_is_only_half_written_is_put_away(coach: Any) -> None:
    """All that is in it is in her file."""
    old = coach.bytes()[FILE]
    for length in (0, 30, len(old) - 5):
        coach.path(NAME).write_bytes(old[:length])
        assert coach("doctor", "--merge", f"{NAME}.toml").status == 0
        assert (coach.bytes()[FILE], coach.path(NAME).exists()) == (old, False)


def test_a_seller_who_has_a_copy_is_one_and_every_command_says_so(coach: Any) -> None:
    """What is written goes to her own file; what lists or removes her names the copy; she is not added twice."""
    copy(coach, coach.text())
    told = f"sellers/{NAME}.toml: a cloud folder made this copy of {FILE}"
    lines = ("weekly", "prep anna", "note anna x", "show anna-berg", "find x", "doctor", "dossier anna", "promise")
    for typed in lines:
        ran = coach(*typed.split())
        assert told in ran.err + ran.out, typed
    assert "x" in coach.text()
    assert coach.path(NAME).read_text("utf-8") != coach.text()
    assert coach("add", "Anna Berg").status == 2
    assert NAME in coach("erase", "anna", "--dry-run").out
    assert coach("erase", "anna", "--name", "Anna Berg").status == 0
    assert not [one for one in coach.bytes() if "anna-berg" in one]


def test_what_two_machines_added_is_united_after_git_could_not(coach: Any) -> None:
    """Each added a record at the end of the file; git stopped in the middle, one command takes both."""
    hers = NOTE.replace("n0t1e", "h1e2r").replace("~ On the phone", "~ At hers")
    coach.append(f"<<<<<<< HEAD\n{NOTE}||||||| 1a2b3c4\n=======\n{hers}>>>>>>> two\n")
    assert coach("prep", "anna").status == 5
    assert coach("doctor", "--merge", FILE).out.splitlines() == [
        f"United both sides of {FILE}: 1 entry from the other side, 1 only here, 3 the same.",
        "Not right? coach undo takes all of it back.",
    ]
    assert ("On the phone" in coach.text(), "At hers" in coach.text(), "<<<<" in coach.text()) == (True, True, False)
    assert coach("show", "anna").status == 0
