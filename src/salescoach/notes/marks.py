"""Notes in, structure out: what a line, or a part of one, that begins with a mark becomes."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from salescoach.answer import phrase
from salescoach.notes.draft import Drafted, Notes, Offer, Read, ReadContext, SellerContext, drafted, pointed_out
from salescoach.notes.due import booked, split_due
from salescoach.notes.events import gained, handed, reached, recapped, trained, valued, whose
from salescoach.notes.keywords import Keyword, Marks
from salescoach.notes.plain import read_aim
from salescoach.notes.promised import owner, promised, settled
from salescoach.notes.rate import known_to, lit, nearest, rated, told
from salescoach.notes.split import Part, cut, dash, joined, lines, sentences
from salescoach.records.keys import key_form
from salescoach.records.veil import clean, veiled
from salescoach.words.dates import Dates

__all__ = ["Drafted", "Marks", "Notes", "SellerContext", "read_notes"]

WHO = re.compile(r"@(?P<who>[^\W\d_][^\s,:]*)[\s,:]*(?P<what>.*)")
_ADDRESS = re.compile(r"\S@\S|\d[\d -]{5,}\d")
"""An e-mail address or a number to call: who to contact, and no contact."""

_MOST = 6
"""Words before a colon that can be a keyword and a name: more are a sentence."""


def read_notes(
    text: str, marks: Marks, dates: Dates, listener: SellerContext, on: date, *, whole: bool = False
) -> Notes:
    """Return what notes of a talk `on` a day say about `listener`, `whole` where no line is cut; raise NotADate."""
    desk = ReadContext(marks, dates, listener, on)
    read = [_read_line(line, desk, whole=whole) for line in lines(text)]
    found = [(at, part) for at, (_, parts) in enumerate(read) for part in parts]
    return Notes(
        text="\n".join(lines("\n".join(kept for kept, _ in read if kept is not None))),
        records=tuple(record for _, part in found for record in part.records),
        notices=tuple(notice for _, part in found for notice in part.notices),
        offers=tuple(replace(offer, line=at) for at, part in found for offer in part.offers),
    )


def read_one(
    mark: str, text: str, marks: Marks, dates: Dates, listener: SellerContext, on: date, *, dated: bool = True
) -> Notes:
    """Return what a command says, read as behind a mark (`@me`, `goal`); `dated`, if no date is given beside it."""
    desk = ReadContext(marks, dates, listener, on, dated=dated)
    seen, secret = veiled(clean(text).strip())
    if mark.startswith("@"):
        read = promised(mark[1:], seen, seen, desk)
    else:
        read = _read_mark(Keyword("text", mark, mark), seen, seen, desk)
    hidden = drafted("note", text=secret, private=True).records if secret else ()
    return Notes("", (*read.records, *hidden), read.notices)


def _read_line(line: str, desk: ReadContext, *, whole: bool) -> tuple[str | None, list[Read]]:
    """Return what stays of a line as notes, None if nothing does, and how its parts were read."""
    seen, secret = veiled(line)
    begins = (lambda _: False) if whole else (lambda text: is_mark(text, desk))
    parts = cut(seen, begins, lambda text: runs_on(text, desk))
    read = [_read_part(part.text.strip(), desk) for part in parts]
    hidden = [drafted("note", text=secret, private=True)] if secret else []
    if not any(each.records or each.rest for each in (*read, *hidden)):
        return line, read
    both = zip(parts, read, strict=True)
    plain = [(part, each.rest or part.text) for part, each in both if each.rest or not each.records]
    kept = [Part(part.gap, text.rstrip("; \t")) for part, text in plain if text.strip("; \t")]
    return joined(kept) if kept else None, [*read, *hidden]


def runs_on(text: str, desk: ReadContext) -> bool:
    """Tell whether a part takes the rest of its line: what is private, or plain, of whomever it is."""
    head = headed(text, desk)
    return head is not None and bool(head[1]) and head[0].name in {"note", "private"}


def is_mark(text: str, desk: ReadContext) -> bool:
    """Tell whether what follows a semicolon begins a part of its own."""
    part = text.strip()
    if headed(part, desk) is not None or WHO.match(part):
        return True
    read = settled(part.partition(";")[0], desk)
    return read is not None and bool(read.records or read.notices)


def _read_part(part: str, desk: ReadContext) -> Read:
    """Read a part, and add what almost is a mark: all of it, if it became nothing, or what follows a full stop."""
    head, who = headed(part, desk), WHO.match(part)
    if head is not None:
        read = _read_mark(head[0], head[1], part, desk)
    elif who is not None:
        read = promised(who["who"], who["what"], part, desk)
    else:
        read = settled(part, desk) or Read()
    if runs_on(part, desk):
        return read
    at = [] if read.records or read.notices else [0]
    for start in (*at, *sentences(part)):
        typed = part[start:]
        meant = desk.marks.meant(typed, known_to(desk)) or (typed if start and _opens(typed, desk) else None)
        if meant is not None:
            notice = phrase("notice.mark_almost", text=typed, write=meant)
            return replace(read, notices=(*read.notices, notice), offers=(Offer(typed, meant),))
    return read


def _opens(text: str, desk: ReadContext) -> bool:
    """Tell whether a sentence in the middle of a line begins like a mark; a promise counts where its owner is known."""
    head, who = desk.marks.head(text), WHO.match(text)
    if head is not None:
        return bool(head[1]) and head[0].name not in {"note", "private"}
    return who is not None and owner(who["who"], desk) is not None


def headed(part: str, desk: ReadContext) -> tuple[Keyword, str] | None:
    """Return the keyword that a part begins with, her name beside it or not, and what follows: `praise anna: …`."""
    found = (head for name, head in heads(part, desk.marks) if not name or spellings(name) & desk.listener.names)
    return next(found, None)


@lru_cache(maxsize=16)  # a part is looked at several times
def heads(part: str, marks: Marks) -> Sequence[tuple[str, tuple[Keyword, str]]]:
    """Return the keyword that a part begins with and what follows; without one, each beside what may be a name."""
    found, (before, _, rest) = marks.head(part), part.partition(":")
    if found is not None:
        return [("", found)]
    words = marks.given(before)[0].split()
    cuts = range(1, len(words)) if len(words) <= _MOST else ()
    beside = [two for at in cuts for two in ((words[at:], words[:at]), (words[:-at], words[-at:]))]
    each = ((" ".join(name), marks.head(f"{' '.join(word)}:{rest}")) for name, word in beside)
    return [(name, head) for name, head in each if head]


def spellings(typed: str) -> set[str]:
    """Return what somebody may be called by a word, a genitive too: `annas`, `anna's`."""
    key = key_form(typed)
    return {key, key.removesuffix("s").rstrip("-")}


def _read_mark(mark: Keyword, text: str, part: str, desk: ReadContext) -> Read:
    if mark.name == "note":
        return Read(rest=text)
    if not text:
        return pointed_out("notice.mark_empty", text=part)
    if mark.table == "level":
        return rated(mark.name, text, part, desk)
    if mark.table == "light":
        return lit(mark.name, text, part, desk)
    reader = _READERS.get(mark.name)
    return reader(text, part, desk) if reader else Read()


def _aimed(text: str, part: str, desk: ReadContext) -> Read:
    title, due, notices = split_due(text, desk)
    if not title:
        return pointed_out("notice.mark_empty", text=part)
    return drafted("goal", *notices, title=title, **read_aim(title), due=due)


def _thanked(**others: str) -> Callable[[str, str, ReadContext], Read]:
    """Return what reads praise, the manager's own or that of whoever is named before the colon."""
    return lambda text, part, desk: drafted(
        "praise", what=text, **others, **{"from": desk.marks.given(part.partition(":")[0])[1]}
    )


