"""A team talk taken apart: each mark goes to the file of whom it names, the rest to the manager's own (S3.4)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from salescoach.answer import Phrase, phrase
from salescoach.app import App
from salescoach.coaching.settling import open_items
from salescoach.errors import CoachError, SeveralSellers
from salescoach.frozen import frozen
from salescoach.journal.drafts import TEAM
from salescoach.journal.names import Called, find
from salescoach.notes.draft import Drafted, Notes, Offer, ReadContext
from salescoach.notes.marks import WHO, headed, named_heads, parts_of, read_notes, spellings
from salescoach.notes.split import Part, joined, lines
from salescoach.reading import listener, marks
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller
from salescoach.talk.commands.noting import gone_by, understood

_OURS = {"topic", "need", "lesson", "booking", "commitment", "settled", "moved", "recap", "note"}
"""What a whole team can have; the rest is somebody's, and names whose."""

_SOMEBODYS = {"praise", "told", "needs", "her_topic", "private"}
"""Keywords beside which any one word is a name."""

_LONGEST = 4
"""Words of a name behind an @."""


@frozen
class Unclear:
    """A `part` of the text whose `name` is that of nobody, or of several; the keys of whom it may mean."""

    part: str
    name: str
    may_be: tuple[str, ...]


@frozen
class TeamNotes(Notes):
    """What a team talk says: its own text and records, in `each` what goes to whose file, and what is `unclear`."""

    each: tuple[tuple[Seller, Notes], ...] = ()
    unclear: tuple[Unclear, ...] = ()


def taken_apart(app: App, team: Seller, text: str, on: date, *, whole: bool = False) -> TeamNotes:
    """Return what a text of a talk with the whole team says, `whole` where no line is cut; raise NotADate, Broken."""
    reader = _Reader(app, team, on)
    kept = [reader.line(at, line, whole=whole) for at, line in enumerate(lines(text))]
    found = {key: tuple(record for owner, record in reader.records if owner == key) for key, _ in reader.records}
    own = Notes("\n".join(lines("\n".join(one for one in kept if one is not None))), found.pop(TEAM, ()), ())
    return TeamNotes(
        text=own.text,
        records=own.records,
        notices=(*reader.notices, *gone_by(own, on, app.today)),
        offers=tuple(reader.offers),
        each=tuple((app.journal.by_key(key), Notes("", records, ())) for key, records in found.items()),
        unclear=tuple(reader.unclear),
    )


