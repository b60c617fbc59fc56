"""The guided log: at most seven questions, whose answers become the lines that somebody would have typed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from salescoach.app import App
from salescoach.errors import NotADate
from salescoach.kit.failure import told
from salescoach.notes.keywords import Marks
from salescoach.people.rules.story import open_of
from salescoach.reading import marks
from salescoach.records.seller import Seller
from salescoach.talk.commands import preparing
from salescoach.talk.commands.noting import understood
from salescoach.talk.rules.questions import fill
from salescoach.talk.rules.turns import light_id, light_to_ask
from salescoach.waiting import day_asked

OFFERED = 5
"""Open things that are offered for settling: late ones come first."""

_OFFERS = {"d": "log.keys.done", "x": "log.keys.drop", "m": "log.keys.move", "k": "log.keys.keep"}
_SETTLES = {"d": "done", "x": "drop", "m": "move"}
"""What a key does with an open thing, in words and as the mark that it stands for."""

_SKIP = "s"

_MARKS = {"mine": "@me ", "hers": "@seller ", "praise": "praise: ", "next": "next: "}
"""What an answer is given so that it becomes a record; what she types with a mark of its own is left as it is."""


_UNREAD = {"notice.mark_no_level", "notice.mark_no_next"}
"""What an answer that is none is pointed out with: the question is asked again."""


def lines_of(app: App, seller: Seller, on: date) -> Iterator[str]:
    """Ask about a talk `on` a day, and give a line for each answer as it comes."""
    app.ask.tell(app.words.say("log.hello", name=seller.name))
    if seller.mine:
        yield from _of_team(app)
        return
    gaps = {"name": seller.first_name, "light": light_to_ask(seller, on)}
    for question in app.templates.table("guided")["question"]:
        if question["key"] == "topics":
            yield from _settled(app, seller, on)
        yield from _answered(app, seller, question, gaps, on)


def asked(seller: Seller, on: date) -> str:
    """Return the id of the light asked about, so that the next talk asks about another (S0.2); a team has none."""
    return "" if seller.mine else light_id(light_to_ask(seller, on))


def own_part(app: App, seller: Seller) -> dict[str, object]:
    """Ask for two keys on the manager's own part in a talk: who opened it, and was it one thing; Enter skips each."""
    if seller.mine:
        return {}
    say = app.words.say
    sides = {"1": say("written.me"), "2": seller.first_name, _SKIP: say("log.keys.skip")}
    opened = app.ask.key(say("log.opened"), sides, _SKIP)
    answers = {"y": say("log.yes"), "n": say("log.no"), _SKIP: say("log.keys.skip")}
    one = app.ask.key(say("log.one_thing"), answers, _SKIP)
    return {"opened_by": {"1": "me", "2": "seller"}.get(opened), "one_thing": {"y": True, "n": False}.get(one)}


def agenda_text(app: App, seller: Seller, name: str | None = None) -> str:
    """Return the agenda of a seller, the usual one or `name`, as plain text to look at while writing."""
    from salescoach.kit.screen import text

    return "" if seller.mine else text(preparing.agenda(app, seller, name), replace(app.ask.look, color=False))


def _of_team(app: App) -> Iterator[str]:
    """Ask about a talk with the whole team, each question until Enter; its key is the line of an answer."""
    for question in next(table["team"] for table in app.templates.tables("guided") if "team" in table):
        while answer := app.ask.line(question["text"], question["hint"]):
            whole = answer.startswith(("@", "~")) or marks(app).head(answer)
            yield answer if whole else fill(question["key"], {"answer": answer})


def _answered(app: App, seller: Seller, asked: Mapping[str, str], gaps: Mapping[str, str], on: date) -> Iterator[str]:
    """Ask one question, again where its answer is none."""
    while answer := app.ask.line(fill(asked["text"], gaps), fill(asked["hint"], gaps)):
        line = _line(asked["key"], answer, gaps["light"], marks(app))
        try:
            notes = understood(app, seller, line, on, whole=True)
        except NotADate as error:
            app.ask.tell(told(error, app.ask.look))
            continue
        unread = [one for one in notes.notices if one.key in _UNREAD]
        if not unread:
            yield line
            return
        app.ask.tell(*map(app.words.say, unread))


def _settled(app: App, seller: Seller, on: date) -> Iterator[str]:
    """Offer what is open for settling, one key each."""
    words, found = app.words, open_of(seller, app.today)
    offered = [entry for kind in ("topic", "commitment") for entry in found if entry.kind == kind]
    for entry in offered[:OFFERED]:
        choices = {key: words.say(does) for key, does in _OFFERS.items() if key != "m" or entry.promise}
        pressed = app.ask.key(words.say("log.settle", what=entry.text), choices, "k")
        if pressed == "m":
            yield from _moved(app, entry.id, on)
        elif pressed != "k":
            yield f"{_SETTLES[pressed]} {entry.id}"


def _moved(app: App, id_: str, on: date) -> Iterator[str]:
    due = day_asked(app, app.words.say("log.move_to"), app.words.say("log.need_hint"), on)
    if due is not None:
        yield f"{_SETTLES['m']} {id_} {due.isoformat()}"


def _line(key: str, answer: str, light: str, known: Marks) -> str:
    mark = f"{light}: " if key == "light" else _MARKS.get(key, "")
    return answer if answer.startswith(("@", "~")) or known.head(answer) else mark + answer
