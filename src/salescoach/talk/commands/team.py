"""The talk with the whole team: what was said to whom goes to each file, the rest to the manager's own (S3.4)."""

from salescoach.answer import Phrase
from salescoach.coaching.untold import to_be_told
from salescoach.coaching.written import Written
from salescoach.errors import NotADate
from salescoach.frozen import frozen
from salescoach.goals.rules import lacks
from salescoach.journal.append import Block, Ref
from salescoach.journal.drafts import TEAM
from salescoach.journal.journal import ME
from salescoach.notes.draft import Notes
from salescoach.talk.commands.apart import TeamNotes, taken_apart
from salescoach.talk.commands.conversation import Conversation
from salescoach.talk.commands.noting import talk_blocks
from salescoach.writing import write


@frozen
class TeamTalk(Conversation):
    """One log of a talk with the whole team on a day; its seller is the manager's own file."""

    def _understood(self, text: str) -> TeamNotes:
        return taken_apart(self.app, self.seller, text, self.on, whole=self.whole)

    def _with_step(self, text: str) -> str:
        """Ask who is meant by each name that is nobody's, or of several; no step of a plan is one of a team's talk."""
        say = self.app.words.say
        try:
            unclear = self._understood(text).unclear
        except NotADate:
            return text  # the preview tells of it, and offers to mend it
        for one in unclear:
            may_be = {str(at): person for at, person in enumerate((one.meant or one.near)[:9], 1)}
            choices = {at: person.name for at, person in may_be.items()} | {"t": say("team.text")}
            pressed = self.app.ask.key(say("team.who", name=one.name, text=one.part), choices, "t") if may_be else "t"
            if pressed in may_be:
                text = text.replace(one.part, one.part.replace(one.name, may_be[pressed].key, 1), 1)
        return text

    def written(self, notes: Notes, more: tuple[Phrase, ...] = ()) -> Written:
        """Write the talk and what goes to each file, all or nothing, or only say what would be."""
        own = talk_blocks(notes, self.on, {**self._about(), "agenda": self.agenda or TEAM})
        entries, notices = [(self.seller, own)], [*notes.notices, *more]
        for who, hers in notes.each if isinstance(notes, TeamNotes) else ():
            entries.append(
                (who, [Block(one.kind, {"on": self.on, "team": Ref(0, ME), **one.fields}) for one in hers.records])
            )
            said = [(one.kind, one.fields) for one in hers.records]
            notices += [*to_be_told(who.key, said), *lacks(who, said)]
        return write(self.app, entries, "log", notices=notices, dry=self.dry)
