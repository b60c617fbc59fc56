from typing import Any


def test_words_are_found_in_all_that_was_noted(coach: Any) -> None:
    """On sellers, those who left and myself, newest first; a broken file is told of, and the rest is searched."""
    coach("leave", "bo")
    coach("note", "åsa", "Pricing again.")
    coach.put("me.toml", '[[lesson]]\non = 2026-11-04\ntext = "I answer on PRICING too soon"\n')
    hits = coach("find", "pricing", "--json").json["hits"]
    assert [(hit["seller"], hit["kind"], hit["on"]) for hit in hits] == [
        ("asa-oberg", "note", "2026-11-23"),
        ("me", "lesson", "2026-11-04"),
        ("bo-ek", "topic", "2026-10-05"),
    ]
    coach.path("bo-ek").write_text('[seller]\nname = "Bo"\n[[talk]\n', "utf-8")
    ran = coach("find", "karin", "--json")
    assert (ran.status, len(ran.json["hits"]), "sellers/bo-ek.toml:3" in ran.err) == (0, 1, True)
    assert (ran.json["problems"][0]["file"], ran.json["problems"][0]["line"]) == ("sellers/bo-ek.toml", 3)


def test_it_can_be_narrowed(coach: Any) -> None:
    """To kinds by their name in files or on screen, to people and me, to a time."""
    coach("note", "bo", "Karin called")
    for args, found in {
        ("karin",): 2, ("karin", "--kind", "promise"): 1, ("anna", "--kind", "seller"): 1,
        ("karin", "--who", "bo,anna"): 2, ("karin", "--who", "me"): 0, ("karin", "--since", "yesterday"): 1,
    }.items():  # fmt: skip
        assert len(coach("find", *args, "--json").json["hits"]) == found, args
    assert coach("find", " ").status == 2
    assert coach("find", "x", "--who", "zebra").status == 4
    assert coach("find", "x", "--kind", "opinion").status == 2
