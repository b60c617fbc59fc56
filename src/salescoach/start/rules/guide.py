"""The guide: the commands, section by section, as help shows them."""

from typing import ClassVar

from salescoach.answer import Answer, Said
from salescoach.frozen import frozen
from salescoach.table import COMMANDS, SECTIONS


@frozen(kw_only=True)
class Guide(Answer):
    """Sections with the names of their commands, and the sections not shown."""

    anywhere: ClassVar[bool] = True
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    others: tuple[str, ...] = ()


@frozen(kw_only=True)
class CommandPage(Said):
    """What there is to say of one command."""

    anywhere: ClassVar[bool] = True


def guide_of(*, whole: bool = False) -> Guide:
    """Return the everyday section, or all of them."""
    shown = len(SECTIONS) if whole else 1
    sections = tuple(
        (name, tuple(row.name for row in COMMANDS.values() if row.section == name)) for name in SECTIONS[:shown]
    )
    return Guide(sections=sections, others=SECTIONS[shown:])
