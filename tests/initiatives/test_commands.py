import io
from types import SimpleNamespace
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from salescoach.app import App
from salescoach.initiatives.commands import run
from salescoach.initiatives.rules import AGENDA
from salescoach.kit.screen import show

SERVICE = ("initiative", "service", "Offer the agreement in every call", "--why", "customers ask for it")
TALK = ("--agenda", AGENDA)


@pytest.fixture
def begun(coach: Any) -> Any:
    """Begin an initiative seven weeks ago, with an area to look at."""
    coach(*SERVICE, "--since", "2026-10-05", "--area", "closing")
    return coach


def test_one_is_begun_once_and_a_slip_of_the_finger_is_none(coach: Any) -> None:
    """What is only looked for is never begun; a name near it is pointed out, or asked about."""
    assert "No initiative is open" in coach("initiative").out
    assert "No initiative is open" in coach.refused("initiative", "service", status=4).err
    coach(*SERVICE)
    before = (coach.root / "me.toml").read_text("utf-8")
    for typed, said in (("servcie", "Nearest: service"), ("zebra", "What is open: coach initiative")):
        assert said in coach.refused("initiative", typed, status=4).err
    assert "open already" in coach.refused("initiative", "SERVICE", "something else", status=2).err
    assert coach.asked("initiative", "sevice", "x", "--why", "y", answers=["n"]).out == "Nothing was written.\n"
    assert (coach.root / "me.toml").read_text("utf-8") == before
    said = coach("initiative", "sevice", "x").err
    assert ("Was it a slip? coach undo" in said, "sevice has no why yet" in said) == (True, True)
    assert "Several initiatives fit: service, sevice" in coach.refused("initiative", "se", status=4).err


def test_a_why_is_asked_for_and_what_gives_way_ends(begun: Any) -> None:
    """What becomes of the work so far is asked too, and ends the old one with one undo; nothing of it is lost."""
    why = ["cheaper to keep than to win", "the lists stay as your warm-up"]
    begun.asked("initiative", "renewals", "Call each a month ahead", "--instead-of", "serv", answers=why)
    (new,) = begun("initiative", "--json").json["initiatives"]
    assert (new["name"], new["why"], new["so_far"]) == ("renewals", *why)
    assert begun("initiative", "service", "--json").json["ended"]["why"] == "the lists stay as your warm-up"
    begun("undo")
    assert [one["name"] for one in begun("initiative", "--json").json["initiatives"]] == ["service"]
    said = begun("initiative", "renewals", "Call each a month ahead", "--instead-of", "service", "--why", "x").err
    assert "--so-far" in said


def test_it_ends_and_what_was_said_stays(begun: Any) -> None:
    """The name can be taken again, and what was said before counts for the older one alone."""
    begun("log", "anna", "idea: hers", "--on", "2026-11-02", *TALK)
    begun("initiative", "service", "--end", "--why", "half of them do it")
    ended = begun("initiative", "service").out
    said = [text in ended for text in ("1 of 3", "ended Mon 23 Nov · half of them do it", "Left")]
    assert said == [True, True, False]
    begun.refused("initiative", "service", "--end", status=4)
    begun(*SERVICE)
    assert begun("initiative", "service", "--json").json["held"] == 0


def test_a_talk_one_by_one_is_a_dialogue_in_the_file_of_the_seller(begun: Any) -> None:
    """One record, whatever was said and in whatever language; nothing said twice is lost; promises are tools."""
    begun("log", "anna", "idé: min; trains: renewals; øver: calls; ger: mer tid; idea: hers; @me script by fri", *TALK)
    begun("log", "bo", "indeed", *TALK)
    (said,) = begun("show", "anna", "--kind", "dialogue", "--private", "--json").json["records"]
    assert {key: said[key] for key in ("initiative", "idea", "trains", "gain")} == {
        "initiative": "service", "idea": "ours", "trains": "renewals; calls", "gain": "mer tid",
    }  # fmt: skip
    course = begun("initiative", "service", "--json").json
    assert [(one["key"], one.get("idea")) for one in course["sellers"]] == [("anna-berg", "ours"), ("bo-ek", None)]
    assert [one["what"] for one in course["sellers"][0]["owed"]] == ["script"]
    begun("done", "script")
    assert begun("initiative", "service", "--json").json["sellers"][0]["given"] == ["script"]


def test_no_other_talk_counts(begun: Any) -> None:
    """Neither a check-in nor a note; what they say stays text that is pointed out, and a gain goes nowhere unveiled."""
    for words in (("log", "anna", "idea: hers; trains: calls; gain: more time"), ("note", "bo", "gain: more time")):
        ran = begun(*words)
        assert "more time" not in ran.out + ran.err
    assert "It counts in a talk about an initiative" in begun("note", "bo", "idea: mine").err
    assert ["more time" in begun("show", "anna", *more).out for more in ((), ("--private",))] == [False, True]
    assert begun("initiative", "service", "--json").json["held"] == 0
    begun.record("dialogue", "2026-11-20", "bo-ek", initiative="service", talk="b1t1a")
    begun.record("dialogue", "2026-11-20", "bo-ek", initiative="service", team="k1k1k")
    assert begun("initiative", "service", "--json").json["held"] == 0


