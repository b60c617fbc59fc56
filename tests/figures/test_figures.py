"""`coach figures`: what is read of an export, what is kept, whose it is, and what is never guessed."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest

from fixtures.workbooks import DEALS, workbook
from salescoach.records.values import Figure

SAMPLES = Path(__file__).parents[3] / "shared" / "data" / "crm"
"""Exports of five programs, where they lie beside the checkout."""

ROWS = """\
Affärs-ID;Säljare;Företag;Fas;Startdatum;Avslutsdatum;Värde (SEK)
1;Anna Berg;Nordbygg;Vunnen;2026-03-02;2026-04-01;1 054,50
2;anna berg;Skog;Förlorad;2026-03-05;2026-04-20;0,00
3;Bo Ek;Nordbygg;Vunnen;2026-04-07;2026-05-07;12 000,00
4;Anna Berg;Kust;Pågående;2026-05-01;;
5;Anna Berg;Kust;Pågående;;;
6;Annika Bergh;Berg;Vunnen;2026-05-01;2026-05-11;900,00
7;Anna Berg;Kust;Vunnen;2026-05-02;;700,00
8;Summa;;;;;14 654,50
9;Anna Berg;Sjö;Avslutad;2026-05-02;2026-05-09;5,00
1;Anna Berg;Nordbygg;Vunnen;2026-03-02;2026-04-01;1 054,50
"""


@pytest.fixture
def export(tmp_path: Path) -> Any:
    """Write an export; return its path."""

    def made(text: str = ROWS, name: str = "deals.csv", encoding: str = "utf-8") -> str:
        (tmp_path / name).write_bytes(text.encode(encoding))
        return str(tmp_path / name)

    return made


def test_figures_are_kept_by_seller_and_month_and_nothing_else(coach: Any, export: Any) -> None:
    """Neither customers nor deals; for her manager's eyes; the same file twice changes no byte; undo takes it back."""
    before = coach.bytes()
    ran = coach("figures", "--from", export(), "--source", "lime", "--dry-run", "--json")
    assert coach.bytes() == before
    assert (ran.json["read"], ran.json["kept"], ran.json["source"]) == (6, 5, "lime")
    assert [one["line"] for one in ran.json["left_out"]] == [8, 9, 10, 11]
    anna = [one for one in ran.json["sellers"] if one.get("key") == "anna-berg"]
    assert [one["name"] for one in anna] == ["Anna Berg", "anna berg"]
    april = next(one for one in anna[0]["months"] if one["month"] == "2026-04")
    assert (april["won"], april["value"], april["currency"], april["days_to_win"]) == (1, 1054.5, "SEK", 30.0)
    assert anna[0]["open"] == {"30": 1, "undated": 1}
    coach("figures", "--from", export(), "--source", "lime")
    path = coach.root / "figures" / "lime.toml"
    assert path.stat().st_mode & 0o777 == 0o600
    text = path.read_text("utf-8")
    assert not [word for word in ("Nordbygg", "Kust", "Annika", "Skog") if word in text]
    again = coach("figures", "--from", export(), "--source", "lime")
    assert "nothing was written" in again.out
    assert path.read_text("utf-8") == text
    assert coach("undo").status == 0
    assert coach.bytes() == before


def test_a_newer_export_replaces_the_months_it_covers(coach: Any, export: Any) -> None:
    """Older ones stay, and so does who is not in it; an older export fills gaps and changes nothing that is newer."""
    coach("figures", "--from", export(), "--source", "lime")
    newer = "Säljare;Fas;Startdatum;Avslutsdatum;Värde (SEK)\nAnna Berg;Förlorad;2026-04-30;2026-05-08;1\n"
    newer += "Anna Berg;Vunnen;2026-05-30;2026-06-08;20\n"
    coach("figures", "--from", export(newer, "b.csv"), "--source", "lime")
    after = coach.bytes()

    def months(name: str) -> list[tuple[Any, ...]]:
        found = coach("figures", name, "--json").json["sellers"][0]["months"]
        return [(one["month"], one["won"], one["lost"]) for one in found]

    assert months("anna") == [("2026-03", 0, 0), ("2026-04", 1, 1), ("2026-05", 0, 1), ("2026-06", 1, 0)]
    assert months("bo") == [("2026-04", 0, 0), ("2026-05", 1, 0)]
    coach("figures", "--from", export(), "--source", "lime")
    assert coach.bytes() == after


