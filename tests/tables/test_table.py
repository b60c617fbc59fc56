"""Reading a team from the CSV export of any CRM or spreadsheet."""

import csv
import io
import tomllib
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.answer import Phrase, phrase
from salescoach.errors import CoachError
from salescoach.records.keys import key_form
from salescoach.tables.cells import folded, is_one, spelled
from salescoach.tables.days import Doubt, Order, order_like
from salescoach.tables.decode import UnreadableTable, read_text
from salescoach.tables.table import Newcomer, Team, read_team
from salescoach.words.dates import Dates

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
LANGUAGES = [
    tomllib.loads((ROOT / "templates" / one / "dates.toml").read_text("utf-8")) for one in ("en", "sv", "nb", "da")
]
DATES = Dates(LANGUAGES[0], every=lambda: LANGUAGES)
COLUMNS: dict[str, Any] = tomllib.loads((ROOT / "templates" / "en" / "columns.toml").read_text("utf-8"))


LETTERS = st.characters(codec="utf-8", categories=["L"])
WORDS = st.text(LETTERS, min_size=1, max_size=12).map(lambda word: word.strip()).filter(bool)
PUNCTUATION = st.sampled_from([" ", "-", "'", ";", "|", '"', " (", ".", "\t", "\r\n", "\n"])
NAMES = st.lists(st.tuples(WORDS, PUNCTUATION), min_size=1, max_size=4).map(
    lambda parts: "".join(word + mark for word, mark in parts)
)


def team_in(data: bytes, words: dict[str, Any] = COLUMNS) -> Team:
    """Read a table from the bytes of a file."""
    return read_team(read_text(data, "team.csv"), words, DATES, TODAY, "team.csv")


def read(text: str | bytes) -> Team:
    """Read a table as typed here."""
    return team_in(text if isinstance(text, bytes) else text.encode())


def names(text: str | bytes) -> list[str]:
    """Return the names in a table."""
    return [newcomer.name for newcomer in read(text).newcomers]


def refusal(data: bytes) -> UnreadableTable:
    """Return why a table is refused."""
    with pytest.raises(UnreadableTable) as refused:
        team_in(data)
    return refused.value


def left_out(*rows: tuple[int, str]) -> Phrase:
    """Return the notice of rows that are no seller, each by its line and what it says."""
    lines = [phrase("table.row", line=line, text=text) for line, text in rows]
    return phrase("notice.table_left_out", rows=len(rows), lines=lines)


def started(*cells: str) -> tuple[list[date | None], list[str]]:
    """Return the dates of a column, and the keys of the notices on it."""
    rows = [f"Seller {chr(65 + place)};{cell}" for place, cell in enumerate(cells)]
    team = read("\n".join(["Seller;Start date", *rows]))
    return [newcomer.started for newcomer in team.newcomers], [notice.key for notice in team.notices]


def test_every_field_is_read_from_its_column() -> None:
    """No word of columns.toml folds to the letters of another."""
    head = "Name,Region,Hire date,Job title,E-mail,Last 1:1"
    team = read(f"{head}\nAnna Berg,North,2026-09-01,SDR,anna@x.se,2026-11-03\n")
    assert team == Team(
        newcomers=(Newcomer(2, "Anna Berg", date(2026, 9, 1), "SDR", "anna@x.se", date(2026, 11, 3)),),
        used={"name": "Name", "started": "Hire date", "role": "Job title", "email": "E-mail", "last_talk": "Last 1:1"},
    )
    for words in (words for key, words in COLUMNS.items() if key not in {"footer", "several"}):
        assert len({*map(folded, words)} - {""}) == len(words)


