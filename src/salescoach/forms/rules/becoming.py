"""What an answer becomes beside itself: a topic, a need, a goal, her own light on an area or on me, what she says."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from salescoach.answer import Phrase, phrase
from salescoach.coaching.lights import areas_of, known_areas
from salescoach.forms.rules.form import LIGHTS_ASKED, Question
from salescoach.frozen import frozen
from salescoach.notes.draft import Drafted
from salescoach.notes.plain import read_aim
from salescoach.records.keys import key_form
from salescoach.records.rating import LIGHTS
from salescoach.records.seller import Seller
from salescoach.records.veil import parted

_WORD = re.compile(r"[^\W_]+")
_LEAD = re.compile(r"\s*(?:[-*•+\u2013\u2014>]+\s+|\d{1,2}[.)]\s+)*")
_NEW = re.compile(r"(?P<area>[^\W\d_][^:\u2013\u2014]*?)\s*(?::|\s[-\u2013\u2014])\s*")
"""An area that nobody named before: what stands before a colon or a dash."""

_FEW = 3
"""Words of a new area, at most: more are a sentence."""

_MADE: dict[str, Callable[[str], Drafted]] = {
    "topic": lambda line: Drafted("topic", {"what": line, "from": "seller"}),
    "need": lambda line: Drafted("need", {"what": line}),
    "goal": lambda line: Drafted("goal", {"title": line, **read_aim(line)}),
    "about me": lambda line: Drafted("feedback", {"what": line, "to": "me"}),
}
"""What each line of an answer becomes."""

_LEVEL = "-=-"
"""Where a level stood in a text."""

_AROUND = " \t.,;:!\u2013\u2014-"


@frozen
class Meaning:
    """What words mean: the levels, areas and the three lights by the key form of all their names; what says nothing.

    `denials` are words behind which a level is meant to be none.
    """

    levels: Mapping[str, str]
    areas: Mapping[str, str]
    nothing: Collection[str]
    lights: Collection[str]
    denials: Collection[str]


@frozen
class _Seen:
    """A light that stands in a line: of which area, from where to where."""

    area: str
    level: str
    start: int
    end: int


def areas_asked(seller: Seller, otherwise: Sequence[str]) -> tuple[str, ...]:
    """Return the few areas that she is asked to see herself in: those rated last, what is expected, `otherwise`."""
    rated = sorted(areas_of(seller), key=lambda area: area.now.on, reverse=True)
    names = {key_form(one): one for one in (*(area.name for area in rated), *known_areas([seller]))}
    return (tuple(name for key, name in names.items() if key not in LIGHTS) or tuple(otherwise))[:LIGHTS_ASKED]


def becoming(question: Question, text: str, meaning: Meaning) -> tuple[list[Drafted], list[Phrase]]:
    """Return the records that an answer becomes beside itself, and what is to be pointed out."""
    lines = [line for line in map(_bare, text.splitlines()) if key_form(line) and key_form(line) not in meaning.nothing]
    if question.becomes in _MADE:
        return [_MADE[question.becomes](line) for line in lines], []
    if question.becomes == "purpose":
        return [Drafted("purpose", {"text": " ".join(lines), "private": True})] if lines else [], []
    if question.becomes == "light":
        return _lights(lines, meaning)
    return _service(" ".join(lines), meaning) if question.becomes == "my light" else ([], [])


def without_blanks(text: str, areas: Sequence[str]) -> str:
    """Return an answer about areas without those that were left as they were listed."""
    listed = {key_form(area) for area in areas}
    return "\n".join(line for line in text.splitlines() if key_form(line) not in listed)


def unsaid(
    given: Sequence[tuple[str | None, str]], before: Collection[tuple[str | None, str]], kept_back: Collection[str]
) -> Iterator[tuple[str | None, str, list[str]]]:
    """Give what of the answers was not there before: what each says in the open, and what behind a `~`."""
    for id_, text in given:
        said, secrets = parted(text)
        new = said if (id_, plain(said)) not in before else ""
        hidden = [one for one in secrets if plain(one) not in kept_back]
        if new.strip() or hidden:
            yield id_, new.strip() and new, hidden


def unwrapped(text: str, levels: Collection[str]) -> str:
    """Return a list of lights with what is private whole again, where a mail program broke its line.

    What follows belongs to it unless it begins a line of the list: with a bullet, or naming a level where none has one.
    """
    lines: list[str] = []
    for line in text.split("\n"):
        before = lines[-1] if lines else ""
        hidden = bool(parted(before)[1]) or before.rstrip().endswith("~")
        begins = _bare(line) != line.strip() or (_bare(before) == before.strip() and _names_level(line, levels))
        lines[-1:] = [f"{before} {line.strip()}"] if hidden and not begins else [*lines[-1:], line]
    return "\n".join(lines)


def plain(text: str) -> str:
    """Return the words of a text as they are compared, wherever its lines end."""
    return " ".join(text.split())


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
        elif latest and not _NEW.match(line) and not _names_level(line, meaning.levels):
            found[latest][2].append(line)
        else:
            unread.append(line)
    rated = [
        Drafted("rating", {"area": area, "level": level, "by": "seller"} | ({"evidence": " ".join(why)} if why else {}))
        for key, (area, level, why) in found.items()
        if key not in meaning.lights
    ]
    return rated, [phrase("form.no_light", text=line) for line in unread]


def _service(said: str, meaning: Meaning) -> tuple[list[Drafted], list[Phrase]]:
    """Read her light on me: the one level that is named and not denied; what she says beside it is why."""
    left, named = f"-{key_form(said)}-", set[str]()
    for key in sorted(filter(None, meaning.levels), key=len, reverse=True):
        if f"-{key}-" in left:
            named.add(meaning.levels[key])
            left = left.replace(f"-{key}-", _LEVEL)
    if len(named) != 1 or re.search(f"-(?:{'|'.join(meaning.denials)})(?:-[^-]+)?{_LEVEL}", left):
        return [], [phrase("form.no_service", text=said)] if said else []
    ends = (one.end() for one in reversed([*_WORD.finditer(said)]))
    why = next((said[end:].strip(_AROUND) for end in ends if key_form(said[:end]) in meaning.levels), said)
    return [Drafted("service", {"level": named.pop()} | ({"evidence": why} if why else {}))], []


def _seen(line: str, meaning: Meaning) -> Iterator[_Seen]:
    """Give the lights of a line, in order; a level beside another one (`red/yellow`) is none."""
    words = [(key_form(one[0]), one.start(), one.end()) for one in _WORD.finditer(line)]
    levels = {at: meaning.levels[word] for at, (word, _, _) in enumerate(words) if word in meaning.levels}
    alone = {at: level for at, level in levels.items() if at - 1 not in levels and at + 1 not in levels}
    every = {**{key_form(light): light for light in meaning.lights}, **meaning.areas}
    names = sorted(((tuple(key.split("-")), area) for key, area in every.items()), key=lambda one: -len(one[0]))
    any_found, end = False, -1
    for at in range(len(words)):
        for spelled, area in names:
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


def _names_level(line: str, levels: Collection[str]) -> bool:
    return any(key_form(word) in levels for word in _WORD.findall(line))


def _bare(line: str) -> str:
    return line[_LEAD.match(line).end() :].strip()  # type: ignore[union-attr]  # it matches the empty text
