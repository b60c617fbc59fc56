"""The screen of a probation: its clock, how she stands, what she has not been told, and what help was given."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, get_args

from rich.table import Table
from rich.text import Text

from salescoach.coaching.lights import Area, spoken
from salescoach.kit.json import record as as_json
from salescoach.kit.look import Look
from salescoach.kit.parts import joined, level, listing, text
from salescoach.probation.records import Probation
from salescoach.probation.rules.deadlines import CAUTION, Clock, joined_rule, limit_of
from salescoach.probation.rules.fairness import Given, Help, State
from salescoach.probation.rules.holidays import day_off, workday_before
from salescoach.probation.rules.review import Light, Review
from salescoach.records.values import Level

Row = tuple[Text, str]
"""One line: a level, or nothing, and what is said beside it."""

_DASH = "– "
"""Stands before what belongs to the line above it."""

_PARTS = {2: "half", 4: "quarter"}
"""Parts of a fixed term that have a name."""


def screen(answer: Review, look: Look) -> Iterator[Text | Table | str]:
    """Draw a probation; one that was decided just now, in a line."""
    if answer.fresh:
        yield text(look.say("probation.title", name=answer.name), "head")
        yield from map(text, _clock_lines(answer, look))
        return
    yield from shown(answer, look)
    if hint := _hint(answer):
        yield from ("", text(look.say(f"probation.{hint}", key=answer.key), "quiet"))


def shown(answer: Review, look: Look) -> Iterator[Text | Table | str]:
    """Draw the whole of a probation: what is looked at before it is decided."""
    yield text(look.say("probation.title", name=answer.name), "head")
    yield from map(text, _clock_lines(answer, look))
    yield from (text(line, "quiet") for line in _law(answer, look))
    for title, rows in _parts(answer, look):
        yield from ("", text(title, "head"))
        yield from _drawn(rows, look)


def data(answer: Review, look: Look) -> dict[str, Any]:
    """Return a probation as JSON has it: what is not known is absent."""
    clock, rule, decision = answer.days, answer.rule, answer.terms.decision
    silence = {"days": answer.rhythm.days, "limit_days": answer.rhythm.limit, "last_talk": answer.rhythm.last_talk}
    return {
        "seller": {"key": answer.key, "name": answer.name, "started": answer.started},
        **({"cautious": clock.rule is None, **clock.times} if clock else {}),
        "stage": answer.clock.stage if answer.clock else None,
        "country": answer.terms.country,
        **({name: getattr(rule, name) for name in ("rule", "extend", "source", "checked")} if rule else {}),
        "last_lawful_day": answer.last,
        "last_lawful_day_read_later": answer.latest,
        "term": answer.terms.term,
        "days_away": answer.longer.days,
        "decided": {"outcome": decision.outcome, "on": decision.on, "why": decision.why} if decision else None,
        "told": answer.terms.told,
        "counts": answer.terms.counts,
        "expectations": [_light_data(one) for one in answer.lights],
        "surprises": answer.surprises,
        "fair_chance": [_help_data(one) for one in answer.helps],
        "silence": silence if answer.silent else None,
        "green_without_evidence": [{"area": one.name, "on": one.now.on} for one in answer.unproven],
        "no_evidence": answer.blank,
        "records": [as_json(one, seller=answer.key) for one in answer.records],
        "notices": [look.say(one) for one in answer.notices],
    }


def layout(answer: Review, look: Look) -> tuple[str, dict[str, Any]]:
    """Return the document layout of a probation and what goes into it."""
    answer = replace(answer, paper=True)
    return "probation", {
        "title": look.say("probation.title", name=answer.name),
        "day": look.day(look.today, "long"),
        "clock": [*_clock_lines(answer, look)],
        "law": _law(answer, look),
        "parts": [
            (title, [(said.startswith(_DASH), joined((mark.plain, said.removeprefix(_DASH)))) for mark, said in rows])
            for title, rows in _parts(answer, look)
        ],
    }


def _clock_lines(answer: Review, look: Look) -> Iterator[str]:
    """Give when it ends and by when she must be told, or how it was decided, or how to note it."""
    clock, started = answer.clock, answer.started
    if answer.terms.decision is not None:
        yield from _outcome(answer.terms.decision, answer.days, look)
    elif clock is None:
        start = "probation.no_start" if started is None else "probation.none_here"
        unknown = "probation.none" if answer.rule is None else start
        key = "probation.none_paper" if answer.paper else unknown
        yield look.say(key, key=answer.key, country=answer.terms.country)
    else:
        yield look.say(f"probation.clock.{clock.stage}", days=abs(clock.days_left), **clock.times)
        if started and started > look.today:
            yield look.say("probation.to_start", started=started)
        yield from _limits(answer, clock, look)
        if answer.terms.longer and answer.terms.told:
            yield look.say("probation.longer_told", told=answer.terms.told)
        elif clock.longer_by:
            yield look.say("probation.longer_by" if clock.to_write else "probation.longer_late", day=clock.longer_by)
        yield from _days_off(clock, look)


def _limits(answer: Review, clock: Clock, look: Look) -> Iterator[str]:
    first, last = answer.last, answer.latest
    if first and last and first < last and first <= clock.ends <= last:
        yield look.say("probation.readings", first=first, last=last)
    if (part := _part_of_term(answer, look)) and clock.ends == first:
        yield part
    if last and clock.ends > last:
        away = answer.rule is not None and answer.rule.extension == "absence" and answer.longer.days
        bare = "probation.past" if answer.terms.why or answer.terms.longer else "probation.past_bare"
        key = "probation.past_away" if away else bare
        yield look.say(key, last=last, why=answer.terms.why or "–", days=answer.longer.days)


def _part_of_term(answer: Review, look: Look) -> str | None:
    rule, term, started = answer.rule, answer.terms.term, answer.started
    if not (rule and rule.fixed_part and term and started) or answer.last == limit_of(started, rule).first:
        return None
    return look.say(f"probation.term.{_PARTS.get(rule.fixed_part, 'part')}", n=rule.fixed_part, term=term)


def _days_off(clock: Clock, look: Look) -> Iterator[str]:
    holidays = clock.rule.holidays if clock.rule else {}
    for name in ("ends", "tell_by") if clock.tell_by != clock.ends else ("ends",):
        day = clock.times[name]
        if day >= look.today and (what := day_off(day, holidays)):
            yield look.say(f"probation.off.{name}", day=day, what=what, before=workday_before(day, holidays))


def _outcome(decision: Probation, days: Clock | None, look: Look) -> Iterator[str]:
    outcome = look.say(f"probation.outcome.{decision.outcome}")
    yield joined((look.say("probation.decided", day=decision.on, outcome=outcome), decision.why or ""))
    if days is not None and days.leaves:
        yield look.say(f"probation.clock.{days.leaving}", days=days.days_left, told=days.told, **days.times)
        yield from _days_off(days, look)


def _drawn(rows: Sequence[Row], look: Look) -> Iterator[Text | Table | str]:
    if any(mark for mark, _ in rows) and not look.narrow:
        yield listing(((mark, text(said)) for mark, said in rows), look, wraps=1)
        return
    for mark, said in rows:
        yield Text("  ").join(part for part in (mark, text(said)) if part)


def _hint(answer: Review) -> str | None:
    days, terms = answer.days, answer.terms
    if answer.clock is not None:
        return "note_told" if terms.longer and not terms.told else "hint"
    if days is None or not days.leaves:
        return None
    return "note_told" if not terms.told else "leave" if days.days_left < 0 else None


def _law(answer: Review, look: Look) -> list[str]:
    """Return the rules that hold, where they are from, and that HR has the last word; or that none are known."""
    if answer.rule is None:
        key = "probation.cautious_paper" if answer.paper else "probation.cautious"
        return [look.say(key, key=answer.key, days=CAUTION)] if answer.clock else []
    rule = answer.rule
    return [
        look.say("probation.rule", country=rule.name, rule=joined_rule(rule)),
        look.say("probation.hr", source=rule.source, checked=rule.checked),
    ]


def _parts(answer: Review, look: Look) -> Iterator[tuple[str, list[Row]]]:
    rated = [row for one in answer.lights if one.area for row in _light(one, one.area, look)]
    yield look.say("probation.lights"), rated or [(Text(), _said("no_lights", answer, look))]
    yield _surprises(answer, look)
    helps = [row for one in answer.helps for row in _help(one, answer, look)]
    yield look.say("probation.chance"), helps or [(Text(), look.say("probation.no_red"))]
    if also := [(Text(), line) for line in _also(answer, look)]:
        yield look.say("probation.also"), also


def _also(answer: Review, look: Look) -> Iterator[str]:
    rhythm = answer.rhythm
    if answer.silent:
        key = "probation.silent" if rhythm.last_talk else "probation.never"
        yield look.say(key, days=rhythm.days, limit=rhythm.limit, last=rhythm.last_talk)
    if answer.unproven:
        found = [f"{_area(one.name, look)} ({look.day(one.now.on)})" for one in answer.unproven]
        yield look.say("probation.unproven", areas=found)
    if answer.blank:
        yield look.say("probation.blank", areas=[_area(name, look) for name in answer.blank])


def _light(one: Light, area: Area, look: Look) -> Iterator[Row]:
    said = f"{_area(one.name, look)}: {area.now.evidence or look.say('probation.no_evidence')}"
    told = look.say("probation.told_on", day=one.told) if one.told and area.level != "green" else ""
    trend = look.say(f"probation.trend.{area.trend}")
    yield level(area.level, look), joined((said, look.day(area.now.on), trend, told))
    meant = one.expected.levels.get("green") if one.expected else None
    if meant and look.whole:
        yield Text(), _DASH + look.say("probation.meant", meant=meant)


def _surprises(answer: Review, look: Look) -> tuple[str, list[Row]]:
    """Return what she has not been told of and how to note that she was; else when she was told of what weighs."""
    found, name = answer.surprises, answer.first_name
    if found:
        rows = [_line(one.area, one.level, look.say("probation.since", since=one.since), look) for one in found]
        if not answer.paper:
            rows.append((Text(), look.say("probation.tell", key=answer.key, area=_area(found[0].area, look))))
        return look.say("probation.untold", n=len(found)), rows
    rows = [
        _line(one.name, one.area.level, look.say("probation.told_on", day=one.told), look)
        for one in answer.lights
        if one.told and one.area and one.area.level in {"red", "yellow"}
    ]
    seen = any(one.area and one.area.level for one in answer.lights)
    key = "told" if rows else "nothing_weighs" if seen else "nothing_seen"
    return look.say(f"probation.{key}", name=name), rows


def _help(one: Help, answer: Review, look: Look) -> Iterator[Row]:
    yield _line(one.area, "red", look.say("probation.since", since=one.since), look)
    for each in one.given:
        yield Text(), _DASH + _given(each, answer, look)
    if not one.given:
        asked = {"what": list(one.near), "area": _area(one.area, look)}
        yield Text(), _DASH + _said("help_asked" if one.near else "help_none", answer, look, **asked)
    counts = {state: sum(each.state == state for each in one.mine) for state in get_args(State)}
    states = [look.say(f"probation.state.{state}", n=n) for state, n in counts.items() if n]
    promised = look.say("probation.mine" if states else "probation.mine_none", n=len(one.mine), states=states)
    talked = "talks" if one.talks else "talks_none" if one.longest else "talks_today"
    talks = look.say(f"probation.{talked}", n=one.talks, longest=one.longest)
    yield Text(), _DASH + look.say("probation.ours", promised=promised, talks=talks)


def _given(one: Given, answer: Review, look: Look) -> str:
    who = look.say(f"probation.by.{one.by}", name=answer.first_name) if one.state else ""
    went = look.say(f"probation.went.{one.state}", day=one.settled or one.due or one.on) if one.state else ""
    went = look.say("probation.due", day=one.due) if one.state == "open" and one.due else went
    none = "" if one.on == answer.today else look.say("probation.no_talk_after")  # no talk can have followed yet
    after = look.say("probation.talk_after", day=one.talk) if one.talk else none
    kind = look.say(f"probation.given.{one.kind}", what=one.what, day=one.on)
    return joined((kind, who, went, after))


def _line(area: str, found: Level | None, why: str, look: Look) -> Row:
    return level(found, look), joined((_area(area, look), why))


def _said(key: str, answer: Review, look: Look, **gaps: Any) -> str:
    """Return a line that ends in what can be typed; on paper without that."""
    return look.say(f"probation.paper.{key}" if answer.paper else f"probation.{key}", key=answer.key, **gaps)


def _area(name: str, look: Look) -> str:
    return look.say("probation.area", area=spoken(name))


def _light_data(one: Light) -> dict[str, Any]:
    area, expected = one.area, one.expected
    rated: dict[str, Any] = {}
    if area is not None:
        now = area.now
        rated = {"level": area.level, "on": now.on, "since": area.since, "evidence": now.evidence, "trend": area.trend}
    meant = {"levels": expected.levels, "source": expected.source} if expected else {}
    return {"area": one.name, **rated, "told": one.told, **meant}


def _help_data(one: Help) -> dict[str, Any]:
    ours = {"promises": one.mine, "talks": one.talks, "longest_days_without_a_talk": one.longest}
    found = {"area": one.area, "level": "red", "on": one.on, "since": one.since, "evidence": one.evidence}
    return {**found, "id": one.id, "code": one.code, "given": one.given, "near": one.near, "our_part": ours}
