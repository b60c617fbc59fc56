"""The talk with the whole team: what was said to whom goes to each file, the rest to the manager's own (S3.4)."""

from collections.abc import Iterator
from dataclasses import replace

from salescoach.answer import Phrase
from salescoach.app import App
from salescoach.coaching.untold import to_be_told
from salescoach.coaching.written import Written
from salescoach.errors import NotADate
from salescoach.frozen import frozen
from salescoach.goals.rules import lacks
from salescoach.journal.append import Block, Ref
from salescoach.journal.drafts import TEAM
from salescoach.journal.journal import ME
from salescoach.notes.draft import Notes
from salescoach.records.seller import Seller
from salescoach.talk.commands.apart import TeamNotes, taken_apart
from salescoach.talk.commands.conversation import Conversation
from salescoach.talk.commands.focusing import Chosen, with_one_focus
from salescoach.talk.commands.noting import talk_blocks
from salescoach.writing import mine, write

Entry = tuple[Seller, list[Block]]


@frozen
class TeamTalk(Conversation):
    """One log of a talk with the whole team on a day; its seller is the manager's own file."""

    def _understood(self, text: str) -> TeamNotes:
        return taken_apart(self.app, self.seller, text, self.on, whole=self.whole)

    def _focused(self, text: str, chosen: Chosen | None = None) -> TeamNotes:
        notes = self._understood(text)
        each = [(who, with_one_focus(self.app, who, hers, chosen)) for who, hers in notes.each]
        said = (notice for _, hers in each for notice in hers.notices)
        return replace(notes, each=tuple(each), notices=(*notes.notices, *said))

    def _completed(self, text: str) -> str:
        return self._with_names(super()._completed(text))

    def _with_names(self, text: str) -> str:
        """Ask who is meant by each name that is nobody's, or that of several; else it stays text."""
        called = {one.key: one.name for one in self.app.roster.called()}
        try:
            unclear = self._understood(text).unclear
        except NotADate:
            return text  # the preview tells of it, and offers to mend it
        for one in unclear:
            may_be = {str(at): key for at, key in enumerate(one.may_be[:9], 1)}
            choices = {at: called[key] for at, key in may_be.items()} | {"t": self.app.words.say("team.text")}
            question = self.app.words.say("team.who", name=one.name, text=one.part)
            pressed = self.app.ask.key(question, choices, "t") if may_be else "t"
            if pressed != "t":
                text = text.replace(one.part, one.part.replace(one.name, may_be[pressed], 1), 1)
        return text

    def written(self, notes: Notes, more: tuple[Phrase, ...] = ()) -> Written:
        """Write the talk and what goes to each file, all or nothing, or only say what would be."""
        own = talk_blocks(notes, self.on, self._about())
        about = {"on": self.on, "team": Ref(0, ME)}
        hers = [(who, _blocks(said, about)) for who, said in notes.each] if isinstance(notes, TeamNotes) else []
        said = (notice for who, blocks in hers for notice in _said(who, blocks))
        return write(self.app, [(self.seller, own), *hers], "log", notices=(*notes.notices, *more, *said), dry=self.dry)


def team_talk(app: App, text: str, on: str | None, minutes: int | None, agenda: str | None, *, dry: bool) -> TeamTalk:
    """Return the log of a talk with the team on a day; what was typed is kept where that is none."""
    with app.keeping(TEAM, text):
        if agenda is not None:
            app.templates.table(f"agendas/{agenda}")
        whole = mine(app, key=TEAM, name=app.words.say("team.name"))
        return TeamTalk(app, whole, app.on(on), minutes=minutes, agenda=agenda or TEAM, dry=dry)


def _blocks(notes: Notes, about: dict[str, object]) -> list[Block]:
    return [Block(one.kind, {**about, **one.fields}) for one in notes.records]


def _said(who: Seller, blocks: list[Block]) -> Iterator[Phrase]:
    """Give what follows from what was noted of somebody: a red to be told, a goal that lacks something."""
    written = [(block.kind, block.fields) for block in blocks]
    yield from to_be_told(who.key, written)
    yield from lacks(who, written)