def test_her_months_are_written_with_their_bars(coach: Any, export: Any) -> None:
    """Each month, its bar, what it came to, what cannot be said; and in so many words where there are none."""
    coach("figures", "--from", export(), "--source", "lime")
    coach("add", "Eva Dahl")
    for suffix in ("md", "html", "txt"):
        coach("figures", "anna", "-o", f"her.{suffix}")
        said = Path(f"her.{suffix}").read_text("utf-8")
        found = [
            "Mar 2026", "Apr 2026", "1 won, 1 lost, 0 new", "━", "1 054 SEK", "too few to tell", "lime has no column",
        ]  # fmt: skip
        assert [one for one in found if one not in said] == [], suffix
        coach("figures", "eva", "-o", f"none.{suffix}")
        assert "no figures of Eva" in Path(f"none.{suffix}").read_text("utf-8"), suffix


def test_what_a_number_or_a_date_means_is_never_guessed(coach: Any, export: Any) -> None:
    """A script has to say it; at a terminal it is asked, and the answer is remembered."""
    head = "Owner,Stage,Create date,Close date,Amount\n"
    for rows, told, value in (
        ('Anna Berg,Won,2026-03-02,2026-04-13,"2,500"\n', "decimal=point", 2500),
        ("Anna Berg,Won,2026-03-02,2026-04-13,7.250\n", "decimal=comma", 7250),
        ("Bo Ek,Won,2026-03-02,2026-04-13,1\nAnna Berg,Won,2/3/2026,4/5/2026,9\n", "dates=month-day", 9),
    ):
        coach.refused("figures", "--from", export(head + rows))
        ran = coach("figures", "--from", export(head + rows), "--map", told, "--json", "--dry-run")
        anna = next(one for one in ran.json["sellers"] if one["name"] == "Anna Berg")
        assert sum(one["value"] for one in anna["months"]) == value, rows
    asked = export(head + "Anna Berg,Won,2026-03-02,2026-04-13,7.250\n")
    assert coach.asked("figures", "--from", asked, answers=["2"]).status == 0
    assert "7.25" in (coach.root / "figures" / "crm.toml").read_text("utf-8")
    assert coach("figures", "--from", asked).status == 0
    days = export(head + "Anna Berg,Won,2/3/2026,4/5/2026,9\n")
    assert coach.asked("figures", "--from", days, "--source", "new", answers=["2"]).status == 0
    assert "2026-04" in (coach.root / "figures" / "new.toml").read_text("utf-8")
    shown = export(head + "Anna Berg,Won,2026-03-02,2026-04-13,7.250\nAnna Berg,Won,2026-03-02,2026-04-13,1.5\n")
    assert coach("figures", "--from", shown, "--json").json["sellers"][0]["months"][1]["value"] == 8.75


def test_currencies_are_never_added_up(coach: Any, export: Any) -> None:
    """Each is kept apart, and a goal in money is not read from two of them."""
    rows = "Owner,Status,Won time,Value,Currency\n"
    rows += "Anna Berg,Won,2026-11-02,100,EUR\nAnna Berg,Won,2026-11-03,\u2212900,SEK\n"
    ran = coach("figures", "--from", export(rows), "--json")
    assert ran.json["sellers"][0]["months"][0]["value"] == {"EUR": 100, "SEK": -900}
    coach("goal", "anna", "5000 of new business", "--by", "2026-12-31", "--figure", "value")
    assert coach("goal", "anna", "--json").json["goals"][0].get("value") is None
    assert "100 EUR + \u2212900 SEK" in coach("figures", "anna").out


def test_columns_and_names_are_told_once(coach: Any, export: Any) -> None:
    """What was mapped is remembered with the source."""
    text = "Wer;Was;Wann\nA. B.;Kunde;2026-10-02\nA. B.;nix;2026-10-05\nBo Ek;Kunde;2026-10-06\n"
    file = export(text)
    for bad in ("--map seller=Wo", "--map seller", "--source !"):
        coach.refused("figures", "--from", file, *bad.split())
    mapped = ("seller=Wer", "stage=Was", "closed=Wann", "won=Kunde", "lost=nix")
    maps = [part for one in mapped for part in ("--map", one)]
    coach("figures", "--from", file, *maps, "--who", "A. B.=anna")
    ran = coach("figures", "--from", export(text + "A. B.;Kunde;2026-10-09\n"), "--json")
    assert [(one["key"], one["months"][0]["won"]) for one in ran.json["sellers"]] == [("anna-berg", 2), ("bo-ek", 1)]


