"""The talk with the whole team: each mark goes to the file of whom it names, the rest to the manager's own (S3.4)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from difflib import get_close_matches

from salescoach.answer import Phrase, phrase
from salescoach.app import App
from salescoach.coaching.settling import open_items
from salescoach.coaching.untold import to_be_told
from salescoach.coaching.written import Written
from salescoach.frozen import frozen
from salescoach.goals.rules import lacks
from salescoach.journal.append import Block, Ref
from salescoach.journal.drafts import TEAM
from salescoach.journal.journal import ME
from salescoach.journal.names import Called
from salescoach.notes.draft import Drafted, Notes, Offer, ReadContext
from salescoach.notes.marks import WHO, heads, is_mark, read_notes, runs_on, spellings
from salescoach.notes.split import Part, cut, joined, lines
from salescoach.reading import listener, marks
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller
from salescoach.records.veil import veiled
from salescoach.talk.commands.conversation import Conversation
from salescoach.talk.commands.focusing import with_one_focus
from salescoach.talk.commands.noting import gone_by, talk_blocks, understood
from salescoach.writing import write

_OURS = {"topic", "need", "lesson", "booking", "commitment", "settled", "moved", "recap", "note"}
"""What a whole team can have; the rest is somebody's, and names whose."""

_SOMEBODYS = {"@", "praise", "told", "needs", "her_topic", "private"}
"""Marks beside which any one word is a name, and no word of a sentence."""

_LIGHTS = {"level", "light"}
"""Tables of marks that say how somebody is."""

_PRIVATE = {"private", "told", "needs", "about_me", "gain", "purpose", "lesson"}
"""Further marks whose text is of one person: where nobody knows of whom, it is kept private, and never told to all."""

_TELLABLE = {"praise", "goal", "milestone", "customer", "example", "contact"}
"""Kinds that one person has, and that all may hear of where no name is written."""

_LONGEST = 4
"""Words of a name behind an @."""


@frozen
class Unclear:
    """A `part` of the text, behind a `mark`, whose `name` is that of nobody or several; whom it may mean.

    What is `personal` is not for the ears of the others.
    """

    part: str
    name: str
    mark: str
    meant: tuple[Called, ...]
    near: tuple[Called, ...] = ()
    personal: bool = False


@frozen
class TeamNotes(Notes):
    """What a team talk says: its own text and records, in `each` what goes to whose file, and what is `unclear`."""

    each: tuple[tuple[Seller, Notes], ...] = ()
    unclear: tuple[Unclear, ...] = ()


@frozen
class TeamTalk(Conversation):
    """One log of a talk with the whole team on a day; its seller is the manager's own file."""

    def _understood(self, text: str) -> TeamNotes:
        reader = _Reader(self.app, self.seller, self.on)
        kept = [reader.line(at, line, whole=self.whole) for at, line in enumerate(lines(text))]
        found = {key: tuple(record for owner, record in reader.records if owner == key) for key, _ in reader.records}
        own = Notes("\n".join(lines("\n".join(one for one in kept if one is not None))), found.pop(TEAM, ()), ())
        hers = ((self.app.journal.by_key(key), Notes("", records, ())) for key, records in found.items())
        each = tuple((who, with_one_focus(self.app, who, notes)) for who, notes in hers)
        gone = gone_by(own, self.on, self.app.today)
        notices = (*reader.notices, *gone, *(said for _, notes in each for said in notes.notices))
        return TeamNotes(own.text, own.records, notices, tuple(reader.offers), each, tuple(reader.unclear))

    def _with_step(self, text: str) -> str:
        """Ask who is meant by each name that is nobody's, or of several; no step of a plan is one of a team's talk."""
        say = self.app.words.say
        for one in self._understood(text).unclear:
            may_be = {str(at): person for at, person in enumerate((one.meant or one.near)[:9], 1)}
            choices = {at: person.name for at, person in may_be.items()} | {"t": say("team.text")}
            pressed = self.app.ask.key(say("team.who", name=one.name, text=one.part), choices, "t") if may_be else "t"
            if pressed in may_be:
                text = text.replace(one.part, one.part.replace(one.name, may_be[pressed].key, 1), 1)
        return text

    def written(self, notes: Notes, more: tuple[Phrase, ...] = ()) -> Written:
        """Write the talk and what goes to each file, all or nothing, or only say what would be."""
        own = talk_blocks(notes, self.on, {**self._about(), "agenda": self.agenda or TEAM})
        entries, notices = [(self.seller, own)], [*notes.notices, *more]
        for who, hers in notes.each if isinstance(notes, TeamNotes) else ():
            said = [(one.kind, one.fields) for one in hers.records]
            entries.append((who, [Block(kind, {"on": self.on, "team": Ref(0, ME), **its}) for kind, its in said]))
            notices += [*to_be_told(who.key, said), *lacks(who, said)]
        return write(self.app, entries, "log", notices=notices, dry=self.dry)


