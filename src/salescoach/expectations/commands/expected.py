"""What is expected of a seller now, as several commands ask it: her own records over the templates."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from salescoach.answer import Phrase
from salescoach.app import App
from salescoach.coaching.areas import NO_AREAS, Areas
from salescoach.coaching.clocks import is_new
from salescoach.coaching.lights import known_areas
from salescoach.coaching.schedule import ScheduledPhase, course_of
from salescoach.errors import BadTemplate, Broken, NoTemplate
from salescoach.expectations.rules import Expected, Tables, expected_in, expected_of
from salescoach.hers import areas_in, templates_in
from salescoach.journal.templates import Templates
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller
from salescoach.subjects import described


def expected(app: App, seller: Seller, language: str | None = None) -> list[Expected]:
    """Return what is expected of a seller now; in a language as she reads it, else in the journal's."""
    found = expected_of(seller, *_tables(app, seller, language), _everywhere(app, language))
    return [_called(app, one, language) for one in found]


def expected_areas(app: App, seller: Seller) -> list[str]:
    """Return the areas in which something is expected of a seller; a template that cannot be used names none."""
    try:
        return [one.area for one in expected(app, seller)]
    except (BadTemplate, Broken) as error:
        app.note(error)
        return [one.area for one in expected_of(seller, (), ())]


def in_area(app: App, seller: Seller, area: str, language: str | None = None) -> Expected:
    """Return what is expected of a seller in one area, in a language as `expected` has it."""
    from salescoach.reading import area_of

    found = expected_in(seller, area_of(app, seller, area), *_tables(app, seller, language), _everywhere(app, language))
    return _called(app, found, language)


def phase_of(app: App, seller: Seller) -> ScheduledPhase | None:
    """Return the phase whose expectations hold: that of today, before the first day at work the one it is in."""
    course = course_of(seller)
    return course.now(max(app.today, course.started)) if course else None


def stage_of(app: App, seller: Seller) -> str:
    """Return the stage of a seller: new in the first days of employment, then settled."""
    return "new" if is_new(seller, app.settings, app.today) else "settled"


def new_areas(app: App, sellers: Sequence[Seller], area: str) -> list[Phrase]:
    """Return the notice that an area is new to these sellers, with the nearest that the team has, if it is."""
    from salescoach.notes.rate import new_area

    hers = (area for seller in sellers for area in expected_areas(app, seller))
    known = [*known_areas(sellers), *hers, *described(app).names]
    if described(app).of(area) or key_form(area) in map(key_form, known):
        return []
    return [new_area(area, [*known_areas(app.team()), *known])]


def _called(app: App, one: Expected, language: str | None) -> Expected:
    called = areas_in(app, language, described(app)).get(key_form(one.area))
    return replace(one, area=called) if called else one


def _tables(app: App, seller: Seller, language: str | None) -> tuple[Tables, Tables]:
    """Return what the phase and the stage of a seller expect; a plan whose template is gone expects nothing."""
    templates = templates_in(app, language)
    stage = templates.table(f"expectations/{stage_of(app, seller)}")["expectation"]
    named = described(app).named(known_areas([seller]))
    return _by_name(_phase(app, seller, templates), named), _by_name(stage, named)


def _everywhere(app: App, language: str | None) -> Areas:
    """Return what areas look like everywhere; that is written in the journal's language alone."""
    return described(app) if language in {None, app.language} else NO_AREAS


def _by_name(tables: Tables, named: Mapping[str, str]) -> Tables:
    """Return what a template expects, each area by the name that is written of this seller."""
    return [{**one, "area": named.get(key_form(one["area"]), one["area"])} for one in tables]


def _phase(app: App, seller: Seller, templates: Templates) -> Tables:
    course, now = course_of(seller), phase_of(app, seller)
    if course is None or now is None:
        return ()
    try:
        plan = templates.table(f"onboarding/{course.begun.plan}")
    except NoTemplate:
        return ()
    name = key_form(now.name)
    return next((one.get("expectation", ()) for one in plan["phase"] if key_form(one["phase"]) == name), ())
