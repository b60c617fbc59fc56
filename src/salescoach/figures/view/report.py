"""The screen of an import: what was read, what is kept and not, what cannot be said, whose the figures are."""

from collections.abc import Iterator, Sequence
from shlex import quote
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.figures.rules.answers import Imported, Named
from salescoach.figures.view.hers import amounts, month_data, span
from salescoach.kit.look import Look
from salescoach.kit.parts import head, joined, listing, text

_SHOWN, _NEAR = 5, 3
"""Lines and names that are named of those that are not kept."""


def screen(answer: Imported, look: Look) -> Iterator[Text | Table | str]:
    """Draw the report."""
    yield head(look, "figures.read", deals=answer.read, names=len(answer.names))
    yield text(joined(map(look.say, answer.how)), "quiet")
    fields = (
        look.say("figures.column", header=header, field=look.say(f"figures.field.{field}"))
        for field, header in answer.columns.items()
    )
    yield text(joined(fields), "quiet")
    yield text(_totals(answer, look))
    yield ""
    yield listing(((text(label), text(said)) for label, said in _rows(answer, look)), look, wraps=1)
    done = "figures.dry" if answer.dry else "figures.same" if answer.same else "figures.done"
    yield text(look.say(done, file=f"figures/{answer.source}.toml"), "quiet")


def data(answer: Imported, look: Look) -> dict[str, Any]:
    """Return what was read, kept and left out, as JSON has it."""
    return {
        "source": answer.source,
        "read": answer.read,
        "kept": answer.kept,
        "columns": answer.columns,
        "left_out": [{"line": one.line, "why": look.say(f"figures.why.{one.why}")} for one in answer.left],
        "taken_as_open": answer.taken_open,
        "sellers": [_seller(one) for one in answer.names],
        "written": not (answer.dry or answer.same),
    }


def _seller(one: Named) -> dict[str, Any]:
    stages = {"stages": [vars(stage) for stage in one.hers.stages]} if one.hers.stages else {}
    key = {"key": one.key} if one.key else {"near": [*one.near.values()]}
    return {"name": one.name, **key, "months": [*map(month_data, one.hers.months)], "open": one.hers.open, **stages}


def _totals(answer: Imported, look: Look) -> str:
    months = [each for one in answer.names for each in one.hers.months]
    names = dict.fromkeys(name for one in months for name in one.value)
    value = {name: sum(one.value.get(name, 0) for one in months) for name in names}
    opened = sum(sum(one.hers.open.values()) for one in answer.names)
    won, lost = (sum(getattr(one, part) for one in months) for part in ("won", "lost"))
    counts = look.say("figures.totals", won=won, lost=lost, open=opened)
    worth = look.say("figures.worth", value=amounts(value)) if value else ""
    days = sorted(one.month for one in months)
    return joined((counts, worth, span(days[0], days[-1], look) if days else ""))


def _rows(answer: Imported, look: Look) -> Iterator[tuple[str, str]]:
    yield _row("kept", "kept_what", look)
    yield _row("not_kept", "not_kept_what", look)
    if not answer.staged:
        yield _row("cannot", "cannot_stages", look)
    if "opened" not in answer.columns:
        yield _row("cannot", "cannot_days", look)
    for why in dict.fromkeys(one.why for one in answer.left):
        lines, reason = [one.line for one in answer.left if one.why == why], look.say(f"figures.why.{why}")
        yield _row("left", "left_rows", look, rows=len(lines), lines=_some(lines, look), why=reason)
    yield from _noted(answer, look)
    yield from _names(answer, look)


def _noted(answer: Imported, look: Look) -> Iterator[tuple[str, str]]:
    if "opened" in answer.columns and answer.undated:
        yield _row("noted", "undated", look, n=answer.undated)
    if "amount" in answer.columns and answer.without:
        yield _row("noted", "without", look, n=answer.without)
    if answer.taken_open:
        yield _row("noted", "taken_open", look, words=_some(answer.taken_open, look), word=answer.taken_open[0])
    if answer.stays:
        yield _row("noted", "stays", look, names=_some(answer.stays, look))


def _row(label: str, key: str, look: Look, **gaps: object) -> tuple[str, str]:
    return look.say(f"figures.{label}"), look.say(f"figures.{key}", **gaps)


def _names(answer: Imported, look: Look) -> Iterator[tuple[str, str]]:
    known = [one for one in answer.names if one.key]
    others = [one for one in answer.names if not one.key]
    yield _row("known", "known_of", look, n=len(known), of=len(answer.names))
    near = [one for one in others if one.near]
    for one in near if look.everything else near[:_NEAR]:
        typed = quote(f"{one.name}={next(iter(one.near))}")
        yield _row("near", "near_who", look, name=one.name, line=one.line, near=list(one.near.values()), typed=typed)
    far = [one.name for one in others if not one.near or one in near[_NEAR:]]
    if far:
        yield _row("others", "others_all" if look.everything else "others_some", look, n=len(far), names=far)


def _some(found: Sequence[object], look: Look) -> list[object]:
    return [*found] if look.everything or len(found) <= _SHOWN else [*found[:_SHOWN], "…"]
