import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from fixtures.poison import quoted
from salescoach.table import COMMANDS

CHECKS = Path(__file__).parents[3] / "shared" / "checks"
NAUGHTY = Path(__file__).parents[3] / "shared" / "data" / "strings" / "naughty.json"

OWN = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='x",
    "![x](http://evil.example/i.png)",
    "[x](javascript:alert(1))",
    "<!-- x --><style>*{}</style>",
    "x\nEND:VEVENT\nBEGIN:VALARM\nX-EVIL:1",
    "x\r\nATTENDEE:mailto:evil@example.com",
    "{{ 7*7 }}{% include '/etc/passwd' %}",
    '=HYPERLINK("http://evil.example")',
    "\u2028# heading\u2028- item",
    "\x1b[2J\u202egnp",
]
"""What each kind of document would act on."""

LINES: dict[str, list[list[str]]] = {
    "prep": [["anna"]],
    "show": [["anna"]],
    "weekly": [[]],
    "find": [["e"]],
    "export": [["anna"]],
    "dossier": [["anna"], ["anna", "--private"]],
    "probation": [["anna", "--country", "SE"]],
    "expect": [["anna"], ["anna", "--for-her"]],
    "retro": [["anna"], []],
    "ask": [["anna"], ["anna", "retro", "--of", "buddy"], []],
    "recap": [["anna"], ["anna", "--style", "chat"]],
    "figures": [["anna"], []],
    "me": [[]],
    "initiative": [[]],
    "onboard": [["anna"], ["anna", "--for", "buddy"], ["eva", "--start", "2026-11-02"], []],
}
SHIPPED_TAGS = {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "small", "ul", "li"} | {
    *("span", "strong", "pre", "table", "tr", "th", "td"),
}


OURS = {"BEGIN", "VERSION", "PRODID", "CALSCALE", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "TRANSP", "END"}


class Page(HTMLParser):
    """Collects the tags of a page, and the attributes that are not the layout's."""

    def __init__(self) -> None:
        super().__init__()
        self.odd: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what no layout of ours has."""
        self.odd += [tag] if tag not in SHIPPED_TAGS else []
        self.odd += [name for name, _ in attrs if name not in {"lang", "charset", "name", "content", "class"}]


@pytest.fixture(params=["own", pytest.param("naughty", marks=pytest.mark.slow)])
def written(request: pytest.FixtureRequest, coach: Any) -> Any:
    """Return the program on a journal whose texts are what a document would act on."""
    if request.param == "naughty" and not NAUGHTY.is_file():
        pytest.skip("the big list of naughty strings is not here")
    texts = OWN if request.param == "own" else json.loads(NAUGHTY.read_text("utf-8"))[::4]
    kinds = [("topic", "what"), ("praise", "what"), ("note", "text"), ("goal", "title"), ("rating", "area")]
    blocks = ['format = 1\n[seller]\nname = "Anna Berg"\nstarted = 2026-11-02\nrole = ' + quoted(texts[0])]
    blocks += plan(texts)
    for at, text in enumerate(texts):
        kind, field = kinds[at % len(kinds)]
        blocks.append(f'[[{kind}]]\nid = "d{at:04}"\non = 2026-11-05\n{field} = {quoted(text)}')
    blocks += [
        f'[[booking]]\nid = "k{at:04}"\non = 2026-11-05\nnext = 2026-11-27\nwhere = {quoted(text)}'
        for at, text in enumerate(texts[:40])
    ]
    (coach.root / "sellers" / "anna-berg.toml").write_text("\n".join(blocks) + "\n", "utf-8")
    name = quoted("Eva " + " ".join(OWN))
    (coach.root / "sellers" / "eva.toml").write_text(
        f'[seller]\nname = {name}\n[[booking]]\nid = "zz"\non = 2026-11-05\nnext = 2026-11-26\n', "utf-8"
    )
    return coach


def plan(texts: list[str]) -> list[str]:
    """Return a plan with a phase and a step for each text."""
    begun = '[[onboarding]]\nid = "o1"\non = 2026-11-05\nplan = "new-seller"'
    phase = '[[phase]]\nid = "o2"\non = 2026-11-05\nphase = "do"\nday = 1\ndays = 90\n'
    step = '[[step]]\non = 2026-11-05\nphase = "do"\nowner = "buddy"\nday = 5\n'
    steps = [f'{step}id = "s{at:04}"\nwhat = {quoted(text)}' for at, text in enumerate(texts)]
    return [begun, f"{phase}title = {quoted(texts[0])}\npurpose = {quoted(texts[-1])}", *steps]


def test_every_command_that_renders_has_lines_here() -> None:
    """A new one is tried too."""
    assert LINES.keys() == {name for name, row in COMMANDS.items() if row.renders}


@pytest.mark.parametrize("suffix", [".md", ".html", ".ics", ".json", ".txt"])
@pytest.mark.parametrize("name", LINES)
def test_a_document_holds_text_and_nothing_that_acts(written: Any, tmp_path: Path, name: str, suffix: str) -> None:
    """Each form escapes in its own way; there is no table for a spreadsheet, whose formulas would need one more."""
    for at, line in enumerate(LINES[name]):
        path = tmp_path / f"out{at}{suffix}"
        ran = written.here(name, *line, "--all", "-o", str(path))
        assert ran.status in {0, 2}, ran.err
        if ran.status == 0:
            text = path.read_bytes().decode("utf-8")
            assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u202e]", text)
            _check(path, text, suffix)


def _check(path: Path, text: str, suffix: str) -> None:
    if suffix == ".html":
        page = Page()
        page.feed(text)
        assert page.odd == []
    if suffix == ".ics":
        names = {line.split(":")[0].split(";")[0] for line in text.split("\r\n") if line and line[0] != " "}
        assert names <= OURS
    if suffix == ".json":
        assert json.loads(text)["format"] == 1
    if suffix == ".md":
        assert not re.search(r"(?<!\\)(?:<\w|\]\(|!\[)", text)
    shared = {".md": "md_check.py", ".ics": "ics_check.py", ".json": "json_check.py"}.get(suffix)
    if shared and (CHECKS / shared).is_file():
        done = subprocess.run([sys.executable, CHECKS / shared, path], capture_output=True, text=True, check=False)
        assert done.returncode == 0 or "No module named" in done.stderr, done.stdout + done.stderr
