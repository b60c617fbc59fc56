"""`coach probation`: the clock of a probation, the checks before it is decided, and the decision."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Literal

import typer

from salescoach.answer import Answer, Phrase, Said, phrase
from salescoach.app import App
from salescoach.arguments import MaybeSeller, On
from salescoach.errors import CoachError, Missing, Unusable
from salescoach.expectations.commands.expected import expected, new_areas
from salescoach.probation.commands.country_rules import all_rules
from salescoach.probation.rules.deadlines import joined_rule, rule_named, terms_of
from salescoach.probation.rules.fairness import untried
from salescoach.probation.rules.review import Review, probations_of, review_of, untold
from salescoach.probation.rules.terms import Wish, absence_missing, new_in, unlit
from salescoach.records.seller import Seller
from salescoach.records.veil import seen


class Decided(Unusable):
    """A probation was decided before, on `day`."""


class HasEnded(Unusable):
    """A probation is to be decided after its last day, `ends`; `why` says whether the rules of a country are known."""


class WouldSurprise(Unusable):
    """A decision would rest on what she has not been told of: `areas`; `why` says how long there is to tell her."""


class RestsOnNothing(Unusable):
    """A probation was to end where nothing is red and nothing that weighs was told."""


class TooLate(Unusable):
    """A probation was to end past the last day to tell, `tell_by`; `why`: what the `law` says of it is known or not."""


class NotDecided(Unusable):
    """It was told in writing, and neither an end nor a longer probation was decided."""


OUTCOMES = {"confirm": "confirmed", "extend": "extended", "end": "ended"}


def run(
    ctx: typer.Context,
    seller: MaybeSeller = None,
    outcome: Annotated[
        Literal["confirm", "extend", "end", "told"] | None,
        typer.Argument(metavar="[confirm|extend|end|told]", show_default=False),
    ] = None,
    ends: Annotated[str | None, typer.Option("--ends", metavar="DATE")] = None,
    country: Annotated[str | None, typer.Option("--country", metavar="SE")] = None,
    term: Annotated[str | None, typer.Option("--term", metavar="DATE")] = None,
    counts: Annotated[list[str] | None, typer.Option("--counts", metavar="AREA")] = None,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT")] = None,
    on: On = None,
    rules: Annotated[bool, typer.Option("--rules")] = False,
    yes: Annotated[bool, typer.Option("--yes")] = False,
) -> Answer:
    """Show the clock of a probation, what was not told, and what help was given; or decide it. Bare: all of them."""
    app: App = ctx.obj
    if rules:
        return Said(lines=tuple(_law(app, country)))
    if seller is None:
        return _all(app, named=bool(ends or country or term or counts or why))
    from salescoach.reading import area_of, word_in

    who, longer, absent = app.seller(seller), outcome == "extend", word_in(app, why, "absence") is not None
    if longer and not ends:
        raise _until_when(_review(app, who), absent=absent)
    last, term_ends = (app.ahead(one) if one else None for one in (ends, term))
    areas = [area_of(app, who, one) for one in counts or ()]
    felt = word_in(app, why, "felt") if longer and absent else word_in(app, why, "felt", "health")
    wish = Wish(last, country, areas, why, longer=longer, term=term_ends, absent=absent, felt=felt)
    given = new_in(who, wish, app.settings, all_rules(app), app.today)
    if outcome not in {None, "told"} or given:
        _refuse_decided(app, who)
    if outcome == "told":
        return _told(app, who, given, app.on(on))
    if outcome is not None:
        return _decided(app, who, outcome, {**given, "on": app.on(on)}, yes=yes)
    if not given:
        return _review(app, who)
    named = [area for area in seen(given.get("counts", ())) if area]
    new = [one for area in named for one in new_areas(app, [who], area) or unlit(who, [area])]
    return _written(app, who, given, [*new, phrase("probation.kept")])


def _told(app: App, who: Seller, given: Mapping[str, Any], day: date) -> Review:
    found = _review(app, who)
    if found.terms.longer is None and (found.days is None or not found.days.leaves):
        raise NotDecided(name=who.name, key=who.key)
    clock = found.days
    by = (clock.longer_by or clock.tell_by) if clock else day
    late = [phrase("probation.told_late", day=by)] if day > by else []
    return _written(app, who, {**given, "told_on": day}, [*late, phrase("probation.kept")])


def _law(app: App, country: str | None) -> Iterator[Phrase]:
    known = all_rules(app)
    for one in [rule_named(country, known)] if country else known:
        yield phrase("probation.rule", country=f"{one.name} ({one.code})", rule=joined_rule(one))
        yield phrase("probation.rule_longer", extend=one.extend)
        yield phrase("probation.hr", source=one.source, checked=one.checked)


def _all(app: App, *, named: bool) -> Answer:
    if named:
        raise Missing(what="seller", command="probation")
    return probations_of(app.team(), app.settings, all_rules(app), app.today, app.dates.order)


def _review(app: App, who: Seller) -> Review:
    return review_of(who, app.me, app.settings, expected(app, who), all_rules(app), today=app.today)


def _written(app: App, who: Seller, given: Mapping[str, Any], notices: Sequence[Phrase]) -> Review:
    from salescoach.journal.append import Block
    from salescoach.writing import write

    expected(app, who)  # nothing is written where the answer to it could not be shown
    (page,) = write(app, [(who, [Block("probation", {"on": app.today, **given})])], "probation").pages
    found = _review(app, app.journal.by_key(who.key))
    return replace(found, records=page.records, notices=tuple(notices))


def _refuse_decided(app: App, who: Seller) -> None:
    found = terms_of(who, app.settings).decision
    if found is not None:
        outcome = phrase(f"probation.outcome.{found.outcome}")
        raise Decided(name=who.name, day=found.on, outcome=outcome, key=who.key)


def _decided(app: App, who: Seller, outcome: str, given: Mapping[str, Any], *, yes: bool) -> Answer:
    found = _review(app, who)
    said = _said(found, outcome, given)
    if not app.option("json"):
        from salescoach.probation.view.review import shown

        app.ask.tell(*shown(found, app.ask.look), *(part for one in said for part in ("", app.words.say(one))), "")
    if outcome != "confirm" and not yes and not _agreed(app, found, outcome):
        return Said(lines=(phrase("probation.not_decided"),))
    fields = {**given, "outcome": OUTCOMES[outcome]}
    notices = said if app.option("json") else []
    return replace(_written(app, who, fields, [*notices, *_next(found, outcome)]), fresh=True)


def _said(found: Review, outcome: str, given: Mapping[str, Any]) -> list[Phrase]:
    if outcome == "extend":
        return _longer(found, given)
    early = found.started is not None and found.started > found.today
    begins = [phrase("probation.not_begun", name=found.first_name, started=found.started)] if early else []
    if outcome != "end":
        return begins
    helps = found.helps
    return begins + (untried(helps, found.today) if helps else [phrase("probation.nothing_red", name=found.first_name)])


def _longer(found: Review, given: Mapping[str, Any]) -> list[Phrase]:
    """Return where a probation can be made longer at all, who says so, and that a ground belongs to it."""
    if found.rule is None:
        return [phrase("probation.longer_unknown")]
    ground = [phrase("probation.longer_ground")] if found.rule.extension == "absence" and "why" not in given else []
    counted = [phrase("probation.longer_days", days=found.longer.days)] if found.longer.days else []
    first, last = found.longer.first, found.longer.last
    if first and last and first < given["ends"] <= last:
        counted.append(phrase("probation.readings", first=first, last=last))
    return [phrase("probation.longer", extend=found.rule.extend, source=found.rule.source), *counted, *ground]


def _until_when(found: Review, *, absent: bool) -> CoachError:
    """Return the error where no new end was given: it says first where a probation can be made longer at all."""
    if found.rule is None:
        return Missing(what="new_end", key=found.key)
    if absent and not found.longer.days:
        return absence_missing(found.rule, found.first_name, found.key)
    return Missing(what="new_end", why="rules", extend=found.rule.extend, source=found.rule.source, key=found.key)


def _agreed(app: App, found: Review, outcome: str) -> bool:
    """Ask whether to go on although it has ended, or would surprise her; raise the first in a script."""
    refusals = [*_refusals(found, outcome)]
    if refusals and not app.ask.possible:
        raise refusals[0]
    for one in refusals:
        app.ask.tell("", app.words.say(f"error.{one.code}.{one.data['why']}", **one.data))
    return not refusals or app.agreed(phrase("probation.sure"))


def _refusals(found: Review, outcome: str) -> Iterator[Unusable]:
    """Give what a script is refused for: it is over, it would surprise, it rests on nothing, it is too late for it."""
    if found.clock is not None and found.clock.stage == "over":
        rules = {"why": "rules", "country": found.rule.name} if found.rule else {"why": "text"}
        yield HasEnded(**rules, ends=found.clock.ends)
    if found.surprises:
        yield WouldSurprise(**untold(found), key=found.key, name=found.first_name)
    if outcome == "end" and not found.surprises and not found.weighs:
        yield RestsOnNothing(why="text", name=found.first_name, key=found.key)
    if outcome == "end" and found.clock is not None and found.clock.stage == "late":
        law = {"why": "rules", "law": found.rule.late} if found.rule and found.rule.late else {"why": "text"}
        yield TooLate(**law, tell_by=found.clock.tell_by)


def _next(found: Review, outcome: str) -> Iterator[Phrase]:
    if outcome == "confirm" and found.surprises:
        yield phrase("probation.still_to_tell", areas=untold(found)["areas"])
    yield phrase(f"probation.next.{outcome}", name=found.first_name, key=found.key)
    if outcome == "end" and found.rule and found.rule.telling:
        yield phrase("probation.telling", telling=found.rule.telling)
    if outcome != "confirm":
        yield phrase("probation.note_told", key=found.key)
    yield phrase("probation.kept")
