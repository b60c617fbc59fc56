"""What her own sentence reminds of: which goals serve it, in her words for the link, else one question (S4.3)."""

from datetime import date

from salescoach.answer import Phrase, phrase
from salescoach.purpose.records import Purpose
from salescoach.records.goal import Goal
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller

AGAIN = 182
"""Days after which it is asked whether the sentence still holds: half a year."""


def reminders(seller: Seller, today: date) -> tuple[Phrase, ...]:
    """Return her sentence, and beside it how a goal serves it in her own words; where none does, a question to ask."""
    sentence = seller.last(Purpose)
    if sentence is None:
        return ()
    old = (today - sentence.on).days >= AGAIN
    said = phrase("purpose.again" if old else "purpose.said", text=sentence.text, day=sentence.on)
    serving = [one for one in seller.open(Goal) if key_form(one.serves or "") == Purpose.kind]
    links = tuple(phrase("purpose.serves", goal=one.title, why=one.why) for one in serving if one.why)
    return (said, *(links or (phrase("purpose.ask"),)))
