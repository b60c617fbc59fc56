"""A recap as it is sent: the points in lines, in a mail beside what each is, and the seal below."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.kit.look import Look
from salescoach.kit.parts import listing, text
from salescoach.recap.rules.letter import Letter


def screen(answer: Letter, look: Look) -> Iterator[Text | Table | str]:
    """Draw the letter, ready to paste; lines of text where it is for a chat, or the screen is narrow."""
    yield from (text(look.say(answer.opening)), "")
    if answer.style == "chat" or look.narrow:
        yield from map(text, answer.rows(look.say))
    else:
        yield listing(((text(label, "head"), text(said)) for label, said in answer.lines(look.say)), look, wraps=1)
    yield from ("", text(look.say(answer.closing)), text(_seal(answer, look), "quiet"))


def data(answer: Letter, look: Look) -> dict[str, Any]:
    """Return the points as JSON has them, and what both have or only one."""
    lines = zip(answer.points, answer.lines(look.say), strict=True)
    return {
        "seller": {"key": answer.key, "name": answer.name},
        "talk": answer.on,
        "lines": [{"code": one.code, "text": said, "name": one.name or None} for one, (_, said) in lines],
        "seal": answer.seal(look.say),
        "left_out": dict(answer.left_out),
        "sent": answer.sent,
        "both": [
            {"code": one.code, "by": one.by, "text": one.what, "due": one.due, "hers": one.hers} for one in answer.both
        ],
    }


def layout(answer: Letter, look: Look) -> tuple[str, dict[str, Any]]:
    """Return the document layout of a recap and what goes into it."""
    said = {"opening": look.say(answer.opening), "closing": look.say(answer.closing), "seal": _seal(answer, look)}
    title = look.say("recap.title", on=answer.on)
    return "recap", {"title": title, "lines": answer.lines(look.say), "chat": answer.style == "chat", **said}


def _seal(answer: Letter, look: Look) -> str:
    return look.say("recap.seal", seal=answer.seal(look.say))
