"""Marks of what happened: a value acted on, a milestone, a handover, a recap sent, what an initiative is about."""

import re
from dataclasses import replace

from salescoach.answer import phrase
from salescoach.notes.draft import Read, ReadContext, drafted, pointed_out
from salescoach.notes.split import dash, leading
from salescoach.records.keys import key_form

_WORD = re.compile(r"(\w+)\W*(.*)", re.DOTALL)


def valued(text: str, part: str, desk: ReadContext) -> Read:
    """Return an example of the value that `text` begins with; without one, the part stays text (S0.7)."""
    names = desk.listener.values()
    known = {key_form(name): name for name in names}
    typed, what = dash(text)
    if not what and typed == text.strip():
        typed, what = leading(text, known)
        if key_form(typed) not in known:
            key = "notice.mark_no_value" if names else "notice.mark_no_values"
            return pointed_out(key, text=part, values=list(names))
    if not what or not key_form(typed):
        return pointed_out("notice.mark_empty", text=part)
    if key_form(typed) in known:
        return drafted("value", value=known[key_form(typed)], what=what)
    key = "notice.mark_new_value" if names else "notice.mark_first_value"
    return drafted("value", phrase(key, value=typed, values=list(names)), value=typed, what=what)


def reached(text: str, part: str, desk: ReadContext) -> Read:
    """Return the milestone that `text` begins with, and what is said of it; without one, the part stays text."""
    typed, note = leading(text, desk.marks.milestones)
    name = desk.marks.milestones.get(key_form(typed))
    if name is None:
        return pointed_out("notice.mark_no_milestone", text=part, known=desk.marks.milestone_words)
    return drafted("milestone", milestone=name, note=note)


def handed(text: str, part: str, desk: ReadContext) -> Read:
    """Return who in delivery took over what a customer was sold, or that it came to nothing (S3.2)."""
    found = desk.marks.handed.fullmatch(text)
    if found is None:
        return pointed_out("notice.mark_no_handover", text=part)
    return drafted("handover", customer=found["customer"].strip(), by=found["by"])


def recapped(text: str, part: str, desk: ReadContext) -> Read:
    """Return the recap of a talk, sent on the day of the notes where it begins by saying so, else not sent."""
    before, after = dash(text)
    typed, rest = leading(before, desk.marks.sent)
    if key_form(typed) in desk.marks.sent and not typed.endswith("?"):
        return drafted("recap", sent=desk.on, note=" \u2013 ".join(filter(None, (rest, after))))
    mark = f"{part.partition(':')[0]}: {desk.marks.sent_words[0]}"
    return drafted("recap", phrase("notice.mark_not_sent", mark=mark), note=text)


def whose(text: str, part: str, desk: ReadContext) -> Read:
    """Return whose idea it was, by the first word; what follows it stays in the notes (S4.1)."""
    word, name = _WORD.match(text), desk.listener.initiative
    key = key_form(word[1]) if word else ""
    idea = "hers" if key in desk.listener.names else desk.marks.ideas.get(key)
    if word and idea and name:
        return replace(drafted("dialogue", initiative=name, idea=idea), rest=word[2] or None)
    why = "notice.mark_no_idea" if name else "notice.mark_no_initiative"
    return pointed_out(why, text=part) if desk.listener.initiatives() else Read()


def trained(text: str, part: str, desk: ReadContext) -> Read:
    """Return where the seller trains it (S4.3)."""
    name = desk.listener.initiative
    return drafted("dialogue", initiative=name, trains=text) if name else whose("", part, desk)


def gained(text: str, part: str, desk: ReadContext) -> Read:
    """Return what is in it for the seller: outside of such a talk a private note, since it never is for others."""
    if name := desk.listener.initiative:
        return drafted("dialogue", phrase("notice.mark_gain"), initiative=name, gain=text)
    return drafted("note", phrase("notice.mark_gain_note"), text=part, private=True)