class _Reader:
    """What reads the parts of a team talk one by one, and collects what each of them says, and of whom."""

    def __init__(self, app: App, team: Seller, on: date) -> None:
        here = {*app.roster.keys()}
        self._app, self._people = app, [one for one in app.roster.called() if one.key in here]
        items = tuple(open_items([team, *app.journal.team().sellers]))
        self._owners = {item.id: item.seller for item in items}
        names = frozenset(name for one in self._people for name in _names(one))
        self._desk = ReadContext(marks(app), app.dates, replace(listener(app, team), names=names, open=items), on)
        self.records, self.notices = list[tuple[str, Drafted]](), list[Phrase]()
        self.offers, self.unclear = list[Offer](), list[Unclear]()

    def line(self, at: int, line: str, *, whole: bool) -> str | None:
        """Read a line, and return what stays of it as text of the team talk, None where nothing does."""
        (seen, secret), kept, key, desk = veiled(line), list[Part](), TEAM, self._desk
        begins = (lambda _: False) if whole else (lambda text: is_mark(text, desk) or self._named(text.strip()))
        for part in cut(seen, begins, lambda text: runs_on(text, desk)):
            key, notes = self._read(part.text.strip())
            self.notices += notes.notices
            self.offers += [replace(offer, line=at) for offer in notes.offers]
            self.records += [(self._owners.get(str(one.fields.get("of")), key), one) for one in notes.records]
            if notes.text or not (notes.records or (secret and not part.text.strip())):
                kept.append(Part(part.gap, notes.text or part.text))
        self.records += [(key, _hidden(secret))] if secret else []
        return joined(kept) if kept else None

    def _read(self, part: str) -> tuple[str, Notes]:
        """Return whose a part is, and what it says; what can only be somebody's and names nobody stays text."""
        named, desk, app = self._named(part), self._desk, self._app
        if named is None:
            notes = read_notes(part, desk.marks, desk.dates, desk.listener, desk.on, whole=True)
            ours = all(one.kind in _OURS or one.fields.get("to") == "me" for one in notes.records)
            personal = any(one.kind not in _OURS | _TELLABLE for one in notes.records)
            return TEAM, notes if ours else _kept(part, phrase("notice.team_unnamed", text=part), personal=personal)
        if len(named.meant) == 1:
            key = named.meant[0].key
            notes = understood(app, app.journal.by_key(key), part, desk.on, whole=True)
            hers = bool(notes.text) and named.mark != "@"
            note = (Drafted("note", {"text": notes.text}),) if hers else ()
            told = (*notes.notices, *self._of_two(part, notes))
            return key, replace(notes, text="" if hers else notes.text, records=(*notes.records, *note), notices=told)
        self.unclear.append(named)
        near = [f"{one.name} ({one.key})" for one in named.meant or named.near]
        said = "several" if named.meant else "near" if near else "nobody"
        notice = phrase(f"notice.team_{said}", text=part, name=named.name, near=near)
        return TEAM, _kept(part, None if named.mark == "private" else notice, personal=named.personal)

    def _of_two(self, part: str, notes: Notes) -> Iterator[Phrase]:
        """Say that a promise begins with the name of another: `@anna and bo call`, `@anna, bo: call` is of one."""
        for what in (str(one.fields["what"]) for one in notes.records if one.kind == "commitment"):
            words = [key_form(word) for word in what.split()]
            first = words[1:2] if words[0] in self._desk.marks.apart | {""} else words[:1]
            if {*first} & self._desk.listener.names:
                yield phrase("notice.team_two", text=part)

    def _named(self, part: str) -> Unclear | None:
        """Return the name that a part begins with, and whom it can mean; None where it names nobody."""
        found, known = WHO.match(part), self._desk.marks
        if found is None:
            heading = [(name, head) for name, (head, _) in heads(part, known) if name]
            names = [(name, head.name) for name, head in heading]
            own = {head.name for _, head in heading if head.table in _LIGHTS or head.name in _PRIVATE}
        elif known.who.get(key_form(found["who"])) == "me" and key_form(found["who"]) not in self._desk.listener.names:
            return None
        else:
            words = part[1:].replace(",", " ").replace(":", " ").split()[:_LONGEST]
            names = [*((" ".join(words[:most]), "@") for most in range(len(words), 1, -1)), (found["who"], "@")]
            own = set[str]()
        for name, mark in names:
            if meant := tuple(one for one in self._people if spellings(name) & _names(one)):
                return Unclear(part, name, mark, meant, personal=mark in own)
        likely = (one for one in reversed(names) if one[0][0].isupper() or one[1] in _SOMEBODYS | own)
        for name, mark in likely:
            close = get_close_matches(key_form(name), self._desk.listener.names)
            near = tuple(one for one in self._people if _names(one) & {*close})
            return Unclear(part, name, mark, (), near, personal=mark in own)
        return None


def _kept(part: str, notice: Phrase | None, *, personal: bool) -> Notes:
    """Return a part as it was typed, private where it is of one person only, and why it became no more."""
    said = (notice,) if notice else ()
    if not personal:
        return Notes(part, (), said)
    return Notes("", (_hidden(part),), (*said, *([phrase("notice.team_private")] if notice else [])))


def _names(one: Called) -> set[str]:
    return set(map(key_form, (one.key, one.name, *one.aliases, *one.name.split())))


def _hidden(text: str) -> Drafted:
    return Drafted("note", {"text": text, "private": True})
