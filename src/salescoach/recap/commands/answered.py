"""What she wrote after a talk beside what the manager has, and whether a text is as it was sent."""

from collections.abc import Iterable, Iterator
from datetime import date
from shlex import quote
from typing import get_args

from salescoach.answer import phrase
from salescoach.app import App
from salescoach.errors import NotADate
from salescoach.forms.commands.returned import mail_of, text_in
from salescoach.forms.records import Answered
from salescoach.forms.rules.mail import unpacked
from salescoach.hers import tongues, words_in
from salescoach.notes.draft import ReadContext
from salescoach.notes.due import split_due
from salescoach.reading import listener, marks
from salescoach.recap.rules.both import OWNERS, Deed, answers_in, both_of
from salescoach.recap.rules.letter import Style
from salescoach.recap.rules.points import Around, around
from salescoach.recap.rules.seal import Verdict, compared, is_whole, says_only, sealed_in, seals_in
from salescoach.records.keys import key_form
from salescoach.records.recap import Recap
from salescoach.records.seller import Seller

_AROUND = " \t-*•+\u2013\u2014.,"


def both(app: App, who: Seller, held: Around) -> list[Deed]:
    """Return what both of them have of a talk, and what only one has; nothing where she has not answered."""
    answers = {one.question: one for one in answers_in(who, held) if one.question in OWNERS}
    return both_of(who, held, list(_deeds(app, who, answers.values()))) if answers else []


def mail_in(app: App, file: str) -> str:
    """Return the text of a mail without what is its own; raise NotAMail."""
    return unpacked(text_in(app, file, pages=True), mail_of(app)).text


def verified(app: App, who: Seller, file: str, text: str) -> Verdict:
    """Return what the text of a file is beside what was sent to a seller."""
    seals = seals_in(text)
    recap = next((one for one in reversed(who.all(Recap)) if one.sent and one.text and one.seal in seals), None)
    if recap is None:
        code = "recap.unknown" if sealed_in(text) else "recap.unlike" if seals else "recap.no_seal"
        said = phrase(code, seal="".join(seals[:1]), name=who.first_name, key=who.key, file=quote(file))
        return Verdict(lines=(said,), fits=False)
    found, beside = compared(text, recap, _frames(app, who, recap))
    around_it = [phrase("recap.beside", text=beside)] if beside else []
    keep = (phrase("recap.keep", key=who.key, file=quote(file)),) if beside and file != "-" else ()
    if found or not is_whole(recap):
        said = phrase("recap.differs" if found else "recap.changed", sent=recap.sent)
        return Verdict(lines=(said, *found, *around_it), notices=keep, fits=False)
    agreed = _agreed(app, who, recap)
    if says_only(beside, mail_of(app).agreed, mail_of(app).polite, who.name):
        said = phrase("recap.agreed_here", sent=recap.sent, name=who.first_name)
    elif agreed:
        said = phrase("recap.agreed", sent=recap.sent, name=who.first_name, agreed=agreed)
    else:
        said = phrase("recap.as_sent", sent=recap.sent)
    return Verdict(lines=(said, *around_it), notices=keep, fits=True)


def _frames(app: App, who: Seller, recap: Recap) -> Iterator[str]:
    """Give what a recap of a talk may begin and end with, in either style and each language."""
    held = around(who, talk=recap.talk)
    on = held.talk.on if held else recap.on
    for say in (words_in(app, one).say for one in tongues(app)):
        for style in (f"{to}{style}" for style in get_args(Style) for to in ("", "team_")):
            yield say(f"recap.closing.{style}")
            for day in ("", "_today"):
                yield say(f"recap.opening.{style}{day}", name=who.first_name, on=on)


def _agreed(app: App, who: Seller, recap: Recap) -> date | None:
    """Return the day on which she confirmed a recap: in so many words, or by answers that have all that it has."""
    held = around(who, talk=recap.talk)
    said = answers_in(who, held) if held else []
    confirmed = [one.on for one in said if says_only(one.text, mail_of(app).agreed, mail_of(app).polite, who.name)]
    deeds = both(app, who, held) if held else []
    if deeds and all(one.code == "agreed" for one in deeds):
        confirmed += [one.on for one in said]
    return max(confirmed, default=None)


def _deeds(app: App, who: Seller, answers: Iterable[Answered]) -> Iterator[Deed]:
    """Give each line of her answers as something to be done, with the day that it names."""
    nothing = mail_of(app).nothing
    for answer in answers:
        desk = ReadContext(marks(app), app.dates, listener(app, who), answer.on)
        for line in answer.text.replace(";", "\n").split("\n"):
            for part in (part.strip(_AROUND) for part in _parts(line, desk)):
                if key_form(part) and key_form(part) not in nothing:
                    what, due = _dated(part, desk)
                    yield Deed("hers", OWNERS[answer.question or ""], what, hers=due)


def _parts(line: str, desk: ReadContext) -> Iterator[str]:
    """Cut a line behind a day that a capital follows: a mail makes one line of several."""
    words, start = line.split(), 0
    for at in range(1, len(words)):
        part = " ".join(words[start:at])
        if words[at][:1].isupper() and not desk.dates.begins_like(" ".join(words[at:])) and _dated(part, desk)[1]:
            yield part
            start = at
    yield " ".join(words[start:])


def _dated(text: str, desk: ReadContext) -> tuple[str, date | None]:
    """Return what is to be done and by when; the whole of it where it names no day."""
    try:
        return split_due(text.rstrip(_AROUND), desk, bare=True)[:2]
    except NotADate:
        return text, None
