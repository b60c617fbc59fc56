import io
import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from salescoach import cli

TODAY = "2026-11-19"

WIDE = {
    "today": "", "weekly": "weekly", "weekly-why": "weekly --why", "weekly-all": "weekly --all", "prep": "prep anna",
    "prep-all": "prep anna --all", "prep-for-her": "prep anna --for-her",
    "prep-mind": "prep anna --mind",
    "prep-development": "prep anna --agenda development", "prep-first-talk": "prep väinö", "show": "show anna",
    "show-narrowed": "show anna --kind praise",
    "show-period": "show aino --from 2026-07-01",
    "log": "log anna", "note": "note mette", "goals": "goal",
    "promises": "promise", "praises": "praise", "habits": "act", "onboard": "onboard", "onboard-one": "onboard väinö",
    "expect": "expect väinö", "probation": "probation aino", "prep-probation": "prep aino --agenda probation",
    "retro": "retro väinö", "me": "me", "add": "add 'Lisa Holm'", "find": "find price", "recap": "recap anna",
    "recap-chat": "recap anna --style chat", "recap-red": "recap aino", "help": "help",
    "log-team": "log team", "recap-team": "recap team", "recap-team-mail": "recap team --style mail",
    "help-all": "help all", "figures": "figures", "figures-one": "figures anna",
    "figures-read": "figures --from deals.csv --source lime --dry-run",
}  # fmt: skip
NARROW = (
    "today", "weekly", "weekly-why", "prep", "prep-mind",
    "prep-development", "prep-first-talk", "show", "show-period", "log", "promises", "goals", "habits",
    "onboard", "onboard-one", "expect", "probation", "prep-probation", "me", "find", "recap",
    "figures", "figures-one", "figures-read", "log-team", "recap-team",
)  # fmt: skip
SCREENS = [*((name, 80) for name in WIDE), *((name, 40) for name in NARROW)]

SAID = {
    "log": "Good pace, and tired of the CRM.\ngreen: discovery – asked about budget before she showed anything\n"
    "motivation: yellow – the CRM takes her afternoons\n@me introduce her to Karin at Nordbygg by fri\n"
    "@anna send the list by 3 dec\nneeds: a quieter place to call from\nnext: in 2 weeks\n~ I was abrupt; start softer",
    "note": "praise: stayed calm when the buyer pushed back\ntopic: pricing for the new package",
    "log-team": "The new price list is out. It holds until May.\n@anna send the offer list to all by fri; "
    "praise oskar: told us about the customer he lost\n@kim look into the forms\n@me ask for better headsets by 4 dec\n"
    "topic: pricing for the new package\nnext: in 2 weeks\n~ I talked too much",
}
"""What is said in those commands that take a text."""


class Terminal(io.StringIO):
    """A terminal to look at afterwards."""

    def isatty(self) -> bool:
        """Say that somebody looks on."""
        return True


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the demo team once."""
    folder = tmp_path_factory.mktemp("golden") / "demo"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", io.StringIO())
        assert cli.run(["--today", TODAY, "demo", str(folder)]) == 0
        deals = folder.with_name("deals.csv")
        deals.write_text("\n".join(["Affärs-ID;Säljare;Fas;Startdatum;Avslutsdatum;Värde (SEK)", *_deals()]), "utf-8")
        assert (
            cli.run(["--journal", str(folder), "--today", TODAY, "figures", "--from", str(deals), "--source", "lime"])
            == 0
        )
    return folder


def _deals() -> Iterator[str]:
    """Give the deals of four people over a year and a half, one of whom nobody knows here, as a CRM exports them."""
    names, first = ("Anna Berg", "Søren Kjær", "Anna Berg", "Björn Håland", "Mette Østergaard"), date(2025, 6, 2)
    for at in range(60):
        opened = first + timedelta(8 * at)
        closed = opened + timedelta(20 + at * 7 % 50)
        stage = ("Vunnen", "Förlorad", "Förlorad", "Vunnen", "Pågående", "Offert skickad", "Vunnen")[at * 5 % 7]
        over = stage in {"Vunnen", "Förlorad"} and closed < date(2026, 11, 18)
        days = f"{opened};{closed};{1 + at % 9} 500,00" if over else f"{opened if at % 3 else ''};;"
        yield f"D{at};{names[at % 5]};{stage if over else ('Pågående', 'Offert')[at % 2]};{days}"
    yield "D1;Anna Berg;Vunnen;2026-10-01;2026-10-20;1,00"
    yield ";Summa;;;;1 234,50"


@pytest.fixture
def screen(demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, int], str]:
    """Run a command on a copy of the demo team, at some width; what it says on stderr begins with `! `."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(demo, "demo")
    shutil.copy(demo.with_name("deals.csv"), "deals.csv")

    def shown(name: str, width: int) -> str:
        terminal, talk = Terminal(), io.StringIO()
        monkeypatch.setattr("sys.stdout", terminal)
        monkeypatch.setattr("sys.stderr", talk)
        monkeypatch.setenv("COLUMNS", str(width))
        monkeypatch.setenv("NO_COLOR", "1")
        if name.startswith("recap-team"):
            assert cli.run(["--journal", "demo", "--today", TODAY, "log", "team", SAID["log-team"]]) == 0
            terminal.truncate(terminal.seek(0))
            talk.truncate(talk.seek(0))
        words = WIDE[name].replace("'Lisa Holm'", "Lisa\xa0Holm").split(" ")
        typed = [word.replace("\xa0", " ") for word in words if word] + ([SAID[name]] if name in SAID else [])
        assert cli.run(["--journal", "demo", "--today", TODAY, *typed]) == 0, talk.getvalue()
        return terminal.getvalue() + "".join(f"! {line}\n" for line in talk.getvalue().splitlines())

    return shown


@pytest.mark.golden
@pytest.mark.parametrize(("name", "width"), SCREENS)
def test_a_screen_is_as_reviewed(
    screen: Callable[[str, int], str], golden: SnapshotAssertion, name: str, width: int
) -> None:
    """The screens of the demo team are letter by letter those of its file in golden/."""
    assert screen(name, width) == golden


def test_the_first_screen_of_an_agenda_is_twenty_lines(screen: Callable[[str, int], str]) -> None:
    """An agenda is read in ninety seconds, on a telephone too."""
    for width in (80, 40):
        for name in ("prep", "prep-development", "prep-first-talk"):
            assert len(screen(name, width).splitlines()) <= 20, (width, name)
