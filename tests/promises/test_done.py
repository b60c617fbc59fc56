from typing import Any


def test_the_words_of_one_whole_thing_mean_that_one(coach: Any) -> None:
    """Another thing that has them and more is no reason to ask; two of the same words are; once settled it is over."""
    for who, what in (("bo", "call Karin"), ("anna", "call Karin at Skog"), ("anna", "ask whom to call")):
        coach("promise", who, what, "--by", "fri")
    assert "Done: call Karin\n" in coach("done", "karin", "call").out
    coach("undo")
    coach("promise", "anna", "call Karin", "--by", "fri")
    err = coach.refused("done", "call Karin", status=4).err
    assert ("(Anna Berg)" in err, "(Bo Ek)" in err, "Skog" in err) == (True, True, False)
    ran = coach("done", "p9", "--dropped", "--why", "Karin left", "--json")
    assert [(one["of"], one["how"], one["why"]) for one in ran.json["records"]] == [("p9d1c", "dropped", "Karin left")]
    assert "Nothing open goes by “p9”" in coach.refused("done", "p9", status=4).err


def test_several_are_settled_at_once_over_several_sellers(coach: Any) -> None:
    """Each in its own file, taken back together; of several hits none is settled, and a seller narrows it."""
    before = coach.bytes()
    ran = coach("done", "p9", "t4", "--json")
    assert [(one["seller"], one["of"]) for one in ran.json["records"]] == [("anna-berg", "p9d1c"), ("bo-ek", "t4p1c")]
    coach("undo")
    assert coach.bytes() == before
    coach("promise", "bo", "introduce him to Karin", "--by", "fri")
    ran = coach.refused("done", "karin", status=4)
    assert "p9d1c Introduce Anna to Karin at Nordbygg (Anna Berg)" in ran.err
    assert "introduce him to Karin (Bo Ek)" in ran.err
    ran = coach("done", "karin", "--seller", "bo", "--json")
    assert [one["seller"] for one in ran.json["records"]] == ["bo-ek"]


def test_what_was_done_on_a_past_day_is_settled_then(coach: Any) -> None:
    """Neither before it was promised nor on a day to come."""
    assert "before that" in coach.refused("done", "p9d", "--on", "2 nov", status=2).err
    assert "still to come" in coach.refused("done", "p9d", "--on", "2026-11-28", status=2).err
    assert coach("done", "p9d", "--on", "5 nov", "--json").json["records"][0]["on"] == "2026-11-05"
