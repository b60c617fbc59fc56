"""The agenda of the next talk, as prep shows it and a log looks at it while it is written."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from salescoach.app import App
from salescoach.records.seller import Seller
from salescoach.talk.rules.agenda import USUAL, Agenda, agenda_of, fitting, usual
from salescoach.talk.rules.sections import EXPECTING

if TYPE_CHECKING:
    from salescoach.expectations.rules import Expected


def hers(app: App, seller: Seller) -> "Sequence[Expected]":
    """Return what is expected of somebody in an onboarding, as she may see it beforehand; of others nothing."""
    if fitting(seller, app.today) == USUAL:
        return ()
    from salescoach.expectations.commands.expected import expected
    from salescoach.expectations.rules import for_her_eyes

    return expected(app, for_her_eyes(seller))


def agenda(app: App, seller: Seller, name: str | None = None, minutes: int | None = None) -> Agenda:
    """Return the agenda `name` for a seller, without one the usual for where she is; raise NoTemplate, BadTemplate."""
    chosen = name or usual(seller, app.today)
    template = app.templates.table(f"agendas/{chosen}")
    catalogue = app.templates.table("questions")["question"]
    expected = []
    if any(part["key"] in EXPECTING for part in template["section"]):
        from salescoach.expectations.commands.expected import expected as expected_now

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
