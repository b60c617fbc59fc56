import tomllib
from typing import Any

TALK = (
    "New prices are out\n@anna send the offer list by fri; praise bo: calm on the phone; "
    "@me ask for headsets by 4 dec\n"
    "topic: pricing for the new package; needs: fewer forms\nlesson: too long; next: 4 dec kl 10"
)


def mine(coach: Any) -> dict[str, Any]:
    """Return the manager's own file."""
    return tomllib.loads((coach.root / "me.toml").read_text("utf-8"))


def of(coach: Any, key: str) -> list[dict[str, Any]]:
    """Return what stands in a seller's file with the id of a team talk."""
    blocks = tomllib.loads(coach.text(key))
    return [one for found in blocks.values() if isinstance(found, list) for one in found if "team" in one]


def test_a_talk_with_the_team_goes_to_the_file_of_whom_it_names(coach: Any) -> None:
    """What names somebody stands there with the id of the talk; the rest is the team's; one undo takes all of it."""
    before = coach.bytes()
    coach("log", "team", TALK, "--dry-run")
    assert coach.bytes() == before
    assert coach("log", "team", TALK, "--minutes", "30").status == 0
    own = mine(coach)
    (talk,) = own["talk"]
    assert (talk["agenda"], talk["minutes"], talk["lesson"]) == ("team", 30, "too long")
    assert (talk["notes"], own["booking"][0]["at"]) == ("New prices are out\n", "10:00")
    for kind in ("commitment", "topic", "need", "booking"):
        assert [one["talk"] for one in own[kind]] == [talk["id"]], kind
    hers = [(one["what"], one["team"], one.get("talk")) for key in ("anna-berg", "bo-ek") for one in of(coach, key)]
    assert hers == [("send the offer list", talk["id"], None), ("calm on the phone", talk["id"], None)]
    coach("undo")
    assert {**coach.bytes(), "me.toml": b""} == {**before, "me.toml": b""}


def test_a_talk_with_the_team_is_none_about_an_initiative(coach: Any) -> None:
    """Whether one, several or none is open, however it is named; other agendas are as good as none."""
    for begun in ("service", "price"):
        for named in (("--agenda", "initiative"), ("--initiative", "service")):
            assert "one by one" in coach.refused("log", "team", "kick-off", *named).err, named
        coach("initiative", begun, "what is wanted", "--why", "customers ask")
    assert coach("log", "team", "kick-off", "--agenda", "development").status == 0


def test_a_promise_of_two_is_pointed_out(coach: Any) -> None:
    """With a comma, a word or a sign between the names; a colleague further on is whom it is about."""
    for text, said in (
        ("@anna and bo call Karin by fri", True), ("@anna, Bo: call Karin", True), ("@anna och bo ringa", True),
        ("@anna & bo call", True), ("@anna call Bo by fri", False), ("@anna Berg call", False),
    ):  # fmt: skip
        assert ("of the first alone" in coach("log", "team", text).err) == said, text
        coach("undo")


def test_what_is_of_one_person_is_in_no_text_of_the_team(coach: Any) -> None:
    """Where its name is unknown, of several, or missing it is private; of somebody here it is a note of hers."""
    for name in ("Anna Lind", "Eva Holm"):
        coach("add", name)
    coach("leave", "eva")
    before = coach.bytes()
    for text in (
        "yellow boo: CANARY", "prices; rød motivation ev: CANARY", "motivation eva: gul – CANARY", "ger kim: CANARY",
        "trivsel anna: grøn – CANARY", "told kim: closing – CANARY", "behov anna: CANARY",
        "red: discovery – CANARY of Bo", "@kim x; gul eva: CANARY",
    ):  # fmt: skip
        ran = coach("log", "team", text)
        assert (ran.status, "private line: no recap" in ran.err) == (0, True), text
        assert [one["private"] for one in mine(coach)["note"]] == [True], text
        assert "CANARY" not in mine(coach)["talk"][0].get("notes", "") + coach("recap", "team").out, text
        assert {file for file, data in coach.bytes().items() if data != before.get(file)} == {"me.toml"}, text
        coach("undo")
    for text in ("Customer focus: longer visits", "Focus area: prices", "Next week: prices"):
        coach("log", "team", text)
        assert f"We said: {text}" in coach("recap", "team").out, text
        coach("undo")
    for text in ("note bo: CANARY", "motivation bo: CANARY", "anteckning Bo: CANARY; and more"):
        coach("log", "team", text)
        (note,) = of(coach, "bo-ek")
        assert ("CANARY" in note["text"], "notes" in mine(coach)["talk"][0]) == (True, False), text
        coach("undo")


