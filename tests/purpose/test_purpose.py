from typing import Any

import pytest

SENTENCE = "Att vara den andra vågar fråga."


def _answered(coach: Any) -> str:
    """Return the form that went out, filled in under 1, 6 and 7."""
    form = str(coach("ask", "anna", "purpose").out)
    for number, text in (("1.", "Barn och lugn"), ("6.", SENTENCE), ("7.", "En timme i veckan")):
        line = form[form.index(f"\n{number} ") + 1 :].partition("\n")[0]
        form = form.replace(line, f"{line}\n{text}")
    return form


def _files(coach: Any) -> dict[str, str]:
    """Return the text of every file of the journal, what the program notes beside them too."""
    return {str(one): one.read_text("utf-8") for one in coach.root.rglob("*") if one.is_file()}


@pytest.mark.parametrize("language", ["en", "sv", "nb", "da"])
def test_what_is_offered_leaves_no_trace(coach: Any, language: str) -> None:
    """Neither that it was asked nor an answer is in any file; her sentence is, private, and what she needs."""
    coach("set", "anna", "--language", language)
    coach("weekly")
    before = _files(coach)
    reply = _answered(coach)
    assert _files(coach) == before
    assert coach("ask", "--json").json["out"] == []
    ran = coach("ask", "anna", "--from", "-", stdin=reply)
    assert ran.status == 0, ran
    everything = "".join(_files(coach).values())
    assert "Barn och lugn" not in everything
    assert "[[answer]]" not in everything
    assert (everything.count(SENTENCE), everything.count('what = "En timme i veckan"')) == (1, 1)
    assert "private = true" in coach.text().partition("[[purpose]]")[2].partition("[[")[0]


def test_an_offer_that_is_declined_leaves_nothing(coach: Any) -> None:
    """A form without a sentence, or one with nothing but thoughts, writes no byte."""
    before = coach.text()
    form = str(coach("ask", "anna", "purpose").out)
    thought = form.replace("\n2. ", "\nKids and peace\n2. ")
    assert "Nothing was written" in coach("ask", "anna", "--from", "-", stdin=thought).out
    assert coach.text() == before
    assert not any("peace" in text for text in _files(coach).values())


def test_her_sentence_is_private_whatever_a_hand_writes(coach: Any) -> None:
    """Without `private = true` it is as hidden; with `private = false` it is told as a fault, and shown nowhere."""
    before = coach.bytes()
    for more, faults in (({}, 0), ({"private": False}, 1)):
        coach.again(before)
        coach.record("purpose", "2026-11-20", id="q8q9t", text=SENTENCE, **more)
        for line in (("show", "anna"), ("prep", "anna"), ("dossier", "anna"), ("find", "fråga"), ("export",)):
            ran = coach(*line, "--all", "--json")
            assert SENTENCE not in ran.out + ran.err, (line, more)
        assert coach("doctor").out.count("always private") == faults


def test_a_talk_is_reminded_of_it_in_private_alone(coach: Any) -> None:
    """Her own words for the link where a goal has them, else one question; after half a year whether it still holds."""
    coach("note", "anna", f"drivkraft: {SENTENCE}")
    assert "train for it" not in coach("prep", "anna").out
    assert "train for it" in coach("prep", "anna", "--private").out
    coach("goal", "anna", "ten first meetings", "--serves", "Purpose", "--why", "I train listening there")
    shown = coach("prep", "anna", "--private", "--today", "2027-06-30").out
    said = [text in shown for text in ("I train listening there", "train for it", "Is it still so?")]
    assert said == [True, False, True]
    assert SENTENCE not in coach("prep", "anna", "--for-her", "--private").out


def test_a_goal_serves_it_by_its_name_in_every_language(coach: Any) -> None:
    """What only begins so, or is another mark, is an aim in words."""
    for typed, kept in (
        ("syfte", "purpose"), ("Formål", "purpose"), ("goal", "goal"), ("syfte: mer", "syfte: mer"), ("40", "40"),
    ):  # fmt: skip
        coach("goal", "anna", "ten first meetings", "--serves", typed, "--why", "I train listening there")
        assert coach.text().count(f'serves = "{kept}"') == 1, typed
        coach("undo")


def test_one_kind_is_removed_for_good(coach: Any) -> None:
    """All of it and nothing else; undo brings it not back, and a change of the header is no such kind."""
    coach("note", "anna", f"praise: calm; purpose: {SENTENCE}")
    assert "--kind purpose --yes" in coach("erase", "anna", "--kind", "purpose").out
    assert SENTENCE in coach.text()
    assert coach("erase", "anna", "--kind", "purpose", "--yes").status == 0
    coach("undo")
    assert (SENTENCE in coach.text(), "[[praise]]" in coach.text()) == (False, True)
    assert [coach("erase", "anna", "--kind", typed).status for typed in ("change", "purposes")] == [2, 2]
