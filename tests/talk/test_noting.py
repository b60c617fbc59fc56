from typing import Any

from salescoach.journal.templates import SHIPPED


def test_marks_of_the_journal_come_before_those_shipped(coach: Any) -> None:
    """Keywords are data; levels and sellers go by any of their names."""
    coach("set", "anna", "--alias", "Annie")
    coach.put("templates/marks.toml", '[text]\npraise = ["bravo"]\n')
    coach.put("coach.toml", 'format = 1\n[levels]\ngreen = "awesome"\n')
    ran = coach("note", "anna", "bravo: stayed calm; awesome: discovery – asked; @annie call", "--json")
    assert [one["kind"] for one in ran.json["records"]] == ["praise", "rating", "commitment"]
    assert (ran.json["records"][1]["level"], ran.json["records"][2]["by"]) == ("green", "seller")


def test_settling_marks_and_values_know_what_is_there(coach: Any) -> None:
    """What is open, by words; values as the settings spell them, linked to the talk as milestones and recaps are."""
    ran = coach("note", "bo", "drop pricing", "--json")
    assert [(one["how"], one["of"]) for one in ran.json["records"]] == [("dropped", "t4p1c")]
    (coach.root / "coach.toml").write_text('format = 1\n[values]\nCourage = "We call back."\n', "utf-8")
    ran = coach("log", "anna", "value: courage called them; milestone: first deal; recap: sent by mail", "--json")
    talk, *others = ran.json["records"]
    assert {(one["kind"], one["talk"]) for one in others} == {
        (kind, talk["id"]) for kind in ("value", "milestone", "recap")
    }
    assert others[0]["value"] == "Courage"


def test_a_note_without_a_value_reads_no_settings(coach: Any) -> None:
    """What is wrong in them is in nobody's way."""
    (coach.root / "coach.toml").write_text('format = 1\n[rhythm]\nevery = "often"\n', "utf-8")
    assert coach("note", "anna", "praise: calm").status == 0
    assert coach("note", "anna", "value: courage - called").status == 5
    assert coach.kept_notes() == {"anna-berg": "value: courage - called"}


def test_what_is_expected_of_a_new_seller_is_no_new_area(coach: Any) -> None:
    """By the phase, or by her own; a broken template is told once and refuses no note."""
    text = "yellow: price lists - asks when stuck"
    shipped = (SHIPPED / "en/onboarding/new-seller.toml").read_text("utf-8")
    coach.put("templates/onboarding/new-seller.toml", shipped.replace('"customer knowledge"', '"price lists"'))
    assert "new area" in coach("note", "bo", text, "--dry-run").err
    coach("onboard", "åsa", "--plan", "new-seller")
    assert "new area" not in coach("note", "åsa", text, "--dry-run").err
    coach("expect", "bo", "price lists", "--green", "asks early")
    assert "new area" not in coach("note", "bo", text, "--dry-run").err
    coach("onboard", "åsa")
    coach("expect", "åsa", "tenders", "--green", "asks early")
    for name in ("expectations/new", "onboarding/new-seller"):
        path = coach.put(f"templates/{name}.toml", "= broken\n")
        err = coach("note", "åsa", "yellow: tenders - two were late").err
        assert (err.count(f"{name}.toml:1:1: this is no TOML"), "new area" in err) == (1, False)
        ran = coach("log", "åsa", "talked of tenders")
        assert (ran.status, f"{name}.toml:1:1" in ran.err) == (0, True)
        path.unlink()


def test_a_light_or_a_milestone_from_before_the_first_day_is_pointed_out(coach: Any) -> None:
    """It is kept as it was said, and the day is asked about; plain words are not."""
    coach("add", "Ny Holm", "--started", "2026-12-07")
    for text in ("milestone: first deal", "red: discovery – showed the price"):
        ran = coach("note", "ny", text)
        assert "Ny begins on Mon 7 Dec: is it the right day?" in ran.err, text
    assert "right day" not in coach("note", "ny", "called to say welcome").err
    assert "right day" not in coach("note", "ny", "milestone: first deal", "--today", "2026-12-07").err
