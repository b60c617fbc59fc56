"""The mirror: what all sellers need from the manager, how the manager comes across, and what was promised (S0.9)."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from salescoach.answer import Answer
from salescoach.coaching.needs import unanswered
from salescoach.frozen import frozen
from salescoach.people.rules.own_part import OwnPart
from salescoach.promises.rules import Word, vows_of, words_of
from salescoach.records.keys import key_form
from salescoach.records.praise import Feedback
from salescoach.records.seller import Book, Seller
from salescoach.records.talk import Talk
from salescoach.records.topic import Lesson

_SHORTEST = 2
"""Letters that a name must have to be looked for: one alone is an initial, and a word of many languages."""


@frozen
class Voice:
    """One thing said, on a day; by whom (`seller` is the key of the file) only where names are shown."""

    what: str
    on: date
    id: str | None = None
    seller: str | None = None
    name: str | None = None
    private: bool = False


@frozen
class Side:
    """What was said of one matter, newest first; `hidden` counts what names somebody and was therefore left out."""

    said: tuple[Voice, ...]
    hidden: int = 0


@frozen(kw_only=True)
class Mirror(Answer):
    """How the manager comes across to so many `sellers`, with the `own` part in it; `named` where names are shown."""

    needs: Side
    heard: Side
    lessons: Side
    word: Word
    sellers: int
    named: bool
    own: OwnPart = OwnPart()
    standing: Side = Side(())


def mirror_of(sellers: Sequence[Seller], me: Book, names: Collection[str], today: date, *, named: bool) -> Mirror:
    """Return what all files say of the manager.

    Not `named`, it says neither who said a thing nor anything that has one of `names` (see `names_in`) in its text.
    """

    def side(found: Callable[[Book], Iterable[Voice]]) -> Side:
        by_others = (replace(voice, seller=one.key, name=one.name) for one in sellers for voice in found(one))
        said = sorted((*by_others, *found(me)), key=lambda voice: voice.on, reverse=True)
        if named:
            return Side(tuple(said))
        shown = [voice for voice in said if not names_any(voice.what, names)]
        return Side(tuple(Voice(voice.what, voice.on) for voice in shown), len(said) - len(shown))

    return Mirror(
        needs=side(_needs),
        heard=side(_heard),
        lessons=side(_lessons),
        standing=side(lambda book: [Voice(one.what, one.made, one.id) for one in vows_of(me, today) if book is me]),
        word=words_of((*sellers, me), today, me)[0],
        sellers=len(sellers),
        named=named,
    )


def names_in(people: Iterable[tuple[str, Sequence[str]]]) -> frozenset[str]:
    """Return what people are called in a text, in key form: of each their name and their aliases.

    Each word of a name counts, but for those in small letters behind the first one: `van` and `der` are words too.
    """
    found = set()
    for name, aliases in people:
        words = [word for at, word in enumerate(name.split()) if at == 0 or not word[0].islower()]
        keys = [key_form(word) for word in words]
        found |= {*keys, *(part for key in keys for part in key.split("-")), *map(key_form, (name, *aliases))}
    return frozenset(form for form in found if len(form) >= _SHORTEST)


def names_any(text: str, names: Collection[str]) -> bool:
    """Tell whether a text has a name in it, with the s of a genitive too."""
    padded = f"-{key_form(text)}-"
    return any(f"-{name}-" in padded or f"-{name}s-" in padded for name in names)


def _needs(book: Book) -> Iterator[Voice]:
    return (Voice(one.what, one.on, one.id, private=one.private) for one in unanswered(book))


def _heard(book: Book) -> Iterator[Voice]:
    return (Voice(one.what, one.on, one.id, private=one.private) for one in book.all(Feedback) if one.to == "me")


def _lessons(book: Book) -> Iterator[Voice]:
    """Give what the manager wrote down: in talks, and between them."""
    yield from (Voice(one.lesson, one.on, one.id, private=one.private) for one in book.all(Talk) if one.lesson)
    yield from (Voice(one.text, one.on, one.id, private=one.private) for one in book.all(Lesson) if one.by == "me")
