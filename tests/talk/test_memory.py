from pathlib import Path
from typing import Any

import pytest

from fixtures.sellers import TODAY, Build, made
from salescoach.records.base import Record
from salescoach.records.seller import Seller
from salescoach.talk.rules.memory import memory_of
from salescoach.talk.view.memory import lines

TALK = made("talk", 3, id="t1", notes="Nobody has called for two months.\nThinks of leaving")


def rated(area: str, level: str, days: int = 3, evidence: str | None = None) -> Any:
    """Return a rating of so many days ago."""
    return made("rating", days, area=area, level=level, evidence=evidence)


def said(one: Seller, looks: Any, **wishes: Any) -> list[str]:
    """Return the lines above the agenda of a seller."""
    return [line.plain.strip() for line in lines(memory_of(one, TODAY), looks(**wishes), wishes.get("width", 80))]


def test_the_last_time_is_what_presses_and_then_what_was_said(seller: Build, looks: Any) -> None:
    """A red of a person before a skill's, then what is needed; not what is over, or red from before."""
    notes = "Nobody has called for two months. Thinks of leaving"
    need, since = made("need", 3, id="n1", what="a desk", talk="t1"), made("note", 0, text="called")
    red, tired = rated("closing", "red"), rated("motivation", "red", 1, "tired")
    pressing = "Last time  ■r motivation: tired · ■r closing · needs: a desk"
    cases: list[tuple[list[Record], list[str]]] = [
        ([], []), ([since, red], ["Noted  ■r closing", "Fri 27 Nov: called"]), ([TALK], [f"Last time  {notes}"]),
        ([TALK, since], [f"Last time  {notes}", "Since then, Fri 27 Nov: called"]),
        ([TALK, since, red, tired, need], [pressing, notes]),
        ([TALK, rated("closing", "red", 30)], [f"Last time  {notes}"]),
        ([TALK, red, rated("closing", "green", 1)], [f"Last time  {notes}"]),
        ([TALK, need, made("settled", 0, of="n1", how="kept")], [f"Last time  {notes}"]),
    ]  # fmt: skip
    for records, shown in cases:
        assert said(seller(*records), looks) == shown, records
    assert said(seller(TALK), looks, width=40) == ["Last time  Nobody has called for two…"]


def test_a_year_ago_there_is_what_has_moved_most(seller: Build, looks: Any) -> None:
    """Within a month of the day; okay that is still okay says nothing, nor does what was never looked at again."""
    seen = [rated("closing", "green", days, "asked first") for days in (90, 60, 30)]
    most = [rated("closing", "red", 395, "price first."), *seen, rated("crm", "yellow", 365), rated("crm", "green")]
    long = [rated("closing", "red", 365, "price before need " * 9), rated("closing", "green", 9, "asked")]
    cases: list[tuple[list[Record], list[str]]] = [
        (most, ["A year ago: closing red, price first. Now green, 3 examples"]),
        ([rated("crm", "red", 335), rated("crm", "red", 9)], ["A year ago: crm red. Now red"]),
        ([rated("crm", "green", 365), rated("crm", "yellow", 9)], ["A year ago: crm green. Now yellow"]),
        ([rated("crm", "yellow", 365), rated("crm", "yellow", 9)], []),
        ([rated("crm", "red", 365)], []), ([rated("crm", "red", 396), rated("crm", "green", 334)], []),
        ([made("talk", 365, notes="A good start")], ["A year ago, Thu 27 Nov 2025: A good start"]),
        (long, ["A year ago: closing red, price before need price before… Now green, 1 example"]),
    ]  # fmt: skip
    for records, shown in cases:
        assert said(seller(made("talk", 3), *records), looks) == shown, records
    assert said(seller(made("talk", 3), *long), looks, width=40) == ["A year ago: closing red. Now green, 1 example"]


def canaries(coach: Any) -> None:
    """Have something to remember of each kind, all of it not for her."""
    text = "canary notes; motivation: red – canary light; needs: canary need; ~ canary private"
    coach("log", "anna", text, "--on", "2026-11-21")
    coach("rate", "anna", "motivation", "green", "canary year", "--on", "2025-11-20")


WORDS = ("notes", "light", "need", "private", "year")


@pytest.mark.parametrize("agenda", ["check-in", "development", "first-days", "onboarding", "probation"])
def test_nothing_that_is_remembered_is_for_her(coach: Any, tmp_path: Path, agenda: str) -> None:
    """In any form, whatever is asked for; neither is the opening that her red light was given."""
    canaries(coach)
    felt = {"light", "year"} if agenda == "probation" else set()  # how she is, in what decides
    for form in (".md", ".html", ".txt", ".json"):
        wished = ("prep", "anna", "--agenda", agenda, "-o", f"it{form}", "--private", "--all")
        texts = []
        for line in (wished, (*wished, "--for-her")):
            assert coach(*line).status == 0
            texts.append(" ".join((tmp_path / f"it{form}").read_text("utf-8").split()))
        found = [[word for word in WORDS if f"canary {word}" in one] for one in texts]
        assert found == [[word for word in WORDS if word not in felt], []], form
        assert ("How does it feel to work here" in texts[0], "motivation" in texts[1]) == (not felt, False)
        assert "How does it feel" not in texts[1]
    shown = coach("prep", "anna", "--agenda", agenda, "--for-her", "--private", "--all").out
    assert "canary" not in shown


def test_a_private_line_is_remembered_only_where_it_is_asked_for(coach: Any) -> None:
    """On screen, under --all, and in JSON, which has whole what was said."""
    canaries(coach)
    for more in ((), ("--all",), ("--json",)):
        assert "canary private" not in coach("prep", "anna", *more).out
        assert "~ canary private" in coach("prep", "anna", "--private", *more).out
    made = coach("prep", "anna", "--json").json
    assert [item["text"] for item in made["last_time"]] == [
        "motivation: canary light",
        "needs: canary need",
        "canary notes",
    ]
    assert made["year_ago"]["text"] == "A year ago: motivation green, canary year. Now red, 1 example"
    assert [one["on"] for one in made["last_talks"]] == ["2026-11-21", "2026-11-03"]
    assert "last_time" not in coach("prep", "bo", "--json").json
