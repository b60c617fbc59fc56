"""Both views: where the seller sees it otherwise, each side with its example, and what else came back (S1.4, S1.5)."""

from collections.abc import Iterator
from dataclasses import replace

from salescoach.answer import Phrase, phrase
from salescoach.coaching.lights import Area, areas_of, spoken
from salescoach.coaching.needs import unanswered
from salescoach.goals.rules import lacking, standings_of
from salescoach.records.keys import key_form
from salescoach.records.rating import LIGHTS, Rating
from salescoach.records.values import LEVELS
from salescoach.talk.rules.items import AgendaContext, Item, goal_item, said


def both(known: AgendaContext) -> tuple[Item, ...]:
    """Return each area that the seller gave a light, beside the manager's: the widest gap first, then hers newest."""
    mine = {key_form(area.name): area for area in areas_of(known.seller)}
    hers: dict[str, Rating] = {}
    for one in known.seller.all(Rating):
        if one.by == "seller" and key_form(one.area) not in LIGHTS:
            hers[key_form(one.area)] = one
    pairs = [(mine.get(key), one) for key, one in hers.items()]
    return tuple(_view(area, one, known) for area, one in sorted(pairs, key=_gap, reverse=True))


def _gap(pair: tuple[Area | None, Rating]) -> tuple[int, str]:
    area, one = pair
    levels = [LEVELS.index(level) for level in (area.level if area else None, one.level) if level]
    return max(levels, default=0) - min(levels, default=0), one.on.isoformat()


def _view(area: Area | None, one: Rating, known: AgendaContext) -> Item:
    name, now = known.seller.first_name, area.now if area else None
    told = [phrase("why.your_example", what=now.evidence)] if now and now.evidence else []
    told += [phrase("why.hers", name=name, what=one.evidence)] if one.evidence else []
    return Item(
        phrase("item.view", area=spoken(one.area)),
        phrase("why.both", said=told) if told else said(one),
        (*((now.id,) if now else ()), one.id),
        levels=(now.level if now else None, one.level),
        whose=(phrase("item.you"), name),
        private=True,
    )


def ahead(known: AgendaContext) -> tuple[Item, ...]:
    """Return what the seller wants, in her own words, and each goal that has no number yet, with what it lacks."""
    bare = [one for one in standings_of(known.seller, known.today) if one.target is None]
    found = [(one, lacks) for one in bare if (lacks := lacking(one.goal, known.seller))]
    aims = (replace(goal_item(one), why=phrase("why.both", said=lacks.data["lacks"])) for one, lacks in found)
    return (*heard(known, "ahead"), *aims)


def resources(known: AgendaContext) -> tuple[Item, ...]:
    """Return what the seller needs, and nobody has promised yet: what was asked for longest first."""
    return tuple(Item(phrase("item.plain", text=one.what), said(one), (one.id,)) for one in unanswered(known.seller))


def heard(known: AgendaContext, section: str) -> Iterator[Item]:
    """Give the answers of the sheet that belong to a section, in the seller's own words."""
    for one in known.sheet.answers.get(section, ()):
        text = " ".join(line.strip("-*• ") for line in one.text.splitlines())
        yield Item(phrase("item.heard", name=known.seller.first_name, text=text), ids=(one.id,))


def sheet_line(known: AgendaContext) -> Phrase | None:
    """Return where the sheet of the talk is: back, out, or not asked for; None where this talk has none."""
    sheet = known.sheet
    if sheet.back:
        return phrase("heading.sheet_back", day=sheet.back)
    if sheet.asked:
        return phrase("heading.sheet_out", day=sheet.asked, days=(known.today - sheet.asked).days)
    return phrase("heading.sheet_none", key=known.seller.key, form=sheet.form) if sheet.form else None
