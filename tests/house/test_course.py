"""The example of docs/onboarding.md: a whole course, played with the program as it is."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def course() -> ModuleType:
    """The script that plays it."""
    spec = importlib.util.spec_from_file_location("course", ROOT / "scripts" / "course.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.golden
def test_the_course_prints_what_the_page_says(course: ModuleType) -> None:
    """Each command is run, in order, with nothing else at hand; at the end the doctor finds nothing to mend."""
    page = course.PAGE.read_text("utf-8")
    doctor = "\n```console\n$ coach doctor --today 2027-06-20\n"
    told, found, mended = course.played(f"{page}{doctor}```\n").rpartition(doctor)
    assert told == page, "python scripts/course.py renews it"
    assert (found, mended) == (doctor, "3 files, nothing to mend.\n```\n")


def test_the_course_goes_from_before_the_start_to_after_the_probation(course: ModuleType) -> None:
    """Four weeks before her first day to two weeks after the last day of her probation, never back in time."""
    lines = course.commands(course.PAGE.read_text("utf-8"))
    days = [line.partition("--today ")[2][:10] for line in lines if "--today" in line]
    assert days == sorted(days)
    assert (days[0], days[-1]) == ("2026-11-09", "2027-06-20")
    assert {line.split()[1] for line in lines} >= {
        *("onboard", "expect", "rate", "probation", "retro", "prep", "log", "me")
    }
