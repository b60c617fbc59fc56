from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from fixtures.sellers import TODAY, Build, ago
from fixtures.terminal import Terminal
from salescoach.coaching.written import record_of
from salescoach.forms.rules.handover import open_handovers

NEEDED = ("beyond", "person")
SENT = ("ask", "anna", "handover", "--about", "Nordbygg")


def made(kind: str, days: int, name: str = "", **fields: Any) -> Any:
    """Return a record of so many days ago."""
    return record_of(kind, {"id": name or f"{kind[0]}{days}", "on": ago(days), **fields})


def asked(days: int, customer: str = "Nordbygg", role: str = "seller", name: str = "") -> Any:
    """Return a handover that went out."""
    return made("asked", days, name, form="handover", role=role, subject=customer)


def said(days: int, of: str, *questions: str, role: str = "seller") -> list[Any]:
    """Return answers of it."""
    rows = ((question, {"form": "handover", "role": role, "question": question}) for question in questions)
    return [made("answer", days, f"{of}{id_}", text="yes", of=of, **fields) for id_, fields in rows]


def taken(days: int, customer: str = "NORDBYGG", by: str | None = "Karin") -> Any:
    """Return that delivery accepted one."""
    return made("handover", days, customer=customer, by=by)


def test_a_handover_is_open_until_all_is_there_accepted_and_looked_back_on(seller: Build) -> None:
    """By customer, in whichever letters; answers of several forms add up, and after an end it begins anew."""
    first, whole = asked(60), said(50, "a60", *NEEDED)
    after = asked(9, role="delivery")
    cases: list[tuple[list[Any], list[tuple[str, str, int, int]]]] = [
        ([first], [("Nordbygg", "out", 60, 2)]),
        ([first, *said(50, "a60", "beyond")], [("Nordbygg", "missing", 60, 1)]),
        ([first, *whole], [("Nordbygg", "accept", 60, 0)]),
        ([first, asked(8, " nordbygg"), *said(7, "a60", "beyond"), *said(6, "a8", "person")],
         [(" nordbygg", "accept", 60, 0)]),
        ([first, asked(8, "Skog"), *whole], [("Nordbygg", "accept", 60, 0), ("Skog", "out", 8, 2)]),
        ([first, *whole, taken(27)], []), ([first, *whole, taken(28)], [("Nordbygg", "ask", 28, 0)]),
        ([first, *whole, taken(28), after], [("Nordbygg", "asked", 9, 0)]),
        ([first, *whole, taken(28), after, *said(3, "a9", "expected", role="delivery")], []),
        ([first, *whole, taken(28, by=None)], []), ([taken(40)], [("NORDBYGG", "ask", 40, 0)]),
        ([first, *whole, taken(20), asked(5)], [("Nordbygg", "out", 5, 2)]),
        ([made("asked", 9, form="development", role="seller", subject="Nordbygg")], []),
    ]  # fmt: skip
    for records, found in cases:
        open_ = open_handovers(seller(*records), NEEDED, TODAY)
        assert [(one.customer, one.stage, (TODAY - one.since).days, one.missing) for one in open_] == found, records


def filled(coach: Any, numbers: str, answer: str, *line: str) -> str:
    """Fill in some of the answers of a form that goes out."""
    rows = coach(*(line or SENT)).out.split("\n")
    return "\n".join(f"{row}\n{answer}" if row[:1] in {*numbers} and row[1:2] == "." else row for row in rows)


