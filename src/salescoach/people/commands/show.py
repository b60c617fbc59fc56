"""`coach show`: all about one seller, or a period of hers written up."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.arguments import SellerWords, joined, kinds_of
from salescoach.errors import BadTemplate, BadToml, Missing
from salescoach.journal.templates import Templates

_OTHERS = ("light", "about me", "lesson")
"""What an answer becomes that is told elsewhere in a period, or is about the manager."""


def run(
    ctx: typer.Context,
    seller: SellerWords,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE")] = None,
    kind: Annotated[list[str] | None, typer.Option("--kind", metavar="KIND")] = None,
    first: Annotated[str | None, typer.Option("--from", metavar="DATE")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DATE")] = None,
) -> Answer:
    """Show who she is, her lights, her goals, what is open, and her story; or a period for a review."""
    from salescoach.journal.names import ME
    from salescoach.people.rules.story import story_of
    from salescoach.records.keys import key_form
    from salescoach.team import is_team, mine

    app: App = ctx.obj
    if first or last:
        begin = app.read_day(first, back=True, due=False) if first else None
        end = app.read_day(last, back=True, due=False) if last else app.today
        if begin is None or begin > end or since or kind:
            raise Missing(what="period")
        return _period(app, app.journal.find(joined(seller)), begin, min(end, app.today))
    day = None if since is None else app.read_day(since, back=True, due=False)
    own = key_form(joined(seller)) == ME or is_team(app, joined(seller))
    who, kinds = mine(app) if own else app.seller(joined(seller)), kinds_of(app, kind or ())
    return story_of(who, app.today, since=day, kinds=kinds, me=app.me)


def _period(app: App, key: str, first: date, last: date) -> Answer:
    """Return a period of a seller, without private lines whatever was asked for, and what is left out of it."""
    from salescoach.hers import in_her_words, language_of, templates_in
    from salescoach.people.rules.period import left_out, period_of, private_in
    from salescoach.subjects import described

    who = app.seller(key)
    open_, whole = (replace(app.journal, private=private).by_key(key) for private in (False, True))
    paper = Path(app.option("output") or "").suffix.casefold() in {".md", ".html"}  # that both read; else it is mine
    language = language_of(app, who) if paper else None
    asked = _asked(app, who.first_name, templates_in(app, language))
    named = in_her_words(app, open_, language, described(app)) if language else open_
    found = period_of(named, first, last, asked)
    notices = left_out(open_, first, last, asked, private_in(whole, first, last))
    return replace(found, language=language, notices=notices)


def _asked(app: App, name: str, templates: Templates) -> dict[tuple[str, str | None], str]:
    """Return the questions that a seller is asked; a form that cannot be used is told of."""
    found: dict[tuple[str, str | None], str] = {}
    for form in templates.names("forms"):
        try:
            roles = templates.table(f"forms/{form}")["role"]
        except (BadTemplate, BadToml) as error:
            app.note(error)
            continue
        for one in (one for role in roles if role["name"] == "seller" for one in role["question"]):
            if one.get("becomes") not in _OTHERS:
                found[form, one["id"]] = one["text"].replace("{name}", name)
    return found
