"""What went out and what came back: each form that was sent, and the answers of it (S1.4)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date

from salescoach.answer import Answer
from salescoach.forms.records import Answered, Asked
from salescoach.forms.rules.form import Asking
from salescoach.frozen import frozen
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller


@frozen
class Out:
    """A form about a seller that went out and is not back, and for how many days."""

    key: str
    name: str
    title: str
    asked: Asked
    days: int


@frozen
class Back:
    """An answer; `question` is what was asked, None where that is not known or it fits under none."""

    title: str
    question: str | None
    said: Answered


@frozen(kw_only=True)
class Rounds(Answer):
    """What is out, the longest first, and what came back, of one seller (`key`) or of all; `forms` can be asked."""

    key: str | None = None
    name: str | None = None
    out: tuple[Out, ...] = ()
    answers: tuple[Back, ...] = ()
    forms: tuple[str, ...] = ()


@frozen
class Sheet:
    """The form that belongs to a talk: when it went out, when it came back, its answers by the section they are for."""

    form: str = ""
    asked: date | None = None
    back: date | None = None
    answers: Mapping[str, Sequence[Answered]] = field(default_factory=dict)


def sheet_of(seller: Seller, asking: Asking, since: date | None, nothing: Collection[str]) -> Sheet:
    """Return where the form of a talk is; what was answered before the last such talk, on `since`, is none of this.

    An answer that says `nothing` is shown nowhere.
    """
    fits = (asking.form, asking.role)
    asked = [one.on for one in seller.all(Asked) if (one.form, one.role) == fits and (since is None or one.on > since)]
    said = [one for one in seller.all(Answered) if (one.form, one.role) == fits and (since is None or one.on > since)]
    latest = {one.question: one for one in said}
    answers: dict[str, list[Answered]] = {}
    for question in asking.questions:
        if question.section and question.id in latest and key_form(latest[question.id].text) not in nothing:
            answers.setdefault(question.section, []).append(latest[question.id])
    return Sheet(asking.form, max(asked, default=None), max((one.on for one in said), default=None), answers)


NO_SHEET = Sheet()
"""Where a talk has no form of its own."""


def about_same(one: Asked, form: str, role: str, customer: str | None) -> bool:
    """Tell whether a form went out to that role about that customer, in whichever letters, or about none."""
    return (one.form, one.role, key_form(one.subject or "")) == (form, role, key_form(customer or ""))


def out_of(seller: Seller) -> list[Asked]:
    """Return the forms about a seller of which nothing was answered, each the latest of its kind, longest out first."""
    asked, said = seller.all(Asked), seller.all(Answered)
    rest = ((one, asked[at:]) for at, one in enumerate(asked, 1))
    latest = [one for one, later in rest if not any(about_same(it, one.form, one.role, one.subject) for it in later)]
    return [one for one in latest if not any(_answers(answer, one) for answer in said)]


def answered(seller: Seller, form: str, role: str | None = None) -> dict[str, Answered]:
    """Return the latest answer to each question of a form."""
    found = (one for one in seller.all(Answered) if one.form == form and role in (None, one.role))
    return {one.question: one for one in found if one.question}


def rounds_of(sellers: Iterable[Seller], titles: Mapping[str, str], today: date) -> Rounds:
    """Return what is out of all these sellers; `titles` are what the forms are called."""
    out = [
        Out(seller.key, seller.name, titles.get(sent.form, sent.form), sent, (today - sent.on).days)
        for seller in sellers
        for sent in out_of(seller)
    ]
    return Rounds(out=tuple(sorted(out, key=lambda one: one.asked.on)), forms=tuple(titles))


def rounds_with(seller: Seller, askings: Sequence[Asking], titles: Mapping[str, str], today: date) -> Rounds:
    """Return what is out of a seller and what came back, the answers of the latest day first."""
    texts = {(one.form, one.role): one.texts for one in askings}
    said = sorted(seller.all(Answered), key=lambda one: one.on, reverse=True)
    back = [
        Back(titles.get(one.form, one.form), texts.get((one.form, one.role), {}).get(one.question or ""), one)
        for one in said
    ]
    return replace(rounds_of([seller], titles, today), key=seller.key, name=seller.name, answers=tuple(back))


def _answers(said: Answered, asked: Asked) -> bool:
    same = (said.form, said.role) == (asked.form, asked.role)
    return said.of == asked.id or (said.of is None and same and said.on >= asked.on)
