"""The documents say what the program does: each is compared with it."""

import re
import runpy
import shlex
import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from salescoach.journal import read
from salescoach.journal.settings import read_settings
from salescoach.records.base import Kept
from salescoach.records.header import Header
from salescoach.records.kinds import KINDS
from salescoach.records.settings import Settings
from salescoach.records.values import LEVELS
from salescoach.start.files.beginning import begin

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
FILES = (ROOT / "docs" / "file-format.md").read_text("utf-8")
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]

EVERY_RECORD = {"id", "on", "private", "team"}

FIELD = re.compile(r"(\*\*)?`(\w+)`")


def fields(cell: str) -> tuple[set[str], set[str]]:
    """Return the names that a cell of a table holds, and those of them that must be there."""
    found = FIELD.findall(cell)
    return {name for _, name in found}, {name for bold, name in found if bold}


def kept(model: type[Kept]) -> tuple[set[str], set[str]]:
    """Return the keys of a model as they stand in a file, and those of them that must be there."""
    named = model.layout.keys
    return set(named), {key for key, name in named.items() if name in model.layout.needed}


def row(start: str, page: str = FILES) -> list[str]:
    """Return the cells of the row of a table that begins with a text."""
    (line,) = [line for line in page.splitlines() if line.startswith(f"| {start} ")]
    return [cell.strip() for cell in line.strip("|").split(" | ")]


def settings(model: type[Kept], above: str = "") -> dict[str, Any]:
    """Return every setting under its dotted name with its default."""
    found: dict[str, Any] = {}
    for name in model.layout.keys:
        default = getattr(model(), name)
        if isinstance(default, Kept):
            found |= settings(type(default), f"{name}.")
        else:
            found[above + name] = list(default) if default == () else default
    return found


def test_the_page_of_commands_is_made_from_the_program() -> None:
    """Where it is not: python scripts/commands_doc.py."""
    made = runpy.run_path(str(ROOT / "scripts" / "commands_doc.py"))["page"]()
    assert (ROOT / "docs" / "commands.md").read_text("utf-8") == made


def test_the_fields_of_a_kind_are_told() -> None:
    """The table of the file format names exactly what the model has."""
    for kind in KINDS:
        names, required = kept(KINDS[kind])
        assert fields(row(f"`{kind}`")[2]) == (names - EVERY_RECORD, required - EVERY_RECORD), kind


def test_the_keys_of_the_header_are_told() -> None:
    """The table of the header names exactly what the model has."""
    table = FILES.partition("### The header")[2].partition("\n### ")[0]
    cells = [line.split(" | ")[0] for line in table.splitlines() if line.startswith("| ") and "`" in line]
    assert fields(" ".join(cells)) == kept(Header)


def test_the_settings_are_told_with_their_defaults() -> None:
    """The table of the settings names exactly what the model has."""
    table = FILES.partition("## coach.toml")[2].partition("\n## ")[0]
    told = dict(re.findall(r"^\| `([\w.]+)` \| `([^`]+)`", table, re.MULTILINE))
    known = settings(Settings)
    assert {known.pop(name) for name in ("probation.country", *(f"levels.{level}" for level in LEVELS))} == {None}
    expected = {name: value for name, value in known.items() if name not in {"format", "values"}}
    assert {name: tomllib.loads(f"x = {value}")["x"] for name, value in told.items()} == expected


def test_the_settings_of_a_new_journal_are_the_defaults(tmp_path: Path) -> None:
    """What stands there behind a # can be used as it is, and changes nothing."""
    path = begin(tmp_path / "new") / "coach.toml"
    plain = path.read_text("utf-8")
    path.write_text(re.sub(r"(?m)^# (?=\w+ =)", "", plain), "utf-8")
    own = {"levels", "values", "probation"}
    found, without = read_settings(path), Settings()
    told, held = found.to_table(), without.to_table()
    assert {key: told[key] for key in told if key not in own} == {key: held[key] for key in held if key not in own}
    assert replace(found.probation, country=None) == without.probation
    tables = tomllib.loads(path.read_text("utf-8"))
    written = {f"{table}.{key}" for table, keys in tables.items() if isinstance(keys, dict) for key in keys}
    assert written - {"values.courage"} == {name for name in settings(Settings) if "." in name}


def test_every_template_is_told() -> None:
    """The table of the templates names exactly the files that are shipped to be changed."""
    table = FILES.partition("## Your own templates")[2].partition("\n## ")[0]
    cells = [line.split(" | ")[0] for line in table.splitlines() if line.startswith("| `")]
    home = ROOT / "templates"
    paths = [path.relative_to(home) for path in home.rglob("*") if path.is_file()]
    names = {"/".join(path.parts[1:] or path.parts) for path in paths}
    assert set(re.findall(r"`([^`]+)`", " ".join(cells))) == names - {"demo.toml", "settings.txt"}


def test_every_example_of_a_file_reads() -> None:
    """Every block in it is a record, and nothing in it is pointed out."""
    for example in re.findall(r"```toml\n(.*?)```", FILES, re.DOTALL):
        source = read.source(example.encode(), "example.toml", "anna-berg")
        found = read.seller(source, private=True) if "[seller]" in example else read.book(source, private=True)
        assert found.records, example
        assert found.problems == ()


