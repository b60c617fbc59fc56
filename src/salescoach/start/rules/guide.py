"""The guide: the commands, section by section, as help shows them."""

from dataclasses import dataclass

from salescoach.answer import Answer
from salescoach.table import COMMANDS, SECTIONS


@dataclass(frozen=True, kw_only=True)
class Guide(Answer):
    """Sections with their commands (name and what it does), and the names of those not shown."""

    sections: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    others: tuple[str, ...] = ()


def guide_of(*, whole: bool) -> Guide:
    """Return the everyday section, or all of them."""
    shown = SECTIONS if whole else SECTIONS[:1]
    sections = tuple(
        (name, tuple((row.name, row.help) for row in COMMANDS.values() if row.section == name)) for name in shown
    )
    return Guide(sections=sections, others=tuple(name for name in SECTIONS if name not in shown))