def test_a_name_that_fits_several_is_nobodys_until_it_is_told(coach: Any, export: Any) -> None:
    """Asked at a terminal, and nobody is an answer; one that fits nobody is another's."""
    coach("add", "Anna Ek")
    file = export("Owner,Stage,Close date\nAnna,Won,2026-10-02\nKari Dahl,Won,2026-10-02\nBo Eck,Lost,2026-10-03\n")
    assert "anna-ek" in coach.refused("figures", "--from", file).err
    ran = coach.asked("figures", "--from", file, answers=["3"])
    assert ("0 of 3 names" in ran.out, "Bo Eck, line 4: Bo Ek?" in ran.out) == (True, True)
    ran = coach("figures", "--from", file, "--who", "Anna=anna-ek", "--json")
    assert [one.get("key") for one in ran.json["sellers"]] == ["anna-ek", None, None]


def test_stages_are_told_of_where_columns_have_their_days(coach: Any, export: Any) -> None:
    """Conversion and age per stage; the columns of won and lost are no stages."""
    entered = (f'"Date entered ""{stage} (Sales)"""' for stage in ("Meeting", "Offer", "Closed won"))
    rows = (
        f"Deal owner,Deal stage,Create date,Close date,{','.join(entered)}",
        "Anna Berg,Closed won,2026-09-01,2026-10-01,2026-09-02,2026-09-12,2026-10-01",
        "Anna Berg,Closed lost,2026-09-01,2026-10-02,2026-09-02,,",
        "Anna Berg,Offer,2026-09-01,,2026-09-03,2026-09-22,",
    )  # fmt: skip
    ran = coach("figures", "--from", export("\n".join(rows)), "--json")
    assert ran.json["source"] == "hubspot"
    assert ran.json["sellers"][0]["stages"] == [
        {"stage": "Meeting", "entered": 3, "on": 2, "out": 1, "here": 0, "days": 0},
        {"stage": "Offer", "entered": 2, "on": 1, "out": 0, "here": 1, "days": 10},
    ]
    assert "Meeting: 2 of 3 went on" in coach("figures", "anna").out


def test_a_goal_is_read_from_a_figure(coach: Any, export: Any) -> None:
    """Since the month it was set in; what was noted by hand counts only where there are none."""
    coach("--today", "2026-10-05", "goal", "anna", "4 won", "--by", "2026-12-31", "--figure", "won")
    coach("progress", "anna", "won", "1")
    assert coach("goal", "anna", "--json").json["goals"][0]["value"] == 1
    rows = "".join(f"Anna Berg,Won,2026-{day}\n" for day in ("09-30", "10-01", "11-02", "11-03"))
    coach("figures", "--from", export(f"Owner,Stage,Close date\n{rows}"))
    assert coach("goal", "anna", "--json").json["goals"][0]["value"] == 3
    assert "from the figures" in coach("goal", "anna").out
    assert "3 of 4 won" in coach("prep", "anna", "--all").out
    for figure in get_args(Figure):
        assert coach("goal", "anna", f"{figure} more", "--figure", figure).status == 0
    coach.refused("goal", "anna", "4 lost", "--figure", "luck")


def test_her_figures_are_shown_removed_and_handed_over(coach: Any, export: Any) -> None:
    """A dossier shows hers alone, an erasure leaves nothing of them, an export takes the file along, doctor looks."""
    coach("figures", "--from", export(), "--source", "lime", "--who", "Annika Bergh=anna")
    path = coach.root / "figures" / "lime.toml"
    held = [one for one in coach("dossier", "anna", "--json").json["held"] if one["what"] == "figures"]
    assert held[0]["file"] == "figures/lime.toml"
    assert "bo-ek" not in held[0]["text"]
    whole = coach("export", "--private").json["files"]
    assert [one["text"] for one in whole if one["file"] == "figures/lime.toml"] == [path.read_text("utf-8")]
    assert not [one for one in coach("doctor", "--json").json["problems"] if "figures/" in one["file"]]
    coach("export", "bo", "-o", "bo.json")
    assert [one["won"] for one in json.loads(Path("bo.json").read_text("utf-8"))["figures"]] == [0, 1]
    coach("erase", "--older", "200d", "--yes", "bo")
    assert coach("figures", "bo", "--json").json["sellers"][0]["months"] == [
        {"month": "2026-05", "opened": 0, "won": 1, "lost": 0, "value": 12000, "currency": "SEK", "days_to_win": 30.0}
    ]
    coach("erase", "anna", "--name", "Anna Berg")
    assert "anna-berg" not in path.read_text("utf-8")
    assert "Annika" not in path.read_text("utf-8")
    assert not [one for one in (coach.root / ".coach").rglob("*") if one.is_file() and b"anna-berg" in one.read_bytes()]
    path.write_text("format = 1\n[figures]\nsource = 3\n", "utf-8")
    assert "does not read as figures" in coach("doctor").out
    assert coach("prep", "bo", "--agenda", "development").status == 0
    coach.refused("figures", status=5)


