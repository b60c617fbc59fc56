"""The rules of countries for probations, as several commands ask for them: read only where somebody may be on one."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from salescoach.app import App
from salescoach.errors import BadTemplate, Broken
from salescoach.records.seller import Seller

if TYPE_CHECKING:
    from salescoach.probation.rules.deadlines import Rule


class Rules:
    """The rules of all countries, read when first asked for; own ones that cannot be used are a problem, and none."""

    def __init__(self, app: App) -> None:
        self._app = app

    def __iter__(self) -> "Iterator[Rule]":
        return iter(self.all)

    @cached_property
    def all(self) -> "Sequence[Rule]":
        """All of them, none where they cannot be used."""
        try:
            return all_rules(self._app)
        except (BadTemplate, Broken) as error:
            self._app.note(error)
            return ()


def rules_for(app: App, sellers: Iterable[Seller]) -> "Sequence[Rule]":
    """Return the rules of all countries, none where nobody of these sellers is new enough to need them."""
    return Rules(app).all if any(one.records.keys() & {"probation", "onboarding"} for one in sellers) else ()


def all_rules(app: App) -> "Sequence[Rule]":
    """Return the rules of all countries, own ones before the shipped; raise BadTemplate, Broken."""
    from salescoach.probation.rules.deadlines import Rule

    known = Rule.__dataclass_fields__
    tables = [one for table in app.templates.tables("probation") for one in table["country"]]
    return [Rule(**{key: value for key, value in one.items() if key in known}) for one in tables]