def test_headers_are_known_in_four_languages_and_any_spelling() -> None:
    """Case, accents and separators do not count."""
    for field, headers in {
        "name": "Sales_Agent|sales agent|SALES-AGENT|SalesAgent| sales.rep |Account Executive|Deal - Owner|Owner"
        "|Säljare|Saljare|Selger|Sælger|Saelger|Namn|Navn|full name|Employee|Medarbetare|Ansatt"
        "|Namn (för- och efternamn)",
        "started": "Startdatum|Anställd|Ansatt|Oppstart|Startdato|hire_date|Start Date (YYYY-MM-DD)",
        "email": "E-post|Epost|E-mail|Mejl|EMAIL", "role": "Roll|Rolle|Titel|Stilling|Job Title",
        "last_talk": "Senaste samtal|Siste samtale|Seneste samtale|last 1:1|Last talk|last_meeting",
    }.items():  # fmt: skip
        for header in headers.split("|"):
            text = f"{header};x\nAnna;y" if field == "name" else f"Namn;{header}\nAnna;2026-01-02"
            assert read(text).used[field] == header.strip()


def test_the_name_is_taken_from_the_columns_that_tell_it_best() -> None:
    """A seller's column goes before the name of a deal; a column has one meaning."""
    cases: list[tuple[str, str, dict[str, str]]] = [
        ("First Name,Last Name\nAnna,Berg", "Anna Berg", {"first_name": "First Name", "last_name": "Last Name"}),
        ("Efternamn;Förnamn\nBerg;Anna", "Anna Berg", {"first_name": "Förnamn", "last_name": "Efternamn"}),
        ("Namn;Efternamn\nAnna;Berg", "Anna Berg", {"name": "Namn", "last_name": "Efternamn"}),
        ("Namn;Efternamn\nAnna Berg;Berg", "Anna Berg", {"name": "Namn", "last_name": "Efternamn"}),
        ("Fornavn;Etternavn\nLi;Li", "Li Li", {"first_name": "Fornavn", "last_name": "Etternavn"}),
        ("Fornavn;Efternavn\n;Berg", "Berg", {"first_name": "Fornavn", "last_name": "Efternavn"}),
        ("Fornavn;Efternavn\nAnna", "Anna", {"first_name": "Fornavn", "last_name": "Efternavn"}),
        ("Förnamn;Ort\nAnna;Umeå", "Anna", {"first_name": "Förnamn"}),
        ("Name,Owner,First name,Last name\nBig deal,Anna Berg,Bo,Ek", "Anna Berg", {"name": "Owner"}),
        ("Employee,Name\n17,Anna Berg", "Anna Berg", {"name": "Name"}),
    ]  # fmt: skip
    for text, expected, used in cases:
        team = read(text)
        assert ([newcomer.name for newcomer in team.newcomers], team.used) == ([expected], used), text
    assert read("Anställd;Roll\nAnna;KAM").used == {"name": "Anställd", "role": "Roll"}
    assert read("Namn;Anställd\nAnna;2026-01-02").used == {"name": "Namn", "started": "Anställd"}


def test_a_row_without_a_usable_name_is_skipped_and_pointed_out() -> None:
    """Numbers, sums and essays are no sellers; a name is one line, given name first, letters composed."""
    cases = [
        ('"Berg, Anna"', "Anna Berg"), ('"Berg , Anna Karin "', "Anna Karin Berg"), ('"Berg,"', "Berg"),
        ('"Berg, Anna, Jr"', "Berg, Anna, Jr"), ("  Anna \t  Berg ", "Anna Berg"), ('"Anna\r\nBerg"', "Anna Berg"),
        ("An\x07na\u202e Ber\u00adg", "Anna Berg"), ("Bjo\u0308rn A\u030akesson", "Björn Åkesson"),
        ('Anna "Anki" Berg', 'Anna "Anki" Berg'), ("نی\u200cنی", "نی\u200cنی"), ("'Ann O'Neil'", "Ann O'Neil"),
        ("'t Hooft", "'t Hooft"),
    ]  # fmt: skip
    for cell, name in cases:
        assert names(f"role,name\nKAM,{cell}\n") == [name], cell
    team = read(
        f"Seller;Role\nAnna;\n;KAM\n4711;KAM\n2026-01-02;x\n\nTOTAL:;2\nGrand Totals (2 records);\n-;x\n{'a' * 121};x"
    )
    assert [newcomer.name for newcomer in team.newcomers] == ["Anna"]
    assert team.notices == (
        left_out((7, "TOTAL:"), (8, "Grand Totals (2 records)")),
        phrase("notice.table_no_name", rows=4, lines=[3, 4, 5, 9]),
        phrase("notice.table_name_too_long", rows=1, lines=[10], letters=120),
    )
    assert names(f"Seller;Role\n{'a' * 120};x") == ["a" * 120]


