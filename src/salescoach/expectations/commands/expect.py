"""`coach expect`: what is expected of a seller now, and what red, yellow and green look like."""

from contextlib import suppress
from typing import Annotated

import typer

from salescoach.answer import Answer, Phrase, phrase
from salescoach.app import App
from salescoach.arguments import MaybeAreaWords, joined
from salescoach.arguments import Seller as Name
from salescoach.coaching.lights import spoken
from salescoach.coaching.schedule import course_of
from salescoach.errors import CoachError, Missing, NotExpected
from salescoach.expectations.commands.expected import expected, in_area, new_areas, phase_of, stage_of
from salescoach.expectations.rules import Expectations, for_her_eyes, own_levels, standing_in, too_many
from salescoach.hers import language_of, texts_in
from salescoach.reading import area_of
from salescoach.records.keys import key_form
from salescoach.records.rating import is_felt
from salescoach.records.seller import Seller
from salescoach.records.values import LEVELS, Level


def run(
    ctx: typer.Context,
    seller: Name,
    area: MaybeAreaWords = None,
    red: Annotated[str | None, typer.Option("--red", metavar="TEXT")] = None,
    yellow: Annotated[str | None, typer.Option("--yellow", metavar="TEXT")] = None,
    green: Annotated[str | None, typer.Option("--green", metavar="TEXT")] = None,
    drop: Annotated[bool, typer.Option("--drop")] = False,
    for_her: Annotated[bool, typer.Option("--for-her")] = False,
) -> Answer:
    """Show what is expected now; with an area, say what red, yellow and green look like for this seller."""
    app: App = ctx.obj
    who = app.seller(seller)
    named = area_of(app, who, joined(area))
    given = _filled({"red": red, "yellow": yellow, "green": green})
    if (given or drop) and not key_form(named):
        raise Missing(what="expected")
    if given and is_felt(named):
        raise NotExpected(area=spoken(key_form(named)), key=who.key)
    if drop:
        return _dropped(app, who, named)
    if named and not given and not for_her and app.ask.possible and not is_felt(named):
        return _asked(app, who, named)
    return _written(app, who, named, given) if given else _shown(app, who, named, for_her=for_her)


def _shown(app: App, seller: Seller, area: str, *notices: Phrase, for_her: bool = False) -> Expectations:
    seller, language = (for_her_eyes(seller), language_of(app, seller)) if for_her else (seller, None)
    found, now, started = expected(app, seller, language), phase_of(app, seller), seller.header.started
    asked = [in_area(app, seller, area, language)] if area else found
    course = course_of(seller)
    plan = course.begun.plan if course else ""
    return Expectations(
        key=seller.key,
        name=seller.name,
        first_name=seller.first_name,
        stage=stage_of(app, seller),
        phase=now.name if now else None,
        title=texts_in(app, f"onboarding/{plan}", language).get(now.title, now.title) if now else None,
        begins=started if started and started > app.today else None,
        standings=tuple(standing_in(seller, one) for one in asked),
        for_her=for_her,
        narrowed=bool(area),
        language=language,
        notices=(*notices, *too_many(seller, found)),
    )


def _asked(app: App, seller: Seller, area: str) -> Answer:
    """Show one area and ask for its three in turn; what was typed is kept as a draft if it is broken off."""
    from salescoach.expectations.view import walked

    now, given = in_area(app, seller, area), dict[Level, str]()
    app.ask.tell(*walked(standing_in(seller, now), seller.first_name, "", app.ask.look))
    try:
        for level in LEVELS:
            key = "expect.ask_again" if level in now.levels else "expect.ask"
            question = app.words.say(key, name=seller.first_name, level=app.ask.look.level(level))
            given |= _filled({level: app.ask.line(question)})
    except BaseException:
        if given:
            _keep(app, seller, area, given)
        raise
    nothing = phrase("notice.expected_nothing")
    return _written(app, seller, area, given) if given else _shown(app, seller, area, nothing)


def _written(app: App, seller: Seller, area: str, given: dict[Level, str]) -> Answer:
    """Write an own expectation: what was given, over what an earlier own one says."""
    from salescoach.journal.append import Block
    from salescoach.writing import write

    now, found = in_area(app, seller, area), expected(app, seller)
    more = [] if key_form(area) in {key_form(one.area) for one in found} else [now]
    levels = own_levels(seller, area) | given
    fields = {"on": app.today, "area": now.area, **{str(level): levels.get(level) for level in LEVELS}}
    notices = (*new_areas(app, [seller], area), *too_many(seller, [*found, *more]))
    try:
        return write(app, [(seller, [Block("expectation", fields)])], "expect", notices=notices)
    except BaseException:
        with suppress(CoachError):  # what failed first is what is told
            _keep(app, seller, area, given)
        raise


def _dropped(app: App, seller: Seller, area: str) -> Answer:
    """Take away the own expectation of an area, so that what holds for everybody holds again."""
    from salescoach.journal.append import Block
    from salescoach.writing import write

    own = in_area(app, seller, area)
    if own.id is None:
        return _shown(app, seller, area, phrase("notice.expected_not_own", name=seller.first_name, area=own.area))
    return write(app, [(seller, [Block("settled", {"on": app.today, "of": own.id, "how": "dropped"})])], "expect")


def _filled(typed: "dict[Level, str | None]") -> dict[Level, str]:
    return {level: " ".join(text.split()) for level, text in typed.items() if text and text.strip()}


def _keep(app: App, seller: Seller, area: str, given: dict[Level, str]) -> None:
    """Keep what was typed as plain notes, in which no mark is read, and say how to give it again as it was meant."""
    from shlex import join

    lines = [f"note: {area}, {level}: {text}" for level, text in given.items()]
    app.keep(seller.key, "\n".join(lines), note=True)
    options = [word for level, text in given.items() for word in (f"--{level}", text)]
    again = join(["coach", "expect", seller.key, area, *options])
    app.kept = (phrase("notice.expected_kept", key=seller.key, again=again),)
