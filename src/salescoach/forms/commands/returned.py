"""A form that came back: which it is and whose is found out, and what was understood is shown before it is written."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from salescoach.answer import Answer, Phrase, Said, phrase
from salescoach.app import App
from salescoach.coaching.lights import known_areas
from salescoach.errors import BadTemplate, BadToml, Missing, Unusable
from salescoach.forms.records import Answered, Asked
from salescoach.forms.rules.becoming import Meaning, areas_asked, becoming, plain, unsaid, unwrapped, without_blanks
from salescoach.forms.rules.form import FORMS, SELLER, Asking, Form, about, asking_of, askings_of, regarding, says
from salescoach.forms.rules.handover import HANDOVER, answered_of, current
from salescoach.forms.rules.mail import MailWords, text_of
from salescoach.forms.rules.reply import Reply, read_reply, recognised, standing
from salescoach.forms.rules.rounds import out_of
from salescoach.hers import areas_in, templates_in, tongues, words_in
from salescoach.journal import atomic
from salescoach.journal.append import Block, Ref
from salescoach.journal.templates import Templates
from salescoach.reading import marks
from salescoach.records.keys import key_form
from salescoach.records.note import Note
from salescoach.records.recap import Recap
from salescoach.records.seller import Seller
from salescoach.subjects import described
from salescoach.waiting import accepted
from salescoach.writing import private_note, write

_MOST = 9
"""Forms that are offered by one key."""

_STDIN = "-"


class NotAMail(Unusable):
    """`file` is no text, or too long for one that somebody wrote."""


class NoAnswers(Unusable):
    """`file` answers nothing."""


class AboutAnother(Unusable):
    """`file` answers the questions about `other`, and was given for somebody else, or for another customer."""


def titles(app: App) -> dict[str, str]:
    """Return what each form is called, by its name."""
    return {name: table["title"] for name, table in _usable(app, app.templates)}


def askings(
    app: App,
    seller: Seller | None,
    form: str | None = None,
    customer: str | None = None,
    language: str | None = None,
) -> list[Asking]:
    """Return what each role is asked by a form, or by each, about a seller; in a language, else in the journal's."""
    templates = templates_in(app, language)
    tables = [(form, templates.table(f"{FORMS}/{form}"))] if form else _usable(app, templates)
    about_whom = seller.first_name if seller else ""
    return [one for name, table in tables for one in askings_of(name, table, about_whom, customer, language)]


def read(
    app: App,
    typed: str | None,
    file: str,
    *,
    form: str | None,
    role: str | None,
    customer: str | None,
    on: date,
    dry: bool,
) -> Answer:
    """Read the answers of a file; where somebody can answer, they are shown before they are written."""
    text = text_in(app, file)
    seller = _about(app, typed, text, file)
    asking = _which(app, seller, text, file, form, role)
    sent = _sent(app, seller, asking, text, customer, file)
    subject = sent.subject if sent else customer
    if asking.customer:
        asking = _of_customer(app, seller, asking, subject, file)
    called, asked = areas_in(app, asking.language, described(app)), areas_asked(seller, described(app).asked)
    listed = [name for one in asked for name in (one, called.get(key_form(one), one))]
    sheet = Form(key=seller.key, name=seller.name, asking=asking, subject=subject)
    recapped = (line for one in seller.all(Recap) for line in (one.text or "").splitlines() if line.strip())
    known = [*map(words_in(app, asking.language).say, sheet.passages), *recapped]  # an answer to a recap quotes it
    lists, levels = asking.becoming("light"), marks(app).levels if "~" in text else {}
    reply = read_reply(text, asking.texts, mail_of(app), known, lists)
    whole = {id_: unwrapped(one, levels) if id_ in lists else one for id_, one in reply.answers.items()}
    answers = {id_: without_blanks(one, (*listed, *described(app).names)) for id_, one in whole.items()}
    given = [(id_, one) for id_, one in answers.items() if one] + [(None, one) for one in reply.unplaced]
    if not given:
        raise NoAnswers(file=file, key=seller.key, form=asking.form)
    before = {(one.question, plain(one.text)) for one in seller.all(Answered) if _same(one, asking, sent)}
    new = list(unsaid(given, before, _kept_back(app, seller) if "~" in text else ()))
    if asking.traceless:
        new = [(id_, one, []) for id_, one in given]  # nothing of it is kept behind a `~` either
    blocks, pointed = _blocks(app, seller, asking, new, sent or subject, on)
    if asking.traceless:
        pointed = [phrase("form.unkept"), *pointed]
    earlier = answered_of(seller, current(seller, asking.form, asking.role, subject)) if subject else set()
    there = {id_ for id_, one in answers.items() if one} | earlier
    said = [*_told(reply, asking, there, form, role, key=seller.key, customer=subject), *same(given, new), *pointed]
    return kept(app, seller, blocks, "ask", said, asks=app.ask.possible, dry=dry)


