"""Ids: five characters that are no word, derived from what they name; no randomness, so screens are stable."""

import hashlib
from collections.abc import Collection, Mapping

_LETTERS = "abcdefghijkmnpqrstuvwxyz"
_DIGITS = "0123456789"


SHOWN = 3
"""Characters of an id that screens print."""

_TRIES = 20
"""Ids that are tried for one which looks like no other on screen; a file of many thousand records has none left."""


def distinct(key: str, kind: str, fields: Mapping[str, object], taken: Collection[str], shown: Collection[str]) -> str:
    """Return an id for a new record, one that begins like none of those `shown` as long as there is such a one."""
    passed = set[str]()
    for _ in range(_TRIES):
        found = derive(key, kind, fields, passed)
        if found not in taken and found[:SHOWN] not in shown:
            return found
        passed.add(found)
    return derive(key, kind, fields, taken)


def derive(
    key: str, kind: str, fields: Mapping[str, object], taken: Collection[str], tried: dict[str, int] | None = None
) -> str:
    """Return the id of a record of the file `key`, a hash; `tried` saves trying those that are alike from the first."""
    seed = repr((key, kind, sorted((name, repr(value)) for name, value in fields.items() if name != "id")))
    tried = {} if tried is None else tried
    attempt = tried.get(seed, 0)
    while (found := _spell(f"{attempt}{seed}")) in taken:
        attempt += 1
    tried[seed] = attempt
    return found


def _spell(seed: str) -> str:
    number = int.from_bytes(hashlib.blake2b(seed.encode("utf-8", "surrogatepass"), digest_size=8).digest())
    spelled = ""
    for alphabet in (_LETTERS, _DIGITS, _LETTERS, _DIGITS, _LETTERS):
        number, place = divmod(number, len(alphabet))
        spelled += alphabet[place]
    return spelled
