"""The pages of docs that are courses, played with the program as it is."""

import runpy
from pathlib import Path

import pytest

COURSE = runpy.run_path(str(Path(__file__).parents[2] / "scripts" / "course.py"))
PAGES = {path.stem: path.read_text("utf-8") for path in COURSE["PAGES"]}


@pytest.mark.golden
@pytest.mark.parametrize("name", PAGES)
def test_a_course_prints_what_the_page_says(name: str) -> None:
    """Each command is run, in order, with nothing else at hand; at the end the doctor finds nothing to mend."""
    where = " --journal team" if "--journal team" in PAGES[name] else ""
    doctor = f"\n```console\n$ coach doctor --today 2027-06-20{where}\n"
    told, found, mended = COURSE["played"](f"{PAGES[name]}{doctor}```\n").rpartition(doctor)
    assert told == PAGES[name], "python scripts/course.py renews it"
    assert (found, mended.endswith(" files, nothing to mend.\n```\n")) == (doctor, True)


def test_the_course_goes_from_before_the_start_to_after_the_probation() -> None:
    """Four weeks before her first day to two weeks after the last day of her probation, never back in time."""
    lines = COURSE["commands"](PAGES["onboarding"])
    days = [line.partition("--today ")[2][:10] for line in lines if "--today" in line]
    assert days == sorted(days)
    assert (days[0], days[-1]) == ("2026-11-09", "2027-06-20")
    assert {line.split()[1] for line in lines} >= {
        *("onboard", "expect", "rate", "probation", "ask", "retro", "prep", "log", "me")
    }