def _touched(text: str, part: str, desk: ReadContext) -> Read:
    channel, note = dash(text)
    if _ADDRESS.search(text) and not note:
        return pointed_out("notice.mark_no_channel", text=part)
    if not note and len(channel.split()) > 1:
        return drafted("touch", note=channel)
    known = {key_form(name): name for name in desk.listener.channels} | desk.marks.channels
    new = channel and key_form(channel) not in known
    near = nearest(channel, known) if new else None
    key = "notice.mark_new_channel_near" if near else "notice.mark_new_channel"
    return drafted("touch", *([phrase(key, channel=channel, near=near)] if new else []), channel=channel, note=note)


def _heard(text: str, part: str, _desk: ReadContext) -> Read:
    """Return what a customer said; a name alone says nothing, and what has no name before a dash is of nobody named."""
    customer, what = dash(text)
    if what:
        return drafted("customer", customer=customer, what=what)
    return drafted("customer", what=text) if " " in text.strip() else pointed_out("notice.mark_empty", text=part)


def _practised(text: str, part: str, desk: ReadContext) -> Read:
    """Return the one thing that the seller practises: an area by its one name, or what else it is, and what of it."""
    typed, what = dash(text)
    area = known_to(desk).get(key_form(typed), typed.rstrip(".,:! "))
    return drafted("focus", area=area, what=what) if key_form(area) else pointed_out("notice.mark_empty", text=part)


def _said(kind: str, field: str, **others: object) -> Callable[[str, str, ReadContext], Read]:
    return lambda text, _part, _desk: drafted(kind, **{field: text}, **others)


_READERS: dict[str, Callable[[str, str, ReadContext], Read]] = {
    "goal": _aimed,
    "praise": _thanked(),
    "fault": _thanked(**{"for": "fault"}),
    "private": _said("note", "text", private=True),
    "told": told,
    "about_me": _said("feedback", "what", to="me"),
    "needs": _said("need", "what"),
    "topic": _said("topic", "what"),
    "her_topic": _said("topic", "what", **{"from": "seller"}),
    "my_topic": _said("topic", "what", **{"from": "me"}),
    "touch": _touched,
    "lesson": _said("lesson", "text"),
    "next": booked,
    "value": valued,
    "customer": _heard,
    "handover": handed,
    "focus": _practised,
    "purpose": _said("purpose", "text", private=True),
    "milestone": reached,
    "idea": whose,
    "gain": gained,
    "trains": trained,
    "recap": recapped,
}
"""How what follows each keyword of [text] is read."""
