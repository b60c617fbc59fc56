"""The main points of a talk as they go to her: nothing private, and nothing that is the manager's own (S1.6)."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

from salescoach.answer import Phrase, phrase
from salescoach.coaching.clocks import booking_ahead
from salescoach.coaching.lights import spoken
from salescoach.forms.records import Answered
from salescoach.forms.rules.form import SELLER
from salescoach.frozen import frozen
from salescoach.goals.rules import Standing, standings_of
from salescoach.promises.rules import Promise, promises_of
from salescoach.records.base import Record
from salescoach.records.commitment import Commitment
from salescoach.records.example import Example
from salescoach.records.goal import aim_of, aiming, says
from salescoach.records.keys import key_form
from salescoach.records.praise import Feedback, Praise
from salescoach.records.rating import LIGHTS, Rating
from salescoach.records.recap import NEVER_IN
from salescoach.records.seller import Book, Seller
from salescoach.records.talk import Talk
from salescoach.records.topic import Lesson, Need, Topic

FORM = "recap"
"""The form by which she says what she took with her from a talk."""

_TOLD_TO_ALL = {"praise", "commitment", "settled", "moved", "booking"}
"""Kinds of what a team talk says of one person that no line of its own is kept from the others for."""

_AFTER = timedelta(3)
"""Days in which what comes to mind after a talk still belongs to it; later it belongs to the next."""


@frozen
class Point:
    """One line of a recap: what kind it is of, what it says, and where it is somebody's of several, whose."""

    code: str
    text: Phrase
    name: str = ""


@frozen
class Around:
    """A talk, and what belongs to it: what came out of it, and what was noted between days beside it.

    Those are from behind `since` to `to`; `until` is the day of the next talk.
    """

    talk: Talk
    since: date
    to: date
    until: date | None = None

    def has(self, one: Record) -> bool:
        """Tell whether a record belongs to the talk."""
        link = getattr(one, "talk", None)
        return link == self.talk.id if link else not one.team and self.since < one.on <= self.to

    def before(self, one: Record) -> bool:
        """Tell whether a record was known before the next talk."""
        return self.until is None or one.on < self.until


def around(seller: Seller, on: date | None = None, talk: str | None = None) -> Around | None:
    """Return the last talk, or the one of a day or an id, with what belongs to it; None where there is none."""
    talks = seller.all(Talk)
    fits = (at for at, one in enumerate(talks) if on in {None, one.on} and talk in {None, one.id})
    at = max(fits, default=None)
    if at is None:
        return None
    day, later = talks[at].on, next((one.on for one in talks[at + 1 :] if one.on > talks[at].on), None)
    since = min(talks[at - 1].on + _AFTER, day - timedelta(1)) if at else date.min
    return Around(talks[at], since, min(day + _AFTER, later - timedelta(1)) if later else day + _AFTER, later)


def points_of(seller: Seller, held: Around, written: Iterable[Answered], today: date, me: Book) -> list[Point]:
    """Return the points of a talk in the order in which she reads them; `written` is what she wrote before it."""
    owed = [one for one in promises_of([seller], today, me=me) if held.until is None or one.made < held.until]
    goals = [one for one in standings_of(seller, today) if held.before(one.goal)]
    return [
        *(Point("topic", _plain(one.what)) for one in seller.all(Topic) if _raised(seller, one, held)),
        *(Point("need", _plain(one.what)) for one in seller.open(Need) if held.has(one)),
        *(Point("answer", _plain(one.text)) for one in written),
        *(Point("about_me", _plain(one.what)) for one in seller.all(Feedback) if one.to == "me" and held.has(one)),
        *(Point(one.deed or "praise", _named(one.giver, one.what)) for one in seller.all(Praise) if held.has(one)),
        *(Point("value", _named(each.value, each.what)) for each in seller.all(Example) if held.has(each)),
        *(Point("seen", said) for _, said in seen(seller, held)),
        *(Point("told", _told(one)) for one in seller.all(Feedback) if one.to == SELLER and _telling(one, held)),
        *([Point("skill", _plain(held.talk.one_skill))] if held.talk.one_skill else []),
        *(Point("goal", _goal(one)) for one in goals),
        *(Point(by, _promise(one)) for by in (SELLER, "me") for one in owed if one.by == by),
        *_next(seller, today),
    ]


