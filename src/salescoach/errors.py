"""Every way to fail that a user can mend: a class per cause, carrying data; the prose is in words.toml, [error]."""

import re
from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar

from salescoach.frozen import frozen


class CoachError(Exception):
    """A failure with a sentence: `code` names the phrase, `data` fills it, `status` is the exit status."""

    code: ClassVar[str] = "bug"
    status: ClassVar[int] = 2

    def __init_subclass__(cls) -> None:
        """Name the phrase as the class is named: NotADate is not_a_date."""
        cls.code = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    def __init__(self, **data: object) -> None:
        super().__init__(self.code)
        self.data: Mapping[str, object] = data


class Unusable(CoachError):
    """What was typed cannot be used as it is (exit 2)."""


class NotExpected(Unusable):
    """Something was to be demanded of how somebody is, `area`: that is asked about, and demanded of nobody."""


class NotFound(CoachError):
    """No such seller or record, or several (exit 4)."""

    status = 4


class Bug(CoachError):
    """A mistake of the program; its traceback is in `file` (exit 3)."""

    status = 3


class Broken(CoachError):
    """A file is broken or cannot be written (exit 5)."""

    status = 5


class Changed(CoachError):
    """A file changed meanwhile, or is locked (exit 6)."""

    status = 6


class NotADate(Unusable):
    """`text` is no date that is understood without guessing; `why` and `forms` say more."""


class BadUsage(Unusable):
    """The command line cannot be read; `text` says why, in the words of the parser."""


class NoSuchCommand(Unusable):
    """There is no command of that name; `near` are the nearest."""


class NoJournal(Unusable):
    """There is no journal at or above the place that was looked at."""


class JournalExists(Unusable):
    """`coach init` was asked to make a journal where one is."""


class SellerExists(Unusable):
    """A seller of that name is there already."""


class BadText(Unusable):
    """Text that is no valid Unicode, or that no record can hold."""


class BadName(Unusable):
    """A name that no file can carry: without a letter, or with more than `most`."""


class Missing(Unusable):
    """Something that the command cannot do without was not given; `what` is a phrase under [missing]."""


class NotALevel(Unusable):
    """`text` is none of the three levels."""


class NoLanguage(Unusable):
    """The program does not speak that language; `known` are those it does."""


class NotANumber(Unusable):
    """`text` is no number."""


class NotADuration(Unusable):
    """`text` is no length of time."""


class NotAKind(Unusable):
    """`text` is no kind of record; `known` are all of them."""


class NotACopy(Unusable):
    """A file to be united is no conflict copy, and holds no conflict."""


class NoTemplate(Unusable):
    """There is no template of that name."""


class BadTemplate(Unusable):
    """A template of the manager's own, at `place`, cannot be used; `why` says more, `shipped` that there is another."""


class CannotRender(Unusable):
    """The answer has no form for files of that suffix."""


class Misplaced(Unusable):
    """A seller has left already (`why`: left), or has not (here); or there is a file of that name in both places."""


class NoSuchSeller(NotFound):
    """Nobody goes by that name; `near` are the nearest."""


class NobodyYet(NotFound):
    """Nobody goes by that full name, and no plan can begin before somebody does."""


class NotASeller(NotFound):
    """The manager was named where a seller is meant."""


class StillToCome(Unusable):
    """A day that is past was asked for, and one to come given."""


class FarAway(Unusable):
    """A day without a year fell so far ahead that it hardly was meant."""


class SeveralSellers(NotFound):
    """Two or more sellers go by that name."""


class NoSuchItem(NotFound):
    """Nothing open goes by that id or those words."""


class SeveralItems(NotFound):
    """Two or more open things go by that id or those words."""


class NothingToUndo(NotFound):
    """No command is left to take back."""


class BadToml(Broken):
    """A file is no TOML, at a line and a column."""


class NoHeader(Broken):
    """A seller file lacks a [seller] with a name."""


class NewerFormat(Broken):
    """A file was written by a newer version."""


class BadSettings(Broken):
    """A value in coach.toml cannot be used, at a line and a column."""


class TooLarge(Broken):
    """A file is larger than any journal grows."""


class Unreadable(Broken):
    """The system refuses to read a file."""


class Unwritable(Broken):
    """The system refuses to write a file; `written` were written before."""


class Unverified(Broken):
    """What would have been written does not read back as meant; nothing was."""


class LeadsOut(Broken):
    """A folder of the journal is a link out of it, which she has not agreed to follow."""


class Locked(Changed):
    """Another command holds the journal."""


class ChangedMeanwhile(Changed):
    """A file was changed since it was read, or since the command to be undone."""


class EditOverlap(Changed):
    """What was edited was changed meanwhile, in the same lines; what she saved is kept at `draft`."""


@frozen
class Problem:
    """Something wrong in one place of a file (line 0: in all of it); `code` names its phrase under [problem]."""

    file: str
    code: str
    line: int = 0
    column: int = 0
    data: Mapping[str, object] = field(default_factory=dict)