@pytest.mark.parametrize(
    "name",
    [
        *("01-en-utf8-comma", "02-en-usdates-lf", "03-sv-cp1252-semicolon", "04-sv-utf8bom-semicolon"),
        "05-nb-utf8bom-ddmmyyyy",
    ],
)
def test_exports_agree_to_the_unit(coach: Any, name: str) -> None:
    """What five programs wrote of the same deals amounts to the same."""
    if not SAMPLES.is_dir():
        pytest.skip("the exports do not lie beside the checkout")
    found = coach("figures", "--from", str(SAMPLES / f"{name}.csv"), "--dry-run", "--json").json
    expected = json.loads((SAMPLES / "dialects-expected.json").read_text("utf-8"))
    assert expected["per_seller"] == {
        one["name"]: {
            **{part: sum(month[part] for month in one["months"]) for part in ("won", "lost")},
            "open": sum(one["open"].values()),
            "won_value": sum(month["value"] for month in one["months"]),
        }
        for one in found["sellers"]
    }
    assert found["read"] == expected["rows"]


def test_what_is_no_export_is_refused(coach: Any, export: Any, tmp_path: Path) -> None:
    """What only begins as a workbook, what is not there, no row that is a deal: nothing of it is kept."""
    (tmp_path / "renamed.csv").write_bytes(b"PK\x03\x04" + bytes(range(256)))
    coach.refused("figures", "--from", str(tmp_path / "renamed.csv"))
    coach.refused("figures", "--from", "nowhere.csv", status=5)
    for rows, said in (
        ("Anna Berg;Won;2026-08-01;2026-19-45;1\n", "1 row left out. The first, line 2: a date that is none."),
        ("Bo Ek;Won;2026-08-01;;1\nBo Ek;Lost;;;2\n", "2 rows left out. The first, line 2: won or lost, and no day"),
    ):
        assert said in coach.refused("figures", "--from", export(f"Owner;Stage;Created;Closed;Amount\n{rows}")).err