def test_which_one_a_talk_is_about_is_never_guessed(begun: Any) -> None:
    """The only open one; of several the named one, or the list; not before it began; what was typed is kept."""
    begun("initiative", "renewals", "Call each a month ahead", "--why", "x", "--since", "2026-11-16")
    for words, status, said in (
        (TALK, 4, "Several initiatives fit: service, renewals"),
        (("--initiative", "zebra"), 4, "No open initiative"),
        (("--initiative", "ren", "--on", "2026-11-02"), 2, "before"),
        (("--initiative", "ren", "--agenda", "check-in"), 2, "does not count for ren"),
    ):  # fmt: skip
        err = begun.refused("log", "anna", "Good.", *words, status=status).err
        assert (said in err, "kept as a draft" in err) == (True, True), words
    begun("log", "anna", "Good.", "--initiative", "ren")
    assert begun("initiative", "renewals", "--json").json["held"] == 1
    begun("prep", "bo", *TALK)
    assert "Several initiatives fit" in begun.refused("log", "bo", "Good.", status=4).err
    begun("log", "bo", "Good.", "--initiative", "service")
    assert begun("initiative", "service", "--json").json["held"] == 1


def test_what_is_in_it_for_somebody_is_always_private(begun: Any) -> None:
    """Though nothing in the file says so; it was said is seen, and what was said only with --private."""
    for more in ({}, {"idea": 1}):
        begun.record("dialogue", "2026-11-20", "bo-ek", initiative="service", gain="CANARY", **more)
    logged = begun("log", "anna", "gain: CANARY", *TALK, "--json")
    assert "CANARY" not in logged.out + logged.err
    assert "only --private shows it" in logged.err
    for line in (
        "show bo --json", "find canary", "dossier bo", "export bo", "weekly --json", "initiative service --json",
        "prep bo --for-her", "recap anna", "show anna --from 2026-01-01", "prep anna --agenda initiative",
    ):  # fmt: skip
        assert "CANARY" not in begun(*line.split()).out, line
    for line in ("show bo", "dossier bo", "prep bo --agenda initiative"):
        assert ["CANARY" in begun(*line.split(), *more).out for more in ((), ("--private",))] == [False, True], line
    assert begun("initiative", "service", "--json").json["held"] == 2


def test_figures_stand_beside_it_where_there_are_any(coach: Any, tmp_path: Any) -> None:
    """As long before as since, of those who are here; where there are none, no word of it; a broken file is told of."""
    coach(*SERVICE, "--since", "2026-10-05", "--figure", "won")
    assert "No proof" not in coach("initiative", "service").out
    rows = ["id;seller;stage;opened;closed;value"]
    rows += [f"D{at};Anna Berg;won;2026-{at:02}-01;2026-{at:02}-20;100" for at in (7, 8, 9, 10, 11)]
    (tmp_path / "deals.csv").write_text("\n".join(rows), "utf-8")
    coach("figures", "--from", str(tmp_path / "deals.csv"), "--source", "crm")
    assert "Won deals since Mon 5 Oct: 2; as many months before: 2 (3 sellers)." in coach("initiative", "service").out
    coach.put("figures/crm.toml", "[")
    ran = coach("initiative", "service")
    assert ("Talked one by one" in ran.out, "crm.toml" in ran.err) == (True, True)


def test_prep_and_weekly_say_it_in_one_line_where_nothing_presses(begun: Any) -> None:
    """Who is left only with no red, nothing owed late and no topic; what has become of it is asked again anyhow."""
    left = "not talked about yet: service"
    assert left in begun("prep", "åsa").out
    assert left not in begun("prep", "bo").out + begun("prep", "anna").out
    assert "Initiative service: talked one by one with 0 of 3" in begun("weekly").out
    begun("log", "åsa", "idea: hers; trains: calls; gain: time", *TALK)
    assert left not in begun("prep", "åsa").out
    assert begun("weekly", "--json").json["initiatives"] == [{"name": "service", "held": 1, "of": 3, "again": []}]
    later = ("--today", "2027-02-23")
    assert "3 months since the talk about service: what has become of it?" in begun("prep", "åsa", *later).out
    assert "What has become of it? Ask Åsa Öberg" in begun("weekly", *later).out
    begun("log", "åsa", "It goes on.", "--agenda", "check-in", *later)
    assert "what has become" not in begun("prep", "åsa", *later).out


@pytest.mark.golden
@pytest.mark.parametrize("width", [80, 40])
def test_an_initiative_is_as_reviewed(begun: Any, looks: Any, golden: SnapshotAssertion, width: int) -> None:
    """Who, when, whose idea, where, tools late or given, lights of both; who is left, away or new; what is next."""
    for name, day in (("Mette Lund", "2026-05-01"), ("Oskar Ny", "2026-11-02"), ("Tuva Rø", "2026-12-01")):
        begun("add", name, "--started", day)
    begun("away", "mette", "2026-11-20", "2026-12-07")
    said = "idea: hers; trains: first call of the day; gain: x; @me script by 16 oct; yellow: closing – late"
    begun("log", "anna", said, "--on", "2026-10-12", *TALK)
    begun("rate", "anna", "closing", "green", "asked early")
    begun.record("rating", "2026-11-20", "bo-ek", area="closing", level="green", by="seller")
    begun("log", "bo", "idea: mine; @me price list by 17 nov", "--on", "2026-10-19", *TALK)
    begun("done", "script")
    begun("log", "oskar", "idea: ours; trains: renewals, with Anna listening", "--on", "2026-11-09", *TALK)
    begun("book", "åsa", "3 dec", *TALK)
    begun("initiative", "renewals", "Call each a month ahead of the end", "--why", "x", "--so-far", "the lists stay")
    shown = [_screen(begun, looks(width=width), *words) for words in ((), ("service",), ("renewals",))]
    assert max(len(line) for one in shown for line in one.splitlines()) <= width
    assert "\n".join(shown) == golden


def _screen(coach: Any, look: Any, *words: Any) -> str:
    app = App()
    app.options |= {"journal": str(coach.root), "today": "2026-11-23"}
    context: Any = SimpleNamespace(obj=app)
    page = io.StringIO()
    show(run(context, *words), look, page)
    return page.getvalue()
