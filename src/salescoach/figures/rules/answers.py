"""What is answered about figures: what an import read and kept, the months of one seller, the sources."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from salescoach.answer import Answer, Phrase
from salescoach.figures.rules.compared import Past
from salescoach.figures.rules.deals import Left
from salescoach.frozen import frozen
from salescoach.records.figures import UNDATED, Hers, Month, Source


@frozen
class Named:
    """A name of an export, the line where it first stands, its figures; `key` where it is one of the team.

    `near` are names of the team that it may be, by key.
    """

    name: str
    line: int
    hers: Hers
    key: str = ""
    near: Mapping[str, str] = field(default_factory=dict)

    @property
    def deals(self) -> int:
        """How many deals are counted under it: decided ones and open ones."""
        return sum(one.won + one.lost for one in self.hers.months) + sum(self.hers.open.values())


@frozen(kw_only=True)
class Imported(Answer):
    """What an export was read as and amounts to; `dry` nothing was written, `same` nothing had to be.

    `columns` are headers by field, `without` the won deals without an amount, `stays` who is kept and not in it.
    """

    source: str
    file: str
    how: Sequence[Phrase]
    columns: Mapping[str, str]
    names: Sequence[Named]
    left: Sequence[Left]
    taken_open: Sequence[str]
    without: int
    staged: bool
    stays: Sequence[str] = ()
    dry: bool = False
    same: bool = False

    @property
    def read(self) -> int:
        """How many deals were read."""
        return sum(one.deals for one in self.names)

    @property
    def kept(self) -> int:
        """How many of them are of people of the team."""
        return sum(one.deals for one in self.names if one.key)

    @property
    def undated(self) -> int:
        """How many open deals have no day of opening."""
        return sum(one.hers.open.get(UNDATED, 0) for one in self.names)


@frozen(kw_only=True)
class HerFigures(Answer):
    """The months of one seller in order, her latest against her own past, and what is open, by source."""

    key: str
    name: str
    months: Sequence[Month]
    past: Past | None
    sources: Sequence[Source]


@frozen(kw_only=True)
class Sources(Answer):
    """What is kept of figures, source by source; `names` are those of the team by key."""

    sources: Sequence[Source]
    names: Mapping[str, str] = field(default_factory=dict)
