from typing import Any


def test_who_left_is_out_of_the_weekly_and_still_shown(coach: Any) -> None:
    """The file is in another folder, byte for byte, and the next step is named."""
    before = coach.path().read_bytes()
    ran = coach("leave", "anna")
    assert ran.err == "Still open with Anna Berg:\nyou promised: Introduce Anna to Karin at Nordbygg\n"
    assert "coach leave anna-berg --undo" in ran.out
    left = coach.root / "left" / "anna-berg.toml"
    assert (coach.path().exists(), left.read_bytes()) == (False, before)
    weekly = coach("weekly")
    assert ("Anna Berg" in weekly.out, weekly.err) == (False, "")
    assert coach("show", "anna", "--json").json["seller"]["left"] is True
    assert coach("note", "anna", "handed over her accounts").status == 0, "the last talk is often logged afterwards"
    assert (coach.path().exists(), left.read_bytes().startswith(before)) == (False, True)


def test_it_is_brought_back_in_either_way(coach: Any) -> None:
    """Byte for byte, though it does not read; a return is taken back as well, as every command that writes."""
    coach.path("bo-ek").write_text("[seller\n", "utf-8")
    before = coach.bytes()
    for who in ("anna", "bo-ek"):
        for back in (("leave", who, "--undo"), ("undo",)):
            coach("leave", who)
            assert coach(*back).status == 0
            assert coach.bytes() == before
    coach("leave", "anna", "berg")
    gone = coach.bytes()
    assert "Anna Berg has left already." in coach.refused("leave", "anna").err
    assert "Anna Berg is back on the team." in coach("leave", "anna", "--undo").out
    assert "Anna Berg" in coach("weekly").out
    assert "Anna Berg has not left." in coach.refused("leave", "anna", "--undo").err
    assert coach("undo", "--json").json["undone"]["label"] == "leave anna-berg --undo"
    assert coach.bytes() == gone
    coach.refused("leave", "me", status=4)


def test_no_file_is_ever_moved_over_another(coach: Any) -> None:
    """Both are named."""
    coach.put("left/anna-berg.toml", "format = 1\n")
    for undo in ((), ("--undo",)):
        ran = coach.refused("leave", "anna", *undo)
        assert "sellers/anna-berg.toml and left/anna-berg.toml" in ran.err


def test_what_is_still_open_is_told_and_asked_about(coach: Any) -> None:
    """Both ways, topics and needs too; whoever says no keeps the file where it is."""
    coach("note", "anna", "topic: pricing\nneeds: a desk\n@anna send the list")
    assert "Nothing was put away" in coach.asked("leave", "anna", answers=["n"]).out
    assert coach.path().exists()
    heard = coach.heard[-1] if coach.heard else ""
    for said in ("you promised: Introduce", "Anna Berg promised: send the list", "topic: pricing", "needs: a desk"):
        assert any(said in one for one in coach.heard), heard
    assert coach.asked("leave", "anna", answers=["y"]).err.count("still open") == 0
    assert not coach.path().exists()
