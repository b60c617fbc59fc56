"""Bare `coach`: today in a few sentences."""

from collections.abc import Iterator
from datetime import date, timedelta

import typer

from salescoach.answer import Answer, Phrase, Said, phrase
from salescoach.app import App
from salescoach.errors import Problem
from salescoach.journal.append import Block
from salescoach.probation.commands.country_rules import Rules
from salescoach.records.seller import Seller
from salescoach.team import whole_team
from salescoach.week.rules.today import FRIDAY, Today, today_of
from salescoach.writing import write


def run(ctx: typer.Context) -> Answer:
    """Say what today is about."""
    app: App = ctx.obj
    if app.root is None:
        lines = ("today.none.text", "today.none.begin", "today.none.demo")
        return Said(lines=tuple(map(phrase, lines)))
    problems: list[Problem] = []
    sellers = app.journal.each(problems)
    me, order = whole_team(app), app.dates.order
    answer = today_of(sellers, me, app.settings, app.today, problems, rules=Rules(app), order=order)
    if answer.quiet and app.ask.possible:
        return _walk(app, answer)
    if app.today.weekday() == FRIDAY and app.ask.possible:
        from salescoach.week.commands.friday import walk

        return walk(app, answer)
    return answer


def _walk(app: App, answer: Today) -> Answer:
    """After a silence, go through a few people, one key each, and write down what was pressed."""
    app.ask.tell(*(app.words.say(line) for line in answer.lines))
    keys = {"t": "talked", "n": "not", "a": "away"}
    choices = {key: app.words.say(f"today.walk_{does}") for key, does in keys.items()}
    entries, may_be = [], list[Phrase]()
    for line in answer.quiet:
        pressed = app.ask.key(app.words.say("today.walk", name=line.name), choices, "n")
        if pressed != "n":
            who = app.journal.by_key(line.key)
            entries.append((who, [_noted(pressed, app.today)]))
            may_be += _may_be(who, app.today) if pressed == "t" else ()
    return write(app, entries, "coach", notices=may_be) if entries else answer


def _may_be(seller: Seller, on: date) -> Iterator[Phrase]:
    """Say which step of an onboarding such a talk may have been: nothing is known of what it was about."""
    if "onboarding" in seller.records:  # most sellers have none: then nothing of it is imported
        from salescoach.onboarding.rules.duties import talked

        for one in talked(seller, on)[1][:1]:
            yield phrase("notice.step_may_be", what=one.what, id=one.id)


def _noted(pressed: str, today: date) -> Block:
    if pressed == "t":
        return Block("talk", {"on": today})
    sunday = today + timedelta(6 - today.weekday())
    return Block("away", {"on": today, "first": today, "last": sunday})