def test_a_page_leads_somewhere_and_to_no_path_of_one_machine() -> None:
    """A page in the repository that another points to is there; what is told holds wherever it is read."""
    for page in PAGES:
        text = page.read_text("utf-8")
        for link in re.findall(r"\]\(([^)#]+)[^)]*\)", text):
            assert link.startswith("https://") or (page.parent / link).exists(), f"{page}: {link}"
        assert not re.search(r"(?<![\w.])/(work|root|home|Users|tmp|opt)/", text), page
        assert str(ROOT) not in text


def test_the_commands_that_ci_takes_from_the_readme_are_there_once() -> None:
    """Each does all of its set-up, so that nothing need be there before it."""
    lines = [line for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.splitlines()]
    for part in ("-m pytest", "bin/coach demo"):
        (found,) = [line for line in lines if part in line]
        assert found.startswith("python3 -m venv .venv && .venv/bin/pip install ")
        assert part in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_version_is_one() -> None:
    """The package, the project and the changelog speak of the same."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert f"## [{project['version']}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert f'__version__ = "{project["version"]}"' in (ROOT / "src" / "salescoach" / "__init__.py").read_text("utf-8")


def test_every_source_that_is_cited_is_told() -> None:
    """A number such as S0.4, or a study, leads to a row of docs/sources.md, and the rows are numbered without a gap."""
    page = (ROOT / "docs" / "sources.md").read_text("utf-8")
    rows = re.findall(r"^\| (S\d\.\d+) \|", page, re.MULTILINE)
    many = {0: 11, 1: 7, 2: 4, 3: 5, 4: 4}
    assert rows == [f"S{part}.{no}" for part, last in many.items() for no in range(1, last + 1)]
    cited = re.compile(r"\bS[0-4]\.\d+\b|\b[A-Z]\w+ et al\. \d{4}")
    files = [path for folder in ("src", "templates", "tests") for path in (ROOT / folder).rglob("*")]
    texts = [path.read_text("utf-8") for path in files if path.suffix in {".py", ".toml", ".md", ".html"}]
    assert {one for text in texts for one in cited.findall(text)} - {*rows, *cited.findall(page)} == set()


COURSE = runpy.run_path(str(ROOT / "scripts" / "course.py"))
COURSES = {path.stem: path.read_text("utf-8") for path in COURSE["PAGES"]}


@pytest.mark.golden
@pytest.mark.parametrize("name", COURSES)
def test_a_course_prints_what_the_page_says(name: str) -> None:
    """Each command is run, in order, with nothing else at hand; at the end the doctor finds nothing to mend."""
    where = " --journal team" if "--journal team" in COURSES[name] else ""
    doctor = f"\n```console\n$ coach doctor --today 2027-06-20{where}\n"
    told, found, mended = COURSE["played"](f"{COURSES[name]}{doctor}```\n").rpartition(doctor)
    assert told == COURSES[name], "python scripts/course.py renews it"
    assert (found, mended.endswith(" files, nothing to mend.\n```\n")) == (doctor, True)


def test_the_course_goes_from_before_the_start_to_after_the_probation() -> None:
    """Four weeks before her first day to two weeks after the last day of her probation, never back in time."""
    lines = COURSE["commands"](COURSES["onboarding"])
    days = [line.partition("--today ")[2][:10] for line in lines if "--today" in line]
    assert days == sorted(days)
    assert (days[0], days[-1]) == ("2026-11-09", "2027-06-20")
    assert {line.split()[1] for line in lines} >= {
        *("onboard", "expect", "rate", "probation", "ask", "retro", "prep", "log", "me")
    }


@pytest.mark.golden
def test_the_pictures_are_what_the_demo_shows() -> None:
    """Those in the README are drawn anew and compared: `python scripts/picture.py` renews them."""
    made = runpy.run_path(str(ROOT / "scripts" / "picture.py"))
    pictures = dict(made["pictures"]())
    assert {f"docs/{name}.svg" for name in pictures} == {*re.findall(r"\((docs/[\w-]+\.svg)\)", README)}
    for name, picture in pictures.items():
        assert (made["DOCS"] / f"{name}.svg").read_text("utf-8") == picture, name
        assert "url(" not in picture.replace("url(#", ""), "whoever reads the README is seen by nobody"


def test_what_it_shows_works_as_it_stands(coach: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each command in order, in a new folder, at a terminal where Enter is pressed."""
    blocks = re.findall(r"```sh\n(.*?)```", README.partition("## Your first week")[2], re.DOTALL)
    lines = [shlex.split(line, comments=True)[1:] for block in blocks for line in block.splitlines()]
    assert len(lines) > 15
    monkeypatch.delenv("COACH_JOURNAL")
    monkeypatch.setattr("fixtures.terminal.Script._next", lambda _: "")
    monkeypatch.chdir(tmp_path / "home")
    Path("team.csv").write_text("name,start date\nBo Ek,2024-02-01\n", "utf-8")
    for line in lines:
        ran = coach.asked(*line, answers=[])
        assert (ran.status, ran.out + ran.err != "") == (0, True), (line, ran)


def test_every_goal_is_measured() -> None:
    """A goal for what nobody runs any more is met for ever."""
    probe = (
        "from bench.measures import *; print({n for g in GOALS for n in (g.name, g.base)} - {m.name for m in MEASURES})"
    )
    told = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout == "set()\n"


def test_a_figure_is_a_multiple_of_the_floor() -> None:
    """The program that measures runs, into a pipe and on a terminal."""
    words = [sys.executable, "-m", "bench.ratios", "floor", "--rounds", "1"]
    told = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in told.splitlines() if line.startswith("floor")]
    assert [(row[-4], row[-2]) for row in rows] == [("1.00", "1.00")] * 2
