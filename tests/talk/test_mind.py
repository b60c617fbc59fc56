from typing import Any

import pytest

AWAY = '\n[[away]]\non = 2026-11-12\nfirst = 2026-12-07\nlast = 2026-12-11\nwhy = "knee surgery"\n'


def parts(coach: Any, *args: str) -> dict[str, list[str]]:
    """Return what is to be in the head, part by part."""
    return {one["key"]: one["lines"] for one in coach("prep", "anna", "--mind", "--json", *args).json["mind"]}


def test_it_says_facts_and_keeps_nothing(coach: Any) -> None:
    """No file changes, nor what a log would take for prepared; why somebody is away is no matter of a talk's."""
    coach.append(AWAY)
    coach("note", "anna", "needs: a quieter desk; wellbeing: red")
    before = coach.bytes()
    support, situation = (" ".join(parts(coach)[key]) for key in ("support", "situation"))
    assert ("a quieter desk" in support, "take off" in support) == (True, True)
    assert ("7 Dec" in situation, "knee" in situation) == (True, False)
    assert any("Development talk" in line for line in parts(coach, "--agenda", "development")["aim"])
    assert coach.bytes() == before
    assert not [*coach.root.rglob("*prepared*")]


def test_where_nothing_is_known_it_says_what_to_do_and_guesses_nothing(coach: Any) -> None:
    """The question on the own leadership is another from talk to talk; a reaction is told of nobody by name."""
    coach("add", "Ida Moen")
    found = {one["key"]: one["lines"] for one in coach("prep", "ida", "--mind", "--json").json["mind"]}
    assert all(found.values())
    assert not [line for line in found["reactions"] if "Ida" in line]
    first = found["leading"]
    coach("log", "ida", "A start")
    assert coach("prep", "ida", "--mind", "--json").json["mind"][-1]["lines"] != first


@pytest.mark.parametrize("args", [("-o", "mind.md"), ("-o", "mind.txt"), ("-o", "mind.json"), ("--for-her",)])
def test_it_is_never_a_document_and_never_for_the_seller(coach: Any, args: tuple[str, ...]) -> None:
    """It is refused in a sentence, and no file is made."""
    ran = coach.refused("prep", "anna", "--mind", *args)
    assert "for your head alone" in ran.err
    assert not [*coach.root.parent.rglob("mind.*")]


def test_an_own_template_is_held_to_its_shape(coach: Any) -> None:
    """One without its reactions is named, and own words are said."""
    coach.put("templates/mind.toml", '[[section]]\nkey = "aim"\ntitle = "Aim"\n')
    assert "mind.toml" in coach("prep", "anna", "--mind").err
    part = '[[section]]\nkey = "leading"\ntitle = "Me"\nturns = ["And you, {name}?"]\n'
    coach.put("templates/mind.toml", f'{part}[[reaction]]\nname = "x"\nmeet = "y"\n')
    assert parts(coach) == {"leading": ["And you, Anna?"]}
