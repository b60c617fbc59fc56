from typing import Any

import pytest


@pytest.mark.parametrize("line", [(), ("weekly",), ("onboard",), ("onboard", "åsa")])
@pytest.mark.parametrize("text", ["= broken\n", "country = 7\n", "[[country]]\ncode = 7\n"])
def test_broken_rules_are_in_nobody_elses_way(coach: Any, line: tuple[str, ...], text: str) -> None:
    """One seller in an onboarding is enough to need them; what else there is to say is said, and where to mend it."""
    coach("onboard", "åsa")
    path = coach.root / "templates" / "probation.toml"
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    ran = coach(*line)
    assert ran.status == 0
    assert "Åsa" in ran.out
    assert ran.err.count("probation.toml:") == 1


def test_a_broken_template_is_told_once(coach: Any) -> None:
    """However many sellers it was wanted for."""
    path = coach.root / "templates" / "expectations" / "new.toml"
    path.parent.mkdir(parents=True)
    path.write_text("= broken\n", "utf-8")
    ran = coach("rate", "åsa,anna", "closing", "green")
    assert (ran.status, ran.err.count("new.toml:1:1")) == (0, 1)
