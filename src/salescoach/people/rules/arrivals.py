"""Who of a table is new: people of one name, or nearly, are told apart or asked about, and never taken for one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from typing import TYPE_CHECKING, Any

from salescoach.frozen import frozen
from salescoach.records.keys import key_form
from salescoach.records.talk import Talk
from salescoach.tables.cells import spelled
from salescoach.tables.table import Newcomer

if TYPE_CHECKING:
    from salescoach.records.seller import Seller

FACTS = ("started", "role", "email")
"""What a table tells that the head of a file keeps."""


@frozen
class Who:
    """Somebody whom a newcomer may be: in the journal, or on a `line` of the table."""

    key: str
    name: str
    email: str | None = None
    line: int = 0
    aliases: Sequence[str] = ()


Same = Callable[[Newcomer, Who], bool | None]
"""Tells whether two who may be one are; None where nobody can say."""


@frozen
class Arrivals:
    """The newcomers of a table by the keys that their files are to have, those who are there, and those in doubt."""

    new: Mapping[str, Newcomer]
    there: tuple[tuple[Newcomer, Who], ...]
    doubted: tuple[tuple[Newcomer, Who], ...]


def sort_out(
    newcomers: Iterable[Newcomer], journal: Sequence[Who], key_for: Callable[[str], str], same: Same
) -> Arrivals:
    """Return who is new, who is there and who may be either; those in doubt with one of the table leave both out."""
    known: dict[str, list[Who]] = {}
    for who in journal:
        _remember(known, who)
    taken = {who.key for who in journal}
    new: dict[str, Newcomer] = {}
    there, doubted = [], []
    for one in newcomers:
        alike = known.get(key_form(one.name), [])
        sure = next((who for who in alike if _surely(one, who)), None)
        answers = [] if sure else [(who, same(one, who)) for who in alike]
        met = sure or next((who for who, answer in answers if answer), None)
        doubt = next((who for who, answer in answers if answer is None), None)
        if met is None and doubt is not None:
            doubted.append((one, doubt))
        elif met is None:
            first = key_for(one.name)
            key = next(free for n in count(1) if (free := first if n == 1 else f"{first}-{n}") not in taken)
            taken.add(key)
            new[key] = one
            _remember(known, Who(key, one.name, one.email, one.line))
        elif met.key in new:
            told = {field: getattr(one, field) for field in (*FACTS, "last_talk") if not getattr(new[met.key], field)}
            new[met.key] = replace(new[met.key], **told)
        else:
            there.append((one, met))
            if one.email and not met.email:  # from here on she has this address, and another is somebody else's
                alike[alike.index(met)] = replace(met, email=one.email, line=one.line)
    unclear = {who.key for _, who in doubted}
    kept = {key: one for key, one in new.items() if key not in unclear}
    return Arrivals(kept, tuple(there), tuple(doubted))


def lacking(seller: "Seller", newcomer: Newcomer) -> dict[str, str | date]:
    """Return what the table tells and the file lacks, by field; a last talk only where it has no talk at all."""
    kept = _kept(seller)
    return {field: value for field in kept if (value := getattr(newcomer, field)) and not kept[field]}


def differing(seller: "Seller", newcomer: Newcomer) -> tuple[str, ...]:
    """Return the fields in which the table tells something else than the file; of a last talk, a later one."""
    pairs = {field: (getattr(newcomer, field), kept) for field, kept in _kept(seller).items()}
    other = [field for field, (told, kept) in pairs.items() if told and kept and _low(told) != _low(kept)]
    return tuple(field for field in other if field != "last_talk" or pairs[field][0] > pairs[field][1])


def _kept(seller: "Seller") -> dict[str, Any]:
    last = seller.last(Talk)
    return {**{field: getattr(seller.header, field) for field in FACTS}, "last_talk": last and last.on}


def _remember(known: dict[str, list[Who]], who: Who) -> None:
    for form in {who.key, key_form(who.name)}:
        known.setdefault(form, []).append(who)


def _surely(one: Newcomer, who: Who) -> bool:
    """Tell whether the letters are the same, and no address speaks against it."""
    names = {spelled(name) for name in (who.name, *who.aliases)}
    return spelled(one.name) in names and (not one.email or not who.email or _low(one.email) == _low(who.email))


def _low(value: Any) -> str:
    return str(value).casefold()
