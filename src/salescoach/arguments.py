"""The arguments that several commands share, and what one TAB offers for each."""

import os
import re
import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from salescoach.app import App
from salescoach.errors import CoachError, NotAKind
from salescoach.kit.safe import brief, line
from salescoach.terminal import USUAL

if TYPE_CHECKING:
    from salescoach.records.values import Level, Number

_TAG = re.compile(r"\[[a-z#/@][^\[]*?\]")
"""What Rich takes for markup."""

_EMOJI = re.compile(r":(?=\S+:)")
"""What Rich takes for the beginning of the name of an emoji."""

_MOST = 60
"""Columns of what is said of an offer."""

_MARGIN = 4
"""Columns of a terminal that are left free: how wide an emoji is, not all agree."""


class _Chosen(str):
    """A value that fits, though it begins otherwise than what was typed: what does not Typer leaves out."""

    __slots__ = ()

    def startswith(self, *_: Any) -> bool:
        """Tell that it fits."""
        return True


def offered(find: Callable[[App, str], Iterable[tuple[str, str]]]) -> Callable[..., list[tuple[str, str]]]:
    """Return a completion from a function of the App and what is typed; a journal that does not read offers nothing.

    Nor is a value offered that would act on a shell's line; what is said of it is shown as the text that it is.
    """

    def complete(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        app = ctx.find_root().obj or App()
        try:
            found = [(value, about) for value, about in find(app, incomplete) if value.startswith(incomplete)]
        except CoachError:
            return []
        # a backslash would undo what Typer does to quote it for zsh
        return [(value, said_of(about)) for value, about in found if line(value) == value and "\\" not in value]

    return complete


def said_of(about: str) -> str:
    """Return untrusted words as one short line that Typer, which takes brackets for Rich markup, prints as they are.

    What the terminal has no room for Rich would break, and most shells take the rest for another offer.
    """
    whole = brief(about, min(_MOST, _room() - _MARGIN)).replace("\\", "\N{SET MINUS}")
    return _TAG.sub(r"\\\g<0>", _EMOJI.sub("\N{MODIFIER LETTER COLON}", whole))


def _room() -> int:
    """Return the columns of the terminal, as Rich finds them: what a shell asks for goes into a pipe."""
    columns = shutil.get_terminal_size((0, 0)).columns
    for handle in (0, 2) if not columns else ():
        with suppress(OSError):
            return os.get_terminal_size(handle).columns
    return columns or USUAL


def _sellers(app: App, incomplete: str) -> Iterable[tuple[str, str]]:
    from salescoach.journal.names import begun

    before = incomplete[: incomplete.rfind(",") + 1]
    people = begun(incomplete[len(before) :], sorted(app.roster.called(), key=lambda one: app.dates.order(one.name)))
    return ((_Chosen(before + person.key), person.name) for person in people)


def _sellers_or_me(app: App, incomplete: str) -> Iterable[tuple[str, str]]:
    from salescoach.journal.names import ME

    mine = [(ME, app.words.say("written.me"))] if ME.startswith(incomplete) else []
    return (*_sellers(app, incomplete), *mine)


def _areas(app: App, _: str) -> Iterable[tuple[str, str]]:
    from salescoach.coaching.lights import known_areas
    from salescoach.records.keys import key_form

    known = {key_form(area): area for area in known_areas(app.journal.team().sellers)}
    return ((area, "") for area in ({name: name for name in app.templates.names("areas")} | known).values())


def _levels(app: App, _: str) -> Iterable[tuple[str, str]]:
    from salescoach.records.values import LEVELS

    return ((level, app.levels.get(level, "")) for level in LEVELS)


def _open(app: App, incomplete: str) -> Iterable[tuple[str, str]]:
    from salescoach.coaching.settling import open_items

    before = incomplete[: incomplete.rfind(",") + 1]  # ids may stand behind each other with commas
    items = sorted(open_items(app.journal.team().sellers), key=lambda item: item.kind == "step")  # the many come last
    return ((before + item.id, f"{item.name}: {item.text}") for item in items)


def _goals(app: App, _: str) -> Iterable[tuple[str, str]]:
    from salescoach.coaching.settling import open_items

    return ((item.id, item.text) for item in open_items(app.journal.team().sellers) if item.kind == "goal")


def _actions(app: App, _: str) -> Iterable[tuple[str, str]]:
    return {one["name"]: one["title"] for table in app.templates.tables("actions") for one in table["action"]}.items()


def _asked(app: App, incomplete: str) -> Iterable[tuple[str, str]]:
    yield from _sellers(app, incomplete)
    yield from ((name, "") for name in app.templates.names("forms"))


def _initiatives(app: App, _: str) -> Iterable[tuple[str, str]]:
    return ((str(getattr(one, "name", "")), "") for one in app.me.records.get("initiative", ()))


def _argument(find: Any = None, metavar: str | None = None, said: str | None = None) -> Any:
    """Return an argument; what help says of it, where not by its name, is said by the key `said` of help.toml."""
    return typer.Argument(help=said, metavar=metavar, autocompletion=offered(find) if find else None)


Seller = Annotated[str, _argument(_sellers, "SELLER")]
SellerWords = Annotated[list[str], _argument(_sellers, "SELLER")]
MaybeSellerWords = Annotated[list[str] | None, _argument(_sellers, "SELLER")]
AskedWords = Annotated[list[str] | None, _argument(_asked, "SELLER FORM")]
MaybeSeller = Annotated[str | None, _argument(_sellers, "SELLER")]
Sellers = Annotated[str, _argument(_sellers, "SELLER", "sellers")]
MaybeSellers = Annotated[str | None, _argument(_sellers, "SELLER", "sellers")]
SellerList = Annotated[list[str] | None, _argument(_sellers, "SELLER...", "seller-list")]
SellerOrMe = Annotated[str, _argument(_sellers_or_me, "SELLER|me", "seller-or-me")]
MaybeArea = Annotated[str | None, _argument(_areas, "AREA")]
MaybeAreaWords = Annotated[list[str] | None, _argument(_areas, "AREA")]
MaybeLevel = Annotated[str | None, _argument(_levels, "LEVEL")]
OpenItems = Annotated[list[str] | None, _argument(_open, "ID|WORDS...")]
OpenItemsDay = Annotated[list[str] | None, _argument(_open, "ID|WORDS... DATE")]
Goal = Annotated[str, _argument(_goals, "GOAL")]
SellerOrId = Annotated[str, _argument(_sellers_or_me, "SELLER|me|ID", "seller-or-id")]
ActionName = Annotated[str | None, _argument(_actions, "ACTION")]
InitiativeName = Annotated[str | None, _argument(_initiatives, "NAME", "initiative")]
AboutInitiative = Annotated[
    str | None, typer.Option("--initiative", metavar="NAME", autocompletion=offered(_initiatives))
]
Text = Annotated[list[str] | None, _argument(None, "TEXT")]
Evidence = Annotated[list[str] | None, _argument(None, "EVIDENCE")]
Title = Annotated[list[str] | None, _argument(None, "TITLE")]
What = Annotated[list[str] | None, _argument(None, "WHAT")]
About = Annotated[str | None, typer.Option("--area", metavar="AREA", autocompletion=offered(_areas))]
FigureName = Annotated[Literal["opened", "won", "lost", "value"] | None, typer.Option("--figure", metavar="FIGURE")]
On = Annotated[str | None, typer.Option("--on", metavar="DATE")]


def joined(words: list[str] | None) -> str:
    """Return words given one by one as one text."""
    return " ".join(words or ()).strip()


def typed_in(words: list[str] | None) -> str:
    """Return what was typed as a text; a dash alone stands for stdin, as it does for other programs, and is none."""
    text = joined(words)
    return "" if text == "-" else text


def number(typed: str | None) -> "Number | None":
    """Return the number that was typed, None where none was; raise NotANumber."""
    from salescoach.notes.plain import read_number

    return None if typed is None else read_number(typed)


def level_of(app: App, typed: str) -> "Level":
    """Return the level that was typed, under any of its names or as a mark of any language has it; raise NotALevel."""
    from salescoach.notes.plain import read_level
    from salescoach.records.keys import key_form
    from salescoach.records.values import LEVELS

    own, tables = app.levels, app.templates.everywhere("marks")
    names = {one: [own.get(one) or one, one, app.words.say(f"level.{one}")] for one in LEVELS}
    said = [(word, one) for table in tables for one in LEVELS for word in table.get("level", {}).get(one, ())]
    words: dict[str, Level] = {key_form(word): one for word, one in said}
    words |= {key_form(name): one for one, called in names.items() for name in called}
    return words.get(key_form(typed)) or read_level(typed, names)


def kinds_of(app: App, typed: Sequence[str]) -> list[str]:
    """Return the kinds of record that were typed, by their name in files or on screen; raise NotAKind."""
    from salescoach.records.kinds import KINDS

    names = {app.words.say(f"kind.{kind}"): kind for kind in KINDS} | {kind: kind for kind in KINDS}
    for one in typed:
        if one not in names:
            raise NotAKind(text=one, known=list(names))
    return [names[one] for one in typed]
