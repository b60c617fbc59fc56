"""`coach export`: hand over the whole journal, or one seller."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.arguments import MaybeSellerWords, joined
from salescoach.errors import CannotRender

if TYPE_CHECKING:
    from salescoach.custody.rules import Export

_PAGE = "story"


def run(ctx: typer.Context, seller: MaybeSellerWords = None) -> Answer:
    """Print the whole journal as JSON, or one seller as Markdown; --private takes private lines along."""
    app: App = ctx.obj
    return _one(app, joined(seller)) if seller else _whole(app)


def _one(app: App, typed: str) -> "Export":
    from salescoach.custody.rules import Export, oldest_first
    from salescoach.journal import figures
    from salescoach.people.rules.story import story_of
    from salescoach.records.figures import months_of

    one, page = app.seller(typed), f"{_PAGE}.md"
    return Export(
        private=app.journal.private,
        story=story_of(one, app.today, me=app.me),
        records=tuple(oldest_first(one)),
        layouts={page: app.templates.text(page)},
        faults=one.problems,
        months=months_of(figures.sources(app.journal), one.key),
    )


def _whole(app: App) -> "Export":
    """Return all there is; it is JSON wherever it goes, and its files are in it where private lines are."""
    from salescoach.custody.files.archive import collect
    from salescoach.custody.rules import Export, oldest_first

    output = app.option("output")
    if output and Path(output).suffix.casefold() != ".json":
        raise CannotRender(suffix=Path(output).suffix or output, forms=[".json"])
    team = app.journal.everyone()
    files, odd = collect(app.journal) if app.journal.private else ({}, [])
    app.problems += (*team.problems, *odd)
    app.options["json"] = True
    return Export(
        private=app.journal.private,
        settings=app.settings.to_table(written=True),
        records=tuple(oldest_first(app.me)),
        sellers=team.sellers,
        files=files,
        faults=(*team.problems, *app.me.problems, *odd),
    )