def team_points_of(me: Seller, held: Around, team: Sequence[Seller], today: date) -> list[Point]:
    """Return the points of a team talk as all of them read them: nothing that is one person's alone (S3.4)."""
    talk, firsts = held.talk.id, [one.first_name for one in team]
    called = {one.key: one.first_name if firsts.count(one.first_name) == 1 else one.name for one in team}
    lines = [line.strip() for line in (held.talk.notes or "").splitlines()]
    made = {one.id for book in (*team, me) for one in book.all(Commitment) if talk in {one.team, one.talk}}
    owed = [one for one in promises_of([*team, me], today, me=me) if one.id in made]
    thanked = [(called[who.key], one) for who in team for one in who.all(Praise) if one.team == talk]
    return [
        *(Point("said", _plain(line)) for line in lines if line),
        *(Point("thanks", _plain(one.what), name) for name, one in thanked),
        *(Point("does", _promise(one), called.get(one.seller, "")) for one in owed if one.by == SELLER),
        *(Point("me", _promise(one)) for one in owed if one.by == "me"),
        *(Point("goes_on", _plain(one.what)) for one in me.open(Topic) if one.talk == talk),
        *_next(me, today),
    ]


def team_left_out(held: Around, books: Iterable[Book]) -> dict[str, int]:
    """Return how much of a team talk no chat has, by reason; the books are with private lines."""
    all_ = [one for book in books for kind in book.records.values() for one in kind]
    own = [one for one in all_ if held.talk.id in {one.id, one.team, getattr(one, "talk", None)}]
    lessons = [one for one in own if isinstance(one, Lesson) or getattr(one, "lesson", None)]
    personal = [one for one in own if one.team and not one.private and one.kind not in _TOLD_TO_ALL]
    counted = {"private": sum(one.private for one in own), "lesson": len(lessons), "person": len(personal)}
    return {reason: n for reason, n in counted.items() if n}


def written_in(seller: Seller, held: Around, texts: Collection[str], nothing: Collection[str]) -> list[Answered]:
    """Return her answers before a talk to the questions `texts`, the latest of each, that say more than `nothing`."""
    forms = [one for one in seller.all(Answered) if one.role == SELLER and one.form != FORM and held.has(one)]
    said = {(one.form, one.question): one for one in forms if one.question in texts}
    return [one for one in said.values() if key_form(one.text) not in nothing]


def areas_told(seller: Seller, held: Around) -> list[str]:
    """Return the areas whose light, as the manager gave it in the talk, the points tell."""
    return [one.area for one, _ in seen(seller, held) if one is not None and one.level]


def seen(seller: Seller, held: Around) -> list[tuple[Rating | None, Phrase]]:
    """Return what was seen of each area in the talk: the manager's rating, if any, and both views in words."""
    ratings = [one for one in seller.all(Rating) if key_form(one.area) not in NEVER_IN and (one.level or one.evidence)]
    mine = {key_form(one.area): one for one in ratings if one.by == "me" and one.talk == held.talk.id}
    hers = {key_form(one.area): one for one in ratings if one.by == SELLER and held.has(one)}
    return [
        (mine.get(key), _both(spoken(one.area), mine.get(key), hers.get(key))) for key, one in {**hers, **mine}.items()
    ]