def test_what_takes_long_says_how_far_it_has_come(coach: Any, export: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once a second, at a terminal; a script hears nothing of it."""
    file = export("Owner,Stage,Close date\n" + "Bo Ek,Lost,2026-10-03\n" * 1100)
    seconds = iter((0.0, 0.5, 2.0, 4.0))
    monkeypatch.setattr("fixtures.terminal.Script.clock", lambda _: next(seconds))
    coach.asked("figures", "--from", file, "--dry-run", answers=[])
    assert [one for one in coach.heard if "lines" in one] == [
        "deals.csv: 500 of 1100 lines\n",
        "deals.csv: 1000 of 1100 lines\n",
    ]
    assert "of 1100" not in coach("figures", "--from", file, "--dry-run").err


def test_a_workbook_is_read_as_it_is(coach: Any, tmp_path: Path) -> None:
    """A number in it is that number: 7.25 is no seven thousand, and nothing is asked."""
    (tmp_path / "deals.csv").write_bytes(workbook(DEALS))
    ran = coach("figures", "--from", str(tmp_path / "deals.csv"), "--json")
    assert {one["key"]: one["months"][0]["value"] for one in ran.json["sellers"]} == {"bo-ek": 7.25, "anna-berg": 1054}
    assert ran.json["left_out"] == [{"line": 1, "why": "above or below the table"}]


PROGRAMS = {
    "pipedrive": "Deal - Title,Deal - Owner,Deal - Stage,Deal - Status,Deal - Value,Deal - Deal created,"
    "Deal - Won time,Deal - Lost time|x,Anna Berg,Met,Won,10,2026-01-02 9:10,2026-02-03 9:10,|x,Anna Berg,Met,Lost,10,"
    "2026-01-02 9:10,,2026-02-05 9:10|x,Anna Berg,Offer,Open,10,2026-01-02 9:10,,",
    "hubspot": "Affärsnamn,Affärsfas,Stängningsdatum,Affärsägare,Belopp,Skapad den|x,Stängd vunnen,2026-02-04 12:13,"
    "Anna Berg (a@b.se),10.00,2026-01-01|x,Stängd förlorad,2026-02-04,Anna Berg,1.5,2026-01-01|x,Möte bokat,"
    "2027-03-04,Anna Berg,100,2026-01-01",
    "salesforce": "Opportunity Owner,Opportunity Name,Stage,Amount,Close Date,Created Date|Anna Berg,x,Closed Won,"
    '"10.00",2/14/2026,1/25/2026|Anna Berg,x,Closed Lost,"1,200.00",2/14/2026,1/25/2026|Anna Berg,x,Negotiation,5.00,'
    '12/14/2026,1/25/2026|"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."',
    "superoffice": "Salg;Vår kontakt;Stadium;Status;Salgsdato;Beløp;Opprettet|A;Anna Berg;Tilbud;Solgt;14.02.2026;10,"
    "00;01.01.2026|A;Anna Berg;Tilbud;Tapt;14.02.2026;1 200,00;01.01.2026|A;Anna Berg;Tilbud;Åpen;14.12.2026;1,00;"
    "01.01.2026",
    "24sevenoffice": "SalesOpportunityOwner;SalesOpportunityStatusId;SalesOpportunityAmount;"
    "SalesOpportunityCreatedDate;SalesOpportunityClosedDate|Anna Berg;2;10;01.01.2026;15.02.2026|Anna Berg;3;12000;"
    "01.01.2026;15.02.2026|Anna Berg;1;12000;01.01.2026;",
    "lime": "Affärsnamn;Affärsansvarig;Affärsstatus;Avslutsdatum;Affärsvärde|x;Anna Berg;Vunnen;2026-02-01;10 kr|x;"
    "Anna Berg;Ej vunnen;2026-02-02;9 kr|x;Anna Berg;Offert;;",
    "upsales": "Orderbeskrivning;Användare;Steg;Slutdatum;Ordervärde|x;Anna Berg;Vunnet;2026-02-01;10|x;Anna Berg;"
    "Förlorat;2026-02-02;9|x;Anna Berg;Möte;;",
}
"""A deal that was won, one that was lost and one that is open, as each has them, a bar between two lines."""


def test_what_the_programs_write_is_known(coach: Any, export: Any) -> None:
    """Their headers in several languages, their words, what stands below the table, what is theirs alone."""
    for source, text in PROGRAMS.items():
        ran = coach("figures", "--from", export(text.replace("|", "\n")), "--dry-run", "--json").json
        months = ran["sellers"][0]["months"]
        counts = {part: sum(one[part] for one in months) for part in ("won", "lost", "value")}
        assert (ran["source"], len(ran["sellers"])) == (source, 1)
        assert counts == {"won": 1, "lost": 1, "value": 10}, source
        assert sum(ran["sellers"][0]["open"].values()) == 1, source


def test_what_cannot_be_told_is_left_out_and_named(coach: Any, export: Any) -> None:
    """With its line and why; only what could be told is counted."""
    rows = (
        ("Anna Berg,Won,2026-10-02,12", None), (",Won,2026-10-02,12", "no name"), ("Anna Berg,Won,,12", "no day"),
        ("Anna Berg,Won,soon 26,12", "a date"), ("Anna Berg,Won,2026-10-02,12 tkr", "an amount"),
        ("Anna Berg,Won,2027-01-02,12", "still to come"), ("Anna Berg,Won/Lost,2026-10-02,12", "won, lost or open"),
        ("Anna Berg,7,2026-10-02,12", "won, lost or open"), ("Anna Berg,,,12", "no stage"), ("Total,,,12", "a sum"),
        ("Anna Berg,Not won,2026-10-02,", None),
    )  # fmt: skip
    ran = coach(
        "figures", "--from", export("Owner,Stage,Close date,Amount\n" + "\n".join(row for row, _ in rows)), "--json"
    )
    found = {one["line"]: one["why"] for one in ran.json["left_out"]}
    assert found.keys() == {at for at, (_, why) in enumerate(rows, start=2) if why}
    assert all(why in found[at] for at, (_, why) in enumerate(rows, start=2) if why)
    assert (ran.json["read"], ran.json["sellers"][0]["months"][0]["lost"]) == (2, 1)
