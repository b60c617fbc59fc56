import io
import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from fixtures.answers import Answers
from salescoach.actions.rules.whom import Tally
from salescoach.answer import Answer, phrase
from salescoach.care.rules import Checkup, UndoList
from salescoach.errors import NotADate
from salescoach.goals.rules import goals_of
from salescoach.kit.failure import told
from salescoach.kit.json import dumps
from salescoach.kit.screen import VIEWS, data, draw, notice, text
from salescoach.onboarding.rules.standing import Newcomers
from salescoach.people.rules.story import story_of
from salescoach.praise.rules import Praises
from salescoach.probation.rules.review import Probations
from salescoach.promises.rules import both_ways
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings
from salescoach.week.rules.weekly import weekly_of

MARKUP = "[red]x[/red] [link=http://e]l[/link] :tada:"
NASTY = f"x\x1b[31m\x1b]0;t\x07\x9b\x00\r\n\u202eevil\u200b\u2066\ufeff\U000e0041 <b> {MARKUP}"
ACTS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\U000e0000-\U000e0fff]"
)

texts = st.text(min_size=1, max_size=60).filter(lambda text: text.strip())
widths = st.integers(20, 200)


def test_every_answer_has_a_view(answers: Answers) -> None:
    """The answers that the tests are made with are all that views are registered for."""
    assert {type(one).__name__ for one in answers("x").values()} == set(VIEWS)


@given(text_=texts, width=widths, everything=st.booleans())
@example(text_=NASTY, width=20, everything=False)
@example(text_=NASTY, width=80, everything=True)
@example(text_="漢字" * 30, width=21, everything=False)
@example(text_="a  b\nc", width=80, everything=False)
@settings(max_examples=6)
def test_whatever_the_records_say_a_screen_stays_a_screen(
    answers: Answers, looks: Any, text_: str, width: int, *, everything: bool
) -> None:
    """No line is wider than the terminal, nothing that one acts on passes, and JSON gives back what was written."""
    found, wishes = answers(text_), {"everything": everything, "private": True}
    for name, answer in found.items():
        shown, made = text(answer, looks(width=width, **wishes)), data(answer, looks(private=True))
        assert [line for line in shown.split("\n") if cell_len(line) > width] == [], name
        assert json.loads(dumps(made)) == json.loads(json.dumps(made)), name
        for printed in (shown, text(answer, looks(terminal=False, **wishes)), dumps(made)):
            assert not ACTS.search(printed), name
    story = json.loads(dumps(data(found["Story"], looks(private=True))))
    assert story["seller"]["name"] == text_
    assert next(one for one in story["records"] if one["kind"] == "praise")["from"] == text_


def test_colour_is_sgr_and_nothing_else(answers: Answers, looks: Any) -> None:
    """With colour the only escapes are those that set it, each line leaving the terminal as it was."""
    for answer in answers(NASTY).values():
        shown = text(answer, looks(color=True))
        assert not ACTS.search(re.sub("\x1b\\[[0-9;]*m", "", shown))
        assert all(
            line.endswith("\x1b[0m") or "\x1b" not in line[line.rfind("\x1b[0m") + 4 :] for line in shown.split("\n")
        )


LEVELS = {"31": "■", "33": "▲", "32": "●"}


def test_red_yellow_and_green_belong_to_levels(answers: Answers, looks: Any) -> None:
    """What is red, yellow or green is a level with its shape and letter, or an error line; never lateness."""
    for name, answer in answers("Anna").items():
        shown = text(answer, looks(color=True))
        for code, said in re.findall("\x1b\\[(?:[0-9]+;)*(3[123])m([^\x1b]*)", shown):
            level = said[:1] == LEVELS[code] and said[1:].strip()
            assert level or (code == "31" and "cannot be read" in shown and not re.search("late", said)), (name, said)


def test_a_pipe_gets_one_line_a_record(
    full: Callable[[str], Seller], person: Callable[..., Seller], looks: Any
) -> None:
    """In a pipe nothing is wrapped, cut or padded at the end, however long it is and whatever the width."""
    for width, length in ((10, 1_500), (80, 1_500), (100_000, 100_001)):
        long = "Ä" * length
        found = both_ways([full(long), person("Bo Lind", key="bo-lind")], date(2026, 11, 19))
        shown = text(found, looks(terminal=False, width=width))
        assert shown.count(long) == len(shown.splitlines()) == 7, width  # three with their seller's name each, a cue
        assert "…" not in shown, width
        assert not re.search(r" $", shown, re.MULTILINE), width


def test_what_is_said_is_drawn_line_by_line(looks: Any) -> None:
    """A notice is one line, broken between words on a terminal; what acts is seen, and text keeps its lines."""
    assert notice(phrase("notice.wrote", file="a\nb\x1b[2J"), looks()) == "Wrote a b␛[2J."
    file = io.StringIO()
    draw(["one\ntwo\x07 \x0b[b]"], looks(), file)
    assert file.getvalue() == "one\ntwo␇ ␋[b]\n"
    error = NotADate(text="31 feb", why="impossible", forms="2026-11-27, 27 nov, 27.11.2026, fri, tomorrow, next week")
    assert max(map(len, told(error, looks(width=30)).splitlines())) <= 30
    assert len(told(error, looks(terminal=False)).splitlines()) == 2
    what = phrase("notice.mark_new_area_near", area="discoveri", near="discovery")
    lines = notice(what, looks(width=30)).splitlines()
    assert max(map(len, lines)) <= 30
    assert [" ".join(lines)] == notice(what, looks(terminal=False)).splitlines()


@pytest.mark.golden
def test_where_there_is_nothing_the_next_command_is_said(
    person: Callable[..., Seller], looks: Any, golden: SnapshotAssertion
) -> None:
    """An empty screen says how it fills, and a part in which there is nothing is left out, head and all."""
    bo, today = person("Bo"), date(2026, 11, 19)
    hers = person("Anna", ("commitment", {"by": "seller", "what": "send the list"}))
    empty: list[Answer] = [
        Checkup(problems=(), checked=1), goals_of([bo], today), Praises(thank=(), quiet=()), both_ways([bo], today),
        both_ways([hers], today), story_of(bo, today), Tally(habits=(), titles={}), Newcomers(sellers=()),
        Probations(sellers=()), UndoList(steps=()), weekly_of([], Book(), Settings(), today=today),
    ]  # fmt: skip
    assert "\n".join(f"{type(one).__name__}\n{text(one, looks())}" for one in empty) == golden
