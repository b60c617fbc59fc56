"""What is said of one seller of the week: since when, the next talk, why, and what makes her place."""

from collections.abc import Iterator, Sequence
from textwrap import shorten
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.coaching.clocks import PurposeClock
from salescoach.coaching.lights import spoken
from salescoach.kit.look import Look
from salescoach.kit.parts import joined, listing, text
from salescoach.week.rules.weekly import Line

_LEAST = 12
"""Letters of a step that say which it is."""


def talked(line: Line, look: Look) -> str:
    """Return how long it is since the last talk, in words."""
    found = line.rhythm
    if found.last_talk is None:
        return look.say("rhythm.never_over" if found.late else "rhythm.never", over=found.late)
    if found.days_since == 0:
        return look.say("rhythm.today")
    return look.say("rhythm.over" if found.late else "rhythm.last", days=found.days_since, over=found.late)


def ahead(line: Line, look: Look, *, headed: bool = False) -> str:
    """Return the next talk: its day, that it was missed, or that none is booked; shorter under a heading."""
    if line.rhythm.next_talk == look.today:
        return look.say("weekly.talk_at" if line.rhythm.next_at else "weekly.talk_today", at=line.rhythm.next_at)
    if line.rhythm.next_talk:
        return look.day(line.rhythm.next_talk, "short")
    if line.rhythm.missed:
        return look.say("weekly.missed")
    return look.say("weekly.none" if headed else "weekly.not_booked")


def why(line: Line, look: Look, room: int) -> Text:
    """Return why she stands where she does, as long as there is room to say it whole."""
    whole, *short = [text(one) for one in versions(line, look)]
    found = [whole, *_in_words(line, look, room), *short]
    return whole if look.whole else next((one for one in found if one.cell_len <= room), found[-1])


def _in_words(line: Line, look: Look, room: int) -> Iterator[Text]:
    """Give which step of the manager's it is by its first words, as many as there is room for."""
    reason = line.reasons[0]
    key = f"worded.{reason.key.partition('.')[2]}"
    if look.words.has(key):
        what = str(reason.data["what"])
        left = room - len(look.say(key, **{**reason.data, "what": ""}))
        first = what.partition(",")[0]
        cut = first if len(first) <= left else shorten(what, left, placeholder="…") if left >= _LEAST else ""
        if cut.removesuffix("…"):
            yield text(look.say(key, **{**reason.data, "what": cut}))


def versions(line: Line, look: Look) -> list[str]:
    """Return what weighs most, said ever shorter."""
    reason = line.reasons[0]
    late = look.say("weekly.late_promises", n=line.late_mine) if line.late_mine > 1 else ""
    code, whole = reason.key.partition(".")[2].removesuffix("_bare"), look.say(reason)
    short = [look.say(key, **reason.data) for key in (f"short.{code}", f"shortest.{code}") if look.words.has(key)]
    return [said for one in (whole, *short) for said in (joined((one, late)), one)]


def parts(line: Line, look: Look) -> str:
    """Return as how many days late a seller counts, and what for."""
    rhythm, urgency, red = line.rhythm, line.urgency, [name for name, one in line.levels.items() if one == "red"]
    gaps: dict[str, tuple[float, dict[str, object]]] = {
        "late": (rhythm.late, {"every": rhythm.every}),
        "over": (rhythm.over, {"limit": rhythm.limit}),
        "reds": (urgency.reds, {"areas": [spoken(name) for name in red]}),
        "promises": (urgency.promises, {"n": line.late_mine + line.late_hers}),
        "probation": (urgency.probation, {}),
        "missed": (urgency.missed, {}),
    }
    said = [look.say(f"weekly.part.{name}", value=_days(n), **more) for name, (n, more) in gaps.items() if n]
    return look.say("weekly.parts", total=_days(urgency.total), parts=joined(said))


def _days(days: float) -> str:
    return f"{round(days, 2):g}"


def unlooked(lines: Sequence[Line], look: Look) -> Iterator[Text | Table | str]:
    """Say of each what nobody has looked at, with the reason, in the long form."""
    rows = [(text(line.name), text(joined(map(look.say, line.unlooked)))) for line in lines if line.unlooked]
    if rows:
        yield from ("", text(look.say("section.unlooked"), "head"), listing(rows, look, wraps=1))


def line_data(line: Line, look: Look) -> dict[str, Any]:
    """Return one seller of the week as JSON has her."""
    found = line.rhythm
    talks = {"last_talk": found.last_talk, "days_since": found.days_since, "next_talk": found.next_talk}
    clock = {"limit_days": found.limit, "every_days": found.every, "days_counted": found.days}
    contact = {"last_contact": found.last_contact, "days_since_contact": found.quiet_days}
    return {
        "key": line.key,
        "name": line.name,
        "status": found.status,
        **talks,
        "next_at": found.next_at,
        "missed": found.missed,
        **clock,
        **contact,
        "late_promises": line.late_mine,
        "probation": _probation_data(line),
        "purposes": [_purpose_data(one) for one in line.purposes],
        "urgency": {"total": round(line.urgency.total, 4), **vars(line.urgency)},
        "reasons": [{"code": reason.key.partition(".")[2], "text": look.say(reason)} for reason in line.reasons],
        "levels": line.levels,
        **({"unlooked": list(map(look.say, line.unlooked))} if line.unlooked else {}),
    }


def _purpose_data(clock: PurposeClock) -> dict[str, Any]:
    talks = {"last_talk": clock.last, "days_since": clock.days_since, "next_talk": clock.booked}
    return {"agenda": clock.purpose.agenda, "every_days": clock.purpose.every, **talks, "late": clock.late}


def _probation_data(line: Line) -> dict[str, Any] | None:
    if line.clock is None:
        return None
    decided = "ended" if line.clock.leaves else None
    return {**line.clock.times, "stage": line.clock.stage, "decided": decided, "untold": line.untold}