class _Reader:
    """What reads the parts of a team talk one by one, and collects what each of them says, and of whom."""

    def __init__(self, app: App, team: Seller, on: date) -> None:
        self._app, self._on, people, here = app, on, app.roster.called(), {*app.roster.keys()}
        self._here = [one for one in people if one.key in here]
        self._left = [one for one in people if one.key not in here]
        self._keys: dict[str, set[str]] = {}
        for one in self._here:
            for word in (one.key, one.name, *one.aliases, *one.name.split()):
                self._keys.setdefault(key_form(word), set()).add(one.key)
        items = open_items([team, *app.journal.team().sellers])
        self._owners = {item.id: item.seller for item in items}
        self._own = ReadContext(
            marks(app), app.dates, replace(listener(app, team), names=frozenset(), open=tuple(items)), on
        )
        self._all = replace(self._own, listener=replace(self._own.listener, names=frozenset(self._keys)))
        self.records, self.notices = list[tuple[str, Drafted]](), list[Phrase]()
        self.offers, self.unclear = list[Offer](), list[Unclear]()

    def line(self, at: int, line: str, *, whole: bool) -> str | None:
        """Read a line, and return what stays of it as text of the team talk, None where nothing does."""
        parts, secret = parts_of(line, self._all, whole=whole, also=self._names)
        kept, key = list[Part](), TEAM
        for part in parts:
            key, notes = self._read(part.text.strip())
            self.notices += notes.notices
            self.offers += [replace(offer, line=at) for offer in notes.offers]
            self.records += [(self._owner(one, key), one) for one in notes.records]
            if notes.text or not notes.records:
                kept.append(Part(part.gap, notes.text or part.text))
        if secret:
            self.records.append((key, Drafted("note", {"text": secret, "private": True})))
            kept = [part for part in kept if part.text.strip()]
        return joined(kept) if kept else None

    def _read(self, part: str) -> tuple[str, Notes]:
        """Return whose a part is, and what it says."""
        named = self._named(part)
        if named is None:
            return TEAM, self._ours(part)
        name, keys = named
        if len(keys) == 1:
            return keys[0], understood(self._app, self._app.journal.by_key(keys[0]), part, self._on, whole=True)
        may_be = keys or self._near(name)
        self.unclear.append(Unclear(part, name, may_be))
        secret = next((head[1] for _, head in named_heads(part, self._own.marks) if head[0].name == "private"), "")
        hidden = (Drafted("note", {"text": secret, "private": True}),) if secret else ()
        return TEAM, Notes("" if secret else part, hidden, (self._pointed_out(part, name, keys, may_be),))

    def _ours(self, part: str) -> Notes:
        """Return what a part that names nobody says; what can only be somebody's stays text."""
        own = self._own
        notes = read_notes(part, own.marks, own.dates, own.listener, own.on, whole=True)
        if not all(one.kind in _OURS or one.fields.get("to") == "me" for one in notes.records):
            head = headed(part, own)
            instead = f"{head[0].word} NAME: {head[1]}" if head else part
            return Notes(part, (), (phrase("notice.team_unnamed", text=part, write=instead),))
        booked = ({**one.fields, "agenda": TEAM} if one.kind == "booking" else one.fields for one in notes.records)
        return replace(notes, records=tuple(map(Drafted, (one.kind for one in notes.records), booked)))

    def _owner(self, record: Drafted, key: str) -> str:
        """Return in whose file a record goes: what settles something, in that of what it settles."""
        return self._owners.get(str(record.fields.get("of")), key)

    def _names(self, part: str) -> bool:
        return self._named(part) is not None

    def _named(self, part: str) -> tuple[str, tuple[str, ...]] | None:
        """Return the name that a part begins with and the keys of whom it can mean; None where it names nobody."""
        names = list(self._typed(part))
        known = ((name, self._meant(name)) for name in names)
        found = next(((name, keys) for name, keys in known if keys), None)
        if found or not names:
            return found
        likely = names[-1:] if part.startswith("@") else (one for one in names if self._likely(one, part))
        return next(((name, ()) for name in likely), None)

    def _likely(self, name: str, part: str) -> bool:
        """Tell whether what stands beside a keyword is a name rather than a word: `praise kim`, not `next week`."""
        heads = {head.name for spelled, (head, _) in named_heads(part, self._own.marks) if spelled == name}
        return name[0].isupper() or bool(self._near(name)) or (" " not in name and bool(heads & _SOMEBODYS))

    def _typed(self, part: str) -> Iterator[str]:
        """Give what may be a name in the head of a part, behind an @ the longest first."""
        found, known = WHO.match(part), self._own.marks
        if found is None:
            yield from (name for name, _ in named_heads(part, known)) if known.head(part) is None else ()
        elif known.who.get(key_form(found["who"])) != "me" or self._meant(found["who"]):
            words = part[1:].replace(",", " ").replace(":", " ").split()[:_LONGEST]
            yield from (" ".join(words[:most]) for most in range(len(words), 1, -1))
            yield found["who"]

    def _meant(self, name: str) -> tuple[str, ...]:
        """Return the keys of those in the team who are called so, in a genitive too."""
        return tuple(sorted({key for spelled in spellings(name) for key in self._keys.get(spelled, ())}))

    def _near(self, name: str) -> tuple[str, ...]:
        """Return the keys of those in the team whose names are nearest."""
        try:
            return (find(name, self._here).key,)
        except SeveralSellers as error:
            return tuple(error.data["keys"])  # type: ignore[arg-type]  # they are strings
        except CoachError as error:
            near: Sequence[str] = error.data.get("near") or ()  # type: ignore[assignment]  # names, where there are some
            return tuple(one.key for one in self._here if one.name in near)

    def _pointed_out(self, part: str, name: str, keys: Sequence[str], may_be: Sequence[str]) -> Phrase:
        called = {one.key: one for one in self._here}
        if keys:
            return phrase("notice.team_several", text=part, names=[_both(called[key]) for key in keys])
        left = next((one for one in self._left if key_form(name) in map(key_form, (one.name, *one.name.split()))), None)
        if left:
            return phrase("notice.team_left", text=part, name=left.name)
        near = [_both(called[key]) for key in may_be]
        return phrase("notice.team_near" if near else "notice.team_nobody", text=part, name=name, near=near)


def _both(one: Called) -> str:
    return f"{one.name} ({one.key})"
