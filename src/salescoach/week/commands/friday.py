"""Friday at a terminal: one minute, one key each; any other key leaves, and what was pressed is written."""

from collections.abc import Iterator

from salescoach.answer import Answer, phrase
from salescoach.app import App
from salescoach.journal.append import Block
from salescoach.records.seller import Seller
from salescoach.team import mine
from salescoach.week.rules.friday import Friday, friday_of
from salescoach.writing import write

_LEAVE, _NEXT = "x", "n"

_ENDED = {"kept", "reached"}
"""What somebody is thanked for that says nothing by itself: a promise, a goal."""


def walk(app: App, otherwise: Answer) -> Answer:
    """Go through Friday's minute; where nothing is to be pressed, or nothing was, return what is said `otherwise`."""
    team = {one.key: one for one in app.team()}
    found = friday_of([*team.values()], app.me, app.settings.silence.praise, app.today, app.dates.order)
    if not (found.thanks or found.owed or found.actions):
        return otherwise
    own, pressed = mine(app), dict[str, tuple[Seller, list[Block]]]()
    app.ask.tell(app.words.say("friday.hello"))
    for key, block in _pressed(app, found):
        pressed.setdefault(key, (team.get(key, own), []))[1].append(block)
    return write(app, [*pressed.values()], "friday") if pressed else otherwise


def _pressed(app: App, found: Friday) -> Iterator[tuple[str, Block]]:
    """Give the file, none for the manager's own, and what goes into it, of each key pressed, until one leaves."""
    for what, data, key, block in _asked(app, found):
        keys = {"y": app.words.say(f"friday.keys.{what}"), _NEXT: app.words.say("friday.keys.next")}
        pressed = app.ask.key(app.words.say(f"friday.{what}", **data), keys, _NEXT, other=_LEAVE)
        if pressed == _LEAVE:
            return
        if pressed == "y":
            yield key, block
    if found.talks:
        talks = [phrase("friday.talk", name=name, day=one.next) for name, one in found.talks]
        app.ask.tell(app.words.say("friday.talks", talks=talks))
    if found.lesson and (text := app.ask.line(app.words.say("friday.lesson"))):
        yield "", Block("lesson", {"on": app.today, "text": text})


def _asked(app: App, found: Friday) -> Iterator[tuple[str, dict[str, object], str, Block]]:
    """Give what is asked with one key: which question, what fills it, and what is written into which file."""
    on = app.today
    for one in found.thanks:
        reason = one.reasons[0]
        what = app.words.say(reason.said) if reason.code in _ENDED else reason.what
        data = {"name": one.name, "what": reason.said}
        yield "thank", data, one.seller, Block("praise", {"on": on, "what": what})
    for promise in found.owed:
        block = Block("settled", {"on": on, "of": promise.id, "how": "kept"})
        yield "owe", {"name": promise.name, "what": promise.said}, promise.seller, block
    for action in found.actions:
        yield "act", {"action": action}, "", Block("action", {"on": on, "action": action})
