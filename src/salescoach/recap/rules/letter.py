"""The letter: the points of a talk as she gets them and as they are kept, and what both of you remember of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from salescoach.answer import Answer, Phrase, phrase
from salescoach.forms.records import Answered
from salescoach.forms.rules.form import SELLER
from salescoach.frozen import frozen
from salescoach.recap.rules.points import FORM, Around, Point, dated
from salescoach.recap.rules.seal import seal_of
from salescoach.records.commitment import Commitment
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller
from salescoach.records.values import Person
from salescoach.words.phrases import in_line

Style = Literal["chat", "mail"]
Say = Callable[[Phrase], str]

OWNERS: dict[str, Person] = {"i-do": "seller", "you-do": "me"}
"""Whose promises answer each question of the form."""

_ALIKE = 0.5
"""Of the words of the shorter of two: what both may have put in other words."""

_SHORTEST = 3
"""Letters of a word that says something."""

_MORE = 3
"""Words of hers beside those of the manager: an "and", what is done, to what; fewer put the same otherwise."""


@frozen
class Deed:
    """Something to be done, found with both, with two `days`, or with one alone; `due` for the manager, `hers`.

    What she wrote is `more` where it is in part with both.
    """

    code: Literal["agreed", "days", "mine", "hers", "more"]
    by: Person
    what: str
    due: date | None = None
    hers: date | None = None


@frozen(kw_only=True)
class Letter(Answer):
    """The recap of the talk `on` a day, ready to paste, and when it was `sent`; `both` is how her answers compare."""

    key: str
    name: str
    opening: Phrase
    closing: Phrase
    on: date
    style: Style
    points: tuple[Point, ...]
    left_out: Mapping[str, int]
    both: tuple[Deed, ...] = ()
    sent: date | None = None

    def lines(self, say: Say) -> list[tuple[str, str]]:
        """Return each point in words: what it is, and what it says in one line."""
        said = ((phrase(f"recap.label.{one.code}", name=one.name), one.text) for one in self.points)
        return [(say(label), " ".join(in_line(say(text)).split())) for label, text in said]

    def rows(self, say: Say) -> list[str]:
        """Return the points as lines of text."""
        return [say(phrase("recap.line", label=label, text=text)) for label, text in self.lines(say)]

    def seal(self, say: Say) -> str:
        """Return the seal of the points, whatever stands around them."""
        return seal_of(self.rows(say))

    def text(self, say: Say, rows: Sequence[str]) -> str:
        """Return what is kept of it: what it begins with, the points as they were sent, what it ends with, its seal."""
        end = (self.closing, phrase("recap.seal", seal=seal_of(rows)))
        return "\n\n".join((say(self.opening), "\n".join(rows), "\n".join(map(say, end))))


def asides(letter: Letter, name: str, answers: Sequence[Answered], sent: date | None) -> Iterator[Phrase]:
    """Give what is told the manager alone: what both have, what she wrote, if it was `sent`, what it leaves out."""
    for one in letter.both:
        due = one.hers if one.code in {"hers", "more"} else one.due
        what = phrase("item.plain", text=one.what) if one.code == "days" else dated(one.what, due)
        yield phrase(f"recap.both.{one.code}", name=name, what=what, due=due, hers=one.hers)
    for said in (said for said in answers if said.question not in OWNERS):
        after = sent is not None and said.on > sent
        yield phrase("recap.wrote_after" if after else "recap.wrote", name=name, on=said.on, text=said.text)
    if sent:
        yield phrase("recap.sent_before" if letter.sent else "recap.sent_otherwise", sent=sent)
    if letter.left_out:
        yield phrase("recap.left_out", reasons=[phrase(f"recap.left.{one}", n=n) for one, n in letter.left_out.items()])


def answers_in(seller: Seller, held: Around) -> list[Answered]:
    """Return what she wrote of a talk after it, in her form or in answer to the recap."""
    said = [one for one in seller.all(Answered) if (one.form, one.role) == (FORM, SELLER)]
    return [one for one in said if one.on >= held.talk.on and held.before(one)]


def both_of(seller: Seller, held: Around, theirs: Sequence[Deed]) -> list[Deed]:
    """Return what both have, then what only one has; she need not say again what was open before the talk."""
    made = [one for one in seller.all(Commitment) if held.before(one)]
    ends = [seller.closing(one) for one in made]
    mine = [one for one, end in zip(made, ends, strict=True) if end is None or end.on > held.talk.on]
    pairs = [
        (_likeness(one, seller.due(one), her), at, to) for at, one in enumerate(mine) for to, her in enumerate(theirs)
    ]
    found: dict[int, int] = {}
    for likeness, at, to in sorted(pairs, reverse=True):
        if likeness >= _ALIKE and at not in found and to not in found.values():
            found[at] = to
    shared = [(mine[at], theirs[to]) for at, to in sorted(found.items())]
    alone = [one for at, one in enumerate(mine) if at not in found and held.has(one)]
    more = [her for one, her in shared if len(_words(her.what) - _words(one.what)) >= _MORE]
    return [
        *(_shared(one, seller.due(one), her.hers) for one, her in shared),
        *(Deed("mine", one.by, one.what, seller.due(one)) for one in alone),
        *(her for to, her in enumerate(theirs) if to not in found.values()),
        *(replace(her, code="more") for her in more),
    ]


def _shared(mine: Commitment, due: date | None, hers: date | None) -> Deed:
    return Deed("days" if due and hers and due != hers else "agreed", mine.by, mine.what, due or hers, hers)


def _likeness(mine: Commitment, due: date | None, hers: Deed) -> float:
    """Return how much two have in common: of their words, and on the same day more than on another."""
    words, others = _words(mine.what), _words(hers.what)
    shared = len(words & others) if mine.by == hers.by else 0
    return shared / min(len(words), len(others)) + (due is not None and due == hers.hers) if shared else 0.0


def _words(what: str) -> set[str]:
    return {word for word in key_form(what).split("-") if len(word) >= _SHORTEST}
