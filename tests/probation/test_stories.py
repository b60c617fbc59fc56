from pathlib import Path
from typing import Any

NORWEGIAN: list[tuple[str, ...]] = [
    ("2026-11-23 add 'Ida Moen' --started 2027-02-01",),
    (
        "2026-11-23 onboard ida --signed 2026-11-20 --knows 'offer: Karin Dahl'",
        "Structure 20 Nov – 10 Dec", "Preboarding 11 Dec – 31 Jan", "Who knows what: offer: Karin Dahl, to be briefed",
    ),
    ("2026-11-24 weekly --all", "your step by Thu 26 Nov: Name a knowledge owner"),
    ("2026-12-02", "Your step for Ida Moen, meant for Thu 26 Nov: Name a knowledge owner"),
    ("2026-12-02 done brief karin",),
    ("2027-01-18 log ida 'looks forward to it'", "A step that is a talk is open: Go through expectations"),
    (
        "2027-02-01 probation ida --country NO",
        "It ends Sat 31 Jul, 180 days left. Tell by Sat 31 Jul, decide by Sat 17 Jul.",
        "Its last day is a Saturday: the working day before it is Fri 30 Jul.",
        "a notice of 14 days must have reached the seller by then, after a discussion", "Check with HR.",
    ),
    ("2027-02-15 log ida 'red: discovery – prices came first; @me join two meetings by 1 mar'",),
    (
        "2027-02-15 probation ida",
        "Not told yet: 1", "noted the same day: join two meetings. Meant as help here?", "!no help is noted",
    ),
    ("2027-02-16 note ida 'told: discovery – prices came first – three questions first'",),
    ("2027-02-16 note ida '@me discovery: join two meetings with Karin by 26 feb'",),
    ("2027-03-01 away ida 2027-03-01 2027-03-20",),
    (
        "2027-03-25 log ida 'back again; red: wellbeing – canary tired; done: with karin'",
        "what can you take off, or arrange?", "!So far only you know",
    ),
    ("2027-03-26 prep ida", "what can you take off Ida, or arrange?"),
    (
        "- 2027-06-01 probation ida extend --ends 2027-08-21 --why absence",
        "with 20 days away, the rules of Norway allow Fri 20 Aug 2027 at the latest",
    ),
    (
        "2027-06-01 probation ida extend --ends 2027-08-20 --why absence",
        "told in writing before it is over", "It is longer than Sat 31 Jul: 20 days away noted. Ground: absence.",
    ),
    ("2027-08-02 probation ida -o hr.md",),
    ("2027-08-02 prep ida --agenda probation --all", "Fair chance", "!canary", "!wellbeing is"),
    ("2027-08-03 log ida 'green: discovery – three questions before a price'",),
    ("2027-08-05 probation ida confirm", "stays on", "put it in writing", "coach ask ida-moen retro"),
]  # fmt: skip

SWEDISH: list[tuple[str, ...]] = [
    ("2026-11-23 add 'Nils Lind' --started 2026-12-31",),
    ("2026-11-23 onboard nils --signed 2026-11-23", "Structure 23 Nov – 11 Dec", "due Fri 27 Nov"),
    (
        "2026-12-31 probation nils --country Sverige",
        "can be read as Tue 29 Jun 2027 or Wed 30 Jun 2027: tell by counts from the earlier. HR decides.",
        "to the union at the same time if the seller is a member", "Check with HR.",
    ),
    ("- 2026-12-31 probation nils --ends 2027-07-01", "Wed 30 Jun 2027 is the last day"),
    (
        "2026-12-31 probation nils --ends 2027-06-30",
        "It ends Wed 30 Jun 2027, 181 days left. Tell by Tue 15 Jun 2027, decide by Tue 8 Jun 2027.",
    ),
    ("2027-03-15 log nils 'red: closing – no next step; red: motivation – canary bored'", "take off"),
    ("- 2027-05-10 probation nils extend --ends 2027-07-31 --why sjuk", "coach away nils-lind"),
    ("2027-05-10 away nils 2027-04-01 2027-04-20",),
    (
        "- 2027-05-10 probation nils extend --ends 2027-07-31 --why sjuk",
        "the rules of Sweden allow Wed 30 Jun 2027 at the latest. As a rule it cannot be made longer",
    ),
    (
        "- 2027-06-01 probation nils end --why fit",
        "It would surprise Nils, who has not been told: closing", "14 days left to tell, until Tue 15 Jun",
        "!motivation",
    ),
    ("2027-06-01 probation nils", "no help is noted since then: coach promise nils-lind"),
    ("2027-06-01 note nils 'told: closing – no next step – ask for the day'",),
    ("2027-06-02 probation nils end --why fit", "Help for closing is 1 day old."),
    ("2027-06-02 undo",),
    ("2027-06-02 promise nils 'listen in twice' --area closing --by 2027-06-04",),
    ("2027-06-04 done listen in",),
    ("2027-06-07 log nils 'red: closing – the same in both meetings'",),
    (
        "2027-06-14 probation nils end --why 'no next step, though helped'",
        "does not stay on", "HR first, then tell Nils", "!motivation",
    ),
    ("2027-06-14 probation nils -o hr.md",),
    ("2027-06-15 weekly --all", "does not stay on"),
]  # fmt: skip


def handed(coach: Any, story: list[tuple[str, ...]]) -> str:
    """Play a probation day by day; return the document that HR is given."""
    coach.play(*story)
    return Path("hr.md").read_text("utf-8")


def test_a_norwegian_probation_from_the_contract_to_the_decision(coach: Any) -> None:
    """Longer for an absence, with what helped and what was told; how somebody is stays with the manager."""
    document = handed(coach, NORWEGIAN)
    for one in ("join two meetings with Karin · by you · kept", "told Tue 16 Feb", "Check with HR"):
        assert one in document
    for one in ("canary", "wellbeing"):
        assert one not in document


def test_a_swedish_probation_from_the_contract_to_the_decision(coach: Any) -> None:
    """No absence makes it longer; an end is refused until what weighs was told, and help had time to help."""
    document = handed(coach, SWEDISH)
    for one in ("listen in twice · by you · kept", "no next step, though helped", "LAS 6 and 31 §§"):
        assert one in document
    for one in ("canary", "motivation"):
        assert one not in document
