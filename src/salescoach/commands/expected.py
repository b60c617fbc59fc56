"""What is expected of a seller now, as several commands ask it: her own records over the templates."""

from collections.abc import Mapping, Sequence
from typing import Any

from salescoach.app import App
from salescoach.coaching.course import course_of
from salescoach.coaching.expectations import Expected, expected_in, expected_of
from salescoach.coaching.rhythm import is_new
from salescoach.errors import NoTemplate
from salescoach.records.seller import Seller

_Tables = Sequence[Mapping[str, Any]]


def expected(app: App, seller: Seller) -> list[Expected]:
    """Return what is expected of a seller now."""
    return expected_of(seller, *_tables(app, seller))


def in_area(app: App, seller: Seller, area: str) -> Expected:
    """Return what is expected of a seller in one area."""
    return expected_in(seller, area, *_tables(app, seller))


def _tables(app: App, seller: Seller) -> tuple[_Tables, _Tables]:
    """Return what the phase and the stage of a seller expect; a plan whose template is gone expects nothing."""
    stage = "new" if is_new(seller, app.settings, app.today) else "settled"
    return _phase(app, seller), app.templates.table(f"expectations/{stage}")["expectation"]


def _phase(app: App, seller: Seller) -> _Tables:
    course = course_of(seller)
    now = course.now(app.today) if course else None
    if course is None or now is None:
        return ()
    try:
        plan = app.templates.table(f"onboarding/{course.begun.plan}")
    except NoTemplate:
        return ()
    return next((one.get("expectation", ()) for one in plan["phase"] if one["phase"] == now.name), ())
