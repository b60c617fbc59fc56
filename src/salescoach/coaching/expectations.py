"""Expectations: what is expected of a seller now, and what each level looks like for her (S0.6, S0.8)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from salescoach.records.expectation import Expectation
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller
from salescoach.records.values import LEVELS, Level

FEW = 7
"""Expectations of one phase above which it is pointed out that few are meant (S0.6)."""

Source = Literal["own", "phase", "stage"]


@dataclass(frozen=True)
class Expected:
    """What is expected in one area; `levels` has what red, yellow and green look like, as far as it is said.

    `source` is where the most of it comes from: her own record (`id`), the phase she is in, or her stage.
    """

    area: str
    levels: Mapping[Level, str]
    source: Source
    id: str | None = None


def expected_of(
    seller: Seller, phase: Sequence[Mapping[str, Any]], stage: Sequence[Mapping[str, Any]]
) -> list[Expected]:
    """Return what is expected of her now: what the phase names, her stage where it names none, and her own.

    `phase` and `stage` are tables with an `area` and what levels of it look like. Own wins over phase, phase over
    stage, level by level, so that one may say what green is and leave the rest as it is.
    """
    named = [*(phase or stage), *_own(seller).values()]
    areas = {key_form(str(one["area"])): str(one["area"]) for one in named}
    return [expected_in(seller, area, phase, stage) for area in areas.values()]


def expected_in(
    seller: Seller, area: str, phase: Sequence[Mapping[str, Any]], stage: Sequence[Mapping[str, Any]]
) -> Expected:
    """Return what is expected of her in one area, without levels where nothing says so."""
    own = _own(seller).get(key_form(area))
    layers: list[tuple[Source, Mapping[str, Any]]] = [("own", own)] if own else []
    layers += [("phase", one) for one in _about(area, phase)] + [("stage", one) for one in _about(area, stage)]
    levels: dict[Level, str] = {}
    for level in LEVELS:
        said = next((str(one[level]) for _, one in layers if one.get(level)), None)
        levels |= {level: said} if said else {}
    source: Source = layers[0][0] if layers else "own"
    spelled = str(layers[0][1]["area"]) if layers else area
    return Expected(spelled, levels, source, own["id"] if own else None)


def _own(seller: Seller) -> dict[str, dict[str, Any]]:
    """Return her own expectations by area: the latest of each, if it was not dropped."""
    latest = {key_form(one.area): one for one in seller.all(Expectation)}
    return {key: one.model_dump() for key, one in latest.items() if seller.closing(one) is None}


def _about(area: str, tables: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [one for one in tables if key_form(str(one["area"])) == key_form(area)]