def test_a_seller_in_many_rows_is_one_newcomer_and_one_notice() -> None:
    """What one row lacks another tells; what varies is not hers: the start of a deal is not her first day at work."""
    team = read("seller,role,email\nÅnna,,\nBo,KAM,\nånna,SDR,a@x.se\nA\u030anna,sdr,\nÅnna,,A@X.se\n")
    assert team.newcomers == (Newcomer(2, "Ånna", role="SDR", email="a@x.se"), Newcomer(3, "Bo", role="KAM"))
    assert team.notices == (phrase("notice.table_repeated", rows=3, names=2),)
    team = read("Säljare;Startdatum;Roll\nAnna;2016-10-20;KAM\nBo;2016-11-01;SDR\nAnna;2016-12-24;KAM\n")
    assert [newcomer.started for newcomer in team.newcomers] == [None, None]
    assert team.used == {"name": "Säljare", "role": "Roll"}
    assert team.notices[1:] == (phrase("notice.table_varies", header="Startdatum", name="Anna", line=4),)


def test_a_date_is_read_as_programs_write_it() -> None:
    """One that is none is left empty and pointed out: the seller is kept, and the line says where."""
    cases = [
        "2026-09-05", "2026-9-5", "2026/09/05", "2026.09.05", "20260905", "2026-09-05T08:30:00Z", "2026-09-05 00:00",
        "05.09.2026", "5.9.2026", "5.9.2026 8.30", "46270", "46270.5", "46270,25",
    ]  # fmt: skip
    for cell in cases:
        assert started(cell) == ([date(2026, 9, 5)], []), cell
    for cell in ("soon", "31/02/2026", "2026-13-01", "12/25", "1026-01-01", "20261301", "29999", "60001"):
        team = read(f"Seller;Start date\nAnna;{cell}\nBo;\nCy;2026-01-02\n")
        assert [newcomer.started for newcomer in team.newcomers] == [None, None, date(2026, 1, 2)], cell
        assert team.notices == (phrase("notice.table_not_a_date", rows=1, lines=[2], header="Start date"),), cell


def test_the_order_of_day_and_month_is_decided_by_the_column() -> None:
    """One date that can only be read one way settles the others, the years of two figures too."""
    for cells, days in (
        ("03/04/2026 25/12/2025", "2026-04-03 2025-12-25"), ("03/04/2026 12/25/2025", "2026-03-04 2025-12-25"),
        ("3-4-2026 12-25-2025", "2026-03-04 2025-12-25"), ("3/4/26 12/25/25", "2026-03-04 2025-12-25"),
        ("24-03-05 98-12-31", "2024-03-05 1998-12-31"), ("05/05/2026", "2026-05-05"), ("03.04.26", "2026-04-03"),
        ("2026-04-03", "2026-04-03"), ("03/04/2026 25/12/2025 12/25/2025", "2026-04-03 2025-12-25 None"),
    ):  # fmt: skip
        found, notices = started(*cells.split())
        assert " ".join(map(str, found)) == days, cells
        assert notices == ["notice.table_not_a_date"] * ("None" in days), cells


