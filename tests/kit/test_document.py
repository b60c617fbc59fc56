import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fixtures.answers import Answers
from salescoach.errors import BadTemplate, NoTemplate
from salescoach.journal.templates import Templates
from salescoach.kit.document import PAGE_WIDTH, document, fill

HTML = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><a href="javascript:alert(1)">x</a>',
    "' onmouseover='x", "</title><style>*{}</style>", "&lt;b&gt; &amp;", "{{ 7*7 }} {% raw %}",
]  # fmt: skip
MARKDOWN = {
    "[x](javascript:alert(1))": "\\[x\\](javascript:alert(1))", "![x](http://e/i.png)": "!\\[x\\](http://e/i.png)",
    "<script>x</script>": "\\<script\\>x\\</script\\>", "# a": "\\# a", "| a | b |": "\\| a \\| b \\|",
    "**b** _i_ `c` ~~s~~": "\\*\\*b\\*\\* \\_i\\_ \\`c\\` \\~\\~s\\~\\~", "- a": "\\- a", "+ a": "\\+ a",
    "1. a": "1\\. a", "2) a": "2\\) a", "---": "\\---", "===": "\\===", "> quote": "\\> quote", "a\n\n# b": "a \\# b",
    "&lt;": "&amp;lt;", "{{7*7}}": "\\{\\{7\\*7\\}\\}", "$x$": "\\$x\\$",
    "Budget first, 12.5 - and so on": "Budget first, 12.5 - and so on",
}  # fmt: skip


class Tags(HTMLParser):
    """Collects the tags with their attributes, and the text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[tuple[str, str]] = set()
        self.said = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags |= {(tag, name) for name, _ in attrs} | {(tag, "")}

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.said += data


def page(html: str) -> Tags:
    """Return what a browser would make of a page."""
    tags = Tags()
    tags.feed(html)
    return tags


def test_html_and_markdown_hold_text_as_text(answers: Answers, looks: Any, templates: Templates) -> None:
    """No tag or attribute comes out of a record, what would act is escaped, and what was typed is read."""
    paper = document(answers("Anna")["Story"], looks(width=30, color=True), ".TXT", templates.text) or ""
    assert 40 < max(map(len, paper.splitlines())) <= PAGE_WIDTH, "of a page's width, whatever the terminal is"
    assert "\x1b" not in paper
    names, look = ("Agenda", "Agenda for her", "Story"), looks(everything=True)
    anna = answers("Anna")
    plain = {name: page(document(anna[name], look, ".html", templates.text) or "").tags for name in names}
    for text in HTML:
        found = answers(text)
        for name in names:
            shown = page(document(found[name], look, ".html", templates.text) or "")
            assert (shown.tags, text in shown.said) == (plain[name], True), (text, name)
    for text, escaped in MARKDOWN.items():
        found = answers(text)
        for name in ("Agenda", "Story"):
            made = document(found[name], looks(), ".md", templates.text) or ""
            assert f"# {escaped}\n" in made, (text, name)
            assert text == escaped or f"# {text}\n" not in made, (text, name)


@given(text=st.text(min_size=1).filter(str.strip))
@settings(max_examples=8)
def test_documents_hold_nothing_that_acts(answers: Answers, looks: Any, templates: Templates, text: str) -> None:
    """No document has a control, bidi or invisible character, and each has as many lines as with a plain name."""
    found = answers(text)
    for suffix in (".md", ".html", ".txt", ".ics"):
        made = document(found["Weekly" if suffix == ".ics" else "Story"], looks(), suffix, templates.text) or ""
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]", made)
    assert made


def test_a_layout_that_cannot_be_filled_is_told(answers: Answers, looks: Any, templates: Templates) -> None:
    """One that fails, or reaches for what it may not, is named, with its line where it does not parse."""
    cases = [
        ("{{ name.__class__.__mro__ }}", "'__class__'"), ("{{ cycler.__init__.__globals__ }}", "'__init__'"),
        ("{{ sections.append(1) }}", "append"), ("{{ '{0.__class__}'.format(name) }}", "__class__"),
        ("{% include '/etc/passwd' %}", "/etc/passwd"), ("{% extends '../coach.toml' %}", "../coach.toml"),
        ("{{ nobody }}", "'nobody' is undefined"), ("{{ 1 // 0 }}", "by zero"),
        ("{% for x in range(10 ** 9) %}{% endfor %}", "too big"),
    ]  # fmt: skip
    agenda = answers("Anna")["Agenda"]
    for layout, why in cases:
        with pytest.raises(BadTemplate) as raised:
            document(agenda, looks(), ".md", lambda name, own=layout: own if name == "agenda.md" else "hers")  # type: ignore[misc]
        assert raised.value.data["place"] == "templates/agenda.md", layout
        assert why in str(raised.value.data["why"]), layout
    story = answers("Anna")["Story"]
    for layouts, place, why in (
        ({"story.html": "a\n{% if %}"}, "story.html:2", "Expected"), ({}, "story.html", "page.html"),
        ({"page.html": "a\n{% if %}"}, "page.html:2", "Expected"),  # not told as of the layout that stands in it
    ):  # fmt: skip
        with pytest.raises(BadTemplate) as raised:
            document(story, looks(), ".html", lambda name, own=layouts: _layout(name, own, templates))  # type: ignore[misc]
        assert (raised.value.data["place"], why in str(raised.value.data["why"])) == (f"templates/{place}", True)
    with pytest.raises(NoTemplate):  # what the finder of layouts raises is not taken for a fault of the layout
        document(story, looks(), ".html", lambda name: templates.text(f"x/{name}"))


def _layout(name: str, own: dict[str, str], templates: Templates) -> str:
    return own.get(name) or templates.text(name if own or name != "page.html" else "nowhere.html")


def test_a_page_of_ones_own_frames_every_document(answers: Answers, looks: Any, templates: Templates) -> None:
    """The layouts stand in one page; where a manager has another, or a layout that needs none, that is what counts."""
    own = {"page.html": "<html lang={{ lang }}>{% block title %}{% endblock %}!{% block body %}{% endblock %}</html>"}

    def layout(name: str) -> str:
        return own.get(name) or templates.text(name)

    made = document(answers("Anna")["Story"], looks(language="sv"), ".html", layout) or ""
    assert made.startswith("<html lang=sv>Anna!<h1>Anna</h1>")
    own["story.html"] = "{{ name }}, alone"
    assert document(answers("Anna")["Story"], looks(), ".html", layout) == "Anna, alone"
    gaps = {"a": 1, "b": ("*",), "c": {"d": None}}  # only texts are escaped
    assert fill("{{ a + 1 }} {{ b[0] }} {{ c.d }}", gaps, ".md") == "2 \\* None"
