"""`coach probation`: the clock of a probation, the checks before it is decided, and the decision."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Literal

import typer

from salescoach.answer import Answer, Phrase, Said, phrase
from salescoach.app import App
from salescoach.coaching.fairness import Review, review_of, untold
from salescoach.coaching.probation import clock_of, last_day, rule_of, terms_of
from salescoach.commands.arguments import Seller as Who
from salescoach.commands.expected import expected, new_areas
from salescoach.commands.rules import all_rules
from salescoach.errors import Decided, EndsTooEarly, Missing, NotACountry, PastTheMost, WouldSurprise
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller

EXAMPLE = "coach probation anna --country SE"

OUTCOMES = {"confirm": "confirmed", "extend": "extended", "end": "ended"}


def run(
    ctx: typer.Context,
    seller: Who,
    outcome: Annotated[
        Literal["confirm", "extend", "end"] | None,
        typer.Argument(
            metavar="[confirm|extend|end]", help="Decide it; the checks are shown first.", show_default=False
        ),
    ] = None,
    ends: Annotated[str | None, typer.Option("--ends", metavar="DATE", help="Its last day.")] = None,
    country: Annotated[
        str | None, typer.Option("--country", metavar="SE", help="Whose rules hold: SE NO DK FI.")
    ] = None,
    counts: Annotated[
        list[str] | None, typer.Option("--counts", metavar="AREA", help="An area whose yellow is to count against.")
    ] = None,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT", help="The ground, where one is needed.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Decide although it would surprise.")] = False,
) -> Answer:
    """Show the clock of a probation, what was not told, and what help was given; or decide it."""
    app: App = ctx.obj
    who = app.seller(seller)
    typed = {"ends": ends, "country": country, "counts": counts, "why": why}
    given = _given(app, who, typed, extend=outcome == "extend")
    if outcome is not None or given:
        _refuse_decided(app, who)
    if outcome is not None:
        return _decided(app, who, outcome, given, yes=yes)
    if not given:
        return _review(app, who)
    unknown = [notice for area in given.get("counts", ()) for notice in new_areas(app, [who], area)]
    return _written(app, who, given, [*unknown, phrase("probation.kept")])


def _review(app: App, who: Seller) -> Review:
    return review_of(who, app.me, app.settings, expected(app, who), all_rules(app), today=app.today)


def _written(app: App, who: Seller, given: Mapping[str, Any], notices: Sequence[Phrase]) -> Review:
    from salescoach.journal.append import Block
    from salescoach.writing import write

    (page,) = write(app, [(who, [Block("probation", {"on": app.today, **given})])], "probation").pages
    found = _review(app, app.journal.by_key(who.key))
    return replace(found, records=page.records, notices=tuple(notices))


def _given(app: App, who: Seller, typed: Mapping[str, Any], *, extend: bool) -> dict[str, Any]:
    """Return what was given and is not noted yet; raise NotACountry, NotADate, EndsTooEarly, PastTheMost, Missing."""
    terms = terms_of(who, app.settings)
    areas = {key_form(area): area.strip() for area in typed["counts"] or () if area.strip()}
    given: dict[str, Any] = {}
    if typed["country"]:
        given["country"] = _country(app, who, typed["country"])
    if typed["ends"]:
        given["ends"] = app.ahead(typed["ends"])
        _check_end(app, who, given, why=typed["why"], extend=extend)
    elif typed["country"] and terms.ends is None and who.header.started is None:
        raise Missing(what="first_day", key=who.key)
    given["counts"] = [area for key, area in areas.items() if key not in map(key_form, terms.counts)]
    country = terms.country if who.records.get("probation") else None
    noted: dict[str, Any] = {"country": country, "ends": None if extend else terms.ends, "counts": []}
    fresh = {name: value for name, value in given.items() if value != noted[name]}
    return fresh | ({"why": typed["why"]} if typed["why"] else {})


def _country(app: App, who: Seller, typed: str) -> str:
    rule = rule_of(typed.strip(), all_rules(app))
    if rule is None:
        known = [f"{one['code']} ({one['name']})" for one in all_rules(app)]
        raise NotACountry(text=typed, known=known, key=who.key)
    return str(rule["code"]).upper()


def _check_end(app: App, who: Seller, given: Mapping[str, Any], *, why: str | None, extend: bool) -> None:
    """Refuse an end before it began, an extension that is none, and without a reason one past what the law allows."""
    day, started, rules = given["ends"], who.header.started, all_rules(app)
    if started and day <= started:
        raise EndsTooEarly(ends=day, after=started, key=who.key)
    now = clock_of(who, app.settings, rules, app.today)
    if extend and now and day <= now.ends:
        raise EndsTooEarly(why="extended", ends=day, after=now.ends, key=who.key)
    rule = rule_of(given.get("country") or terms_of(who, app.settings).country, rules)
    if rule and started and day > last_day(started, rule) and not why:
        last = last_day(started, rule)
        raise PastTheMost(ends=day, last=last, country=rule["name"], extend=rule["extend"])


def _refuse_decided(app: App, who: Seller) -> None:
    found = terms_of(who, app.settings).decision
    if found is not None:
        outcome = phrase(f"probation.outcome.{found.outcome}")
        raise Decided(name=who.name, day=found.on, outcome=outcome, key=who.key)


def _decided(app: App, who: Seller, outcome: str, given: Mapping[str, Any], *, yes: bool) -> Answer:
    """Write down how a probation was decided; where that would surprise her, ask first, or refuse in a script."""
    if outcome == "extend" and "ends" not in given:
        raise Missing(what="new_end", key=who.key)
    found = _review(app, who)
    longer = _longer(found) if outcome == "extend" else None
    if not app.option("json"):
        from salescoach.render.probation import shown

        app.ask.tell(*shown(found, app.ask.look), *(["", app.words.say(longer)] if longer else []), "")
    if outcome != "confirm" and found.checks.surprises and not yes and not _agreed(app, found):
        return Said(lines=(phrase("probation.not_decided"),))
    fields = {**given, "outcome": OUTCOMES[outcome]}
    notices = [longer] if longer and app.option("json") else []
    return replace(_written(app, who, fields, [*notices, *_next(found, outcome, app.today)]), fresh=True)


def _longer(found: Review) -> Phrase:
    """Return where a probation can be made longer at all, and who says so."""
    if found.rule is None:
        return phrase("probation.longer_unknown")
    return phrase("probation.longer", extend=found.rule["extend"], source=found.rule["source"])


def _agreed(app: App, found: Review) -> bool:
    """Ask whether to go on although it would surprise her; raise WouldSurprise where nobody can be asked."""
    refusal = WouldSurprise(**untold(found, app.today), key=found.key, name=found.first_name)
    if not app.ask.possible:
        raise refusal
    choices = {key: app.words.say(f"log.{word}") for key, word in (("n", "no"), ("y", "yes"))}
    why = refusal.data["why"]
    app.ask.tell("", app.words.say(f"error.would_surprise.{why}", **refusal.data))
    return app.ask.key(app.words.say("probation.sure"), choices, "n") == "y"


def _next(found: Review, outcome: str, today: date) -> list[Phrase]:
    """Return what is to be done after a decision."""
    lines = []
    if outcome == "confirm" and found.checks.surprises:
        lines.append(phrase("probation.still_to_tell", areas=untold(found, today)["areas"]))
    lines.append(phrase(f"probation.next.{outcome}", name=found.first_name, key=found.key))
    return [*lines, phrase("probation.kept")]