def test_the_dates_of_a_whole_file_settle_the_order() -> None:
    """Those that no field is read from too; a last talk to come disproves an order, and so does a start far ahead."""
    cases = [
        ("Start date,Birthday\nAnna,03/04/2026,12/25/1990\nBo,05/06/2025,01/02/1985", "month_day", date(2026, 3, 4)),
        ("Start date,Last talk\nAnna,03/04/2026,11/12/2026", "month_day", date(2026, 3, 4)),
        ("Start date,Last talk\nAnna,03/04/2026,12/11/2026", "day_month", date(2026, 4, 3)),
        ("Start date\nAnna,01/12/2027\nBo,02/03/2026", "month_day", date(2027, 1, 12)),
    ]
    for text, order, first in cases:
        team = read(f"Name,{text}")
        assert (team.order.name, team.newcomers[0].started, team.order.doubt) == (order, first, None), text
    team = read("Name,Last talk\nAnna,2026-11-23\nBo,2026-11-24")
    assert [one.last_talk for one in team.newcomers] == [date(2026, 11, 23), None]
    assert team.notices == (phrase("notice.table_not_a_date", rows=1, lines=[3], header="Last talk"),)
    doubt = read('Name,Start date\nAnna,2023-02-01\nBo,"May 2, 2022"\nCy,05/06/2023').order.doubt
    assert doubt == Doubt("05/06/2023", date(2023, 6, 5), date(2023, 5, 6))
    team = read("Name,Hired\nAnna,7/8/2019\nBo,4/4/2020")
    assert team.order == Order("day_month", Doubt("7/8/2019", date(2019, 8, 7), date(2019, 7, 8)))
    assert team.order.doubt is not None
    assert order_like(team.order.doubt, date(2019, 7, 8), TODAY).name == "month_day"


def test_a_month_may_have_its_name() -> None:
    """In four languages, the year of two figures or four, first or last; one without a year is no date of a table."""
    cells = [
        "5 okt 24", "5. oktober 2024", "Oct 5, 2024", "05-Oct-24", "5 October 2024", "October 5th, 2024",
        "den 5 okt. 2024",
        "2024-Oct-05", "05/Oct/2024", "lör 5 okt 2024", "Sat, 05 Oct 2024 08:30", "5 okt '24", "OCT 5 2024 12:00 AM",
    ]  # fmt: skip
    for cell in cells:
        team = read(f"Name;Hired\nAnna;{cell}")
        assert (team.newcomers[0].started, team.notices) == (date(2024, 10, 5), ()), cell
    assert read("Navn;Ansat fra\nAnna;1. maj 99").newcomers[0].started == date(1999, 5, 1)
    for cell in ("5 okt", "October 2024", "31 feb 2024", "in two weeks 24"):
        assert read(f"Name;Hired\nAnna;{cell}").newcomers[0].started is None, cell


def test_what_stands_around_a_table_is_left_out_and_told() -> None:
    """Titles above the header, and below a blank line what is emptier than the rows; a list of names stays whole."""
    above, head, below = "Team North;\nPrinted;2026-11-01\n\n", "Name;Role;Region\n", "\nPrinted by Eva\n\nEnd;2;\n"
    team = read(f"{above}{head}Anna;KAM;N\nBo;SDR;S\n{head}{below}")
    assert ([one.name for one in team.newcomers], team.header) == (["Anna", "Bo"], 4)
    around = left_out((1, "Team North"), (2, "Printed"), (7, "Name"), (9, "Printed by Eva"), (11, "End"))
    assert team.notices == (around,)
    assert names("Namn\n\nAnna\n\nBo\n") == ["Anna", "Bo"]
    assert names("Namn;Roll\nAnna;KAM\n\nBo;SDR\n") == ["Anna", "Bo"]
    assert names("Namn;Roll;Ort\nAnna;KAM;\nEva;;\n\nBo;SDR;\n") == ["Anna", "Eva", "Bo"]
    for last in (
        "Summa: 2", "Sum: 2", "I alt 2", "Copyright (c) 2026 Acme", "© Acme", "Confidential", "Generated by Eva",
    ):  # fmt: skip
        assert names(f"Name;Role\nAnna;KAM\n{last};\n") == ["Anna"], last
    assert names("Name;Role\nTotalia Sum;KAM\n") == ["Totalia Sum"]
    assert refusal(b"Kollega;Titel\nAnna;S\xc3\xa4ljare\n").data["headers"] == ["Kollega", "Titel"]


