"""A team from a file: read, asked about where it is in doubt, shown, and brought in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from salescoach.answer import Answer, Phrase, Said, phrase
from salescoach.app import App
from salescoach.coaching.team import Added, Filled, Member
from salescoach.errors import Broken, Unusable
from salescoach.journal import atomic
from salescoach.journal.append import Block
from salescoach.journal.names import key_for
from salescoach.people.rules.arrivals import Who, differing, lacking, sort_out
from salescoach.people.view.added import listed
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller
from salescoach.tables.days import order_like
from salescoach.tables.decode import Text, read_text
from salescoach.tables.table import Newcomer, Team, read_team
from salescoach.writing import enrol, member

Fills = Sequence[tuple[Seller, Mapping[str, object]]]


class DoubtfulEncoding(Unusable):
    """The letters of `file` can be read in several ways, `names`, and nobody is there to ask."""


def bring_in(
    app: App, path: Path, encoding: str | None, alike: Callable[[Sequence[Member]], Sequence[Phrase]], *, update: bool
) -> Answer:
    """Add a team, and with `update` fill in what those lack who are there: shown first and asked where it can be."""
    text = _text(app, path, encoding)
    team = _team(app, text, path)
    met = _met(app, team)
    found = sort_out(team.newcomers, [who for who, _ in met.values()], key_for, lambda *pair: _same(app, *pair))
    new = tuple(
        member(app, one.name, key=key, started=one.started, role=one.role, email=one.email, last_talk=one.last_talk)
        for key, one in found.new.items()
    )
    here = [(one, seller) for one, who in found.there if (seller := met[who.key][1]) and not seller.left]
    fills = [(seller, lacks) for one, seller in here if (lacks := lacking(seller, one))]
    differences = [
        phrase("notice.twin_differs", name=one.name, line=one.line, fields=list(fields))
        for one, seller in here
        if (fields := differing(seller, one))
    ]
    doubts = (phrase("notice.twin_left", **_pair(*pair)) for pair in found.doubted)
    answer = Added(
        members=new,
        skipped=tuple(one.name for one, _ in found.there),
        source=str(path),
        used=team.used,
        notices=(*team.notices, *doubts, *differences, *alike(new)),
        read=_how(text, team),
        filled=tuple(Filled(seller.key, seller.name, lacks) for seller, lacks in fills) if update else None,
        lacking=0 if update else len(fills),
        doubted=(*(one.name for one, _ in found.doubted), *team.not_one),
        unfilled=bool(differences) or len(here) < len(found.there),
    )
    return _written(app, answer, fills if update else [])


def _text(app: App, path: Path, encoding: str | None) -> Text:
    """Return the text of a file; which of two encodings it is in is asked; raise DoubtfulEncoding."""
    data = atomic.read(path, str(path), stream=True)
    text = read_text(data, str(path), encoding)
    if not text.doubt:
        return text
    if not app.ask.possible:
        names = list(text.doubt)
        raise DoubtfulEncoding(file=str(path), readings=text.readings, names=names, encoding=names[0])
    keys = dict(zip("123456789", text.doubt, strict=False))
    choices = {key: app.words.say("added.reading", text=text.doubt[name]) for key, name in keys.items()}
    return read_text(data, str(path), keys[app.ask.key(app.words.say("added.encoding", file=str(path)), choices, "1")])


def _team(app: App, text: Text, path: Path) -> Team:
    """Return the team in a text; the order of day and month is asked where the file leaves it open, or pointed out."""
    words = app.templates.table("columns")
    team = read_team(text, words, app.dates, app.today, str(path))
    doubt = team.order.doubt
    if doubt is None:
        return team
    meant = app.ask.day(doubt.text, doubt.taken, doubt.other)
    if meant is not None:
        return read_team(text, words, app.dates, app.today, str(path), order_like(doubt, meant, app.today))
    order = phrase(f"order.{team.order.name}")
    return replace(
        team, notices=(*team.notices, phrase("notice.table_order", text=doubt.text, order=order, taken=doubt.taken))
    )


def _met(app: App, team: Team) -> dict[str, tuple[Who, Seller | None]]:
    """Return those in the journal whom somebody in the table may be, those who left too, by key."""
    forms = {key_form(one.name) for one in team.newcomers}
    met: dict[str, tuple[Who, Seller | None]] = {}
    for one in app.journal.called():
        seller = None
        if forms & {one.key, key_form(one.name)}:
            try:
                seller = app.journal.by_key(one.key)
            except Broken as error:
                app.note(error)
        email = seller.header.email if seller else None
        met[one.key] = Who(one.key, one.name, email, aliases=one.aliases), seller
    return met


def _same(app: App, one: Newcomer, who: Who) -> bool | None:
    """Tell whether two who may be one are, as the manager says; None where she cannot be asked."""
    if not app.ask.possible:
        return None
    choices = {"1": app.words.say("added.same"), "2": app.words.say("added.other")}
    return app.ask.key(app.words.say(phrase("added.twin", **_pair(one, who))), choices, "2") == "1"


def _pair(one: Newcomer, who: Who) -> dict[str, object]:
    there = phrase("notice.twin_line", line=who.line) if who.line else f"{who.key}.toml"
    here = [phrase("notice.twin_line", line=one.line), *filter(None, [one.email])]
    return {"one": one.name, "here": here, "other": who.name, "where": [there, *filter(None, [who.email])]}


def _how(text: Text, team: Team) -> Phrase:
    """Return how a file was read, in one sentence."""
    encoding, delimiter = phrase(f"encoding.{text.encoding}"), phrase(f"delimiter.{team.delimiter}")
    key, order = ("added.read_ordered", phrase(f"order.{team.order.name}")) if team.order.name else ("added.read", None)
    return phrase(key, encoding=encoding, line=team.header, delimiter=delimiter, order=order)


def _written(app: App, answer: Added, fills: Fills) -> Answer:
    """Write what is to be added and filled in, all or nothing; ask first where somebody can answer."""
    if (answer.members or fills) and app.ask.possible:
        app.ask.tell(*listed(answer, app.ask.look), *map(app.words.say, answer.notices))
        key = "added.ask" if not fills else "added.ask_both" if answer.members else "added.ask_filled"
        names = [seller.name for seller, _ in fills]
        if not app.agreed(phrase(key, n=len(answer.members), filled=names), default="y"):
            return Said(lines=(phrase("written.nothing"),))
        answer = replace(answer, shown=True, notices=())
    enrol(app, answer.members, "add --from", [(seller, _blocks(app, lacks)) for seller, lacks in fills])
    return answer


def _blocks(app: App, lacks: Mapping[str, object]) -> list[Block]:
    """Return what is written of what a seller lacks: a change of her head, and the talk of a last talk."""
    head = {field: value for field, value in lacks.items() if field != "last_talk"}
    changed = [Block("change", {"on": app.today, **head})] if head else []
    return [*changed, *([Block("talk", {"on": lacks["last_talk"]})] if "last_talk" in lacks else [])]
