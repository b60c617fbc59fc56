"""Marks that speak of an area: ratings, the three lights, and developing feedback given."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from salescoach.answer import Phrase, phrase
from salescoach.intake.draft import Desk, Read, drafted, pointed_out
from salescoach.intake.split import dash
from salescoach.records.keys import key_form

_FEW = 3
"""Words that may be an area by themselves; more than these are a sentence."""


def rated(level: str, text: str, part: str, desk: Desk) -> Read:
    """Return the rating of the area that `text` begins with; without one, the part stays text."""
    known = _known(desk)
    typed, evidence = leading(text, known)
    area = known.get(key_form(typed), typed.rstrip(".,:! "))
    if not key_form(area):
        return pointed_out(phrase("notice.mark_no_area", text=part))
    notices = () if key_form(typed) in known else (new_area(area, known.values()),)
    desk.met.extend([area] if notices else [])
    return drafted("rating", *notices, area=area, level=level, evidence=evidence)


def lit(light: str, text: str, part: str, desk: Desk) -> Read:
    """Return one of the three lights at the level that `text` begins with; without one, the part stays text."""
    typed, evidence = leading(text, desk.marks.levels)
    level = desk.marks.levels.get(key_form(typed))
    if level is None:
        return pointed_out(phrase("notice.mark_no_level", text=part))
    return drafted("rating", area=light, level=level, evidence=evidence)


def told(text: str, part: str, desk: Desk) -> Read:
    """Return feedback given to the seller: its area where the first part is a known one, what, and the next step."""
    first, after = dash(text)
    area = _known(desk).get(key_form(first)) if after else None
    what, following = dash(after) if area or not first else (first, after)
    if not what:
        return pointed_out(phrase("notice.mark_empty", text=part))
    return drafted("feedback", area=area, what=what, next=following, to="seller")


def leading(text: str, known: Mapping[str, str]) -> tuple[str, str]:
    """Return what a text begins with and the rest: cut at a dash, else after the longest known; too long, nothing."""
    area, evidence = dash(text)
    if (area, evidence) != (text.strip(), ""):
        return area, evidence
    ends = [word.end() for word in re.finditer(r"\S+", text)]
    longest = max((key.count("-") + 1 for key in known), default=0)
    for end in reversed(ends[:longest]):
        if key_form(text[:end]) in known:
            return text[:end], text[end:].strip()
    return (text, "") if len(ends) <= _FEW else ("", text)


def new_area(area: str, known: Iterable[str]) -> Phrase:
    """Return the notice that an area is new, with the nearest known one, if one is near."""
    names = {key_form(name): name for name in known}
    near = get_close_matches(key_form(area), [name for name in names if name != key_form(area)], n=1)
    if near:
        return phrase("notice.mark_new_area_near", area=area, near=names[near[0]])
    return phrase("notice.mark_new_area", area=area)


def _known(desk: Desk) -> dict[str, str]:
    return {key_form(area): area for area in (*desk.listener.areas, *desk.met)} | desk.marks.lights
