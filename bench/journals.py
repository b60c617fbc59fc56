"""Journals as long as asked: weekly talks over years with what comes with them; the same arguments, the same bytes."""

import argparse
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from salescoach.journal import ids
from salescoach.journal.toml import block, head

LAST = date(2026, 11, 16)
"""The day of everybody's last talk; look at a journal from here or soon after."""

FIRST = ("Anna", "Bo", "Carla", "David", "Eva", "Finn", "Gry", "Hugo", "Ida", "Jonas", "Kari", "Lars")
SURNAMES = ("Berg", "Lind", "Moe", "Ek", "Holm", "Dahl", "Aas", "Falk", "Krogh", "Sand", "Vik")

WEEK = timedelta(7)
WEEKS_OF_YEAR = 52
QUARTER = 13

AREAS = ("discovery", "closing", "follow-up", "performance", "motivation", "wellbeing")
LEVELS = ("green", "yellow", "yellow", "green", "red", "yellow", "green")
NOTES = """\
Went through the pipeline together: {n} open deals, two of them without a next step.
Said "budget first" herself before I could ask; the tender at Nordbygg moved to week {week}.
We rehearsed the opening twice, the second time with the objection about price in it.
Wants to try the shorter deck with the two new accounts before we change it for all – good idea.
The quarter looks better than last week: two deals came back, one of them with a real date and a budget.
Asked how she is after the long month. Tired, sleeping well, glad that the office is quiet again on Fridays.
Her words: "I would rather lose this one early than carry it through the whole quarter again."
She asked what I would have done in the meeting with the board; we tried it from both sides of the table.
Next for {key}: the renewal, and a first call with the new buyer together, in the week after the fair.
"""

EVIDENCE = "In call {n} she asked about budget and timing, and who else decides, before she showed anything of ours"
HEARD = "Heard from Karin that meeting {n} went well, and that the buyer wants her alone next time"

Entry = tuple[str, dict[str, object]]


def write(folder: Path, sellers: int, years: int) -> None:
    """Write a journal into a folder: so many sellers, each with so many years of weekly talks."""
    (folder / "sellers").mkdir(parents=True)
    (folder / "coach.toml").write_text('format = 1\nlanguage = "en"\n', "utf-8")
    for at in range(sellers):
        name = name_of(at)
        key = name.casefold().replace(" ", "-")
        (folder / "sellers" / f"{key}.toml").write_text(seller(key, name, years * WEEKS_OF_YEAR), "utf-8", newline="\n")


def name_of(at: int) -> str:
    """Return the name of a seller by number, another for each: middle names tell those whose first and last repeat."""
    again, middle = at // (len(FIRST) * len(SURNAMES)), []
    while again:
        again, surname = divmod(again - 1, len(SURNAMES))
        middle.append(SURNAMES[surname])
    return " ".join([FIRST[at % len(FIRST)], *middle, SURNAMES[at % len(SURNAMES)]])


def deals(path: Path, count: int) -> None:
    """Write an export of a CRM: so many deals of thirty sellers over two years, won, lost and open."""
    rows = ["opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value"]
    for at in range(count):
        stage = ("Won", "Won", "Lost", "Won", "Lost", "Engaging")[at * 7 % 6]
        opened = LAST - timedelta(120 + at * 131 % 600)
        over = stage != "Engaging"
        closed, value = (opened + timedelta(3 + at * 17 % 110) if over else "", at * 37 % 5000 if over else "")
        rows.append(
            f"D{at:06},{name_of(at * 11 % 30)},Deck {at % 7},Account {at % 85},{stage},{opened},{closed},{value}"
        )
    path.write_text("\n".join(rows) + "\n", "utf-8")


def seller(key: str, name: str, weeks: int) -> str:
    """Return the file of one seller with a talk a week, the last one on LAST."""
    taken: set[str] = set()
    started = LAST - WEEK * weeks
    blocks = [head({"name": name, "started": started}, "seller")]
    for week in range(weeks):
        on = LAST - WEEK * (weeks - 1 - week)
        links: dict[str, str] = {}
        for link, (kind, fields) in _week(week, on, key):
            whole = {key: links.get(str(value), value) for key, value in fields.items()}
            spelled = ids.derive(key, kind, whole, taken)
            taken.add(spelled)
            links[f"<{link}>"] = spelled
            blocks.append(block(kind, {"id": spelled, **whole}))
    return "".join(blocks)


def _week(week: int, on: date, key: str) -> Iterator[tuple[str, Entry]]:
    """Give what one week leaves in a file, each entry with the name that later ones of the week link to it by."""
    in_talk: Mapping[str, object] = {"on": on, "talk": "<talk>"}
    by = "me" if week % 2 else "seller"
    what = f"Send the reworked offer number {week} to the buyer, with the two references from last year"
    how = "kept" if week % 20 else "dropped"
    yield "talk", ("talk", {"on": on, "agenda": "check-in", "minutes": 25, "notes": _notes(week, key)})
    yield "light", ("rating", {**in_talk, **_rated(week)})
    yield "deed", ("commitment", {**in_talk, "by": by, "what": what, "due": on + timedelta(4)})
    yield "end", ("settled", {"on": on + timedelta(5), "of": "<deed>", "how": how})
    yield from _every_other(week, on, in_talk)
    yield from _sometimes(week, on, in_talk)


def _every_other(week: int, on: date, in_talk: Mapping[str, object]) -> Iterator[tuple[str, Entry]]:
    """Give what comes every two weeks."""
    if week % 2:
        yield "action", ("action", {"on": on + timedelta(1), "action": "explain-why", "note": "the new price list"})
        yield "skill", ("rating", {**in_talk, **_rated(week + 3)})
    else:
        yield "next", ("booking", {**in_talk, "next": on + WEEK})


def _sometimes(week: int, on: date, in_talk: Mapping[str, object]) -> Iterator[tuple[str, Entry]]:
    """Give what comes once a month or a quarter."""
    if week % 4 == 0:
        yield "praise", ("praise", {**in_talk, "what": f"Stayed calm when the buyer of deal {week} pushed back"})
        yield "topic", ("topic", {**in_talk, "what": f"Pricing of the new package in region {week}"})
        yield "told", ("settled", {"on": on + WEEK, "of": "<topic>", "how": "kept"})
        yield "note", ("note", {"on": on + timedelta(2), "text": HEARD.format(n=week)})
    if week % QUARTER == 0:
        goal = {"title": f"{week + 12} first meetings", "start": 0, "target": week + 12, "due": on + WEEK * QUARTER}
        yield "goal", ("goal", {**in_talk, **goal})
        yield "step", ("progress", {"on": on + WEEK * 2, "goal": "<goal>", "value": 5})
        yield "reached", ("settled", {"on": on + WEEK * QUARTER, "of": "<goal>", "how": "kept"})


def _rated(week: int) -> dict[str, object]:
    area, level = AREAS[week % len(AREAS)], LEVELS[week % len(LEVELS)]
    return {"area": area, "level": level, "evidence": EVIDENCE.format(n=week)}


def _notes(week: int, key: str) -> str:
    return NOTES.format(n=week % 9 + 3, week=week % WEEKS_OF_YEAR + 1, key=key)


def main() -> None:
    """Write a journal as the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where; it must not hold a journal yet")
    parser.add_argument("--sellers", type=int, default=1)
    parser.add_argument("--years", type=int, default=5)
    given = parser.parse_args()
    write(given.folder, given.sellers, given.years)


if __name__ == "__main__":
    main()
