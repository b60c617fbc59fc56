"""`done` and `drop`: which open items they name, by the beginnings of their ids or by words of one of them."""

import re
from collections.abc import Sequence

from salescoach.answer import phrase
from salescoach.intake.draft import Desk, Drafted, OpenItem, Read, pointed_out
from salescoach.records.keys import key_form

_SHORTEST, _LONGEST = 2, 5
"""Characters of an id that may stand for it, and of a whole one of ours."""

_OURS = re.compile(r"(?:[a-z]\d)+[a-z]?")


def settled(part: str, desk: Desk) -> Read | None:
    """Return what a part settles; no records where its words name nothing open, None where it is no such mark."""
    head, *words = part.replace(",", " ").split() or [""]
    how = desk.marks.settles(head)
    keys = [key for key in map(key_form, words) if key]
    if how is None or not keys:
        return None
    by_id = [_with_id(key, desk.listener.open) for key in keys]
    by_words = _with_words(keys, desk.listener.open)
    if all(len(items) == 1 for items in by_id):
        return _closed([item for items in by_id for item in items], how)
    if len(by_words) == 1:
        return _closed(by_words, how)
    return _refused(part, keys, by_id, by_words)


def _with_id(key: str, items: Sequence[OpenItem]) -> list[OpenItem]:
    if len(key) < _SHORTEST:
        return []
    return [item for item in items if key_form(item.id) == key] or [
        item for item in items if key_form(item.id).startswith(key)
    ]


def _with_words(keys: Sequence[str], items: Sequence[OpenItem]) -> list[OpenItem]:
    wanted = {word for key in keys for word in key.split("-")}
    return [item for item in items if wanted <= set(key_form(item.text).split("-"))]


def _closed(items: Sequence[OpenItem], how: str) -> Read:
    ids = dict.fromkeys(item.id for item in items)
    return Read(tuple(Drafted("settled", {"of": id_, "how": how}) for id_ in ids))


def _refused(part: str, keys: Sequence[str], by_id: Sequence[Sequence[OpenItem]], by_words: Sequence[OpenItem]) -> Read:
    several = [*by_words, *(item for items in by_id if len(items) > 1 for item in items)]
    if several:
        hits = list(dict.fromkeys(f"{item.id[:3]} {item.text}" for item in several))
        return pointed_out(phrase("notice.mark_several_open", text=part, hits=hits))
    if any(by_id) or all(_like_id(key) for key in keys):
        return pointed_out(phrase("notice.mark_not_open", text=part))
    return Read()


def _like_id(key: str) -> bool:
    return _SHORTEST <= len(key) <= _LONGEST and _OURS.fullmatch(key) is not None
