"""A development talk that stands on a real export: nine thousand deals of thirty people, on the demo team."""

import csv
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from salescoach.figures.rules.compared import Rate, interval

REAL = Path(__file__).parents[3] / "shared" / "data" / "crm" / "sales_pipeline.csv"
WHO = {"Moses Frase": "anna-berg", "Darcel Schlecht": "bjorn-haland", "Wilburn Farren": "asa-lindstrom"}
DAY = "2018-01-08"
SHEET = (
    "Development talk\n\n1. What has gone well\nHeld the price.\n\n4. How do you see\nfollow-up: green - all answered\n"
)


@pytest.fixture(scope="module")
def deals() -> list[dict[str, str]]:
    """Return the rows of the real export."""
    if not REAL.is_file():
        pytest.skip("the real export does not lie beside the checkout")
    with REAL.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_talk_is_prepared_with_her_real_figures(coach: Any, deals: list[dict[str, str]]) -> None:
    """Two lines at most, as counted by hand, against her own past; they stand beside what both see, and in no recap."""
    coach("--today", DAY, "demo", "demo")
    here = ("--journal", "demo", "--today", DAY)
    told = [part for name, key in WHO.items() for part in ("--who", f"{name}={key}")]
    read = coach(*here, "figures", "--from", str(REAL), *told, "--json").json
    assert (read["read"], read["kept"]) == (len(deals), sum(one["sales_agent"] in WHO for one in deals))
    for name, key in WHO.items():
        hers = [one for one in deals if one["sales_agent"] == name]
        (now, now_of), (was, was_of) = (_won(hers, since, until) for since, until in (("2017-10", ""), ("", "2017-10")))
        made = coach(*here, "prep", key, "--agenda", "development", "--json").json
        lines = [item["text"] for part in made["sections"] if part["key"] == "figures" for item in part["items"]]
        assert lines[0] == f"too few to tell: won {now} of {now_of} since Oct 2017, was {was} of {was_of}", name
        old = sum(one["deal_stage"] == "Engaging" and one["engage_date"] < "2017-11-01" for one in hers)
        assert lines[1].startswith(f"{old} open and older than 60 days; wins took "), name
        assert len(lines) == 2, name
    coach(*here, "ask", "anna", "development")
    Path("sheet.txt").write_text(SHEET, "utf-8")
    assert coach(*here, "ask", "anna", "--from", "sheet.txt").status == 0
    screen = coach(*here, "prep", "anna", "--agenda", "development", "--all").out
    for part in ("too few to tell: won", "follow-up", "Anna sees it", "old deals say so too"):
        assert part in screen, part
    coach(
        *here,
        "log",
        "anna",
        "Looked ahead; goal: 8 of 10 offers with a call booked by 31 mar",
        "--agenda",
        "development",
    )
    assert "too few" not in coach(*here, "recap", "anna").out


def test_most_sellers_cannot_be_told_from_their_team(deals: list[dict[str, str]]) -> None:
    """By the 95 % interval of each: twenty-eight of thirty."""
    counts = Counter((one["sales_agent"], one["deal_stage"]) for one in deals)
    rates = [
        Rate(counts[name, "Won"], counts[name, "Won"] + counts[name, "Lost"]) for name in {name for name, _ in counts}
    ]
    share = sum(one.won for one in rates) / sum(one.of for one in rates)
    inside = [one for one in rates if interval(one)[0] <= share <= interval(one)[1]]
    assert (len(inside), len(rates)) == (28, 30)


def _won(deals: list[dict[str, str]], since: str, until: str) -> tuple[int, int]:
    """Return how many were won, of how many that were decided from a month on, or before one."""
    closed = [one for one in deals if one["close_date"] >= since and (not until or one["close_date"] < until)]
    decided = [one["deal_stage"] for one in closed if one["close_date"]]
    return decided.count("Won"), len(decided)
