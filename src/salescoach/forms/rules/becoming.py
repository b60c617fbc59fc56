"""What an answer becomes beside itself: a topic, a need, a goal, her own light on an area, what she says about me."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field

from salescoach.answer import Phrase, phrase
from salescoach.coaching.lights import areas_of, known_areas
from salescoach.forms.rules.form import LIGHTS_ASKED, Question
from salescoach.frozen import frozen
from salescoach.notes.draft import Drafted
from salescoach.notes.plain import read_aim
from salescoach.records.keys import key_form
from salescoach.records.rating import LIGHTS
from salescoach.records.seller import Seller

_WORD = re.compile(r"[^\W_]+")
_LEAD = re.compile(r"\s*(?:[-*•+\u2013\u2014>]+\s+|\d{1,2}[.)]\s+)*")
_NEW = re.compile(r"(?P<area>[^\W\d_][^:\u2013\u2014]*?)\s*(?::|\s[-\u2013\u2014])\s*")
"""An area that nobody named before: what stands before a colon or a dash."""

_FEW = 3
"""Words of a new area, at most: more are a sentence."""

_AROUND = " \t.,;:!\u2013\u2014-"


@frozen
class Meaning:
    """What words mean: the levels and the three lights by all their names, known areas, and what says nothing.

    `called` are areas by what a form calls them in another language.
    """

    levels: Mapping[str, str]
    areas: Sequence[str]
    nothing: Collection[str]
    lights: Collection[str] = LIGHTS
    called: Mapping[str, str] = field(default_factory=dict)


@frozen
class _Seen:
    """A light that stands in a line: of which area, from where to where."""

    area: str
    level: str
    start: int
    end: int


def areas_asked(seller: Seller) -> tuple[str, ...]:
    """Return the few areas that she is asked to see herself in: those rated last, then what else is expected."""
    rated = sorted(areas_of(seller), key=lambda area: area.now.on, reverse=True)
    names = {key_form(one): one for one in (*(area.name for area in rated), *known_areas([seller]))}
    return tuple(name for key, name in names.items() if key not in LIGHTS)[:LIGHTS_ASKED]


def becoming(question: Question, text: str, meaning: Meaning) -> tuple[list[Drafted], list[Phrase]]:
    """Return the records that an answer becomes beside itself, and what is to be pointed out."""
    lines = [line for line in map(_bare, text.splitlines()) if _folded(line) and _folded(line) not in meaning.nothing]
    match question.becomes:
        case "light":
            return _lights(lines, meaning)
        case "topic":
            return [Drafted("topic", {"what": line, "from": "seller"}) for line in lines], []
        case "need":
            return [Drafted("need", {"what": line}) for line in lines], []
        case "goal":
            return [Drafted("goal", {"title": line, **read_aim(line)}) for line in lines], []
        case "about me":
            return [Drafted("feedback", {"what": line, "to": "me"}) for line in lines], []
    return [], []


def without_blanks(text: str, areas: Sequence[str]) -> str:
    """Return an answer about areas without those that were left as they were listed."""
    listed = {_folded(area) for area in areas}
    return "\n".join(line for line in text.splitlines() if _folded(line) not in listed)


def _lights(lines: Sequence[str], meaning: Meaning) -> tuple[list[Drafted], list[Phrase]]:
    """Read lights as people write them: `discovery: green, asked first`, `red discovery`, several in one line."""
    found: dict[str, tuple[str, str, list[str]]] = {}
    unread, latest = [], ""
    for line in lines:
        seen = list(_seen(line, meaning))
        if seen:
            for one, following in zip(seen, [*seen[1:], None], strict=True):
                latest = key_form(one.area)
                said = line[one.end : following.start if following else None].strip(_AROUND)
                found[latest] = (one.area, one.level, [said] if said else [])
        elif latest and not _NEW.match(line) and not _names_level(line, meaning):
            found[latest][2].append(line)
        else:
            unread.append(line)
    rated = [
        Drafted("rating", {"area": area, "level": level, "by": "seller"} | ({"evidence": " ".join(why)} if why else {}))
        for key, (area, level, why) in found.items()
        if key not in meaning.lights
    ]
    return rated, [phrase("form.no_light", text=line) for line in unread]


def _seen(line: str, meaning: Meaning) -> Iterator[_Seen]:
    """Give the lights of a line, in order; a level beside another one (`red/yellow`) is none."""
    words = [(key_form(one[0]), one.start(), one.end()) for one in _WORD.finditer(line)]
    levels = {at: meaning.levels[word] for at, (word, _, _) in enumerate(words) if word in meaning.levels}
    alone = {at: level for at, level in levels.items() if at - 1 not in levels and at + 1 not in levels}
    spelled_out = {**meaning.called, **{area: area for area in (*meaning.lights, *meaning.areas)}}
    names = {tuple(key_form(word).split("-")): area for word, area in spelled_out.items()}
    any_found, end = False, -1
    for at in range(len(words)):
        for spelled, area in sorted(names.items(), key=lambda one: -len(one[0])):
            last = at + len(spelled) - 1
            if at <= end or tuple(word for word, _, _ in words[at : last + 1]) != spelled:
                continue
            before = at - 1 in alone and (at == 1 or at - 1 > end)
            if last + 1 in alone and not before:
                yield _Seen(area, alone[last + 1], words[at][1], words[last + 1][2])
                any_found, end = True, last + 1
            elif before:
                yield _Seen(area, alone[at - 1], words[at - 1][1], words[last][2])
                any_found, end = True, last
    new = None if any_found else _NEW.match(line)
    if new and len(new["area"].split()) <= _FEW:
        at = next((at for at, (_, start, _) in enumerate(words) if start >= new.end()), -1)
        if at in alone:
            yield _Seen(new["area"].strip(), alone[at], 0, words[at][2])


def _names_level(line: str, meaning: Meaning) -> bool:
    return any(key_form(word) in meaning.levels for word in _WORD.findall(line))


def _bare(line: str) -> str:
    return line[_LEAD.match(line).end() :].strip()  # type: ignore[union-attr]  # it matches the empty text


def _folded(text: str) -> str:
    return key_form(text)