def test_what_names_nobody_stays_text_and_is_pointed_out(coach: Any) -> None:
    """Unknown, one of several, somebody who left, the mark of nobody: no file but the manager's grows."""
    coach("add", "Anna Lind")
    coach("add", "Eva Holm")
    assert coach("leave", "eva").status == 0
    before = coach.bytes()
    for text, said in (
        ("@anna call Karin by fri", "may mean Anna Berg (anna-berg), Anna Lind (anna-lind)"),
        ("@ann call Karin", "Nobody in the team is called “ann”. The nearest: Anna Berg"),
        ("praise kim: calm", "Nobody in the team is called “kim”."),
        ("@eva call", "Nobody in the team is called “eva”."),
        ("@her call", "Nobody in the team is called “her”."),
        ("praise: all of you", "names nobody"),
        ("@bo", "has nothing after it"),
    ):
        ran = coach("log", "team", text)
        assert (ran.status, said in ran.err, mine(coach)["talk"][0].get("notes")) == (0, True, f"{text}\n"), text
        assert {file for file, data in coach.bytes().items() if data != before.get(file)} == {"me.toml"}, text
        coach("undo")
    coach("log", "team", "@anna-lind call; praise Anna Berg: calm")
    assert [len(of(coach, key)) for key in ("anna-lind", "anna-berg")] == [1, 1]


def test_on_a_terminal_it_is_asked_who_is_meant(coach: Any) -> None:
    """One key for each who may be; else it stays text."""
    coach("add", "Anna Lind")
    coach.asked("log", "team", "@anna call Karin; praise kim: x", answers=["2", "w"])
    assert ([one["what"] for one in of(coach, "anna-lind")], of(coach, "anna-berg")) == (["call Karin"], [])
    coach("undo")
    coach.asked("log", "team", "@ann call Karin", answers=["t", "w"])
    assert mine(coach)["talk"][0]["notes"] == "@ann call Karin\n"


def test_what_is_private_stays_with_whom_it_is_about(coach: Any) -> None:
    """Behind a ~ it is hers whose mark it follows; with a name that means nobody it is the manager's, and no text."""
    coach("log", "team", "@anna call Karin ~ afraid of her\nprivate bo: hates it; @me x\nprivate kim: sad\n~ tired")
    assert [one["text"] for one in of(coach, "anna-berg") if one.get("private")] == ["afraid of her"]
    assert [one["text"] for one in of(coach, "bo-ek")] == ["hates it; @me x"]
    own = mine(coach)
    assert [one["text"] for one in own["note"] if one["private"]] == ["private kim: sad", "tired"]
    assert "notes" not in own["talk"][0]


def test_what_is_settled_in_a_talk_with_the_team_is_settled_where_it_stands(coach: Any) -> None:
    """By words or by id, over all files."""
    coach("promise", "bo", "call Nordbygg", "--by", "2026-11-27", "--hers")
    coach("log", "team", "topic: prices")
    coach("log", "team", "done call Nordbygg")
    assert [one["how"] for one in of(coach, "bo-ek")] == ["kept"]


def test_a_talk_with_the_team_resets_no_clock(coach: Any) -> None:
    """Neither the rhythm nor the silence of whom it names, with private lines or without; nor is it in her recap."""
    coach("log", "anna", "Good pace")

    def clock(*more: str) -> list[Any]:
        lines = coach("weekly", "--json", "--today", "2026-12-20", *more).json["sellers"]
        found = next(one for one in lines if one["key"] == "anna-berg")
        return [found["last_talk"], found["days_since"], found["status"], found["reasons"]]

    before = clock()
    coach("log", "team", "praise anna: calm ~ at last; touch anna: visit ~ long", "--today", "2026-12-10")
    assert clock() == clock("--private") == before
    coach("log", "team", "praise anna: loud")
    assert "loud" not in coach("recap", "anna").out


