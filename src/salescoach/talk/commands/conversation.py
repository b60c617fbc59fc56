"""The conversation of a log: where the text comes from, what was understood, and one key to accept it."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import field, replace
from datetime import date
from typing import TYPE_CHECKING, cast

from salescoach.answer import Answer, Phrase, Said, phrase
from salescoach.app import App
from salescoach.coaching.clocks import booked_on, latest
from salescoach.coaching.untold import to_be_told
from salescoach.coaching.written import Written
from salescoach.errors import Broken, CoachError, Missing, NoSuchSeller, NotADate
from salescoach.frozen import frozen
from salescoach.goals.rules import lacks
from salescoach.journal.append import Block, Ref
from salescoach.journal.drafts import NOBODY, Draft
from salescoach.journal.lock import opened
from salescoach.notes.marks import Notes
from salescoach.promises.commands.brake import Days, braked
from salescoach.reading import with_marks
from salescoach.records.goal import Goal
from salescoach.records.seller import Seller
from salescoach.records.talk import Talk
from salescoach.talk.commands.about import Return
from salescoach.talk.commands.focusing import Chosen, with_one_focus
from salescoach.talk.commands.noting import needs, offers, promising, talk_blocks, understood
from salescoach.waiting import label, offered, unfinished, waits
from salescoach.writing import write

if TYPE_CHECKING:
    from salescoach.onboarding.rules.standing import Task


def whom(app: App, typed: str | None, text: str) -> Seller:
    """Return the seller a log is about; without a name, offer the one prepared last today, and ask.

    Raise Missing where that cannot be, or the text stands in the place of the name; of who is not found it is a draft.
    """
    try:
        return app.seller(_asked(app) if typed is None else typed)
    except CoachError as error:
        spoken = isinstance(error, NoSuchSeller) and " " in (typed or "").strip() and not text
        with suppress(CoachError):  # what failed first is what is told
            broken = typed is not None and isinstance(error, Broken)
            key = app.keys([typed or ""])[0] if broken else NOBODY
            app.keep(key, typed or "" if spoken else text, typed="" if spoken or broken else typed or "")
        if spoken:
            raise Missing(what="not_a_name", typed=typed, command="log") from None
        raise


def _asked(app: App) -> str:
    found = tuple(unfinished(app))
    if not app.ask.possible:
        app.kept = found
        raise Missing(what="seller", command="log")
    if found:
        app.ask.tell(*map(app.words.say, (phrase("log.drafts"), *found, phrase("log.drafts_how"))))
    prepared = app.preparations.last(app.today)
    name = {head.key: head.name for head in app.journal.called()}.get(prepared.key) if prepared else None
    if prepared and name and app.agreed(phrase("log.who", name=name), default="y"):
        return prepared.key
    typed = app.ask.line(app.words.say("log.which"))
    if not typed:
        raise Missing(what="seller", command="log")
    return typed


@frozen
class Conversation:
    """One log of a talk with a seller on a day; `dry` writes nothing.

    `asked` is what was asked besides the agenda, `own` what the manager says of the own part, and `whole` are texts of
    which no line is cut at its semicolons. It may be about an `initiative`, by name.
    """

    app: App
    seller: Seller
    on: date
    minutes: int | None = None
    agenda: str | None = None
    dry: bool = False
    asked: tuple[str, ...] = ()
    whole: bool = False
    returned: Return = Return()
    own: Mapping[str, object] = field(default_factory=dict)
    initiative: str = ""

    def of(self, text: str) -> Answer:
        """Return what was written of a text; where somebody can answer, only once it was accepted."""
        if self.dry:
            return self.written(with_one_focus(self.app, self.seller, self._understood(text)))
        found = waits(self.app, self.app.drafts, self.seller.key)
        waiting = [phrase("notice.draft_waits", typed=label(self.app, one), key=self.seller.key) for one in found]
        if not self.app.ask.possible:
            with self.app.keeping(self.seller.key, text):
                notes = with_one_focus(self.app, self.seller, self._understood(text))
                return self.written(notes, (*offers(self.seller, notes), *waiting))
        return self._accepted(text, [])

    def guided(self) -> Answer:
        """Ask for the talk, one question at a time; what was answered so far is kept if it is broken off."""
        if not self.app.ask.possible:
            raise Missing(what="text", command="log")
        draft = offered(self.app, self.app.drafts, self.seller.key)
        if draft is not None:
            day = draft.on if draft.on and self.on == self.app.today else self.on
            return replace(self, on=day)._accepted(draft.text, [draft])  # noqa: SLF001  # the same, on another day
        from salescoach.talk.commands import guided

        lines: list[str] = []
        try:
            for line in guided.lines_of(self.app, self.seller, self.on):
                lines.append(line)  # noqa: PERF402  # what came before an interruption is kept
        except BaseException:
            with suppress(CoachError):
                self.app.keep(self.seller.key, "\n".join(lines))
            raise
        return replace(self, asked=(guided.asked(self.seller, self.on),), whole=True).of("\n".join(lines))

    def written_in_editor(self) -> Answer:
        """Open the editor on the draft, the agenda below a line that is cut off again."""
        if not self.app.ask.possible:
            raise Missing(what="terminal")
        taken = offered(self.app, self.app.drafts, self.seller.key)
        held = [taken] if taken else []
        text = self._edited(taken.text if taken else "", held)
        return self._accepted(text, held) if text else Said(lines=(phrase("written.nothing"),))

    def _accepted(self, text: str, held: list[Draft]) -> Answer:
        """Show what was understood until it is accepted, edited to be so, or stopped; stopped, it is a draft."""
        from salescoach.talk.commands.guided import own_part

        choices = {key: self.app.words.say(f"log.keys.{does}") for key, does in _KEYS.items()}
        try:
            text, days, chosen = self._completed(text), Days(), Chosen()
            while (pressed := self._previewed(text, choices, days, chosen)) != "w":
                if pressed == "s":
                    self.app.keep(self.seller.key, text, held=held)
                    self.app.kept = ()
                    return Said(lines=(phrase("log.draft_kept", key=self.seller.key),))
                text = self._edited(text, held) or text
            notes = self._settled(text, days, chosen)
            written = replace(self, own=own_part(self.app, self.seller)).written(notes)
        except BaseException:
            with suppress(CoachError):  # what failed first is what is told
                self.app.keep(self.seller.key, text, held=held)
            raise
        for draft in held:
            self.app.drafts.drop(draft)
        return written

    def _settled(self, text: str, days: Days, chosen: Chosen) -> Notes:
        """Return what a text says, with what was asked about it: the day of a promise, the one thing to practise."""
        notes = with_one_focus(self.app, self.seller, self._understood(text), chosen)
        return braked(self.app, notes, days)

    def _previewed(self, text: str, choices: dict[str, str], days: Days, chosen: Chosen) -> str:
        from salescoach.coaching.view import screen
        from salescoach.kit.failure import told

        look = self.app.ask.look
        try:
            preview = replace(self, dry=True).written(self._settled(text, days, chosen))
        except NotADate as error:
            self.app.ask.tell(told(error, look))
            return self.app.ask.key("", {key: does for key, does in choices.items() if key != "w"}, "e")
        self.app.ask.tell(*screen(preview, look), *(look.say(notice) for notice in preview.notices))
        return self.app.ask.key(self.app.words.say("log.accept"), choices, "w")

    def _understood(self, text: str) -> Notes:
        return understood(self.app, self.seller, text, self.on, self.initiative, whole=self.whole)

    def _completed(self, text: str) -> str:
        """Offer marks of what almost is one, promises of what is needed, a step; a wrong date is for the preview."""
        with suppress(NotADate):
            text = with_marks(self.app, text, self._understood)
        with suppress(NotADate):
            text = promising(self.app, [self.seller.first_name], needs(self._understood(text)), text)
        with suppress(NotADate):
            text = self._with_step(text)
        return text

    def _with_step(self, text: str) -> str:
        """Offer to settle the step that this talk may be, the one most due, and add that to the text."""
        blocks = talk_blocks(self._understood(text), self.on, self._about())
        for one in self._steps(blocks)[1][:1]:
            if self.app.agreed(phrase("log.step_talked", what=one.what)):
                return f"{text}\ndone {one.id}"
        return text

    def written(self, notes: Notes, more: tuple[Phrase, ...] = ()) -> Written:
        """Write what was understood, or only say what would be; `more` are notices besides those of the notes."""
        blocks = [*talk_blocks(notes, self.on, self._about(), self.initiative), *self.returned.blocks]
        steps, may_be = self._steps(blocks)
        blocks += [Block("settled", {"on": self.on, "of": one.id, "how": "kept", "talk": Ref(0)}) for one in steps]
        asks = self.dry and self.app.ask.possible  # what follows from a red is said once, when it is written
        said = [] if asks else [(block.kind, block.fields) for block in blocks]
        red = (*to_be_told(self.seller.key, said), *lacks(self.seller, said))
        talked = [phrase("notice.step_talked", what=one.what) for one in steps]
        waiting = [] if self.app.ask.possible else may_be[:1]
        talked += [phrase("notice.step_may_be", what=one.what, id=one.id) for one in waiting]
        kinds = {block.kind for block in blocks} & {"goal", "commitment", "moved", "booking"}
        agreed = kinds or self.seller.open(Goal) or booked_on(self.seller, self.on)[0]
        ended = () if agreed else (phrase("notice.ended_without"),)  # without a goal, a promise and a date (S0.11)
        notices = (*notes.notices, *more, *self.returned.notices, *talked, *red, *ended)
        return write(self.app, [(self.seller, blocks)], "log", notices=notices, dry=self.dry)

    def _steps(self, blocks: list[Block]) -> "tuple[list[Task], list[Task]]":
        """Return the steps of an onboarding that this talk settles, and those that it may be where it settles none."""
        if "onboarding" not in self.seller.records:  # most sellers: then nothing of it is imported
            return [], []
        from salescoach.onboarding.rules.duties import talked

        noted = {block.fields["of"] for block in blocks if block.kind == "settled"}
        settles, may_be = talked(self.seller, self.on, cast("str | None", blocks[0].fields.get("agenda")))
        was = settles or any(one.id in noted for one in may_be)
        return [one for one in settles if one.id not in noted], [] if was else may_be

    def _about(self) -> dict[str, object]:
        """Return what is known of the talk itself: its agenda and questions as prepared, its length."""
        last = latest(self.seller.all(Talk), self.on)
        prepared = self.app.preparations.of(self.seller.key, last, self.on)
        agenda = self.agenda or (prepared.agenda if prepared else None)
        asked = list(dict.fromkeys((*(prepared.asked if prepared else ()), *self.asked)))
        return {"agenda": agenda, "minutes": self.minutes, "asked": asked or None, **self.own}

    def _edited(self, text: str, held: list[Draft]) -> str:
        """Let the manager edit a text in a draft of its own, the agenda below the scissors; return what is above."""
        from salescoach.talk.commands.guided import agenda_text

        scissors = self.app.words.say("log.scissors")
        whole = f"{text.rstrip()}\n\n{scissors}\n{agenda_text(self.app, self.seller, self.agenda)}"
        draft, late = self.app.drafts.begin(self.seller.key, whole, self.app.today), False
        held.append(draft)
        try:
            with opened(draft.path):
                late = self.app.ask.edit(draft.path)
        finally:  # whatever became of the editor, the agenda is no part of the draft
            edited = self._above(scissors, draft, late=late)
        return edited

    def _above(self, scissors: str, draft: Draft, *, late: bool) -> str:
        """Cut a draft off at the scissors; with nothing above them it is none, but where an editor may save it late."""
        text = self.app.drafts.now(draft).partition(scissors)[0].strip()
        if text:
            self.app.drafts.write(draft.path, text)
        elif not late:
            self.app.drafts.drop(draft)
        return text


_KEYS = {"w": "accept", "e": "edit", "s": "stop"}
