from typing import Any


def test_broken_rules_are_in_nobody_elses_way(coach: Any) -> None:
    """One seller in an onboarding is enough to need them; what else there is to say is said, and where to mend it."""
    coach("onboard", "åsa")
    for text in ("= broken\n", "country = 7\n", "[[country]]\ncode = 7\n"):
        coach.put("templates/probation.toml", text)
        for line in ((), ("weekly",), ("onboard",), ("onboard", "åsa")):
            ran = coach(*line)
            assert (ran.status, "Åsa" in ran.out, ran.err.count("probation.toml:")) == (0, True, 1), (text, line)


def test_a_broken_template_is_told_once(coach: Any) -> None:
    """However many sellers it was wanted for."""
    coach.put("templates/expectations/new.toml", "= broken\n")
    ran = coach("rate", "åsa,anna", "closing", "green")
    assert (ran.status, ran.err.count("new.toml:1:1")) == (0, 1)
