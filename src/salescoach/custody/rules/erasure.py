"""Erasure: what goes, or went, with a seller, and where she is named in what stays."""

from salescoach.answer import Answer
from salescoach.custody.rules.held import Holding, Mention
from salescoach.frozen import frozen


@frozen(kw_only=True)
class Erasure(Answer):
    """All that is held of one seller; `done` once it is removed."""

    key: str
    name: str
    going: tuple[Holding, ...]
    mentions: tuple[Mention, ...]
    done: bool = False
