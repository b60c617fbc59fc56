"""The agenda of the next talk, as prep shows it and a log looks at it while it is written."""

from dataclasses import replace

from salescoach.app import App
from salescoach.coaching.clocks import latest
from salescoach.expectations.commands.expected import expected
from salescoach.expectations.rules import for_her_eyes
from salescoach.forms.commands.returned import FORMS, askings, mail_of
from salescoach.forms.rules.form import SELLER
from salescoach.forms.rules.rounds import NO_SHEET, Sheet, sheet_of
from salescoach.hers import agenda_in, language_of
from salescoach.records.seller import Seller
from salescoach.records.talk import Talk
from salescoach.talk.rules.agenda import Agenda, agenda_for_her, agenda_of, in_onboarding, usual
from salescoach.talk.rules.sections import EXPECTING


def for_her(app: App, seller: Seller, name: str | None = None, minutes: int | None = None) -> Agenda:
    """Return the agenda as she may see it beforehand; what is expected is told to who is in an onboarding."""
    open_, language = for_her_eyes(seller), language_of(app, seller)
    hers = expected(app, open_, language) if in_onboarding(open_, app.today) else ()
    made = agenda_for_her(agenda(app, open_, name, minutes, language), open_, app.today, hers, app.me)
    return replace(made, language=language)


def agenda(
    app: App, seller: Seller, name: str | None = None, minutes: int | None = None, language: str | None = None
) -> Agenda:
    """Return the agenda `name` for a seller, without one the usual for where she is; raise NoTemplate, BadTemplate.

    What she sees of it is in a `language`, else in the journal's.
    """
    chosen = name or usual(seller, app.today)
    template = agenda_in(app, chosen, language)
    expecting = any(part["key"] in EXPECTING for part in template["section"])
    return agenda_of(
        seller,
        app.me,
        template,
        app.templates.table("questions")["question"],
        settings=app.settings,
        today=app.today,
        name=chosen,
        minutes=minutes,
        expected=expected(app, seller) if expecting else (),
        sheet=_sheet(app, seller, chosen),
    )


def _sheet(app: App, seller: Seller, name: str) -> Sheet:
    """Return where the form is that goes out before a talk of that agenda: it has the same name."""
    if name not in app.templates.names(FORMS):
        return NO_SHEET
    last = latest([one for one in seller.all(Talk) if one.agenda == name], app.today)
    hers = next((one for one in askings(app, seller, name) if one.role == SELLER), None)
    return sheet_of(seller, hers, last, mail_of(app).nothing) if hers else NO_SHEET
