"""Marks that speak of an area: ratings, the three lights, and developing feedback given."""

from collections.abc import Iterable
from difflib import get_close_matches

from salescoach.answer import Phrase, phrase
from salescoach.notes.draft import Read, ReadContext, drafted, pointed_out
from salescoach.notes.split import FEW, dash, leading
from salescoach.records.keys import key_form
from salescoach.records.rating import is_felt

_NEARLY = 0.85
"""How much alike what was typed and an area are where it is a slip of the finger and no sentence."""


def rated(level: str, text: str, part: str, desk: ReadContext) -> Read:
    """Return the rating of the area that `text` begins with; without one, the part stays text."""
    known = known_to(desk)
    typed, evidence = leading(text, known)
    area = known.get(key_form(typed), typed.rstrip(".,:! "))
    if not key_form(area):
        return pointed_out("notice.mark_no_area", text=part)
    notices = () if key_form(typed) in known else (new_area(area, known.values()),)
    desk.met.extend([area] if notices else [])
    return drafted("rating", *notices, area=area, level=level, evidence=evidence)


def lit(light: str, text: str, part: str, desk: ReadContext) -> Read:
    """Return one of the three lights at the level that `text` begins with; without one, the part stays text."""
    typed, evidence = leading(text, desk.marks.levels)
    level = desk.marks.levels.get(key_form(typed))
    if level is None:
        return pointed_out("notice.mark_no_level", text=part)
    return drafted("rating", area=light, level=level, evidence=evidence)


def told(text: str, part: str, desk: ReadContext) -> Read:
    """Return feedback given to the seller: its area where the first part is one, what, and the next step."""
    first, after = dash(text)
    known = known_to(desk)
    area = known.get(key_form(first)) if after else None
    few = bool(key_form(first) and after) and len(first.split()) <= FEW
    more = few and (dash(after)[1] or get_close_matches(key_form(first), known, n=1, cutoff=_NEARLY))
    new = not area and bool(more)  # few words, what, next; with one more part alone, nearly a known one
    what, following = dash(after) if area or new or not first else (first, after)
    if not what:
        return pointed_out("notice.mark_empty", text=part)
    if area and is_felt(area):
        return pointed_out("notice.mark_felt", area=area, text=part)
    desk.met.extend([first] if new else [])
    notices = (new_area(first, known.values()),) if new else ()
    return drafted("feedback", *notices, area=first if new else area, what=what, next=following, to="seller")


def new_area(area: str, known: Iterable[str]) -> Phrase:
    """Return the notice that an area is new, with the nearest known one, if one is near."""
    near = nearest(area, known)
    return (
        phrase("notice.mark_new_area_near", area=area, near=near) if near else phrase("notice.mark_new_area", area=area)
    )


def nearest(typed: str, known: Iterable[str]) -> str | None:
    """Return the known name that what was typed is most like, None where it is like none."""
    names = {key_form(name): name for name in known}
    near = get_close_matches(key_form(typed), [name for name in names if name != key_form(typed)], n=1)
    return names[near[0]] if near else None


def known_to(desk: ReadContext) -> dict[str, str]:
    """Return what is written for every name of an area that is known here: hers, those met, described, the lights."""
    hers = {key_form(area): area for area in (*desk.listener.areas, *desk.met)}
    return {**hers, **desk.listener.named, **desk.marks.lights}
