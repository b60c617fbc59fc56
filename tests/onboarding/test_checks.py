from datetime import date

from salescoach.errors import Problem
from salescoach.journal.read import source
from salescoach.onboarding import schema as onboarding
from salescoach.probation import schema as probation
from salescoach.records.header import Header
from salescoach.records.seller import Seller


def found(text: str, *, private: bool = False) -> list[Problem]:
    """Return what fits nothing in a file that ends in a text, which begins on line 4: both capabilities check."""
    read = source(f'[[phase]]\nphase = "Do it"\n{text}'.encode(), "sellers/bo.toml", "bo")
    bo = Seller(key="bo", header=Header(name="Bo", started=date(2027, 1, 4)))
    rules = {"country": [{"code": one, "name": one} for one in ("SE", "Sweden", "Sverige")]}
    checks = (onboarding.faults, probation.faults)
    return [one for faults in checks for one in faults(read, bo, lambda _: rules, private=private)]


def test_what_fits_nothing_is_found_in_its_place() -> None:
    """One thing each; in a private record with private ones only."""
    for text, code, column in (
        ('[[step]]\nphase = "deliver"\n', "no_phase", 9),
        ('[[milestone]]\nmilestone = "frist deal"\n', "unknown_near", 13),
        ('[[milestone]]\nmilestone = "first-meetings"\n', "unknown_near", 13),
        ('[[probation]]\ncountry = "SV"\n', "no_rules", 11),
        ("[[probation]]\nends = 2027-01-03\n", "ends_early", 8),
    ):
        [problem] = found(text)
        assert (problem.code, problem.line, problem.column) == (code, 4, column), text
        hidden = f"{text}private = true\n"
        assert (found(hidden), len(found(hidden, private=True))) == ([], 1), text


def test_what_fits_is_let_be() -> None:
    """However it is spelled, milestones of her own, and what is left out of reading for another reason."""
    for text in (
        '[[step]]\nphase = "DO IT"\n[[step]]\nphase = 3\n',
        '[[milestone]]\nmilestone = "First deal"\n[[milestone]]\nmilestone = "first demo"\n',
        '[[milestone]]\nmilestone = "second meeting"\n[[milestone]]\n',
        '[[probation]]\ncountry = "se"\n[[probation]]\ncountry = "sverige"\nends = 2027-01-04\n',
        '[[probation]]\ncounts = []\n[[probation]]\ncountry = 7\nends = "soon"\n',
        "step = [3]\n",
    ):
        assert found(text) == [], text