def test_a_topic_of_the_team_is_in_every_agenda_until_the_next_talk(coach: Any) -> None:
    """One line for all of them, hers to see as well; done, or the next talk with the team, ends it."""

    def shown(key: str, *more: str) -> list[str]:
        items = [one for part in coach("prep", key, "--json", *more).json["sections"] for one in part["items"]]
        return [one["text"] for one in items if one["text"].startswith("the team: ")]

    coach("log", "team", "topic: prices; ~ x\ntopic: the new desk\ntopic: pay ~ for her only")
    both = ["the team: prices · the new desk · pay"]
    assert shown("anna") == shown("bo") == shown("anna", "--for-her", "--private") == both
    coach("done", "prices")
    assert shown("bo") == ["the team: the new desk · pay"]
    coach("log", "anna", "Good pace")
    assert shown("anna") == ["the team: the new desk · pay"]
    coach("log", "team", "topic: pay")
    assert shown("anna") == ["the team: pay"]
    assert "The new desk" not in coach("done", "the new desk").out
    coach("log", "team", "Short")
    assert shown("anna") == []


def test_a_talk_with_the_team_that_is_not_written_is_kept_and_offered(coach: Any) -> None:
    """A day that is none, a file that does not read, a key that stops: the draft is the team's, and nobody else's."""
    coach.refused("log", "team", "@anna call by 31 feb")
    assert coach.drafts() == {"team": "@anna call by 31 feb"}
    coach.refused("log", "team", "Short", "--on", "31 feb")
    assert "coach log team" in coach.at_terminal("--json", "log").err + coach("log").err
    coach.asked("log", "anna", answers=["", KeyboardInterrupt()])
    assert "31 feb" not in "".join(coach.heard)
    text = coach.path("bo-ek").read_text("utf-8")
    coach.append("\nbroken", "bo-ek")
    before = coach.bytes()
    assert "sellers/bo-ek.toml" in coach.refused("log", "team", "praise bo: calm; @anna call", status=5).err
    assert coach.bytes() == before
    coach.path("bo-ek").write_text(text, "utf-8")
    for path in (coach.path().parents[1] / ".coach" / "drafts").iterdir():
        path.unlink()
    coach.asked("log", "team", "topic: prices", answers=["s"])
    assert coach.drafts() == {"team": "topic: prices"}
    coach.asked("log", "team", answers=["u", "w"])
    assert (mine(coach)["topic"][0]["what"], coach.drafts()) == ("prices", {})


def test_the_few_questions_about_a_talk_with_the_team(coach: Any) -> None:
    """Each until Enter; the answers become the lines that somebody would have typed."""
    answers = ["New prices", "", "anna call by fri", "@bo write", "", "", "bo: calm", "", "", "4 dec", "", "w"]
    ran = coach.asked("log", "team", answers=answers)
    assert ran.status == 0
    assert ([len(of(coach, "anna-berg")), len(of(coach, "bo-ek"))], len(mine(coach)["booking"])) == ([1, 2], 1)


def test_a_talk_with_the_team_today_is_told_in_the_morning(coach: Any) -> None:
    """With its time, where it has one; until it was held."""
    for text, said in (("next: 27 nov kl 10", "the team today, at 10:00."), ("next: fri", "the team today.")):
        coach("log", "team", text)
        assert said in coach("--today", "2026-11-27").out
        assert "the team today" not in coach("--today", "2026-11-26").out
    coach("log", "team", "Short", "--today", "2026-11-27")
    assert "the team today" not in coach("--today", "2026-11-27").out


def test_a_seller_who_is_called_so_is_meant_by_it(coach: Any) -> None:
    """The word is the team's only where nobody is named exactly so."""
    coach("add", "Team")
    coach("log", "team", "Good pace")
    assert "Good pace" in coach.text("team")
    assert coach("log", "teamet", "Short").status == 0
    assert mine(coach)["talk"][0]["notes"] == "Short\n"
