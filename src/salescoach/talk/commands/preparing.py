"""The agenda of the next talk, as prep shows it and a log looks at it while it is written."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from salescoach.answer import Phrase
from salescoach.app import App
from salescoach.coaching.clocks import latest
from salescoach.errors import Broken, CoachError
from salescoach.expectations.rules import Expected, for_her_eyes
from salescoach.forms.rules.form import FORMS, SELLER
from salescoach.forms.rules.rounds import NO_SHEET, Sheet
from salescoach.hers import agenda_in, language_of
from salescoach.journal.roster import file_of
from salescoach.records.seller import Seller
from salescoach.records.talk import Talk
from salescoach.subjects import described
from salescoach.talk.rules.agenda import Agenda, agenda_for_her, agenda_of, in_onboarding, usual
from salescoach.talk.rules.items import AgendaContext
from salescoach.talk.rules.sections import EXPECTING, MEASURED

if TYPE_CHECKING:
    from salescoach.records.figures import Source
    from salescoach.talk.rules.mind import Mind


_TEAM = 30
"""Sellers whose files are looked into before any talk, for who can help; of more, where there is time for it."""


def for_her(app: App, seller: Seller, name: str | None = None, minutes: int | None = None) -> Agenda:
    """Return the agenda as she may see it beforehand; what is expected is told to who is in an onboarding."""
    from salescoach.expectations.commands.expected import expected

    open_, language = for_her_eyes(seller), language_of(app, seller)
    hers = expected(app, open_, language) if in_onboarding(open_, app.today) else ()
    made = agenda_for_her(agenda(app, open_, name, minutes, language), open_, app.today, hers, app.me)
    return replace(made, language=language)


def agenda(
    app: App, seller: Seller, name: str | None = None, minutes: int | None = None, language: str | None = None
) -> Agenda:
    """Return the agenda `name`, else the usual one, in a `language` or the journal's; raise NoTemplate, BadTemplate."""
    chosen = name or usual(seller, app.today)
    template = agenda_in(app, chosen, language)
    parts = {part["key"] for part in template["section"]}
    looks_round = "every" in template or app.option("all") or len(app.roster.keys()) <= _TEAM
    known = AgendaContext(
        seller,
        app.today,
        app.settings,
        expected=_expected(app, seller) if parts & EXPECTING else (),
        me=app.me,
        sheet=_sheet(app, seller, chosen),
        areas=described(app),
        figures=_figures(app) if MEASURED in parts else (),
        helper=partial(_helper, app, seller.key) if looks_round else lambda _: "",
        handovers=_handovers(app, seller) if seller.hands_over else (),
    )
    return agenda_of(known, template, app.templates.table("questions")["question"], chosen, minutes)


def _handovers(app: App, seller: Seller) -> list[Phrase]:
    from salescoach.forms.commands.handed import open_of

    return [one.said for one in open_of(app, seller)]


def _helper(app: App, key: str, area: str) -> str:
    """Return who of the others can help with an area; no more of their files is read than that takes."""
    from salescoach.talk.rules.helping import can_help, in_turn

    subject, keys = described(app).of(area), app.roster.keys()
    names = [one.lower().encode() for one in (area, *(subject.names if subject else ()))]
    texts = {one: app.journal.bytes_of(file_of(one)).lower() for one in keys}
    fit = [one for one, text in texts.items() if one != key and b"green" in text and any(map(text.count, names))]
    called = {one.key: one.name for one in app.roster.called() if one.key in fit}
    helped = [who for one, text in texts.items() if fit and b"helper" in text for who in _read(app, one)]
    for one in in_turn(called, helped, app.dates.order, app.today):
        if any(can_help(who, area, described(app), app.settings, app.today) for who in _read(app, one)):
            return called[one]
    return ""


def _read(app: App, key: str) -> list[Seller]:
    """Return a colleague, nobody where the file does not read: that is told where it is about that one."""
    try:
        return [replace(app.journal, private=True).by_key(key)]  # a hidden red is no green
    except CoachError:
        return []


def _expected(app: App, seller: Seller) -> Sequence[Expected]:
    from salescoach.expectations.commands.expected import expected

    return expected(app, seller)


def _figures(app: App) -> "Sequence[Source]":
    """Return what is kept of figures; a file that does not read is told of, and the talk is prepared without."""
    from salescoach.journal import figures

    try:
        return figures.sources(app.journal)
    except Broken as error:
        app.note(error)
        return ()


def mind(app: App, seller: Seller, name: str | None = None) -> "Mind":
    """Return what is to be in the manager's head before the talk; raise NoTemplate, BadTemplate."""
    from salescoach.talk.rules.mind import mind_of

    template = app.templates.table(f"agendas/{name or usual(seller, app.today)}")
    known = AgendaContext(seller, app.today, app.settings, me=app.me)
    return mind_of(known, app.templates.table("mind"), template)


def _sheet(app: App, seller: Seller, name: str) -> Sheet:
    """Return where the form is that goes out before a talk of that agenda: it has the same name."""
    if name not in app.templates.names(FORMS):
        return NO_SHEET
    from salescoach.forms.commands.returned import askings, mail_of
    from salescoach.forms.rules.rounds import sheet_of

    last = latest([one for one in seller.all(Talk) if one.agenda == name], app.today)
    hers = next((one for one in askings(app, seller, name) if one.role == SELLER), None)
    return sheet_of(seller, hers, last, mail_of(app).nothing) if hers else NO_SHEET
