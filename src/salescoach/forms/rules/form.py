"""The form: what is asked of one who took part, and how it says what it is about and who answers."""

from collections.abc import Mapping, Sequence
from typing import Any

from salescoach.answer import Answer, Phrase, phrase
from salescoach.errors import Unusable
from salescoach.frozen import frozen
from salescoach.records.keys import key_form


class NotARole(Unusable):
    """`text` is nobody who is asked after an onboarding; `known` are those who are."""


@frozen
class Asking:
    """What one role is asked: its questions by id, and which of them asks for a lesson."""

    role: str
    title: str
    questions: Mapping[str, str]
    lesson: str


@frozen(kw_only=True)
class Form(Answer):
    """What is mailed to one who took part: the questions of a role about one seller."""

    key: str
    name: str
    asking: Asking

    @property
    def title(self) -> Phrase:
        """What it asks in one line: of the new seller about the own start, of the others about hers."""
        return phrase(_SPOKEN.get(self.asking.role, _SPOKEN[""])["form"], name=self.name)

    @property
    def opening(self) -> tuple[Phrase, ...]:
        """What stands before the questions: why they are asked, how to answer, what becomes of it, whom it is about."""
        said = _SPOKEN.get(self.asking.role, _SPOKEN[""])
        return (
            phrase(said["why"]),
            phrase(said["how"]),
            phrase(said["kept"], name=self.name),
            about(self.name),
            says(self.asking.role),
        )

    @property
    def closing(self) -> tuple[Phrase, ...]:
        """What stands below the questions; nobody thanks herself."""
        return () if self.asking.role == "manager" else (phrase("retro.thanks"),)

    @property
    def passages(self) -> tuple[Phrase, ...]:
        """All that it says beside its questions: what comes back with the answers and is none."""
        return (self.title, *self.opening, *self.closing)


_SPOKEN = {
    "": {"form": "retro.form", "why": "retro.why", "how": "retro.how", "kept": "retro.kept"},
    "new-hire": {"form": "retro.form_new", "why": "retro.why", "how": "retro.how", "kept": "retro.kept_new"},
    "manager": {"form": "retro.form_own", "why": "retro.why_own", "how": "retro.how_own", "kept": "retro.kept_own"},
}
"""What a form says to the new seller, to the manager herself, and to the others."""


def about(name: str) -> Phrase:
    """Return the line by which a form that came back tells whom it is about."""
    return phrase("retro.about", name=name)


def says(role: str) -> Phrase:
    """Return the line by which a form that came back tells who answered."""
    return phrase("retro.role", role=role.replace("-", " "))


def askings_of(table: Mapping[str, Any], name: str) -> list[Asking]:
    """Return what each role is asked about a seller of that first name."""
    return [
        Asking(
            role=role["name"],
            title=role["title"].replace("{name}", name),
            questions={one["id"]: one["text"].replace("{name}", name) for one in role["question"]},
            lesson=next(one["id"] for one in role["question"] if one.get("lesson")),
        )
        for role in table["role"]
    ]


def asking_of(askings: Sequence[Asking], typed: str) -> Asking:
    """Return what the role that was typed is asked; raise NotARole."""
    found = next((one for one in askings if key_form(one.role) == key_form(typed)), None)
    if found is None:
        raise NotARole(text=typed, known=[one.role for one in askings])
    return found
