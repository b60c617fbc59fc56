from datetime import date
from pathlib import Path
from typing import Any

import pytest

from salescoach.records.rating import FELT

YEAR: list[tuple[str, str, dict[str, Any]]] = [
    ("rating", "2026-06-02", {"area": "closing", "level": "red", "evidence": "gave a tenth away"}),
    ("rating", "2026-06-20", {"area": "closing", "level": "red", "evidence": "gave in at Skog"}),
    ("rating", "2026-09-10", {"area": "closing", "level": "red"}),
    ("rating", "2026-09-10", {"area": "Closing", "level": "green", "by": "seller", "evidence": "I got two orders"}),
    ("rating", "2026-09-11", {"area": "pace", "level": "green", "evidence": "on time"}),
    ("rating", "2026-09-12", {"area": "pace", "level": "yellow", "evidence": "late twice"}),
    ("feedback", "2026-09-12", {"area": "closing", "what": "fills the silence", "next": "count to five"}),
    ("goal", "2026-05-04", {"id": "g1g1g", "title": "12 deals", "start": 2, "target": 12, "due": date(2026, 12, 1)}),
    ("progress", "2026-06-01", {"goal": "g1g1g", "value": 4}),
    ("progress", "2026-09-01", {"goal": "g1g1g", "value": 9}),
    ("goal", "2026-05-04", {"id": "g2g2g", "title": "Two references"}),
    ("settled", "2026-05-20", {"of": "g2g2g", "how": "kept"}),
    ("praise", "2026-06-03", {"what": "calm with the buyer"}),
    ("customer", "2026-09-03", {"customer": "Nordbygg", "what": "quick answers"}),
    (
        "answer", "2026-09-04",
        {"form": "development", "role": "seller", "question": "went-well", "text": "The tender"},
    ),
    ("rating", "2026-11-20", {"area": "closing", "level": "green", "evidence": "after the period"}),
]  # fmt: skip

KEPT_BACK: list[tuple[str, dict[str, Any]]] = [
    ("note", {"text": "CANARY note"}), ("note", {"private": True, "text": "CANARY private"}),
    ("talk", {"id": "t7t7t", "notes": "CANARY notes", "lesson": "CANARY lesson"}),
    ("lesson", {"text": "CANARY lesson alone"}), ("feedback", {"to": "me", "what": "CANARY about me"}),
    ("need", {"what": "CANARY need"}),
    ("away", {"first": date(2026, 9, 6), "last": date(2026, 9, 7), "why": "CANARY away"}),
    ("answer", {"form": "development", "role": "seller", "question": "own-view", "text": "motivation: red CANARY"}),
    ("answer", {"form": "development", "role": "seller", "text": "CANARY unplaced"}),
    ("commitment", {"id": "c7c7c", "by": "seller", "area": "wellbeing", "what": "CANARY go home at four"}),
    ("settled", {"of": "c7c7c", "how": "kept"}), ("goal", {"title": "Open ~ CANARY veiled"}),
    ("praise", {"private": True, "what": "CANARY praise"}),
    *(("rating", {"area": area.upper(), "level": "red", "evidence": "CANARY felt"}) for area in FELT),
]  # fmt: skip

SPAN = ("--from", "2026-06-01", "--to", "2026-10-31")


@pytest.fixture
def year(coach: Any) -> Any:
    """Give Anna a year of notes."""
    for kind, on, fields in YEAR:
        coach.record(kind, on, **fields)
    return coach


def test_a_period_is_written_up_from_what_was_seen(year: Any) -> None:
    """Counts and days, one example a month; areas by where they ended; nothing from before or after it."""
    found = year("show", "anna", *SPAN, "--json").json
    closing = found["weaknesses"][0]
    assert (closing["name"], closing["counts"]) == ("closing", {"red": 3, "yellow": 0, "green": 0})
    assert [one["evidence"] for one in closing["examples"]] == ["gave in at Skog"]
    assert [one["what"] for one in closing["told"]] == ["fills the silence"]
    assert ([one["name"] for one in found["others"]], found["strengths"]) == (["pace"], [])
    assert [(one["title"], one["value"], one["pace"]) for one in found["goals"]] == [("12 deals", 9, "behind")]
    assert [(one["yours"]["level"], one["theirs"]["level"]) for one in found["views"]] == [("red", "green")]
    assert [(one["asked"][:9], one["text"]) for one in found["answers"]] == [("What has ", "The tender")]
    assert (found["praise"][0]["what"], found["customer"][0]["customer"]) == ("calm with the buyer", "Nordbygg")
    out = year("show", "anna", *SPAN).out
    assert "9 of 12 · behind" in out
    assert "was 2 when the period began" in out
    assert "after the period" not in out


def test_each_month_has_equal_room_and_an_empty_one_is_named(year: Any) -> None:
    """From the first that anything is known of to the last, however much the last one has."""
    for day in range(10, 20):
        year.record("value", f"2026-10-{day}", value="courage", what=f"called number {day}")
    year.path().write_text(year.text().replace("started = 2026-09-01", "started = 2026-02-01"), "utf-8")
    long = ("--from", "2026-01-01", "--to", "2026-10-31")
    months = {one["first"]: one for one in year("show", "anna", *long, "--json").json["months"]}
    assert [*months] == [f"2026-{month:02}-01" for month in range(2, 11)]
    assert max(len(one["lines"]) for one in months.values()) == 4
    out = year("show", "anna", *long).out
    assert "Feb 2026: nothing noted" in out
    assert "6 more" in out


def test_what_is_private_felt_or_the_managers_own_is_in_no_form_of_it(year: Any, tmp_path: Path) -> None:
    """Not even with --private; what was left out is counted on stderr."""
    for kind, fields in KEPT_BACK:
        year.record(kind, "2026-09-05", **fields)
    for suffix in (".md", ".html", ".txt", ".json"):
        ran = year("show", "anna", *SPAN, "--private", "--all", "-o", f"review{suffix}")
        text = (tmp_path / f"review{suffix}").read_text("utf-8")
        assert "CANARY" not in text, suffix
        assert not [area for area in FELT if area in text.casefold()], suffix
        assert "Nordbygg" in text
        said = "private: 3, motivation and wellbeing: 3, your lessons: 2, about you: 1, your notes: 2, other answers: 2"
        assert said in ran.err.replace("\n", " ")
    for args in ((), ("--json",), ("--private",)):
        assert "CANARY" not in year("show", "anna", *SPAN, *args).out


def test_a_period_needs_both_its_days_in_order_and_stands_alone(year: Any) -> None:
    """The last is today where none is given; a form that is broken is told of, and the rest is shown."""
    for args in (
        ("--to", "1 jun"), ("--from", "2026-06-01", "--to", "2026-05-01"), ("--from", "1 jun", "--since", "1 jun"),
        ("--from", "1 jun", "--kind", "rating"),
    ):  # fmt: skip
        assert "coach show NAME --from" in year.refused("show", "anna", *args).err, args
    assert year.refused("show", "anna", "--from", "nonsense").err
    assert year("show", "anna", "--from", "2026-06-01", "--json").json["last"] == "2026-11-23"
    assert year("show", "anna", "--from", "2026-06-01", "--to", "2026-12-31", "--json").json["last"] == "2026-11-23"
    year.put("templates/forms/development.toml", "title = 1")
    ran = year("show", "anna", *SPAN)
    assert "development.toml" in ran.err
    assert "The tender" not in ran.out
