"""A form: what is asked of whom, what becomes of an answer, and how it says what it is about and who answers."""

from collections.abc import Mapping, Sequence
from typing import Any

from salescoach.answer import Answer, Phrase, phrase
from salescoach.errors import Unusable
from salescoach.frozen import frozen
from salescoach.records.keys import key_form

FORMS = "forms"
"""The folder of the templates of forms."""

SELLER = "seller"
"""The role of the seller herself, whom most forms ask."""

MANAGER = "manager"
"""The role of the manager, who is asked in the language of the journal."""

LIGHTS_ASKED = 5
"""Areas that somebody is asked to see herself in: more are not looked at one by one."""


class NotARole(Unusable):
    """`text` is nobody who is asked by a form; `known` are those who are."""


@frozen
class Question:
    """A question: what an answer `becomes` beside, if one is `needed`, the `section` of an agenda that it is for."""

    id: str
    text: str
    becomes: str = "text"
    needed: bool = False
    section: str = ""


@frozen(kw_only=True)
class Asking:
    """What one `role` is asked by a `form`, and what the form says around it, in a `language` (None: the journal's).

    `title` is what the role is called as a heading, `called` where the form says who answers; `customer` tells whether
    it asks about one. Of a `traceless` one neither that it was asked nor what was answered is kept, only what the
    answers become.
    """

    form: str
    role: str
    called: str
    title: str
    heading: str
    around: tuple[str, ...]
    thanks: str
    questions: tuple[Question, ...]
    language: str | None = None
    traceless: bool = False
    customer: bool = False

    @property
    def texts(self) -> dict[str, str]:
        """The questions by their ids."""
        return {one.id: one.text for one in self.questions}

    def becoming(self, becomes: str) -> list[str]:
        """Return the ids of the questions whose answers become this."""
        return [one.id for one in self.questions if one.becomes == becomes]


@frozen(kw_only=True)
class Form(Answer):
    """What goes out: the questions to a role about a seller, and a customer; `areas` are to be given a light each.

    Where it goes `to` several by name it names nobody; `also` goes out with it to others, who are asked otherwise.
    """

    key: str
    name: str
    asking: Asking
    subject: str | None = None
    areas: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    also: "tuple[Form, ...]" = ()

    @property
    def opening(self) -> tuple[Phrase, ...]:
        """What stands before the questions: why they are asked, what becomes of it, and by what it is known again."""
        customer = [regarding(self.subject)] if self.subject else []
        around = (phrase("item.plain", text=one) for one in self.asking.around)
        if self.to:
            return (*around, *customer)
        return (*around, about(self.name), *customer, says(self.asking.called))

    @property
    def passages(self) -> tuple[Phrase, ...]:
        """All that it says beside its questions: what comes back with the answers and is none."""
        around = (phrase("item.plain", text=one) for one in (self.asking.heading, self.asking.thanks) if one)
        return (*self.opening, *around)


def about(name: str) -> Phrase:
    """Return the line by which a form that came back tells whom it is about."""
    return phrase("form.about", name=name)


def says(called: str) -> Phrase:
    """Return the line by which a form that came back tells who answered."""
    return phrase("form.role", role=called)


def regarding(customer: str) -> Phrase:
    """Return the line by which a form that came back tells which customer it is about."""
    return phrase("form.customer", customer=customer)


def askings_of(
    form: str, table: Mapping[str, Any], name: str, customer: str | None = None, language: str | None = None
) -> list[Asking]:
    """Return what each role is asked by a form, about a seller of that first name and a customer, in a language."""

    def filled(text: str) -> str:
        return text.replace("{name}", name).replace("{customer}", customer or "")

    return [
        Asking(
            form=form,
            role=role["name"],
            called=role.get("called") or role["name"].replace("-", " "),
            title=filled(role["title"]),
            heading=filled(role["heading"]),
            around=tuple(filled(role[key]) for key in ("why", "how", "kept") if role.get(key)),
            thanks=filled(role.get("thanks", "")),
            questions=tuple(_question(one, filled(one["text"])) for one in role["question"]),
            language=language,
            traceless=table.get("traceless", False),
            customer="{customer}" in str(role),
        )
        for role in table["role"]
    ]


def asking_of(askings: Sequence[Asking], typed: str) -> Asking:
    """Return what the role that was typed is asked; raise NotARole."""
    found = next((one for one in askings if key_form(one.role) == key_form(typed)), None)
    if found is None:
        raise NotARole(text=typed, known=[one.role for one in askings])
    return found


def _question(row: Mapping[str, Any], text: str) -> Question:
    return Question(row["id"], text, row.get("becomes", "text"), bool(row.get("needed")), row.get("section", ""))
