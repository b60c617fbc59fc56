"""Markers: a file in which git left both sides of a conflict, told apart again."""

from salescoach.frozen import frozen

_NEXT = {
    ("both", "<<<<<<<"): "ours",
    ("ours", "|||||||"): "base",
    ("ours", "======="): "theirs",
    ("base", "======="): "theirs",
    ("theirs", ">>>>>>>"): "both",
}
"""Which part of a file begins with which marker; what both began from is needed by nobody."""

_LENGTH = 7


@frozen
class Side:
    """One side of a file with conflicts: its text, and for each line its number in that file."""

    text: str
    lines: tuple[int, ...]


def sides(text: str) -> tuple[Side, Side] | None:
    """Return ours and theirs of a text with conflict markers, None where it has none that are whole."""
    part, kept = "both", {"ours": list[tuple[int, str]](), "theirs": list[tuple[int, str]]()}
    found = False
    for number, line in enumerate(text.split("\n"), 1):
        begun = _NEXT.get((part, line[:_LENGTH])) if line[_LENGTH:][:1].strip() == "" else None
        if begun is not None:
            part, found = begun, True
            continue
        for name, lines in kept.items():
            if part in (name, "both"):
                lines.append((number, line))
    return (_side(kept["ours"]), _side(kept["theirs"])) if found and part == "both" else None


def _side(lines: list[tuple[int, str]]) -> Side:
    return Side("\n".join(line for _, line in lines), tuple(number for number, _ in lines))
