"""What is still to be told: a light given in a talk is not a light told (S0.4)."""

from collections.abc import Iterable, Mapping

from salescoach.answer import Phrase, phrase
from salescoach.records.keys import key_form
from salescoach.records.rating import is_felt


def to_be_told(key: str, written: Iterable[tuple[str, Mapping[str, object]]]) -> tuple[Phrase, ...]:
    """Return the notice that reds just given are not told yet, if any are; `written` is kind and fields of each.

    `key` is how the seller goes in a command; whoever was told of an area in the same breath, or sent a recap, knows.
    """
    found = list(written)
    if any(kind == "recap" and fields.get("sent") for kind, fields in found):
        return ()
    reds = [fields for kind, fields in found if kind == "rating" and fields["level"] == "red"]
    areas = {key_form(str(one["area"])): str(one["area"]) for one in reds if one.get("by") in {None, "me"}}
    told = {key_form(str(fields.get("area"))) for kind, fields in found if kind == "feedback"}
    felt = tuple(care(key, area) for area in areas.values() if is_felt(area))
    left = (area for form, area in areas.items() if form not in told and not is_felt(area))
    first, *others = [in_quotes(area) for area in left] or [""]
    if others:
        return (phrase("notice.not_told_several", key=key, area=first, others=others), *felt)
    return (phrase("notice.not_told", key=key, area=first), *felt) if first else felt


def care(key: str, area: str) -> Phrase:
    """Return what a red of how she is asks of the manager; it decides nothing, and is no correction."""
    return phrase("notice.care", key=key, light=phrase(f"light.{key_form(area)}"))


def in_quotes(area: str) -> str:
    """Return an area as it stands inside the single quotes of a command."""
    return area.replace("'", "'\"'\"'")
