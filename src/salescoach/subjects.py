"""Subjects: the areas that are described, as a journal's templates and the shipped ones have them."""

from functools import lru_cache

from salescoach.app import App
from salescoach.coaching.areas import NO_AREAS, Areas, areas_from
from salescoach.errors import BadTemplate, Broken

AREAS = "areas"
"""The folder of the templates of areas."""


@lru_cache(maxsize=1)
def described(app: App) -> Areas:
    """Return the areas that are described; of an own template that cannot be used it is told where and why."""
    found = []
    try:
        names = app.templates.names(AREAS)
    except (BadTemplate, Broken) as error:
        app.note(error)
        return NO_AREAS
    for name in names:
        try:
            found.append(app.templates.tables(f"{AREAS}/{name}"))
        except (BadTemplate, Broken) as error:
            app.note(error)
    return areas_from(found)
