"""`coach recap`: the main points of a talk to send, marked as sent, or told of a text whether it is as it was sent."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from shlex import quote
from typing import Annotated, get_args

import typer

from salescoach.answer import Answer, Phrase, Said, phrase
from salescoach.app import App
from salescoach.arguments import On, SellerWords, joined
from salescoach.coaching.lights import spoken
from salescoach.errors import NotADate, Unusable
from salescoach.forms.commands.returned import askings, mail_of, text_in
from salescoach.forms.records import Answered
from salescoach.forms.rules.form import SELLER
from salescoach.forms.rules.mail import unpacked
from salescoach.hers import areas_in, in_her_words, language_of, tongues, words_in
from salescoach.journal.append import Block
from salescoach.notes.draft import ReadContext
from salescoach.notes.due import split_due
from salescoach.reading import listener, marks
from salescoach.recap.rules import points as made
from salescoach.recap.rules.letter import OWNERS, Deed, Letter, Style, answers_in, asides, both_of
from salescoach.recap.rules.points import Around, Point, areas_told, around
from salescoach.recap.rules.seal import Verdict, compared, is_whole, says_only, seal_of, sealed_in, seals_in
from salescoach.records.keys import key_form
from salescoach.records.recap import Recap
from salescoach.records.seller import Seller
from salescoach.subjects import described
from salescoach.team import is_team, the_team
from salescoach.writing import write

_AROUND = " \t-*•+\u2013\u2014.,"

Parts = tuple[list[Point], dict[str, int], list[Deed]]


class NoTalk(Unusable):
    """There is no talk with `name` to write up; `key` is how the seller goes in a command."""


class NoTeamTalk(Unusable):
    """There is no talk with the team of which anything can go into a recap."""


class NothingToTell(Unusable):
    """Nothing of the talk with `name` on `day` can go into a recap; `key` is how the seller goes in a command."""


def run(
    ctx: typer.Context,
    seller: SellerWords,
    style: Annotated[Style | None, typer.Option("--style", metavar="STYLE")] = None,
    on: On = None,
    sent: Annotated[bool, typer.Option("--sent")] = False,
    verify: Annotated[str | None, typer.Option("--verify", metavar="FILE")] = None,
) -> Answer:
    """Write up the last talk for the seller or the team, ready to send; or tell whether a text is as it was sent."""
    app: App = ctx.obj
    open_ = replace(app.journal, private=False)  # what is private cannot come into it, whatever is asked for
    whole = is_team(app, joined(seller))
    who = the_team(app, open_.me()) if whole else open_.by_key(app.seller(joined(seller)).key)
    key = who.key
    usual: Style = "chat" if whole else "mail"
    mail = unpacked(text_in(app, verify, pages=True), mail_of(app)).text if verify else ""
    if verify and not sent:
        return _verified(app, who, verify, mail)
    held = around(who, app.on(on) if on else None)
    if held is None:
        raise NoTeamTalk if whole else NoTalk(name=who.name, key=key)
    letter = _letter(app, who, held, style or usual)
    if not letter.points:
        raise NoTeamTalk if whole else NothingToTell(name=who.name, key=key, day=held.talk.on)
    if sent:
        rows = sealed_in(mail) if verify else letter.rows(words_in(app, letter.language).say)
        letter = replace(letter, language=_language(app, mail, rows, letter.language))
        return _sent(app, who, held, letter, rows) if rows else _verified(app, who, verify or "", mail)
    last = max((one.sent for one in who.all(Recap) if one.sent and one.talk == held.talk.id), default=None)
    told = asides(letter, who.first_name, answers_in(who, held), last)
    options = [*([f"--style {style}"] if letter.style != usual else []), *([f"--on {letter.on}"] if on else [])]
    hint = phrase("recap.hint", line=" ".join([key, *options, "--sent"]))
    return replace(letter, notices=(*told, *([] if letter.sent else [hint])))


def _letter(app: App, who: Seller, held: Around, style: Style) -> Letter:
    points, left, deeds = (_of_team if who.mine else _of_one)(app, who, held)
    said, language = f"{'team_' if who.mine else ''}{style}", language_of(app, who)
    day = "_today" if held.talk.on == app.today else ""
    letter = Letter(
        key=who.key,
        name=who.name,
        opening=phrase(f"recap.opening.{said}{day}", name=who.first_name, on=held.talk.on),
        closing=phrase(f"recap.closing.{said}"),
        on=held.talk.on,
        style=style,
        points=tuple(points),
        language=language,
        left_out=left,
        both=tuple(deeds),
    )
    seal = letter.seal(words_in(app, language).say)
    return replace(letter, sent=next((one.sent for one in reversed(who.all(Recap)) if one.seal == seal), None))


def _of_one(app: App, who: Seller, held: Around) -> Parts:
    """Return the points of a talk with one seller, how much is left out, and what both have of it."""
    whole = replace(app.journal, private=True).by_key(who.key)  # read to be counted
    texts = [id_ for each in askings(app, who) if each.role == SELLER for id_ in each.becoming("text")]
    written = made.written_in(who, held, texts, mail_of(app).nothing)
    language = language_of(app, who)
    named = in_her_words(app, who, language, described(app)) if language else who
    points = made.points_of(named, held, written, app.today, app.me)
    return points, made.left_out(who, whole, held), _both(app, who, held)


def _of_team(app: App, me: Seller, held: Around) -> Parts:
    """Return the points of a talk with the team, and how much is left out."""
    open_, whole = (replace(app.journal, private=private) for private in (False, True))
    team = open_.team()
    app.problems += team.problems
    left = made.team_left_out(held, [whole.me(), *whole.team().sellers])
    return made.team_points_of(me, held, team.sellers, app.today), left, []


def _sent(app: App, who: Seller, held: Around, letter: Letter, rows: list[str]) -> Answer:
    """Keep what was sent, once: the points as they are now, or as they stand in the mail, and the areas they name."""
    say, seal = words_in(app, letter.language).say, seal_of(rows)
    sent = next((one.sent for one in who.all(Recap) if one.seal == seal and one.sent), None)
    notices: tuple[Phrase, ...] = (phrase("recap.sent_before", sent=sent),)
    if sent is None:
        named = f"-{key_form(' '.join(rows))}-"
        areas = [one for one in areas_told(who, held) if any(f"-{word}-" in named for word in _words_of(app, one))]
        kept = {"talk": held.talk.id, "text": letter.text(say, rows), "areas": areas, "seal": seal}
        written = write(app, [(who, [Block("recap", {"on": app.today, "sent": app.today, **kept})])], "recap").notices
        told = phrase("recap.told" if areas else "recap.told_nothing", areas=[spoken(one) for one in areas])
        notices = (phrase("recap.noted", sent=app.today), *(() if who.mine else (told,)), *written)
    if seal != letter.seal(say):
        return Said(lines=notices)
    other = phrase("recap.other_seal", seal=seal, key=who.key)
    return replace(letter, sent=sent or app.today, notices=notices if sent else (*notices, other))


def _language(app: App, mail: str, rows: list[str], hers: str | None) -> str | None:
    """Return the language that a mail with these lines is in, by how it names its seal; hers where there is none."""
    said = {one: words_in(app, one).say("recap.seal", seal=seal_of(rows)) for one in tongues(app)}
    return next((one for one in (hers, *said) if said[one] in mail), hers) if mail and rows else hers


def _words_of(app: App, area: str) -> Iterator[str]:
    """Give what an area is called in each language, as it is compared: a mail may be in any of them."""
    for one in tongues(app):
        called = areas_in(app, one, described(app)).get(key_form(area), area)
        yield key_form(words_in(app, one).format_field(spoken(called), ""))


def _both(app: App, who: Seller, held: Around) -> list[Deed]:
    """Return what both of them have of a talk, and what only one has; nothing where she has not answered."""
    answers = {one.question: one for one in answers_in(who, held) if one.question in OWNERS}
    return both_of(who, held, list(_deeds(app, who, answers.values()))) if answers else []


def _verified(app: App, who: Seller, file: str, text: str) -> Verdict:
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
    deeds = _both(app, who, held) if held else []
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
