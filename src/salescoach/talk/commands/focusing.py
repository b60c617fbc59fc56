"""One focus at a time: what the seller practises already is let go of, or goes on, before another one is written."""

from dataclasses import replace

from salescoach.answer import phrase
from salescoach.app import App
from salescoach.errors import Unusable
from salescoach.notes.draft import Drafted, Notes
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller
from salescoach.records.topic import Focus

_IN_PLACE, _DROPPED, _GOES_ON = "p", "l", "k"

_ENDS = {_IN_PLACE: "kept", _DROPPED: "dropped"}
"""How what was practised so far ends, by the key that says so."""

_DOES = {_IN_PLACE: "in_place", _DROPPED: "let_go", _GOES_ON: "goes_on"}

Chosen = dict[tuple[str, str], str]
"""What was answered: the key, by whom and what was to be practised instead."""


class SecondFocus(Unusable):
    """The seller of `key` and `name` practises `now` (its `id`) already, and `area` is to be the next one."""


def with_one_focus(app: App, seller: Seller, notes: Notes, chosen: Chosen | None = None) -> Notes:
    """Return notes after which the seller practises one thing; raise SecondFocus where nobody can choose.

    What was `chosen` is asked once; without a place to keep it in, nobody is asked.
    """
    ended = {one.fields["of"] for one in notes.records if one.kind == "settled"}
    now = next((one for one in reversed(seller.open(Focus)) if one.id not in ended), None)
    area, id_ = (now.area, now.id) if now else ("", "")
    made, notices, left = list[Drafted](), list(notes.notices), list[str]()
    for one in notes.records:
        wished = str(one.fields.get("area"))
        if one.kind != Focus.kind or not area:
            area = wished if one.kind == Focus.kind else area
            made.append(one)
            continue
        if key_form(wished) == key_form(area):
            notices.append(phrase("focus.already", name=seller.first_name, area=area))
            continue
        pressed = _asked(app, seller, area, wished, chosen) if id_ else None
        if pressed is None:
            raise SecondFocus(name=seller.first_name, key=seller.key, now=area, id=id_[:3] or area, area=wished)
        if pressed == _GOES_ON:
            left.append(app.words.say("focus.left", area=wished))
        else:
            made += [Drafted("settled", {"of": id_, "how": _ENDS[pressed]}), one]
            area, id_ = wished, ""
    text = "\n".join(filter(None, (notes.text, *left)))
    return replace(notes, text=text, records=tuple(made), notices=tuple(notices))


def _asked(app: App, seller: Seller, now: str, area: str, chosen: Chosen | None) -> str | None:
    """Return what is to become of what was practised so far, asked once; None where nobody can say."""
    if chosen is None or not app.ask.possible:
        return None
    if (seller.key, area) not in chosen:
        question = app.words.say("focus.second", name=seller.first_name, now=now, area=area)
        choices = {key: app.words.say(f"focus.{does}", now=now) for key, does in _DOES.items()}
        chosen[seller.key, area] = app.ask.key(question, choices, _GOES_ON)
    return chosen[seller.key, area]
