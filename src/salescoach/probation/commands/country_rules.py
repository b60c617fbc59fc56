"""The rules of countries for probations, as several commands ask for them: read only where somebody may be on one."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from salescoach.app import App
from salescoach.errors import BadTemplate, Broken
from salescoach.records.seller import Seller

if TYPE_CHECKING:
    from salescoach.probation.rules.deadlines import Rule


def rules_for(app: App, sellers: Iterable[Seller]) -> "Sequence[Rule]":
    """Return the rules of all countries, none where nobody of these sellers is new enough to need them.

    Rules of the manager's own that cannot be used are a problem, and none: they are in nobody else's way.
    """
    if not any(one.records.keys() & {"probation", "onboarding"} for one in sellers):
        return ()
    try:
        return all_rules(app)
    except (BadTemplate, Broken) as error:
        app.note(error)
        return ()


def all_rules(app: App) -> "Sequence[Rule]":
    """Return the rules of all countries, own ones before the shipped; raise BadTemplate, Broken.

    What else stands beside a rule is no part of it.
    """
    from salescoach.probation.rules.deadlines import Rule

    known = Rule.__dataclass_fields__
    tables = [one for table in app.templates.tables("probation") for one in table["country"]]
    return [Rule(**{key: value for key, value in one.items() if key in known}) for one in tables]
