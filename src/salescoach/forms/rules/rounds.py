"""What went out and what came back: each form that was sent, and the answers of it (S1.4)."""

from collections.abc import Iterable, Sequence
from datetime import date

from salescoach.answer import Answer
from salescoach.forms.records import Answered, Asked
from salescoach.forms.rules.form import Asking
from salescoach.frozen import frozen
from salescoach.records.seller import Seller


@frozen(kw_only=True)
class Out:
    """A form that went out and is not back: to whom, and for how many days."""

    key: str
    name: str
    form: str
    title: str
    role: str
    subject: str | None
    asked: date
    days: int


@frozen(kw_only=True)
class Back:
    """One answer: `question` is its id, `text_asked` what was asked, where that is known; without: placed nowhere."""

    form: str
    title: str
    role: str
    question: str | None
    text_asked: str | None
    text: str
    on: date


@frozen(kw_only=True)
class Rounds(Answer):
    """What is out, the longest first, and what came back, of one seller (`key`) or of all; `forms` can be asked."""

    key: str | None = None
    name: str | None = None
    out: tuple[Out, ...] = ()
    answers: tuple[Back, ...] = ()
    forms: tuple[tuple[str, str], ...] = ()


def is_out(seller: Seller, asked: Asked) -> bool:
    """Tell whether a form is not back: nothing was answered of it, and it is the latest of its kind."""
    key = (asked.form, asked.role, asked.subject)
    later = [one for one in seller.all(Asked) if (one.form, one.role, one.subject) == key]
    return later[-1] is asked and not any(_answers(one, asked) for one in seller.all(Answered))


def out_of(seller: Seller) -> list[Asked]:
    """Return the forms about a seller that are not back, the longest out first."""
    return [one for one in seller.all(Asked) if is_out(seller, one)]


def answered(seller: Seller, form: str, role: str | None = None) -> dict[str, Answered]:
    """Return the latest answer to each question of a form."""
    found = (one for one in seller.all(Answered) if one.form == form and role in (None, one.role))
    return {one.question: one for one in found if one.question}


def rounds_of(
    sellers: Iterable[Seller], askings: Sequence[Asking], titles: dict[str, str], today: date, *, one: bool
) -> Rounds:
    """Return what is out and back of these sellers; of `one`, her answers as well."""
    team = list(sellers)
    asked = {(each.form, each.role): each.texts for each in askings}
    out = [
        Out(
            key=seller.key,
            name=seller.name,
            form=sent.form,
            title=titles.get(sent.form, sent.form),
            role=sent.role,
            subject=sent.subject,
            asked=sent.on,
            days=(today - sent.on).days,
        )
        for seller in team
        for sent in out_of(seller)
    ]
    back = [
        Back(
            form=said.form,
            title=titles.get(said.form, said.form),
            role=said.role,
            question=said.question,
            text_asked=asked.get((said.form, said.role), {}).get(said.question or ""),
            text=said.text,
            on=said.on,
        )
        for said in (_latest_first(team[0]) if one else ())
    ]
    who = team[0] if one else None
    return Rounds(
        key=who.key if who else None,
        name=who.name if who else None,
        out=tuple(sorted(out, key=lambda each: each.asked)),
        answers=tuple(back),
        forms=tuple(titles.items()),
    )


def _latest_first(seller: Seller) -> list[Answered]:
    """Return the answers, those of the latest day first, and of a day in their order."""
    return sorted(seller.all(Answered), key=lambda said: said.on, reverse=True)


def _answers(said: Answered, asked: Asked) -> bool:
    same = (said.form, said.role) == (asked.form, asked.role)
    return said.of == asked.id or (said.of is None and same and said.on >= asked.on)
