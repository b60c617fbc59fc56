"""Every way to fail that a user can mend: a class per cause, carrying data; the prose is in words.toml, [error]."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar


class CoachError(Exception):
    """A failure with a sentence: `code` names the phrase, `data` fills it, `status` is the exit status."""

    code: ClassVar[str] = "bug"
    status: ClassVar[int] = 2

    def __init__(self, **data: object) -> None:
        super().__init__(self.code)
        self.data: Mapping[str, object] = data


class Unusable(CoachError):
    """What was typed cannot be used as it is (exit 2)."""

    code = "unusable"
    status = 2


class NotFound(CoachError):
    """No such seller or record, or several (exit 4)."""

    code = "not_found"
    status = 4


class Bug(CoachError):
    """A mistake of the program; its traceback is in `file` (exit 3)."""

    code = "bug"
    status = 3


class Broken(CoachError):
    """A file is broken or cannot be written (exit 5)."""

    code = "broken"
    status = 5


class Changed(CoachError):
    """A file changed meanwhile, or is locked (exit 6)."""

    code = "changed"
    status = 6


class NotADate(Unusable):
    """`text` is no date that is understood without guessing; `why` and `forms` say more."""

    code = "not_a_date"


class BadUsage(Unusable):
    """The command line cannot be read; `text` says why, in the words of the parser."""

    code = "bad_usage"


class NoSuchCommand(Unusable):
    """There is no command of that name; `near` are the nearest."""

    code = "no_such_command"


class NoJournal(Unusable):
    """There is no journal at or above the place that was looked at."""

    code = "no_journal"


class JournalExists(Unusable):
    """`coach init` was asked to make a journal where one is."""

    code = "journal_exists"


class SellerExists(Unusable):
    """A seller of that name is there already."""

    code = "seller_exists"


class BadText(Unusable):
    """Text that is no valid Unicode, or a name that no file can carry."""

    code = "bad_text"


class Missing(Unusable):
    """Something that the command cannot do without was not given; `what` is a phrase under [missing]."""

    code = "missing"


class NotALevel(Unusable):
    """`text` is none of the three levels."""

    code = "not_a_level"


class NoLanguage(Unusable):
    """The program does not speak that language; `known` are those it does."""

    code = "no_language"


class NotANumber(Unusable):
    """`text` is no number."""

    code = "not_a_number"


class NotAKind(Unusable):
    """`text` is no kind of record; `known` are all of them."""

    code = "not_a_kind"


class NoTemplate(Unusable):
    """There is no template of that name."""

    code = "no_template"


class BadTemplate(Unusable):
    """A template of the manager's own, at `place`, cannot be used; `why` says more."""

    code = "bad_template"


class CannotRender(Unusable):
    """The answer has no form for files of that suffix."""

    code = "cannot_render"


class NoSuchSeller(NotFound):
    """Nobody goes by that name; `near` are the nearest."""

    code = "no_such_seller"


class NotASeller(NotFound):
    """The manager was named where a seller is meant."""

    code = "not_a_seller"


class StillToCome(Unusable):
    """A day that is past was asked for, and one to come given."""

    code = "still_to_come"


class FarAway(Unusable):
    """A day without a year fell so far ahead that it hardly was meant."""

    code = "far_away"


class SeveralSellers(NotFound):
    """Two or more sellers go by that name."""

    code = "several_sellers"


class NoSuchItem(NotFound):
    """Nothing open goes by that id or those words."""

    code = "no_such_item"


class SeveralItems(NotFound):
    """Two or more open things go by that id or those words."""

    code = "several_items"


class NothingToUndo(NotFound):
    """No command is left to take back."""

    code = "nothing_to_undo"


class BadToml(Broken):
    """A file is no TOML, at a line and a column."""

    code = "bad_toml"


class NoHeader(Broken):
    """A seller file lacks a [seller] with a name."""

    code = "no_header"


class NewerFormat(Broken):
    """A file was written by a newer version."""

    code = "newer_format"


class BadSettings(Broken):
    """A value in coach.toml cannot be used, at a line and a column."""

    code = "bad_settings"


class TooLarge(Broken):
    """A file is larger than any journal grows."""

    code = "too_large"


class Unreadable(Broken):
    """The system refuses to read a file."""

    code = "unreadable"


class Unwritable(Broken):
    """The system refuses to write a file; `written` were written before."""

    code = "unwritable"


class Unverified(Broken):
    """What would have been written does not read back as meant; nothing was."""

    code = "unverified"


class Locked(Changed):
    """Another command holds the journal."""

    code = "locked"


class ChangedMeanwhile(Changed):
    """A file was changed since it was read, or since the command to be undone."""

    code = "changed_meanwhile"


@dataclass(frozen=True)
class Problem:
    """Something wrong in one place of one file, which the rest of the work goes on without.

    `line` and `column` count from 1; 0 means the file as a whole. `code` names a phrase under [problem].
    """

    file: str
    code: str
    line: int = 0
    column: int = 0
    data: Mapping[str, object] = field(default_factory=dict)
