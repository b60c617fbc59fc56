"""`done`, `drop` and `move`: which open items they name, by the beginnings of their ids or words of one of them."""

import re
from collections.abc import Sequence

from salescoach.answer import phrase
from salescoach.notes.draft import Drafted, Read, ReadContext, pointed_out
from salescoach.records.kinds import movable
from salescoach.records.matching import SHORTEST, Match, match, words_of

_LONGEST = 5
"""Characters of a whole id of ours."""

_OURS = re.compile(r"(?:[a-z]\d)+[a-z]?")


def settled(part: str, desk: ReadContext) -> Read | None:
    """Return what a part settles; no records where its words name nothing open, None where it is no such mark."""
    head, *words = part.replace(",", " ").split() or [""]
    how, keys = desk.marks.settles(head), words_of(words)
    if how is None or not keys:
        return None
    if how == "moved":
        return _moved(part, words, desk)
    matched = match(words, desk.listener.open)
    closed = tuple(Drafted("settled", {"of": thing.id, "how": how}) for thing in matched.found)
    return Read(closed) if closed else _refused(part, keys, matched)


def _moved(part: str, words: Sequence[str], desk: ReadContext) -> Read:
    """Return another day for what is named before it; raise NotADate where it has the shape of one and is none."""
    things = [thing for thing in desk.listener.open if movable(thing.kind, "due")]
    for at in range(1, len(words)):
        text, found = " ".join(words[at:]), match(words[:at], things).found
        if found and desk.dates.looks_whole(text):
            due = desk.dates.read(text, today=desk.on)
            return Read(tuple(Drafted("moved", {"of": thing.id, "due": due}) for thing in found))
    named = match(words[:1], things).ids
    return pointed_out(phrase("notice.mark_no_move", text=part)) if named else Read()


def _refused(part: str, keys: Sequence[str], matched: Match) -> Read:
    if matched.several:
        hits = list(dict.fromkeys(f"{item.id[:3]} {item.text}" for item in matched.several))
        return pointed_out(phrase("notice.mark_several_open", text=part, hits=hits))
    if matched.ids or all(SHORTEST <= len(key) <= _LONGEST and _OURS.fullmatch(key) for key in keys):
        return pointed_out(phrase("notice.mark_not_open", text=part))
    return Read()
