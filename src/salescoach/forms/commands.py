"""A form that came back: whose answers they are is found out, and they are shown before they are written."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from salescoach.answer import Answer, Phrase, Said, phrase
from salescoach.app import App
from salescoach.errors import Missing, Unusable
from salescoach.forms.records import Retro
from salescoach.forms.rules.form import Asking, Form, about, asking_of, says
from salescoach.forms.rules.mail import MailWords, text_of
from salescoach.forms.rules.reply import Reply, read_reply, standing
from salescoach.journal import atomic
from salescoach.journal.append import Block
from salescoach.records.seller import Seller
from salescoach.waiting import accepted
from salescoach.writing import write


class NotAMail(Unusable):
    """`file` is no text, or too long for one that somebody wrote."""


class NoAnswers(Unusable):
    """`file` answers nothing."""


class AboutAnother(Unusable):
    """`file` answers the questions about `other`, and was given for somebody else."""


_STDIN = "-"


def read(app: App, seller: Seller, askings: Sequence[Asking], file: str, role: str | None, on: date) -> Answer:
    """Read the answers of a file; where somebody can answer, they are shown before they are written."""
    text = _text(app, file)
    _check_about(app, seller, text, file)
    asking = _who(app, seller, askings, text, file, role)
    form = Form(key=seller.key, name=seller.name, asking=asking)
    reply = read_reply(text, asking.questions, _mail(app), list(map(app.words.say, form.passages)))
    if not reply.answers and not reply.unplaced:
        raise NoAnswers(file=file, key=seller.key)
    given = [*reply.answers.items(), *((None, one) for one in reply.unplaced)]
    known = {(one.question, _plain(one.answer)) for one in seller.all(Retro) if one.role == asking.role}
    new = [(question, answer) for question, answer in given if (question, _plain(answer)) not in known]
    blocks = [Block("retro", {"on": on, "role": asking.role, "question": id_, "answer": one}) for id_, one in new]
    other = role is not None and asking_of(askings, role) != asking
    said = [*([phrase("retro.says_role", role=asking.role)] if other else []), *_told(reply), *same(given, new)]
    return kept(app, seller, blocks, said, asks=app.ask.possible)


def same(given: Sequence[object], new: Sequence[object]) -> list[Phrase]:
    """Return the notice of how much was known already."""
    return [phrase("retro.same", n=len(given) - len(new))] if len(new) < len(given) else []


def kept(app: App, seller: Seller, blocks: Sequence[Block], said: Sequence[Phrase], *, asks: bool = False) -> Answer:
    """Write answers or lessons; where somebody can answer, they are shown first."""
    if not blocks:
        return Said(lines=(phrase("retro.nothing_new"),))
    entries = [(seller, blocks)]
    if asks and not accepted(app, write(app, entries, "retro", notices=said, dry=True), phrase("retro.stop")):
        return Said(lines=(phrase("written.nothing"),))
    return write(app, entries, "retro", notices=() if asks else said)


def _text(app: App, file: str) -> str:
    piped = (app.piped() or "").encode("utf-8", "surrogateescape") if file == _STDIN else None
    text = text_of(atomic.read(Path(file), file, stream=True) if piped is None else piped)
    if text is None:
        raise NotAMail(file=file)
    return text


def _mail(app: App) -> MailWords:
    return MailWords(*app.templates.tables("mail"))


def _check_about(app: App, seller: Seller, text: str, file: str) -> None:
    """Refuse a form about somebody else: what was said of one seller does not belong into the file of another."""
    people = {one.key: one.name for one in app.journal.called()}
    found = standing(text, {key: app.words.say(about(name)) for key, name in people.items()}, _mail(app))
    if found and seller.key not in found:
        raise AboutAnother(file=file, other=people[found[0]], key=found[0], name=seller.name)


def _who(app: App, seller: Seller, askings: Sequence[Asking], text: str, file: str, role: str | None) -> Asking:
    """Return the side that answered: as the file says, as was typed, or as the manager says when asked."""
    found = standing(text, {one.role: app.words.say(says(one.role)) for one in askings}, _mail(app))
    if len(found) == 1:
        return asking_of(askings, found[0])
    if role is not None:
        return asking_of(askings, role)
    roles = {str(at): one.role for at, one in enumerate(askings, 1)}
    choices = roles | {"s": app.words.say("retro.stop")}
    pressed = app.ask.key(app.words.say("retro.which"), choices, "s") if app.ask.possible else "s"
    if pressed == "s":
        raise Missing(what="role", file=file, key=seller.key)
    return asking_of(askings, roles[pressed])


def _told(reply: Reply) -> Iterator[Phrase]:
    """Give what is to be said of a text beside its answers."""
    if reply.unplaced:
        yield phrase("retro.not_placed", n=len(reply.unplaced))
    if reply.left_out:
        yield phrase("retro.left_out", text=" · ".join(reply.left_out))


def _plain(answer: str | None) -> str:
    return " ".join((answer or "").split())
