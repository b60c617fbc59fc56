"""Beginning: the folder of a new journal, its settings and its place for sellers."""

from pathlib import Path

from salescoach.errors import JournalExists
from salescoach.journal import atomic
from salescoach.journal.places import SETTINGS, note_root

_SETTINGS = """\
# The settings of your coaching journal. Every line is optional; what stands behind a # is the default.
format = 1
language = "en"

[levels]
# set = "colours"     # or "plus" (minus, plus, plus plus) or "great" (good, great, awesome); or your own names:
# red = "red"
# yellow = "yellow"
# green = "green"

[rhythm]
# every = 14          # days between talks: the ideal
# at_most = 30        # and the limit
# new_days = 90       # as long as this a seller is new, and these count:
# new_every = 7
# new_at_most = 10

[urgency]
# promise = 0.5       # what a late promise of yours adds to a seller's place in coach weekly
# red = 0.25          # and what a red adds
# probation = 1.0     # and a probation on its last day

[probation]
# weekly = 60         # days before its end from which a probation stands in coach weekly
# decide = 7          # days that you want for deciding, before the last day to tell her
# country = "SE"      # whose rules hold, unless a seller's file says otherwise: SE, NO, DK, FI

[values]              # the values of your firm, a line each; coach asks about one of them once a month
# courage = "we say what we see, to customers too"

[silence]
# praise = 30         # days without praise until it is pointed out
# light = 45          # days until a light is worth a new look
# journal = 10        # days without a note until coach offers to begin again

[files]
# follow = []         # folders elsewhere that sellers/ or left/ may be a link to
"""


def begin(root: Path, *, remember: bool = True) -> Path:
    """Make a journal in a folder and note it as the user's, first, so that a failure leaves nothing half made.

    Raises:
        JournalExists: there is one in that folder.
        Unwritable: the folder, or the note of it, cannot be written.
    """
    if (root / SETTINGS).exists():
        raise JournalExists(folder=str(root))
    if remember:
        note_root(root)
    for folder in (root, root / "sellers", root / ".coach"):
        atomic.make_folder(folder)
    atomic.write(root / SETTINGS, _SETTINGS.encode(), str(root / SETTINGS))
    return root.resolve()