def test_what_a_report_prints_is_nobody_in_five_languages() -> None:
    """Sums, numbers of pages, and chairs that are empty are listed with their line; a name that begins so is one."""
    for cell in (
        "Sluttsum", "SLUTSUMMA", "Slutsum:", "Loppusumma", "Side 1 av 2", "Sida 10 av 12", "Page 3", "page 1 of 7",
        "Sivu 2/3", "2 av 9", "Utskrift 20.11.2026", "Udskrevet den 3/4", "Printed: today", "Tulostettu 1.2.2026",
        "VAKANT", "Vakant 2", "Vacant (North)", "Vakant – Bergen", "Ubesat", "N.N.", "NN 3", "House account", "TBD",
        "Nyansatt", "Avoin",
    ):  # fmt: skip
        team = read(f"Name;Role\nAnna;KAM\n{cell};\nBo;SDR\n")
        assert ([one.name for one in team.newcomers], team.notices) == (["Anna", "Bo"], (left_out((3, cell)),)), cell
    people = ["Page Smith", "Sida Ek", "Ledig Andersson", "Nina Nord", "House Berg", "André", "Siden 5"]
    assert names("Name;Role\n" + "".join(f"{one};x\n" for one in people)) == people


def test_rows_that_are_deals_give_their_owners_and_nothing_else() -> None:
    """Nor do those of contacts: their dates and addresses are not the seller's."""
    for text, kind in (
        ("Deal,Amount,Owner,Start date,Email\nBig,7,Anna,2026-01-02,c@x.se\n", "deals"),
        ("Affärs-ID,Säljare,Startdatum\n1,Anna,2026-01-02\n", "deals"),
        ("Name,Email,Contact owner\nKari,k@x.no,Anna\n", "others"),
    ):
        team = read(text)
        assert (team.newcomers, [one.key for one in team.notices]) == ((Newcomer(2, "Anna"),), [f"notice.table_{kind}"])
    for text in ("Name,Amount\nBig,7", "Navn;Beløp;Lukkedato\nStor;7;2026-01-02", "Affär;Fas\nStor;Vunnen"):
        assert refusal(text.encode()).data["why"] == "deals", text
    assert names("Seller,Amount\nAnna,7") == names("First name,Amount\nAnna,7") == ["Anna"]


def test_two_people_of_nearly_one_name_stay_two() -> None:
    """By their letters, or by their addresses; where most names have several, these are not the sellers'."""
    team = read("Name;Email\nMøller, Per;a@x\nMoller Per;b@x\nPER MØLLER;A@X\nEva Ek;c@x\nEva Ek;d@x\nBo;e@x\n")
    found = [(one.line, one.name, one.email) for one in team.newcomers]
    assert found == [
        (2, "Per Møller", "a@x"), (3, "Moller Per", "b@x"), (5, "Eva Ek", "c@x"), (6, "Eva Ek", "d@x"),
        (7, "Bo", "e@x"),
    ]  # fmt: skip
    team = read("Seller;Email\nAnna;a@x\nBo;b@x\nAnna;c@x\nBo;d@x\n")
    assert [(one.name, one.email) for one in team.newcomers] == [("Anna", None), ("Bo", None)]