def text_in(app: App, file: str, *, pages: bool = False) -> str:
    """Return the text of a file or a pipe, also of `pages` where a text need not come back whole; raise NotAMail."""
    piped = (app.piped() or "").encode("utf-8", "surrogateescape") if file == _STDIN else None
    text = text_of(atomic.read(Path(file), file, stream=True) if piped is None else piped, pages=pages)
    if text is None:
        raise NotAMail(file=file)
    return text


def same(given: Sequence[object], new: Sequence[object]) -> list[Phrase]:
    """Return the notice of how much was known already."""
    return [phrase("form.same", n=len(given) - len(new))] if len(new) < len(given) else []


def kept(
    app: App,
    seller: Seller,
    blocks: Sequence[Block],
    label: str,
    said: Sequence[Phrase],
    *,
    asks: bool = False,
    dry: bool = False,
) -> Answer:
    """Write answers or lessons; where somebody can answer, they are shown first."""
    if not blocks:
        return Said(lines=(phrase("form.nothing_new"),))
    entries = [(seller, blocks)]
    if asks and not dry and not accepted(app, write(app, entries, label, notices=said, dry=True), phrase("form.stop")):
        return Said(lines=(phrase("written.nothing"),))
    return write(app, entries, label, notices=() if asks and not dry else said, dry=dry)


