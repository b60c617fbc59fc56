"""The arguments that several commands share, and what one TAB offers for each."""

from collections.abc import Callable, Iterable
from typing import Annotated, Any

import typer

from salescoach.app import App
from salescoach.errors import CoachError


def offered(find: Callable[[App, str], Iterable[tuple[str, str]]]) -> Callable[..., list[tuple[str, str]]]:
    """Return a completion from a function of the App and what is typed; a journal that does not read offers nothing."""

    def complete(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        app = ctx.find_root().obj or App()
        try:
            return [(value, about) for value, about in find(app, incomplete) if value.startswith(incomplete)]
        except CoachError:
            return []

    return complete


def _sellers(app: App, incomplete: str) -> Iterable[tuple[str, str]]:
    del incomplete
    return ((person.key, person.name) for person in app.journal.called())


def _areas(app: App, incomplete: str) -> Iterable[tuple[str, str]]:
    from salescoach.coaching.ratings import known_areas

    del incomplete
    return ((area, "") for area in known_areas(app.journal.team().sellers))


def _levels(app: App, incomplete: str) -> Iterable[tuple[str, str]]:
    from salescoach.records.values import LEVELS

    del incomplete
    return ((level, app.levels.get(level, "")) for level in LEVELS)


def _open(app: App, incomplete: str) -> Iterable[tuple[str, str]]:
    from salescoach.coaching.settling import open_items

    del incomplete
    return ((item.id, f"{item.name}: {item.text}") for item in open_items(app.journal.team().sellers))


def _goals(app: App, incomplete: str) -> Iterable[tuple[str, str]]:
    from salescoach.coaching.settling import open_items

    del incomplete
    return ((item.id, item.text) for item in open_items(app.journal.team().sellers) if item.kind == "goal")


def _actions(app: App, incomplete: str) -> Iterable[tuple[str, str]]:
    del incomplete
    return ((one["name"], one["title"]) for one in app.templates.table("actions")["action"])


def _argument(help: str, find: Any = None, metavar: str | None = None) -> Any:  # noqa: A002  # the name Typer gives it
    return typer.Argument(help=help, metavar=metavar, autocompletion=offered(find) if find else None)


Seller = Annotated[str, _argument("Who: a name, or enough of it.", _sellers, "SELLER")]
SellerWords = Annotated[list[str], _argument("Who: a name, or enough of it.", _sellers, "SELLER")]
MaybeSellerWords = Annotated[list[str] | None, _argument("Who: a name, or enough of it.", _sellers, "SELLER")]
MaybeSeller = Annotated[str | None, _argument("Who: a name, or enough of it.", _sellers, "SELLER")]
Sellers = Annotated[str, _argument("Who: a name, or several with commas.", _sellers, "SELLER")]
MaybeSellers = Annotated[str | None, _argument("Who: a name, or several with commas.", _sellers, "SELLER")]
SellerList = Annotated[list[str] | None, _argument("Who: one name or several.", _sellers, "SELLER...")]
SellerOrMe = Annotated[str, _argument("Who: a name, or me.", _sellers, "SELLER|me")]
Area = Annotated[str, _argument("What is rated.", _areas, "AREA")]
Level = Annotated[str, _argument("red, yellow or green.", _levels, "LEVEL")]
OpenItems = Annotated[list[str] | None, _argument("Ids, or words of one open thing.", _open, "ID|WORDS...")]
Goal = Annotated[str, _argument("The goal: its id, or words of it.", _goals, "GOAL")]
ActionName = Annotated[str | None, _argument("The small action.", _actions, "ACTION")]
Text = Annotated[list[str] | None, _argument("What was said.", None, "TEXT")]
Evidence = Annotated[list[str] | None, _argument("What you saw.", None, "EVIDENCE")]
Title = Annotated[list[str] | None, _argument("What is to be reached.", None, "TITLE")]
What = Annotated[list[str] | None, _argument("What it is about.", None, "WHAT")]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="When it was, if not today.")]


def joined(words: list[str] | None) -> str:
    """Return words given one by one as one text."""
    return " ".join(words or ()).strip()