def test_a_cell_that_is_not_the_name_of_one_person_makes_no_seller() -> None:
    """Two people, or an address, are told with the first line; what only looks so is a name."""
    for cell in (
        "Liv Ås; Ola By", "Liv Ås / Ola By", "Liv/Ola", "Liv & Ola", "Liv+Ola By", "Liv Ås og Ola By", "LIV OCH OLA",
        "Liv and Ola By", "liv.as@x.no", "Liv Ås <liv@x.no>",
    ):  # fmt: skip
        team = read(f'Name;Role\nAnna;KAM\n"{cell}";x\n"{cell}";y\n')
        told = [phrase("table.row", line=3, text=cell)]
        assert [one.name for one in team.newcomers] == ["Anna"], cell
        assert (team.not_one, team.notices) == ((cell,), (phrase("notice.table_not_one", rows=1, lines=told),)), cell
        refused = refusal(f'Name;Role\n"{cell}";x\n'.encode()).data
        assert (refused["why"], refused["lines"]) == ("no_single_names", [phrase("table.row", line=2, text=cell)])
    people = ["Sandy Ogden", "Anna Berg (KAM/SDR)", "Og Ek", "Andersson", "Anna-Liv Ek"]
    assert names("Name;Role\n" + "".join(f"{one};x\n" for one in people)) == people


def test_a_letter_that_was_lost_is_pointed_out() -> None:
    """It was so in the file: no encoding brings it back."""
    team = read("Name\nBj?rn\nBo?\nS\ufffdren\n")
    assert team.notices == (phrase("notice.table_lost_letters", rows=2, lines=[2, 4]),)


def test_every_encoding_line_end_and_delimiter_is_read() -> None:
    """What Excel, Numbers and the CRMs write gives the same team; the line that declares a delimiter is no header."""
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-16-le", "cp1252", "mac_roman", "cp850", "cp865"):
        for end in ("\n", "\r", "\r\n"):
            for delimiter in (",", ";", "\t", "|"):
                rows = [["Säljare", "Värde, SEK"], ["Örjan Ström", "1 054"], [], ["Bjørn Ødegård", "7"], ["", ""]]
                quoted = [delimiter.join(f'"{cell}"' if "," in cell else cell for cell in row) for row in rows]
                found = names(end.join(quoted).encode(encoding))
                assert found == ["Örjan Ström", "Bjørn Ødegård"], (encoding, end, delimiter)
    assert names(b"\xfe\xff" + "Namn\tRoll\nÅsa\tKAM".encode("utf-16-be")) == ["Åsa"]
    for first in ("sep=;\r\n", '"sep=;"\n', "SEP=;\r"):
        team = read(first + "Namn,Roll;x\nAnna;y\n" if "," in first else first + "Namn;Roll\nAnna;KAM\n")
        assert team.newcomers == (Newcomer(3, "Anna", role="KAM"),), first
    assert names("Namn\nBerg, Anna\nLund, Erik\n") == ["Anna Berg", "Erik Lund"]


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    """Also in a quoted break; rows too short are read, and rows too long pointed out."""
    team = read("role,seller,email\nKAM\nKAM,Anna\nKAM,Berg, Bo,b@x.se\nKAM,Cy,,,\n")
    assert [newcomer.name for newcomer in team.newcomers] == ["Anna", "Berg", "Cy"]
    assert phrase("notice.table_wide", rows=1, lines=[4]) in team.notices
    team = read('note,seller\n"two\nlines",Anna\n\n , \nx,Bo\n')
    assert [(newcomer.line, newcomer.name) for newcomer in team.newcomers] == [(2, "Anna"), (6, "Bo")]