def _usable(app: App, templates: Templates) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give each form that can be used; of an own one that cannot, it is told where and why."""
    for name in templates.names(FORMS):
        try:
            yield name, templates.table(f"{FORMS}/{name}")
        except (BadTemplate, BadToml) as error:
            app.note(error)


def _blocks(
    app: App,
    seller: Seller,
    asking: Asking,
    new: Sequence[tuple[str | None, str, list[str]]],
    sent: Asked | str | None,
    on: date,
) -> tuple[list[Block], list[Phrase]]:
    """Return what is written of new answers: each as it was given, and what it becomes beside.

    They are of the form that was `sent`; of none, about a customer, one is noted as sent with them.
    """
    known, mail, hers = marks(app), mail_of(app), known_areas([seller])
    areas = {key_form(area): area for area in hers} | described(app).named(hers)
    called = areas_in(app, asking.language, described(app))
    spoken = {key_form(word): areas.get(key, key) for key, word in called.items()}
    meaning = Meaning(known.levels, spoken | areas, mail.nothing, known.lights, mail.denials)
    ends = {"of": sent.id if isinstance(sent, Asked) else Ref(0)} if sent else {}
    questions = {one.id: one for one in asking.questions}
    of = {"form": asking.form, "role": asking.role}
    blocks, pointed = list[Block](), list[Phrase]()
    if new and isinstance(sent, str):
        blocks.append(Block("asked", {"on": on, **of, "subject": sent}))
    for id_, text, secrets in new:
        whose = of | ({"question": id_} if id_ else {})
        if text and not asking.traceless:
            blocks.append(Block("answer", {"on": on, **whose, "text": text, **ends}))
        blocks += [private_note(on, one) for one in secrets]
        made, told = becoming(questions[id_], text, meaning) if id_ and text else ([], [])
        blocks += [Block(one.kind, {"on": on, **one.fields}) for one in made]
        pointed += told
        pointed += [
            phrase("notice.need", name=seller.first_name, key=seller.key, what=str(one.fields["what"]).rstrip(". "))
            for one in made
            if one.kind == "need"
        ]
    return blocks, pointed


def mail_of(app: App) -> MailWords:
    """Return the words around and inside of what comes back by mail."""
    return MailWords(*app.templates.tables("mail"))


def _about(app: App, typed: str | None, text: str, file: str) -> Seller:
    """Return whom a form is about: who was typed, else as it says; what is said of another is refused."""
    people = {one.key: one.name for one in app.journal.called()}
    said = [words_in(app, one).say for one in tongues(app)]
    found = standing(text, ((key, say(about(name))) for key, name in people.items() for say in said), mail_of(app))
    if typed is None and len(found) != 1:
        raise Missing(what="seller", command="ask")
    seller = app.seller(typed or found[0])
    if found and seller.key not in found:
        raise AboutAnother(file=file, other=people[found[0]], key=found[0], name=seller.name)
    return seller


def _which(app: App, seller: Seller, text: str, file: str, form: str | None, role: str | None) -> Asking:
    """Return which form came back from whom: as the file says, as was typed, as went out, or as the manager says."""
    spoken = {one: words_in(app, one) for one in tongues(app, seller)}
    all_ = [asking for language in spoken for asking in askings(app, seller, language=language)]
    said = [spoken[one.language].say(says(one.called)) for one in all_]
    found, every = _each_once(recognised(text, all_, said, mail_of(app))), _each_once(all_)
    typed = [
        one for one in every if (form in (None, one.form)) and (role is None or key_form(one.role) == key_form(role))
    ]
    sent = {(one.form, one.role) for one in out_of(seller)}
    went_out = [one for one in found or every if (one.form, one.role) in sent]
    for fits in (found, typed if form or role else [], went_out):
        meant = {(one.form, one.role) for one in fits}
        found = [one for one in found if (one.form, one.role) in meant] or fits
        if len(found) == 1:
            return found[0]
    return _chosen(app, seller, (found or every)[:_MOST], file)


def _each_once(askings: Sequence[Asking]) -> list[Asking]:
    """Return what is asked in one language each, the first; others that fit as well say the same."""
    return list({(one.form, one.role): one for one in reversed(askings)}.values())[::-1]


def _chosen(app: App, seller: Seller, offered: Sequence[Asking], file: str) -> Asking:
    """Let the manager say which form came back; raise Missing where nobody can."""
    choices = {str(at): f"{one.form}, {one.role}" for at, one in enumerate(offered, 1)}
    choices |= {"s": app.words.say("form.stop")}
    pressed = app.ask.key(app.words.say("form.which"), choices, "s") if app.ask.possible else "s"
    if pressed == "s":
        raise Missing(what="role", file=file, key=seller.key, roles=[f"{one.form} --of {one.role}" for one in offered])
    return offered[int(pressed) - 1]


def _sent(app: App, seller: Seller, asking: Asking, text: str, customer: str | None, file: str) -> Asked | None:
    """Return the form that went out and is answered here; raise AboutAnother where it names another customer."""
    sent = [one for one in seller.all(Asked) if (one.form, one.role) == (asking.form, asking.role)]
    say = words_in(app, asking.language).say
    named = [(one.subject, say(regarding(one.subject))) for one in sent if one.subject]
    stands = standing(text, named, mail_of(app))
    if customer and stands and key_form(customer) not in map(key_form, stands):
        raise AboutAnother(file=file, other=stands[0], key=seller.key, name=customer)
    about_it = {*map(key_form, [customer] if customer else stands)}
    if asking.customer and not about_it and len({key_form(one.subject or "") for one in sent}) > 1:
        return None  # several customers, and nobody says which
    return next((one for one in reversed(sent) if not about_it or key_form(one.subject or "") in about_it), None)


def _of_customer(app: App, seller: Seller, asking: Asking, customer: str | None, file: str) -> Asking:
    """Return what is asked about that customer; raise Missing where nobody says which."""
    if not customer:
        raise Missing(what="about_from", key=seller.key, form=asking.form, file=file)
    return asking_of(askings(app, seller, asking.form, customer, asking.language), asking.role)


def _same(one: Answered, asking: Asking, sent: Asked | None) -> bool:
    """Tell whether an answer is of that form and role, and where it asks about a customer of the one that was sent."""
    if asking.customer:
        return sent is not None and one.of == sent.id
    return (one.form, one.role) == (asking.form, asking.role)


def _told(
    reply: Reply, asking: Asking, there: Collection[str], form: str | None, role: str | None, **handed: object
) -> Iterator[Phrase]:
    """Give what is to be said of a text beside its answers."""
    if (role and key_form(asking.role) != key_form(role)) or (form and form != asking.form):
        yield phrase("form.says", form=asking.form, role=asking.role.replace("-", " "))
    missing = [one.text for one in asking.questions if one.needed and one.id not in there]
    if missing:
        yield phrase("form.needed", questions=" · ".join(missing))
    elif (asking.form, asking.role) == (HANDOVER, SELLER):
        yield phrase("handover.whole", **handed)
    if reply.unplaced:
        yield phrase("form.not_placed", n=len(reply.unplaced))
    if reply.left_out:
        yield phrase("form.left_out", text=" · ".join(reply.left_out))


def _kept_back(app: App, seller: Seller) -> set[str]:
    """Return what is private of her, read to be compared and never to be shown."""
    return {plain(one.text) for one in replace(app.journal, private=True).by_key(seller.key).all(Note) if one.private}
