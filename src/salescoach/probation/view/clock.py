"""The days of a probation as its screen and document say them: when it ends, by when to tell, and why then."""

from collections.abc import Iterator

from salescoach.kit.look import Look
from salescoach.kit.parts import joined
from salescoach.probation.records import Probation
from salescoach.probation.rules.deadlines import Clock, limit_of
from salescoach.probation.rules.holidays import day_off, workday_before
from salescoach.probation.rules.review import Review

_PARTS = {2: "half", 4: "quarter"}
"""Parts of a fixed term that have a name."""


def clock_lines(answer: Review, look: Look) -> Iterator[str]:
    """Give when it ends and by when she must be told, or how it was decided, or how to note it."""
    clock, started = answer.clock, answer.started
    if answer.terms.decision is not None:
        yield from _decided(answer.terms.decision, answer.days, look)
    elif clock is None:
        start = "no_start" if started is None else "none_here"
        key = "none_paper" if answer.paper else "none" if answer.rule is None else start
        yield look.say(f"probation.{key}", key=answer.key, country=answer.terms.country)
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
    """Give that the last day can be read in two ways, or is past what the rules allow, and on what ground."""
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
    """Return which part of a fixed term the last day comes from, where the term makes it shorter."""
    rule, term, started = answer.rule, answer.terms.term, answer.started
    if not (rule and rule.fixed_part and term and started) or answer.last == limit_of(started, rule).first:
        return None
    return look.say(f"probation.term.{_PARTS.get(rule.fixed_part, 'part')}", n=rule.fixed_part, term=term)


def _days_off(clock: Clock, look: Look) -> Iterator[str]:
    """Give which of the days still to come nobody works on, and the working day before it."""
    holidays = clock.rule.holidays if clock.rule else {}
    for name in ("ends", "tell_by") if clock.tell_by != clock.ends else ("ends",):
        day = clock.times[name]
        if day >= look.today and (what := day_off(day, holidays)):
            yield look.say(f"probation.off.{name}", day=day, what=what, before=workday_before(day, holidays))


def _decided(decision: Probation, days: Clock | None, look: Look) -> Iterator[str]:
    """Give how it was decided, and the days that are left of one after which she does not stay on."""
    outcome = look.say(f"probation.outcome.{decision.outcome}")
    yield joined((look.say("probation.decided", day=decision.on, outcome=outcome), decision.why or ""))
    if days is not None and days.leaves:
        yield look.say(f"probation.clock.{days.leaving}", days=days.days_left, told=days.told, **days.times)
        yield from _days_off(days, look)