def test_what_comes_back_is_complete_or_says_what_is_missing(coach: Any) -> None:
    """Over all that came back of the customer; the same answer about another customer is another answer."""
    coach.put("back.txt", part := filled(coach, "123456", "nothing"))
    ran = coach("ask", "anna", "--from", "-", stdin=part)
    assert ran.err == "Not answered yet: What can go wrong, and which questions are still open?\n"
    assert "Handovers: Anna Berg: Nordbygg (1 answer missing)" in coach("weekly").out
    assert "handover: Nordbygg (1 answer missing)" in coach("prep", "anna").out
    ran = coach(*SENT[:3], "--about", "NORDBYGG", "--from", "-", stdin=filled(coach, "7", "Nobody asked Karin"))
    assert ran.err.startswith("The handover of Nordbygg is complete. Once somebody in delivery takes it: coach note ")
    assert coach.text().count("[[asked]]") == 1
    assert "Nordbygg (complete, to be accepted)" in coach("prep", "anna").out
    other = filled(coach, "1234567", "nothing", *SENT[:4], "Skog")
    assert "complete" in coach("ask", "anna", "--from", "-", stdin=other).err
    assert coach.text().count("\ntext = ") == 14
    for her in (("prep", "anna", "--for-her"), ("recap", "anna")):
        assert "andover" not in coach(*her).out


def test_the_acceptance_of_nearly_a_customer_is_pointed_out(coach: Any) -> None:
    """Where that one was handed over; not the customer itself in other letters, and no other. It says by whom."""
    coach(*SENT)
    assert "does not say who accepted the handover" in coach("note", "anna", "handover: Nordbygg").err
    for typed, said in (("Nordbyg", True), ("nordbygg", False), ("Skog", False)):
        ran = coach("note", "anna", f"handover: {typed} - godkendt af Per")
        assert ("one of Nordbygg was" in ran.err, "by Per" in ran.out) == (said, True), typed
        coach("undo")


def test_a_handover_is_of_one_customer_who_has_to_be_named(coach: Any) -> None:
    """When it goes out, and when it comes back, unless one only went out; what the text says goes before all else."""
    assert coach.refused("ask", "anna", "handover").err.splitlines()[0] == "That form is about a customer: which one?"
    loose = ("ask", "anna", "handover", "--of", "seller", "--from", "-")
    assert "not said in - which customer" in coach.refused(*loose, stdin="1. Karin").err
    coach(*loose, "--about", "Skog", stdin="1. Karin")
    assert 'form = "handover"\nrole = "seller"\nsubject = "Skog"' in coach.text()
    assert "handover: Skog (6 answers missing)" in coach("prep", "anna").out
    coach(*SENT)
    assert "not said in - which customer" in coach.refused(*loose, stdin="2. Karin").err
    back, before = filled(coach, "12", "Karin"), coach.text()
    ran = coach.refused("ask", "anna", "--about", "Skog", "--from", "-", stdin=back)
    assert "is about Nordbygg, not about Skog. Nothing was written." in ran.err
    assert coach.text() == before
    assert coach("ask", "anna", "--about", "nordbygg", "--from", "-", stdin=back).status == 0


def test_a_form_that_cannot_be_used_hides_no_handover(coach: Any) -> None:
    """It is told where and why."""
    coach(*SENT)
    coach.put("templates/forms/handover.toml", "title = 3")
    ran = coach("weekly")
    assert "Nordbygg (complete" in ran.out
    assert "templates/forms/handover.toml" in ran.out + ran.err


@pytest.mark.golden
@pytest.mark.parametrize("columns", ["80", "40"])
def test_what_is_open_looks_so(
    coach: Any, monkeypatch: pytest.MonkeyPatch, golden: SnapshotAssertion, columns: str
) -> None:
    """The agenda and the week with two of them, and who can help."""
    coach(*SENT)
    coach("note", "anna", "handover: Skogsberg - accepted by Karin", "--on", "2026-10-20")
    coach("rate", "anna", "closing", "red", "no next step", "--on", "2026-11-09")
    coach("rate", "bo", "closing", "green", "asked for the order", "--on", "2026-11-16")
    page = Terminal()
    monkeypatch.setattr("sys.stdout", page)
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("NO_COLOR", "1")
    for line in (("prep", "anna", "--agenda", "development"), ("weekly",), ("prep", "anna", "--all")):
        coach(*line)
    assert golden == page.getvalue()
