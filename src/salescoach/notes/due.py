"""The days in a mark: when something is due, and when the next talk is; what a date looks like is known in words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain

from salescoach.answer import Phrase, phrase
from salescoach.notes.draft import Read, ReadContext, drafted, pointed_out
from salescoach.records.keys import key_form

_SPACES = " \t"
_WORD = re.compile(r"\S+")
_LAST = 8
"""Words at the end of a promise among which its date is looked for; no date is longer."""

_DOTTED = re.compile(r"\d{1,2}\.\d{2}\.?|\d{1,2}\.\d{1,2}\.")
"""What is a day and a month rather than a number, `4.12` and not `3.5`."""


def split_due(text: str, desk: ReadContext, *, bare: bool = False) -> tuple[str, date | None, tuple[Phrase, ...]]:
    """Return what is to be done, when, and notices; a `bare` date at the end needs no deadline word. Raise NotADate."""
    if not desk.dated:
        return text, None, ()
    for before, day in chain(_deadlines(text, desk), _endings(text, desk) if bare else ()):
        due, what = desk.dates.read(day, today=desk.on), before.rstrip(f",({_SPACES}")
        what += ")" * (what.count("(") > what.count(")"))
        past = (phrase("notice.mark_past_due", what=what, due=due),) if due < desk.on else ()
        return what, due, (*past, *_unkept(desk.dates.timed(day).typed))
    doubtful = next(_doubtful(text, desk), None)
    return text, None, () if doubtful is None else (phrase("notice.mark_no_due", text=doubtful),)


def booked(text: str, part: str, desk: ReadContext) -> Read:
    """Return the next talk; what follows its day stays in the notes. Raise NotADate where it looks like one in vain."""
    bare = _bare(text)
    if desk.dates.looks_whole(bare):
        return _booking(bare, desk)
    for last in reversed(list(_WORD.finditer(text))[: _LAST - 1]):
        day, rest = _bare(text[: last.end()]), text[last.end() :].strip(f"{_SPACES},-\u2013\u2014")
        if desk.dates.looks_whole(day) and not _somebody(day, desk):
            if not _tells_more(rest, desk):
                break
            read = _booking(day, desk)
            kept = phrase("notice.mark_next_kept", text=rest, day=day)
            return replace(read, notices=(*read.notices, kept), rest=part)
    return pointed_out("notice.mark_no_next", text=part)


def _tells_more(rest: str, desk: ReadContext) -> bool:
    """Tell whether what follows a day leaves it that day: not `fri or mon`, nor `fri if she is back`."""
    first = key_form(rest.split(maxsplit=1)[0]) if rest else ""
    cut = desk.marks.cue.match(f"{rest}, x") or desk.marks.due.match(rest) or desk.dates.begins_like(rest)
    return bool(first) and not rest[0].isdigit() and first not in desk.marks.apart and not cut


def _booking(text: str, desk: ReadContext) -> Read:
    day, timed = desk.dates.read(text, today=desk.on, due=False), desk.dates.timed(text)
    notices = (phrase("notice.mark_past_next", next=day),) if day < desk.on else ()
    return drafted("booking", *notices, *(_unkept(timed.typed) if not timed.at else ()), next=day, at=timed.at)


def _unkept(time: str) -> tuple[Phrase, ...]:
    """Return the notice that a time of day was read and is not kept, where one was typed."""
    return (phrase("notice.time_not_kept", time=time),) if time else ()


def _deadlines(text: str, desk: ReadContext) -> Iterator[tuple[str, str]]:
    """Yield what stands before a deadline word and the date after it, the last first."""
    for found in reversed(list(desk.marks.due.finditer(text))):
        before, day = text[: found.start()], _bare(text[found.end() :])
        last = before.split()[-1:]
        apart = desk.marks.apart & {key_form(" ".join(words)) for words in (last, [*last, found[0]])}
        if not apart and desk.dates.looks_whole(day) and not _somebody(day, desk):
            yield before, day


def _endings(text: str, desk: ReadContext) -> Iterator[tuple[str, str]]:
    """Yield the longest date at the very end, where it is plainly one; `every friday` is no deadline."""
    words = list(_WORD.finditer(text))
    for place in range(max(1, len(words) - _LAST), len(words)):
        before, day = text[: words[place].start()], _bare(text[words[place].start() :])
        if desk.dates.is_plain(day) and not _somebody(day, desk):
            if key_form(words[place - 1][0]) not in desk.marks.apart and not desk.marks.due.search(f"{before}{day}"):
                yield before, day
            return


def _doubtful(text: str, desk: ReadContext) -> Iterator[str]:
    """Yield what may be a date and was not read as one: behind a deadline word, plainly one anywhere, or at the end."""
    dates = desk.dates
    for found in reversed(list(desk.marks.due.finditer(text))):
        day = _bare(text[found.end() :])
        sure = key_form(found[0].split()[0]) in desk.marks.sure
        if sure or dates.begins_like(day) or dates.names(day) or dates.nearly(day):
            yield f"{found[0].strip()} {day}"
    words = list(_WORD.finditer(text))[: _LAST**2]
    for first in range(len(words)):
        for last in range(min(first + _LAST, len(words)), first, -1):
            day = _bare(text[words[first].start() : words[last - 1].end()])
            if dates.is_plain(day):
                yield day
    for word in words[-1:]:
        at_end = _bare(word[0])
        if (dates.looks_whole(at_end) and not at_end[0].isdigit()) or _DOTTED.fullmatch(word[0]) or dates.names(at_end):
            yield at_end


def _somebody(day: str, desk: ReadContext) -> bool:
    """Tell whether a day is rather a name: one in the journal, or a short form with a capital."""
    return desk.dates.names(day) or (len(day.split()) == 1 and key_form(day) in desk.listener.people())


def _bare(text: str) -> str:
    return text.strip(_SPACES).rstrip(f",!){_SPACES}").removesuffix("..").strip(_SPACES)
