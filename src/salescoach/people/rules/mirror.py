"""The mirror: what all sellers need from the manager, how the manager comes across, and the own part in it (S0.9)."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from itertools import pairwise

from salescoach.answer import Answer, Phrase, phrase
from salescoach.coaching.clocks import count_days, known_since, rhythm_of, thresholds
from salescoach.coaching.needs import answered_on, unanswered
from salescoach.frozen import frozen
from salescoach.promises.rules import Word, vows_of, words_of
from salescoach.records.base import Record
from salescoach.records.keys import key_form
from salescoach.records.kinds import KINDS
from salescoach.records.matching import names_any
from salescoach.records.praise import Feedback, Praise
from salescoach.records.rating import Service
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings
from salescoach.records.talk import Talk
from salescoach.records.topic import Lesson, Need
from salescoach.records.values import Level

SPAN = 90
"""Days that are looked back on: a quarter is long enough to show a habit, and short enough to change it."""

LEAST = 3
"""Cases below which a share says nothing, and answers below which who gave which could be guessed."""

_LONG = 5
"""Letters of a word that says what an answer is about: shorter ones stand in any sentence."""

_SHORTEST = 2
"""Letters that a name must have to be looked for: one alone is an initial, and a word of many languages."""


@frozen
class Part:
    """So many `good` ones of a `whole`; `beside` are the talks overdue, the times, the days, or what is open."""

    name: str
    good: int
    whole: int
    beside: int | None = None

    @property
    def share(self) -> float | None:
        """The share of the good ones, None where they are too few to tell."""
        return self.good / self.whole if self.whole >= LEAST else None


@frozen
class Seen:
    """The contacts with a seller, the minutes of the `timed` ones of her talks, and the days of silence by now."""

    seller: str
    name: str
    contacts: int
    timed: int
    minutes: float
    silent: int | None
    placed_at: str | None = None


@frozen
class OwnPart:
    """How many answered, their lights unless too few, who is `due` to be asked, and what would raise it most.

    `channels` are the contacts by channel where it is known, else by kind.
    """

    answers: int = 0
    levels: tuple[Level, ...] = ()
    asked: date | None = None
    due: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    raised: Phrase | None = None
    seen: tuple[Seen, ...] = ()
    channels: Mapping[str, int] = field(default_factory=dict)


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
        needs=side(lambda book: [_voice(one.what, one) for one in unanswered(book)]),
        heard=side(lambda book: [_voice(one.what, one) for one in book.all(Feedback) if one.to == "me"]),
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


def own_part_of(
    sellers: Sequence[Seller], me: Book, settings: Settings, kept: Part, today: date, shows: Callable[[str], bool]
) -> OwnPart:
    """Return how the last quarter was (S2.1, S3.3); `kept` are the promises, `shows` tells if words may be shown."""
    team = [one for one in sellers if not one.is_to_start(today)]
    asked = {one.key: max((day for day, _, _ in _sent(one)), default=None) for one in team}
    sent = [one for seller in team for one in _sent(seller)]
    heard = max((day for day, _, _ in sent), default=None)  # an answer tells that it was asked, where nothing else does
    last = max((day for day, _, text in sent if not text), default=heard)
    since = {one.key: asked[one.key] or (known_since(one) if last else None) for one in team}
    answers = [[one for one in _sent(seller) if one[1] and _recent(one[0], today)] for seller in team]
    raises = [[(on, text) for on, question, text in one if question == "raise"] for one in answers]
    words = [text for _, text in sorted((one[-1] for one in raises if one), reverse=True) if shows(text)]
    lights = [[one.level for one in seller.all(Service) if _recent(one.on, today)][-1:] for seller in team]
    parts = [part for part in _parts(team, me, settings, kept, today) if part.whole or part.beside]
    contacts = {one.key: _contacts(one, today) for one in team}
    spelled: dict[str, str] = {}
    channels = [getattr(one, "channel", None) or one.kind for found in contacts.values() for one in found]
    return OwnPart(
        answers=sum(map(bool, answers)),
        levels=tuple(level for one in lights for level in one) if sum(map(bool, lights)) >= LEAST else (),
        asked=last,
        due=tuple(key for key, day in since.items() if day is None or not _recent(day, today)),
        parts=tuple(parts),
        raised=(_in_words(words) if len(words) >= LEAST else None) or _weakest(parts),
        seen=tuple(_seen(one, contacts[one.key], rhythm_of(one, me, settings, today).quiet_days) for one in team),
        channels=dict(Counter(spelled.setdefault(key_form(one), one) for one in channels).most_common()),
    )


def _lessons(book: Book) -> Iterator[Voice]:
    """Give what the manager wrote down: in talks, and between them."""
    yield from (_voice(one.lesson, one) for one in book.all(Talk) if one.lesson)
    yield from (_voice(one.text, one) for one in book.all(Lesson) if one.by == "me")


def _voice(what: str, one: Record) -> Voice:
    return Voice(what, one.on, one.id, private=one.private)


def _recent(day: date, today: date) -> bool:
    return 0 <= (today - day).days < SPAN


def _sent(seller: Seller) -> Iterator[tuple[date, str | None, str]]:
    """Give when she was asked, and when she answered which question of the form with what."""
    for one in (*seller.records.get("asked", ()), *seller.records.get("answer", ())):
        if getattr(one, "form", None) == "service":
            yield one.on, getattr(one, "question", None), getattr(one, "text", "")


def _in_words(said: Sequence[str]) -> Phrase:
    """Return the answer that shares a word with most others, of several the newest."""
    words = [{word for word in key_form(text).split("-") if len(word) >= _LONG} for text in said]
    alike = [sum(not own.isdisjoint(others) for others in words) for own in words]
    best = max(range(len(said)), key=alike.__getitem__)
    if alike[best] > 1:
        return phrase("mirror.raised_alike", what=said[best], n=alike[best] - 1, of=len(said) - 1)
    return phrase("mirror.raised", what=said[best], of=len(said))


def _weakest(parts: Sequence[Part]) -> Phrase | None:
    """Return the part with the lowest share, where one is less than whole."""
    weak = [one for one in parts if one.share is not None and one.share < 1]
    found = min(weak, key=lambda one: one.share or 0, default=None)
    return phrase(f"mirror.weakest.{found.name}", good=found.good, whole=found.whole) if found else None


def _parts(team: Sequence[Seller], me: Book, settings: Settings, kept: Part, today: date) -> Iterator[Part]:
    """Give what was done within the quarter: talks in time, praise, needs answered."""
    held = [in_time for seller in team for in_time in _held(seller, me, settings, today)]
    over = sum(rhythm_of(seller, me, settings, today).status == "overdue" for seller in team)
    yield Part("talks", sum(held), len(held) + over, over)
    yield kept
    long = [one for one in team if (today - (known_since(one) or date.min)).days >= settings.silence.praise]
    praise = [sum(_recent(one.on, today) and not one.giver for one in seller.all(Praise)) for seller in long]
    yield Part("praise", sum(map(bool, praise)), len(long), sum(praise))
    needs = [(need, answered_on(one, need)) for one in team for need in one.all(Need) if _recent(need.on, today)]
    days = sorted((day - need.on).days for need, day in needs if day)
    yield Part("needs", len(days), len(needs), days[(len(days) - 1) // 2] if len(days) >= LEAST else None)


def _held(seller: Seller, me: Book, settings: Settings, today: date) -> Iterator[bool]:
    """Give of each talk within the quarter whether it came within the limit, counted as the clock counts."""
    days = [one.on for one in seller.all(Talk) if one.on <= today]
    begun = known_since(seller)
    for before, on in pairwise([begun, *days] if begun and days and begun < days[0] else days):
        if _recent(on, today):
            yield count_days(before, on, (*seller.absences, *me.absences)) <= thresholds(seller, settings, on)[1]


def _contacts(seller: Seller, today: date) -> list[Record]:
    """Return what the manager and she were in touch by: what is part of a talk is one contact with it."""
    found = (one for kind, records in seller.records.items() if KINDS[kind].contact for one in records)
    mine = (one for one in found if not getattr(one, "giver", None) and not getattr(one, "talk", None))
    return [one for one in mine if _recent(one.on, today)]


def _seen(seller: Seller, found: Sequence[Record], silent: int | None) -> Seen:
    timed = [one.minutes for one in found if isinstance(one, Talk) and one.minutes]
    return Seen(seller.key, seller.name, len(found), len(timed), sum(timed), silent, seller.header.placed_at)
