"""The agenda of the next talk, as prep shows it and a log looks at it while it is written."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from salescoach.app import App
from salescoach.coaching.agenda import USUAL, Agenda, agenda_of, usual
from salescoach.coaching.sections import EXPECTING
from salescoach.records.seller import Seller

if TYPE_CHECKING:
    from salescoach.coaching.expectations import Expected


def hers(app: App, seller: Seller) -> "Sequence[Expected]":
    """Return what is expected of somebody in an onboarding, as she may see it beforehand; of others nothing."""
    if usual(seller, app.today) == USUAL:
        return ()
    from salescoach.coaching.expectations import for_her_eyes
    from salescoach.commands.expected import expected

    return expected(app, for_her_eyes(seller))


def agenda(app: App, seller: Seller, name: str | None = None, minutes: int | None = None) -> Agenda:
    """Return the agenda `name` for a seller, without one the usual for where she is; raise NoTemplate, BadTemplate."""
    chosen = name or usual(seller, app.today)
    template = app.templates.table(f"agendas/{chosen}")
    catalogue = app.templates.table("questions")["question"]
    expected = []
    if any(part["key"] in EXPECTING for part in template["section"]):
        from salescoach.commands.expected import expected as expected_now

        expected = expected_now(app, seller)
    return agenda_of(
        seller,
        app.me,
        template,
        catalogue,
        settings=app.settings,
        today=app.today,
        name=chosen,
        minutes=minutes,
        expected=expected,
    )
