"""Who can help a seller: the files of the others are looked into only as far as that takes."""

from dataclasses import replace

from salescoach.app import App
from salescoach.errors import CoachError
from salescoach.journal.journal import file_of
from salescoach.records.seller import Seller
from salescoach.subjects import described
from salescoach.talk.rules.helping import asked_lately, can_help, in_turn

_GREEN, _HELPS = b"green", b"helper"
"""What stands in the file of whoever can help, and of whoever was helped: others need not be read."""


def helper_of(app: App, key: str, area: str) -> str:
    """Return the name of a colleague of a seller who can help with an area, none where there is nobody."""
    subject = described(app).of(area)
    names = [one.lower().encode() for one in (area, *(subject.names if subject else ()))]
    here = app.roster.keys()
    texts = {one: app.journal.bytes_of(file_of(one)).lower() for one in here}
    fit = [one for one, text in texts.items() if one != key and _GREEN in text and any(name in text for name in names)]
    if not fit:
        return ""
    helped = [who for one, text in texts.items() if _HELPS in text and (who := _read(app, one))]
    called = {one.key: one.name for one in app.roster.called() if one.key in fit}
    for one in in_turn(called, asked_lately(helped, app.today), app.dates.order):
        who = _read(app, one)
        if who and can_help(who, area, described(app), app.settings, app.today):
            return who.name
    return ""


def _read(app: App, key: str) -> Seller | None:
    """Return a colleague, None where the file does not read: that is told where it is about that one."""
    try:
        return replace(app.journal, private=True).by_key(key)  # a hidden red is no green
    except CoachError:
        return None
