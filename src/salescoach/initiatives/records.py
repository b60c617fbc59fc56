"""An initiative, and the talks about it with each seller, one by one (S4.1, S4.4)."""

from typing import ClassVar, Literal

from salescoach.records.base import Fields, FromTalk, Record, kept
from salescoach.records.values import Figure


@kept
class Initiative(Record):
    """A change of behaviour that is wanted of all; `so_far` is what becomes of the work done before it (S2.3)."""

    kind = "initiative"
    settles = ("kept", "dropped")
    apart = True
    titled = "name"
    searched = ("name", "what", "why", "area", "so_far")
    told = ("name", "what")
    forms: ClassVar[Fields] = {"full": ("why",), "bare": ()}

    name: str
    what: str
    why: str | None = None
    area: str | None = None
    figure: Figure | None = None
    so_far: str | None = None


@kept
class Dialogue(FromTalk):
    """What was said in a talk about an initiative: whose `idea` it is, what there is to `gain`, where she `trains`."""

    kind = "dialogue"
    searched = ("initiative", "gain", "trains")
    told = ("initiative",)
    forms: ClassVar[Fields] = {
        "all": ("idea", "gain", "trains"), "gained": ("idea", "gain"), "full": ("idea", "trains"), "idea": ("idea",),
        "both": ("gain", "trains"), "gain": ("gain",), "trains": ("trains",), "bare": ()
    }  # fmt: skip
    secret = ("gain",)

    initiative: str
    idea: Literal["hers", "mine", "ours"] | None = None
    gain: str | None = None
    trains: str | None = None
