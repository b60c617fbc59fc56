"""Promises in notes: whose they are, by when, what they help with; and what settles or moves what is open."""

import re
from collections.abc import Sequence

from salescoach.notes.draft import Drafted, Read, ReadContext, drafted, pointed_out
from salescoach.notes.due import split_due
from salescoach.notes.rate import known_to
from salescoach.records.commitment import OWNER_OF
from salescoach.records.keys import key_form
from salescoach.records.kinds import movable
from salescoach.records.matching import match, words_of
from salescoach.records.rating import LIGHTS, is_felt

_STOPS = tuple(".;!?)")

_OURS = re.compile(r"(?:[a-z]\d){1,2}[a-z]?")
"""What may be the beginning of an id of ours."""


def promised(who: str, text: str, part: str, desk: ReadContext) -> Read:
    """Return the promise behind a `@who`; of nobody known, or with nothing behind it, the part stays text."""
    by = owner(who, desk)
    if by is None:
        return pointed_out("notice.mark_unknown_who", who=f"@{who}", name=desk.listener.name)
    if by == "seller":
        text = _after_name(text, desk)
    whole, due, notices = split_due(text, desk, bare=True)
    about = _about(whole, by, desk)
    if by == "seller" and is_felt(about.get("area", "")):
        return pointed_out("notice.mark_felt", area=about["area"], text=part)
    planned = desk.marks.cue.fullmatch(whole)
    cue, what = (planned["cue"].strip(), planned["what"]) if planned else (None, whole)
    if planned and not due and desk.dates.looks_whole(planned["cue"]):  # `om två veckor, ring`: a day, no condition
        cue, due, notices = None, desk.dates.read(planned["cue"], today=desk.on), ()
    if not what:
        return pointed_out("notice.mark_empty", text=part)
    about = _about(what, by, desk)
    helped = _helped(what, about.get("area"), desk) if by == "seller" else {}
    return drafted("commitment", *notices, by=by, **about | helped, due=due, cue=cue)


def _after_name(text: str, desk: ReadContext) -> str:
    """Return what follows the rest of her name: `@Anna Berg send the list`."""
    first, _, rest = text.partition(" ")
    return _after_name(rest.strip(), desk) if rest and key_form(first) in desk.listener.names else text


def _about(what: str, by: str, desk: ReadContext) -> dict[str, str]:
    """Return what is promised; behind a known area and a colon it is help there, a correction of hers or a resource."""
    area, colon, rest = what.partition(":")
    known = known_to(desk).get(key_form(area))
    if not colon or known is None or not rest.strip():
        return {"what": what}
    if is_felt(known):  # nobody is corrected in how she is
        return {"what": rest.strip(), "area": known}
    remedy = next(one for one, owner in OWNER_OF.items() if owner == by)
    return {"what": rest.strip(), "area": known, "remedy": remedy}


def _helped(what: str, area: str | None, desk: ReadContext) -> dict[str, str]:
    """Return who helps and in which area: `with NAME` where that is a colleague and the text names an area."""
    named = {key: name for key, name in known_to(desk).items() if f"-{key}-" in f"-{key_form(what)}-"}
    where = area or named.get(max(named, key=len, default=""))
    found = desk.marks.helped.search(what)
    while where and key_form(where) not in LIGHTS and found:
        words = found["who"].split()[:4]
        for many in range(len(words), 0, -1):
            if helper := desk.listener.colleagues().get(key_form(" ".join(words[:many]))):
                return {"area": where, "helper": helper}
        found = desk.marks.helped.search(what, found.start("who"))
    return {}


def owner(who: str, desk: ReadContext) -> str | None:
    """Return whose promise it is, mine or hers; None where the name is of nobody known."""
    if who.endswith(_STOPS):
        return None
    key = key_form(who)
    return desk.marks.who.get(key, "seller" if key in desk.listener.names else None)


def settled(part: str, desk: ReadContext) -> Read | None:
    """Return what a part settles; no records where its words name nothing open, None where it is no such mark."""
    head, *words = part.replace(",", " ").split() or [""]
    how, keys = desk.marks.settles(head), words_of(words)
    if how is None or not keys:
        return None
    if how == "moved":
        return _moved(part, words, desk)
    matched = match(words, desk.listener.open)
    if matched.several:
        hits = list(dict.fromkeys(f"{item.id[:3]} {item.text}" for item in matched.several))
        return pointed_out("notice.mark_several_open", text=part, hits=hits)
    if not matched.found and (matched.ids or all(_OURS.fullmatch(key) for key in keys)):
        return pointed_out("notice.mark_not_open", text=part)
    return Read(tuple(Drafted("settled", {"of": thing.id, "how": how}) for thing in matched.found))


def _moved(part: str, words: Sequence[str], desk: ReadContext) -> Read:
    """Return another day for what is named before it; raise NotADate where it has the shape of one and is none."""
    things = [thing for thing in desk.listener.open if movable(thing.kind, "due")]
    for at in range(1, len(words)):
        text, found = " ".join(words[at:]), match(words[:at], things).found
        if found and desk.dates.looks_whole(text):
            due = desk.dates.read(text, today=desk.on)
            return Read(tuple(Drafted("moved", {"of": thing.id, "due": due}) for thing in found))
    named = match(words[:1], things).ids
    return pointed_out("notice.mark_no_move", text=part) if named else Read()
