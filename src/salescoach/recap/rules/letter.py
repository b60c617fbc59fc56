"""The letter: the points of a talk with what is said around them, as she gets it and as it is kept once it is sent."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from salescoach.answer import Answer, Phrase, phrase
from salescoach.forms.records import Answered
from salescoach.frozen import frozen
from salescoach.recap.rules.both import OWNERS, Deed
from salescoach.recap.rules.points import Point, dated
from salescoach.recap.rules.seal import seal_of
from salescoach.words.phrases import in_line

Style = Literal["chat", "mail"]
Say = Callable[[Phrase], str]


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
