"""The catalogue: the small actions that there are to choose from, theme by theme (S2.3, S2.4)."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Literal

from salescoach.answer import Answer
from salescoach.errors import Unusable
from salescoach.frozen import frozen
from salescoach.records.keys import key_form

Lacks = Literal["praise", "promise", "help", "voice", "contact"]
"""What a small action can answer: no praise, a late promise, a red without help, a customer's voice, nothing at all."""


class NoSuchTheme(Unusable):
    """No theme and no small action goes by that name; `near` are the nearest, `known` all themes."""


class SeveralThemes(Unusable):
    """Several themes, or several small actions, are called so."""


@frozen
class SmallAction:
    """One small action: how many `minutes` it takes, what it answers, whether it is done with the `team` at once."""

    name: str
    title: str
    what: str = ""
    why: str = ""
    example: str = ""
    minutes: int | None = None
    theme: str = ""
    lacks: Lacks | None = None
    team: bool = False


@frozen(kw_only=True)
class Catalogue(Answer):
    """Small actions by the title of their theme, own ones without a theme under none; one alone is `whole`."""

    themes: tuple[tuple[str, tuple[SmallAction, ...]], ...]
    told: bool = False
    whole: bool = False


def actions_from(tables: Sequence[Mapping[str, Any]]) -> dict[str, SmallAction]:
    """Return the small actions by name: own ones are added to the shipped, or take the place of those named so."""
    rows: dict[str, dict[str, Any]] = {}
    for table in reversed(tables):
        for row in table.get("action", ()):
            rows[row["name"]] = rows.get(row["name"], {}) | row
    known = SmallAction.__dataclass_fields__
    found = [SmallAction(**{key: value for key, value in row.items() if key in known}) for row in rows.values()]
    return {one.name: one for one in found}


def listed(tables: Sequence[Mapping[str, Any]], typed: str) -> Catalogue:
    """Return the catalogue, one theme of it or one action, as typed in whole or in part.

    Raise NoSuchTheme, SeveralThemes.
    """
    actions = actions_from(tables)
    themes = {row["name"]: row["title"] for table in reversed(tables) for row in table.get("theme", ())}
    themes |= {one.theme: one.theme for one in actions.values() if one.theme not in themes}
    if not typed.strip():
        return _under(themes, list(actions.values()))
    names = {name: (name, title) for name, title in themes.items() if name}
    alone = {one.name: (one.name, one.title) for one in actions.values()}
    found = [(of, _meant(key_form(typed), of, part=part)) for part in (False, True) for of in (names, alone)]
    of, meant = next((each for each in found if each[1]), (alone, []))
    if len(meant) > 1:
        raise SeveralThemes(typed=typed, names=meant, first=meant[0])
    if not meant:
        every = (names | alone).items()
        words = {word: name for name, spelled in every for word in key_form(" ".join(spelled)).split("-")}
        near = [words[one] for one in get_close_matches(key_form(typed), words, n=2)]
        raise NoSuchTheme(typed=typed, near=near, known=list(names))
    shown = [one for one in actions.values() if meant[0] == (one.theme if of is names else one.name)]
    return _under(themes, shown, told=True, whole=of is alone)


def _meant(key: str, names: Mapping[str, Sequence[str]], *, part: bool) -> list[str]:
    """Return what goes by a key, or where a word of it begins so."""
    forms = {name: [key_form(one) for one in spelled] for name, spelled in names.items()}
    if part:
        return [name for name, spelled in forms.items() if key and any(f"-{key}" in f"-{one}" for one in spelled)]
    return [name for name, spelled in forms.items() if key in spelled]


def _under(
    themes: Mapping[str, str], shown: Sequence[SmallAction], *, told: bool = False, whole: bool = False
) -> Catalogue:
    """Return some actions under the titles of their themes."""
    found = ((title, tuple(one for one in shown if one.theme == theme)) for theme, title in themes.items())
    return Catalogue(themes=tuple(each for each in found if each[1]), told=told, whole=whole)
