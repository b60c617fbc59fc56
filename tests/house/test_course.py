"""The example of docs/onboarding.md: a whole course, played with the program as it is."""

import runpy
from pathlib import Path

import pytest

COURSE = runpy.run_path(str(Path(__file__).parents[2] / "scripts" / "course.py"))
PAGE = COURSE["PAGE"].read_text("utf-8")


@pytest.mark.golden
def test_the_course_prints_what_the_page_says() -> None:
    """Each command is run, in order, with nothing else at hand; at the end the doctor finds nothing to mend."""
    doctor = "\n```console\n$ coach doctor --today 2027-06-20\n"
    told, found, mended = COURSE["played"](f"{PAGE}{doctor}```\n").rpartition(doctor)
    assert told == PAGE, "python scripts/course.py renews it"
    assert (found, mended) == (doctor, "3 files, nothing to mend.\n```\n")


def test_the_course_goes_from_before_the_start_to_after_the_probation() -> None:
    """Four weeks before her first day to two weeks after the last day of her probation, never back in time."""
    lines = COURSE["commands"](PAGE)
    days = [line.partition("--today ")[2][:10] for line in lines if "--today" in line]
    assert days == sorted(days)
    assert (days[0], days[-1]) == ("2026-11-09", "2027-06-20")
    assert {line.split()[1] for line in lines} >= {
        *("onboard", "expect", "rate", "probation", "ask", "retro", "prep", "log", "me")
    }
