"""The days in a mark: when something is due, and when the next talk is; what a date looks like is known in words."""

from datetime import date

from salescoach.answer import Phrase, phrase
from salescoach.notes.draft import Read, ReadContext, drafted

_SPACES = " \t\u00a0\u3000"


def split_due(text: str, desk: ReadContext) -> tuple[str, date | None, tuple[Phrase, ...]]:
    """Return what is to be done, the day after the last ` by ` if it is a date, and notices; raise NotADate."""
    match = desk.marks.due.fullmatch(text)
    if match is None:
        return text, None, ()
    due = _day(match["day"], desk, due=True)
    if due is None:
        return text, None, _doubtful("notice.mark_no_due", match["day"], match["day"], desk)
    what = _tidy(match["what"])
    return what, due, (phrase("notice.mark_past_due", what=what, due=due),) if due < desk.on else ()


def booked(text: str, part: str, desk: ReadContext) -> Read:
    """Return the next talk; raise NotADate where `text` has the shape of a date and is none."""
    day = _day(text, desk, due=False)
    if day is None:
        return Read(notices=_doubtful("notice.mark_no_next", text, part, desk))
    return drafted("booking", *((phrase("notice.mark_past_next", next=day),) if day < desk.on else ()), next=day)


def _day(text: str, desk: ReadContext, *, due: bool) -> date | None:
    bare = _bare(text)
    return desk.dates.read(bare, today=desk.on, due=due) if desk.dates.looks_whole(bare) else None


def _doubtful(key: str, text: str, shown: str, desk: ReadContext) -> tuple[Phrase, ...]:
    return (phrase(key, text=shown),) if desk.dates.begins_like(_bare(text)) else ()


def _bare(text: str) -> str:
    return text.rstrip(f".,!){_SPACES}")


def _tidy(what: str) -> str:
    kept = what.rstrip(f",({_SPACES}")
    return f"{kept})" if kept.count("(") > kept.count(")") else kept
