"""The rules of countries for probations, as several commands ask for them: read only where somebody may be on one."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from salescoach.app import App
from salescoach.records.seller import Seller

if TYPE_CHECKING:
    from salescoach.coaching.clock import Rule


def rules_for(app: App, sellers: Iterable[Seller]) -> "Sequence[Rule]":
    """Return the rules of all countries, none where nobody of these sellers is new enough to need them."""
    if not any(one.records.keys() & {"probation", "onboarding"} for one in sellers):
        return ()
    return all_rules(app)


def all_rules(app: App) -> "Sequence[Rule]":
    """Return the rules of all countries."""
    from salescoach.coaching.clock import Rule

    return [Rule(**one) for one in app.templates.table("probation")["country"]]