def test_what_is_no_team_is_refused_with_the_reason() -> None:
    """As code and phrase; headers are shown clean and few, and the line where a quotation mark was opened."""
    cases: list[tuple[bytes, str]] = [
        (b"", "empty"), (b"\xef\xbb\xbf \r\n\t\r\n", "empty"), (b"sep=;", "empty"), (b"Name;Role\r\n", "header_only"),
        (b"PK\x03\x04\x14\x00", "spreadsheet"), (b"\xd0\xcf\x11\xe0\xa1\xb1", "spreadsheet"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\x00", "pdf"), (b"\xef\xbb\xbf\r\n<!DOCTYPE html><p>", "markup"),
        (b"<TABLE border=1><tr><td>Name", "markup"), ("<html><td>S\xe4ljare".encode("utf-16"), "markup"),
        (b"<?xml version='1.0'?><Workbook>", "markup"), (b"<meta charset=x><td>\xc5sa", "markup"),
        (b"Eva Lund\nBo Ek\n", "no_headers"), (b"Eva Lund\n", "no_headers"),
        (b"Eva Lund;eva@x.se\nBo Ek;bo@x.se", "no_headers"), (b"Eva;KAM;2024-02-01\nBo;KAM;", "no_headers"),
        (b"Kollega;Titel\nEva;KAM", "no_name_column"),
        (b"Name;Role\nAnna\x00;KAM", "not_text"), (b"\xff\xfeN", "not_text"), (b"Name,Amount\nBig,7", "deals"),
        (b"Seller;Role\n12;KAM\n", "no_names"), (b"x" * (64 * 1024 * 1024 + 1), "too_large"),
    ]  # fmt: skip
    for data, why in cases:
        refused = refusal(data)
        assert (refused.status, refused.data["file"], refused.data["why"]) == (2, "team.csv", why)
        assert isinstance(reason := refused.data["reason"], Phrase), why
        assert reason.key == f"table.{why}"
    told = refusal(("Thing;;Price\x1b[31m;" + ";".join(["x" * 99] * 20)).encode()).data
    assert told["headers"] == ["Thing", "Price[31m", *["x" * 60] * 10]
    assert told["words"] == ("name", "namn", "navn", "sales agent", "sales rep", "seller")
    assert refusal(b"Last name;Role\nBerg;KAM").data["why"] == "no_name_column"
    with pytest.raises(UnreadableTable):
        team_in(b"Name\nAnna", {})
    for rest in ("\nBo;KAM\nCy;KAM\n", "\nBo;KAM", "\n" + "Bo;KAM\n" * 20_000):
        told = refusal(f'Seller;Role\nAnna;x\n"Bo;KAM{rest}'.encode()).data
        assert (told["why"], told["line"]) == ("open_quote", 3), rest[:20]


@given(st.one_of(st.binary(), st.binary().map(b"Name;Start date\nAnna".__add__), st.text().map(str.encode)))
def test_any_bytes_give_a_team_or_an_error_with_a_sentence(data: bytes) -> None:
    """No file brings the program down, and no team is empty or has a name twice."""
    try:
        team = team_in(data)
    except CoachError:
        return
    found = [(spelled(newcomer.name), newcomer.email) for newcomer in team.newcomers]
    assert found
    assert len(set(found)) == len(found)


@given(
    st.lists(NAMES, min_size=1, unique_by=key_form),
    st.sampled_from(",;\t|"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.integers(0, 2),
)
def test_a_written_table_reads_back_the_same_names(
    sellers: list[str], delimiter: str, encoding: str, place: int
) -> None:
    """What the csv module writes with any delimiter comes back, wherever the column stands."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, delimiter=delimiter)
    writer.writerows([_row("seller", place, "x"), *(_row(name, place, "1,5") for name in sellers)])
    nobody = set(map(folded, COLUMNS["nobody"]))
    plain = [
        read_back
        for name in sellers
        if key_form(name) and folded(read_back := _plain(name)) not in nobody and is_one(read_back, COLUMNS["several"])
    ]
    data = table.getvalue().encode(encoding)
    if plain and read_text(data, "team.csv").text == table.getvalue():  # `Ã` before `ª` is taken for what was `ê`
        assert names(data) == plain


def _row(cell: str, place: int, other: str) -> list[str]:
    row = [other] * 3
    row[place] = cell
    return row


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())
