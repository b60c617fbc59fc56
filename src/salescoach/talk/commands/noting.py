"""From notes to records, as log and note share it: what is known of whom they are about, and the blocks to write."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from salescoach.answer import Phrase, phrase
from salescoach.app import App
from salescoach.coaching.needs import in_words
from salescoach.coaching.untold import to_be_told
from salescoach.goals.rules import lacks
from salescoach.journal.append import Block, Ref
from salescoach.notes.marks import Notes
from salescoach.notes.rate import nearest
from salescoach.reading import read
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller
from salescoach.records.talk import Talk


def understood(app: App, seller: Seller, text: str, on: date, about: str = "", *, whole: bool = False) -> Notes:
    """Return what a text about a seller says, and `about` an initiative; raise NotADate where a date in it is none."""
    notes = read(app, seller, text, on, _expected(app, seller), about, whole=whole)
    said = (*gone_by(notes, on, app.today), *_too_early(seller, notes, on), *_handed_by_slip(seller, notes))
    return replace(notes, notices=(*notes.notices, *said))


def _expected(app: App, seller: Seller) -> list[str]:
    """Return the areas in which something is expected of her alone, or in the onboarding she is in."""
    if not seller.records.keys() & {"expectation", "onboarding"}:  # most sellers: then no template is read
        return []
    from salescoach.expectations.commands.expected import expected_areas

    return expected_areas(app, seller)


def talk_blocks(notes: Notes, on: date, about: dict[str, object], initiative: str = "") -> list[Block]:
    """Return a talk and what came of it, linked to it; a lesson is in it, an `initiative` has one record for all."""
    talk = {"on": on, **about, "notes": notes.block, "lesson": notes.lesson}
    said: dict[str, object] = {"initiative": initiative}
    for name, value in (each for one in notes.records if one.kind == "dialogue" for each in one.fields.items()):
        both = "ours" if name == "idea" else f"{said.get(name)}; {value}"
        said[name] = value if said.get(name, value) == value else both
    found = [(one.kind, one.fields) for one in notes.records if one.kind not in {"lesson", "dialogue"}]
    found = [*([("dialogue", said)] if initiative else []), *found]
    return [Block("talk", talk), *(Block(kind, {"on": on, "talk": Ref(0), **fields}) for kind, fields in found)]


def note_blocks(seller: Seller, notes: Notes, on: date) -> list[Block]:
    """Return the records of a note, without a talk; a recap is of the latest one up to that day."""
    plain = [Block("note", {"on": on, "text": notes.block})] if notes.text else []
    talk = next((talk.id for talk in reversed(seller.all(Talk)) if talk.on <= on), None)
    links = {"recap": {"talk": talk}}
    return [*plain, *(Block(one.kind, {"on": on, **links.get(one.kind, {}), **one.fields}) for one in notes.records)]


def gone_by(notes: Notes, on: date, today: date) -> Iterator[Phrase]:
    """Say which days were to come when the talk was held, and have gone by since."""
    for record in notes.records:
        due, following = record.fields.get("due"), record.fields.get("next")
        if isinstance(due, date) and on <= due < today:
            yield phrase("notice.mark_past_due", what=record.fields.get("what") or record.fields["title"], due=due)
        if record.kind == "booking" and isinstance(following, date) and on <= following < today:
            yield phrase("notice.mark_past_next", next=following)


def _too_early(seller: Seller, notes: Notes, on: date) -> Iterator[Phrase]:
    """Say that a light or a milestone is from before the first day at work; it is kept all the same."""
    started = seller.header.started
    if started and on < started and any(one.kind in {"rating", "milestone"} for one in notes.records):
        yield phrase("notice.before_start", name=seller.first_name, started=started)


def _handed_by_slip(seller: Seller, notes: Notes) -> Iterator[Phrase]:
    """Say which handover nobody ever sent, where one of nearly that customer was: two would stay open for good."""
    handed = [str(one.fields["customer"]) for one in notes.records if one.kind == "handover"]
    if handed:
        from salescoach.forms.records import Asked

        forms = (one for one in seller.all(Asked) if one.form == "handover")
        sent = {key_form(one.subject): one.subject for one in forms if one.subject}
        for typed in handed:
            if key_form(typed) not in sent and (near := nearest(typed, sent.values())):
                yield phrase("notice.handover_near", customer=typed, near=near)


def needs(notes: Notes) -> list[str]:
    """Return what the seller was said to need, but for what the notes promise in its words."""
    mine = [one for one in notes.records if one.kind == "commitment" and one.fields["by"] == "me"]
    promised = [" ".join(str(one.fields.get(name) or "") for name in ("cue", "what")) for one in mine]
    found = [str(one.fields["what"]) for one in notes.records if one.kind == "need"]
    return [what for what in found if not any(in_words(what, one) for one in promised)]


def promising(app: App, names: Sequence[str], needed: Sequence[str], text: str) -> str:
    """Offer to promise what was said to be needed; return the text with a line for each promise made."""
    for what in needed:
        if app.agreed(phrase("log.need_promise", name=list(names), what=what)):
            due = app.ask.line(app.words.say("log.need_due"), app.words.say("log.need_hint"))
            text += "\n" + app.words.say("log.promised_due" if due else "log.promised", what=what, due=due)
    return text


def offers(seller: Seller, notes: Notes) -> tuple[Phrase, ...]:
    """Return the notices that offer to promise what a seller needs."""
    return tuple(phrase("notice.need", name=seller.first_name, key=seller.key, what=what) for what in needs(notes))


def notices_of(read: Sequence[tuple[Seller, Notes]], *, offering: bool) -> list[Phrase]:
    """Return what is to be pointed out, each once; what was offered in a question needs no notice."""
    said = [notice for who, notes in read for notice in (*notes.notices, *(offers(who, notes) if offering else ()))]
    drafted = [(record.kind, record.fields) for record in read[0][1].records]
    red = to_be_told(",".join(seller.key for seller, _ in read), drafted)
    lacking = [line for seller, _ in read for line in lacks(seller, drafted)]
    return [*(notice for at, notice in enumerate(said) if notice not in said[:at]), *red, *lacking]
