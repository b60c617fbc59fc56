"""The catalogue: the small actions that there are to choose from, theme by theme (S2.3, S2.4)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from salescoach.actions.rules.habits import HALF_LIFE, IN_PLACE, KEPT, STEADY, NoSuchAction, meant_action
from salescoach.answer import Phrase, Said, phrase
from salescoach.errors import Unusable

Lacks = Literal["praise", "promise", "help", "voice", "contact"]
"""What a small action can answer: no praise, a late promise, a red without help, a customer's voice, nothing at all."""

Small = Mapping[str, Any]
"""One small action, as actions.toml has it."""


class NoSuchTheme(Unusable):
    """No theme and no small action goes by that name; `near` are the nearest, `known` all themes."""


def actions_from(tables: Sequence[Mapping[str, Any]]) -> dict[str, Small]:
    """Return the small actions by name: own ones are added to the shipped, or take the place of those named so."""
    found: dict[str, Small] = {}
    for row in (row for table in reversed(tables) for row in table["action"]):
        found[row["name"]] = {**found.get(row["name"], {}), **row}
    return found


def listed(tables: Sequence[Mapping[str, Any]], typed: str) -> Said:
    """Return the titles of all, or all that is said of one theme or action; raise NoSuchTheme, SeveralActions."""
    actions, themes = actions_from(tables), dict[str, Phrase | str]()
    themes |= {row["name"]: row["title"] for table in reversed(tables) for row in table.get("theme", ())}
    themes |= {name: name for row in actions.values() if (name := row.get("theme")) and name not in themes}
    try:
        meant = meant_action(typed, [*themes, *actions]) if typed.strip() else None
    except NoSuchAction as error:
        raise NoSuchTheme(**error.data, known=[*themes]) from None
    lines = list[Phrase]()
    for theme, title in {**themes, "": phrase("catalogue.own")}.items():
        of = [row for name, row in actions.items() if row.get("theme", "") == theme and meant in {None, theme, name}]
        lines += [phrase("catalogue.theme", title=title)] if of else []
        lines += [line for row in of for line in _told(row, whole=meant is not None)]
    numbers = {"step": round(100 - 100 * KEPT), "half": round(HALF_LIFE, 1), "line": round(100 * IN_PLACE)}
    ends = [phrase("catalogue.strength", **numbers, weeks=STEADY), phrase("catalogue.source"), phrase("catalogue.hint")]
    return Said(lines=(*lines, *([phrase("catalogue.one", action=meant)] if meant in actions else ends)))


def _told(row: Small, *, whole: bool) -> Iterator[Phrase]:
    """Give a line of an action, and of a whole one what is done, why it works and an example, where it is said."""
    yield phrase(f"catalogue.{'timed' if 'minutes' in row else 'named'}", **row)
    yield from (phrase(f"catalogue.{key}", said=row[key]) for key in ("what", "why", "example") if whole and key in row)