def left_out(seller: Seller, whole: Seller, held: Around) -> dict[str, int]:
    """Return how much of a talk stays with the manager, by reason; `whole` is the seller with private lines."""
    own = [one for kind in whole.records.values() for one in kind if one.private and held.has(one)]
    rated = [one for one in seller.all(Rating) if held.has(one)]
    areas = [one.area for one in rated] + [one.area or "" for one in seller.all(Feedback) if held.has(one)]
    judged = [one for one in rated if _judges(one) and one.evidence]
    lessons = [one for one in seller.all(Lesson) if held.has(one)] + [held.talk.lesson] * bool(held.talk.lesson)
    counted = {"private": len(own), "notes": int(bool(held.talk.notes)), "lesson": len(lessons)}
    counted |= {"performance": len(judged)} | {light: [*map(key_form, areas)].count(light) for light in NEVER_IN}
    return {reason: n for reason, n in counted.items() if n}


def _plain(text: str) -> Phrase:
    return phrase("item.plain", text=text)


def _named(name: Phrase | str | None, what: str) -> Phrase:
    return phrase("recap.named", name=name, what=what) if name else _plain(what)


def _raised(seller: Seller, topic: Topic, held: Around) -> bool:
    """Tell whether a topic is hers and was carried to the talk, or came up in it."""
    closing = seller.closing(topic)
    carried = held.before(topic) and (closing is None or closing.on >= held.talk.on)
    return topic.raised_by == SELLER and (held.has(topic) or carried)


def _both(area: Phrase | str, mine: Rating | None, hers: Rating | None) -> Phrase:
    whose = "both" if mine and hers else "mine" if mine else "hers"
    views = {"mine": mine and _view(mine), "hers": hers and _view(hers)}
    return phrase(f"recap.seen.{whose}", area=area, **views)


def _view(one: Rating) -> Phrase:
    """Return how one of us sees an area."""
    level = phrase(f"level.{one.level}") if one.level else None
    evidence = None if _judges(one) else one.evidence
    return (
        phrase("recap.light", level=level, evidence=evidence) if level and evidence else level or _plain(evidence or "")
    )


def _judges(one: Rating) -> bool:
    """Tell whether a rating is the manager's of the whole performance: its words are of the person, and for a talk."""
    return one.by == "me" and key_form(one.area) == LIGHTS[0]


def _telling(one: Feedback, held: Around) -> bool:
    return held.has(one) and key_form(one.area or "") not in NEVER_IN


def _told(one: Feedback) -> Phrase:
    said = _named(spoken(one.area) if one.area else None, one.what)
    return phrase("recap.then", said=said, next=one.next) if one.next else said


def _goal(one: Standing) -> Phrase:
    """Return a goal, where it stands of what it aims at, unless its title says that, and by when it is due."""
    title, aim = one.goal.title, aim_of(one.goal, one.target)
    in_title = aim is None or says(title, aim) or {str(one.target), *(one.goal.unit or "").split()} <= {*title.split()}
    hers = aiming(one.goal, one.target)
    now = phrase(f"level.{one.level}") if one.value is None and one.level else one.value
    if now is None:
        return dated(title if in_title else phrase("recap.aim", what=title, aim=hers), one.due)
    return dated(phrase("recap.now" if in_title else "recap.now_of", what=title, value=now, aim=hers), one.due)


def _promise(one: Promise) -> Phrase:
    said = dated(phrase("recap.cue", cue=one.cue, what=one.what) if one.cue else one.what, one.due)
    said = phrase("why.was", said=said, was=one.was) if one.was else said
    return phrase("recap.late", said=said) if one.by == "me" and one.late else said


def dated(what: Phrase | str, due: date | None) -> Phrase:
    """Return what is to be done with the day by which it is, if there is one."""
    said = _plain(what) if isinstance(what, str) else what
    return phrase("recap.by", what=said, due=due) if due else said


def _next(seller: Seller, today: date) -> Iterable[Point]:
    """Give the day of the next talk, where one is booked."""
    ahead = booking_ahead(seller, today)
    if ahead and not ahead.private:
        hour, _, minute = (ahead.at or "").partition(":")
        at = phrase("item.clock", hour=hour, minute=minute)
        yield Point("next", phrase("recap.next_at" if ahead.at else "recap.next", next=ahead.next, at=at))
