"""The rules of countries for probations, as several commands ask for them: read only where somebody may be on one."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from salescoach.app import App
from salescoach.records.seller import Seller


def rules_for(app: App, sellers: Iterable[Seller]) -> Sequence[Mapping[str, Any]]:
    """Return the rules of all countries, none where nobody of these sellers is new enough to need them."""
    if not any(one.records.keys() & {"probation", "onboarding"} for one in sellers):
        return ()
    return all_rules(app)


def all_rules(app: App) -> Sequence[Mapping[str, Any]]:
    """Return the rules of all countries."""
    rules: Sequence[Mapping[str, Any]] = app.templates.table("probation")["country"]
    return rules
