from datetime import date, timedelta
from typing import Any


def test_an_action_is_noted_with_whom_it_was(coach: Any) -> None:
    """Several sellers, a file each, all or none; without one in the manager's own file; a seller is no action."""
    ran = coach("act", "explain-why", "anna", "bo", "--note", "the price list", "--json")
    said = [(one["seller"], one["action"], one["note"]) for one in ran.json["records"]]
    assert said == [(key, "explain-why", "the price list") for key in ("anna-berg", "bo-ek")]
    coach("act", "hero", "--on", "yesterday")
    assert "on = 2026-11-22" in (coach.root / "me.toml").read_text("utf-8")
    coach.refused("act", "hero", "anna", "zebra", status=4)
    assert "coach act explain-why anna" in coach.refused("act", "anna").err
    for lost in (("--note", "prices"), ("--on", "yesterday")):
        assert "Which small action" in coach.refused("act", *lost).err


def test_a_typo_is_no_action(coach: Any) -> None:
    """The beginning of one is enough; what fits none or several notes nothing, and only --new makes one, once."""
    for typed, said in (
        ("list", "act --list"), ("thank", "Nearest: peer-thanks"), ("explian", "Nearest: explain-why"), (" ", "new"),
    ):  # fmt: skip
        assert said in coach.refused("act", typed, "anna", status=4).err
    for words, name in (
        (("expl",), "explain-why"), (("Hero",), "hero"), (("fika", "--new"), "fika"), (("FIKA", "--new"), "fika"),
        (("fik",), "fika"),
    ):  # fmt: skip
        assert coach("act", *words, "--json").json["records"][0]["action"] == name
    assert "“f” can be feedback, fika" in coach.refused("act", "f", "anna", status=4).err


def test_a_few_are_chosen_and_let_go_again(coach: Any) -> None:
    """What is named is added, in part too; what is chosen already is not written again; undo takes it back."""
    assert coach("act", "--json").json["chosen"] == []
    coach("act", "--choose", "expl", "hero,peer")
    assert coach("act", "--json").json["chosen"] == ["explain-why", "hero", "peer-thanks"]
    before = (coach.root / "me.toml").read_bytes()
    assert "coach act --drop explain-why" in coach("act", "--choose", "hero").out
    assert "coach act --drop explain-why" in coach("act", "--choose").out
    assert (coach.root / "me.toml").read_bytes() == before
    coach("act", "--choose", "fika", "--new", "--drop", "her")
    assert coach("act", "--json").json["chosen"] == ["explain-why", "peer-thanks", "fika"]
    assert coach("--today", "2026-11-22", "act", "--json").json["chosen"] == []
    coach("undo")
    assert coach("act", "--json").json["chosen"] == ["explain-why", "hero", "peer-thanks"]
    kept = (coach.root / "me.toml").read_bytes()
    assert "explain-why 0 · hero 0" in coach("act", "--drop", "valued").out
    assert "coach act --list" in coach.refused("act", "--drop", "fika", status=4).err
    assert (coach.root / "me.toml").read_bytes() == kept
    for name in ("explain", "hero", "peer"):
        coach("act", "--drop", name)
    assert coach("act", "--json").json["chosen"] == []
    assert "coach act --choose" in coach("act").out
    assert "me.toml:" not in coach("doctor").out


def test_a_fifth_asks_what_to_let_go(coach: Any) -> None:
    """A script is refused with what to type; what is in place takes no room, and to let go is never refused."""
    coach("act", "--choose", "network", "hero", "go-deep", "own-way")
    assert "coach act --choose peer-thanks --drop network" in coach.refused("act", "--choose", "peer", status=2).err
    coach.asked("act", "--choose", "peer", answers=["0"])
    assert coach("act", "--json").json["chosen"] == ["network", "hero", "go-deep", "own-way"]
    coach.asked("act", "--choose", "peer", answers=["2"])
    assert coach("act", "--json").json["chosen"] == ["network", "go-deep", "own-way", "peer-thanks"]
    with (coach.root / "me.toml").open("a", encoding="utf-8") as mine:
        for week in range(1, 13):
            mine.write(f'\n[[action]]\non = {date(2026, 11, 23) - timedelta(weeks=week)}\naction = "go-deep"\n')
        mine.write('\n[[chosen]]\non = 2026-11-23\nactions = ["a", "b", "c", "d", "e", "f"]\n')
    coach("act", "--drop", "f")
    assert coach("act", "--json").json["chosen"] == ["a", "b", "c", "d", "e"]
    coach("act", "--drop", "e", "--choose", "go-deep")
    assert coach("act", "--json").json["chosen"] == ["a", "b", "c", "d", "go-deep"]


def test_the_catalogue_is_listed_by_theme_and_one_by_one(coach: Any) -> None:
    """A theme by the beginning of its name, an action whole; what fits none is told the nearest, or all themes."""
    for typed, titles in (("Eff", 10), ("hero", 1), ("valued", 1)):
        out = coach("act", "--list", typed).out
        assert (out.count(" min\n"), out.count("Why: "), "Lally" in out) == (titles, titles, titles > 1), typed
    assert "Nearest: gifts" in coach.refused("act", "--list", "small", "gifts", status=2).err
    assert "Themes: gifts, exceptional" in coach.refused("act", "--list", "zzz", status=2).err
    assert "can be exceptional, explain-why" in coach.refused("act", "--list", "ex", status=4).err


def test_own_actions_are_added_to_those_that_there_are(coach: Any) -> None:
    """A file of the same name adds; one named as a shipped one takes its place, and keeps what it leaves out."""
    own = "templates/actions.toml"
    rows = (("påtår", "En påtår", ""), ("hero", "Our hero", ""), ("walk", "A walk", 'theme = "outside"'))
    coach.put(own, "".join(f'[[action]]\nname = "{name}"\ntitle = "{title}"\n{more}\n' for name, title, more in rows))
    out = coach("act", "--list").out
    assert "outside\n• walk · A walk\nYour own\n• påtår · En påtår\n" in out
    assert "• hero · Our hero · 5 min\n" in out
    assert coach("act", "patar", "anna", "--json").json["records"][0]["action"] == "påtår"
    coach.put(own, '[[action]]\nname = "x"\ntitle = "X"\nlacks = "luck"\n')
    assert "lacks" in coach.refused("act", "--list", status=2).err
