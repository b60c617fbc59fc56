from pathlib import Path
from typing import Any

import pytest

LOG = """\
New prices are out
They hold until May ~ CANARY-private
@anna send the offer list by fri; praise bo: calm on the phone ~ CANARY-praise
red anna: discovery – CANARY-light; needs bo: CANARY-need; topic bo: CANARY-own; told anna: closing – CANARY-told
@me ask for headsets by 4 dec; topic: pricing for the new package
lesson: CANARY-lesson; next: 4 dec kl 10"""


@pytest.fixture
def talked(coach: Any) -> Any:
    """Hold a talk with the team, after one whose points are none of this one."""
    coach("log", "team", "EARLIER; @bo EARLIER; praise anna: EARLIER; topic: EARLIER", "--on", "2026-11-16")
    coach("log", "anna", "praise: EARLIER; @anna EARLIER")
    assert coach("log", "team", LOG).status == 0
    return coach


def test_a_recap_to_the_team_has_what_is_for_all(talked: Any) -> None:
    """Who does what by when, by name; nothing private, no light, nothing that is one person's; that is counted."""
    for extra in ((), ("--private",), ("--style", "mail", "--all"), ("--json",)):
        ran = talked("recap", "team", *extra)
        assert ran.status == 0
        assert not [word for word in ("CANARY", "EARLIER", "red", "discovery") if word in ran.out], extra
    assert "Left out: 2 private lines, your lesson, 4 lines about one person" in talked("recap", "teamet").err
    made = [(one["code"], one.get("name")) for one in talked("recap", "team", "--json").json["lines"]]
    assert [code for code, _ in made] == ["said", "said", "thanks", "does", "me", "goes_on", "next"]
    assert [name for _, name in made][2:4] == ["Bo", "Anna"]
    talked("add", "Anna Lind")
    assert "Anna Berg: send the offer list" in talked("recap", "team").out


def test_what_was_sent_to_the_team_is_known_again(talked: Any) -> None:
    """Sealed, kept once in the manager's own file, and told from what was changed; it tells nobody of a light."""
    talked("recap", "team", "-o", "chat.txt")
    ran = talked("recap", "team", "--sent")
    assert ("Kept as it was sent" in ran.err, "none counts as told" in ran.err) == (True, False)
    talked("recap", "team", "--sent")
    assert (talked.root / "me.toml").read_text("utf-8").count("[[recap]]") == 1
    assert "As sent on Mon 23 Nov." in talked("recap", "team", "--verify", "chat.txt").out
    text = Path("chat.txt").read_text("utf-8")
    Path("chat.txt").write_text(text.replace("headsets", "chairs"), "utf-8")
    ran = talked("recap", "team", "--verify", "chat.txt")
    assert (ran.status, "chairs" in ran.out) == (1, True)


def test_what_is_private_by_hand_is_not_for_the_chat(coach: Any) -> None:
    """A record that is private, and a text behind a ~, in the manager's own file and in a seller's."""
    assert "coach log team" in coach.refused("recap", "team").err, "there is no talk with it yet"
    talk = '[[talk]]\nid = "t1t1t"\non = 2026-11-20\n'
    coach.put(
        "me.toml", f'{talk}notes = "Seen ~ CANARY"\n[[topic]]\non = 2026-11-20\ntalk = "t1t1t"\nwhat = "x ~ CANARY"\n'
    )
    for more in ({"what": "calm ~ CANARY"}, {"what": "CANARY", "private": True}):
        coach.record("praise", "2026-11-20", team="t1t1t", **more)
    for extra in ((), ("--private",), ("--json", "--private"), ("--sent",)):
        ran = coach("recap", "team", *extra)
        assert (ran.status, "CANARY" in ran.out + ran.err) == (0, False), extra
    assert "Thanks to Anna: calm" in coach("recap", "team").out
