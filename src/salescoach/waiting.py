"""What waits for a key: drafts that are offered again, each to whom it was typed for, a day, what is to be written."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from textwrap import shorten
from typing import TYPE_CHECKING, cast

from salescoach.answer import Phrase, phrase
from salescoach.app import App
from salescoach.errors import CoachError, NotADate, SeveralSellers
from salescoach.journal.drafts import NOBODY, TEAM, Draft, Drafts
from salescoach.journal.names import find

if TYPE_CHECKING:
    from salescoach.coaching.written import Written

_FIRST = 40
"""Letters of a draft that are shown where it is one of a list."""


def offered(app: App, drafts: Drafts, key: str, several: str = "") -> Draft | None:
    """Offer what was typed before and could be about a seller; Enter takes only what was typed for nobody else."""
    words = app.words
    choices = {key: words.say(f"log.draft_{does}") for key, does in {"u": "use", "n": "later", "t": "drop"}.items()}
    name = several or next((one.name for one in app.journal.called() if one.key == key), key)
    for draft in waits(app, drafts, key):
        hers = (draft.key, draft.typed) == (key, several)
        about = {"typed": label(app, draft), "lines": len(draft.text.splitlines())}
        app.ask.tell(words.say("log.draft_found", **about), draft.text)
        pressed = app.ask.key(words.say("log.draft_for", name=name), choices, "u" if hers else "n")
        if pressed == "u":
            return draft
        if pressed == "t":
            drafts.drop(draft)
    return None


def waits(app: App, drafts: Drafts, key: str | None = None) -> list[Draft]:
    """Return the drafts about a seller, then those that could be; without a key all. No agenda below is part of one."""
    scissors = app.words.say("log.scissors")
    cut = [replace(one, text=one.text.partition(scissors)[0].rstrip("\n")) for one in drafts.all()]
    found = [one for one in cut if one.text.strip() and (key is None or key in (_meant(app, one) or [key]))]
    return sorted(found, key=lambda one: one.key != key)


def unfinished(app: App) -> Iterator[Phrase]:
    """Give a line for each draft: for whom, since when, how it begins where somebody looks, and what takes it up."""
    for command, drafts in (("log", app.drafts), ("note", app.drafts.notes)):
        for one in waits(app, drafts):
            first = shorten(one.text.partition("~")[0], _FIRST, placeholder="…") if app.ask.possible else ""
            how = [f"coach {command} {key}" for key in _meant(app, one) or ["NAME"]]
            key = "log.draft_row" if first else "log.draft_named"
            yield phrase(key, typed=label(app, one), first=first, how=how)


def label(app: App, draft: Draft) -> Phrase:
    """Return for whom a draft was typed, as typed where that is nobody or several, and when."""
    names = {one.key: one.name for one in app.journal.called()} | {NOBODY: phrase("log.draft_nobody")}
    whom = f"“{draft.typed}”" if draft.typed else names.get(draft.key, draft.key)
    return phrase("log.draft_typed", whom=whom, on=draft.on) if draft.on else phrase("log.draft_old", whom=whom)


def accepted(app: App, preview: "Written", stop: Phrase) -> bool:
    """Show what was understood, and let it be written or stopped with one key."""
    from salescoach.coaching.view import screen

    app.ask.tell(*screen(preview, app.ask.look), *map(app.words.say, preview.notices))
    choices = {"w": app.words.say("log.keys.accept"), "s": app.words.say(stop)}
    return app.ask.key(app.words.say("log.accept"), choices, "w") == "w"


def day_asked(app: App, question: str, hint: str = "", since: date | None = None) -> date | None:
    """Ask for a day, again where what is typed is none; without an answer there is none."""
    from salescoach.kit.failure import told

    while typed := app.ask.line(question, hint):
        try:
            return app.read_day(typed, since=since)
        except NotADate as error:
            app.ask.tell(told(error, app.ask.look))
    return None


def _meant(app: App, draft: Draft) -> list[str]:
    """Return the keys of all that a draft can be about; none where nobody goes by what was typed."""
    if draft.key == TEAM and not draft.typed:
        return [TEAM]
    people, found = app.journal.called(), list[str]()
    for name in [draft.key] if draft.key != NOBODY else draft.typed.split(","):
        try:
            found.append(find(name, people).key)
        except SeveralSellers as error:
            found += cast("list[str]", error.data["keys"])
        except CoachError:
            continue
    return found
