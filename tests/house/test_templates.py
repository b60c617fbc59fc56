"""The shipped templates are whole: what the code expects of them is there, in every language that has the file."""

import re
import tomllib
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from salescoach.journal.shapes import fault
from salescoach.records.keys import key_form
from salescoach.records.values import LEVELS

TEMPLATES = Path(__file__).parents[2] / "templates"

GAPS_OF_SIGNAL: dict[str, set[str]] = {
    "first_talk": {"name"},
    "red_wellbeing": set(),
    "red_motivation": set(),
    "red_performance": set(),
    "red_area": {"area"},
    "watermelon": {"goal"},
    "goal_behind": {"goal"},
    "goal_ahead": {"goal"},
    "goal_near": {"goal"},
    "no_goal": set(),
    "broken_promise": {"what"},
    "her_promise_late": {"what"},
    "topic_carried": {"what"},
    "new_seller": set(),
    "long_since": set(),
    "improved": {"area"},
    "declined": {"area"},
    "all_green": set(),
    "yellow_stuck": {"area"},
    "grey": set(),
    "quarter_end": set(),
    "praise_silence": set(),
    "back_from_away": set(),
    "customer_promise": set(),
    "always": set(),
}
FEWEST = dict.fromkeys(GAPS_OF_SIGNAL, 2) | {
    "red_wellbeing": 3,
    "red_motivation": 3,
    "red_performance": 3,
    "red_area": 3,
    "goal_behind": 3,
    "new_seller": 3,
    "always": 10,
}
EVERY_TALK = {"open", "promises", "thanks", "work", "questions", "value", "lesson", "close"}
SECTIONS = {
    "check-in": EVERY_TALK,
    "development": EVERY_TALK | {"goals", "resources", "plan"},
    "onboarding": EVERY_TALK - {"work", "questions"} | {"expected", "light", "steps"},
    "probation": {"open", "stands", "untold", "help", "promises", "lesson", "close"},
}
HEART = {"onboarding": "expected", "probation": "stands"}
"""The section that gets the most minutes, where that is not the work."""
GUIDED = {
    "topics": {"name"},
    "went": {"name"},
    "mine": {"name"},
    "hers": {"name"},
    "praise": {"name"},
    "light": {"name", "light"},
    "next": {"name"},
}
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def files(pattern: str) -> list[Any]:
    """Return the shipped files of a pattern as parameters named by language and file."""
    return [pytest.param(path, id=str(path.relative_to(TEMPLATES))) for path in sorted(TEMPLATES.glob(pattern))]


def load(path: Path) -> dict[str, Any]:
    """Return a template as data."""
    return tomllib.loads(path.read_text("utf-8"))


def gaps(text: str) -> set[str]:
    """Return the names of the gaps in a text."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def texts(value: Any) -> list[str]:
    """Return every text in a template, however deep."""
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in texts(part)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("path", files("**/*.toml"))
def test_a_template_parses(path: Path) -> None:
    """Each shipped TOML file reads with the referee, and holds something."""
    assert load(path)


@pytest.mark.parametrize(
    "path",
    files("*/actions.toml")
    + files("*/questions.toml")
    + files("*/guided.toml")
    + files("*/agendas/*.toml")
    + files("*/expectations/*.toml"),
)
def test_no_text_is_empty_padded_or_shouting(path: Path) -> None:
    """A text has words, no stray spaces around or inside it, and no exclamation mark."""
    for text in texts(load(path)):
        assert text == " ".join(text.split())
        assert text
        assert "!" not in text


@pytest.mark.parametrize("path", files("*/actions.toml"))
def test_the_starter_set_has_ten_actions(path: Path) -> None:
    """The ten of the source are there, each under a name of its own that is short to type."""
    actions = load(path)["action"]
    names = [action["name"] for action in actions]
    assert sum(action["source"] == "S2.3" for action in actions) == 10
    assert len(set(names)) == len(names)
    for name in names:
        assert KEBAB.fullmatch(name)
        assert name.count("-") <= 1


@pytest.mark.parametrize("path", files("*/actions.toml"))
def test_an_action_is_whole(path: Path) -> None:
    """An action has all its fields and nothing else, each short enough for two lines of a screen."""
    for action in load(path)["action"]:
        assert set(action) == {"name", "title", "what", "why", "example", "theme", "source"}
        assert len(action["title"]) <= 30
        assert max(len(action[key]) for key in ("what", "why", "example")) <= 120
        assert not any(map(gaps, texts(action)))


@pytest.mark.parametrize("path", files("*/questions.toml"))
def test_a_question_has_an_id_of_its_own(path: Path) -> None:
    """Talks remember questions by id, so that two must never share one."""
    ids = [question["id"] for question in load(path)["question"]]
    assert len(set(ids)) == len(ids)
    assert all(KEBAB.fullmatch(each) and len(each) <= 24 for each in ids)


@pytest.mark.parametrize("path", files("*/questions.toml"))
def test_a_question_is_asked_only_once(path: Path) -> None:
    """The same words under two ids would be asked twice in a row."""
    asked = [question["text"].casefold() for question in load(path)["question"]]
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize("path", files("*/questions.toml"))
def test_the_gaps_of_a_question_can_be_filled_by_each_of_its_signals(path: Path) -> None:
    """Any one signal is enough to ask a question, so that each must know all its gaps."""
    for question in load(path)["question"]:
        assert set(question) == {"id", "when", "text"}
        assert question["when"]
        for signal in question["when"]:
            assert gaps(question["text"]) <= GAPS_OF_SIGNAL[signal], question["id"]


@pytest.mark.parametrize("path", files("*/questions.toml"))
@pytest.mark.parametrize("signal", GAPS_OF_SIGNAL)
def test_a_signal_has_enough_questions(path: Path, signal: str) -> None:
    """Each signal has questions to rotate through."""
    assert sum(signal in question["when"] for question in load(path)["question"]) >= FEWEST[signal]


@pytest.mark.parametrize("path", files("*/questions.toml"))
def test_a_question_is_short_and_asks(path: Path) -> None:
    """A question can be said in one breath and ends as one."""
    for question in load(path)["question"]:
        assert 20 <= len(question["text"]) <= 110, question["id"]
        assert question["text"].endswith("?")


@pytest.mark.parametrize("path", files("en/questions.toml"))
def test_a_question_is_open(path: Path) -> None:
    """The clause that asks begins with a word that yes or no cannot answer."""
    opening = re.compile(r"(^|[.:,] )(what|which|how|where|when|who)\b", re.IGNORECASE)
    for question in load(path)["question"]:
        assert opening.search(question["text"]), question["id"]


@pytest.mark.parametrize("path", files("*/agendas/*.toml"))
def test_the_minutes_of_an_agenda_add_up(path: Path) -> None:
    """The parts of a talk fill its time, no more and no less; the work gets the most of it."""
    agenda = load(path)
    minutes = {section["key"]: section["minutes"] for section in agenda["section"]}
    assert sum(minutes.values()) == agenda["minutes"]
    assert max(minutes, key=lambda key: minutes[key]) == HEART.get(path.stem, "work")
    assert minutes.get("lesson", 0) == 0


@pytest.mark.parametrize("path", files("*/agendas/*.toml"))
def test_an_agenda_opens_with_the_seller_and_closes_with_who_does_what(path: Path) -> None:
    """An agenda has the sections that the code fills, each once: her topics first, the summing up last."""
    keys = [section["key"] for section in load(path)["section"]]
    assert keys[0] == "open"
    assert keys[-1] == "close"
    assert sorted(keys) == sorted(SECTIONS[path.stem])


@pytest.mark.parametrize("path", files("*/agendas/*.toml"))
def test_the_prompts_of_an_agenda_are_whole(path: Path) -> None:
    """Each section has a prompt; where prompts rotate there are four, all different, with no gap but the name."""
    for section in load(path)["section"]:
        assert set(section) - {"prompts", "before", "title_before"} == {"key", "title", "minutes", "prompt"}
        prompts = [section["prompt"], *section.get("prompts", [])]
        assert len(set(prompts)) == len(prompts)
        assert len(prompts) in {1, 5}
        assert section.get("before") not in prompts
        for prompt in (*prompts, section.get("before", "")):
            assert len(prompt) <= 110
            assert gaps(prompt) <= {"name"}


@pytest.mark.parametrize("path", files("*/agendas/*.toml"))
def test_an_agenda_knows_the_first_talk(path: Path) -> None:
    """With no history there are five or six questions to begin with, and the opening ones rotate."""
    agenda = load(path)
    assert set(agenda) - {"first_talk_days"} == {"title", "minutes", "for", "first_talk", "section"}
    assert len(agenda["first_talk"]) in {5, 6}
    assert all(gaps(prompt) <= {"name"} and prompt.endswith("?") for prompt in agenda["first_talk"])
    assert len(agenda["section"][0]["prompts"]) == 4


@pytest.mark.parametrize("path", files("*/probation.toml"))
def test_the_rules_of_a_country_are_whole(path: Path) -> None:
    """The four countries, each with its source and the day on which it was looked up; no sentence is too long."""
    countries = load(path)["country"]
    assert fault("probation", load(path), {}) is None
    assert [one["code"] for one in countries] == ["SE", "NO", "DK", "FI"]
    for one in countries:
        keys = {"code", "name", "months", "tell_days", "extension", "rule", "extend", "source", "checked", "names"}
        assert set(one) == keys
        assert max(map(len, texts(one))) <= 220
        assert not any(map(gaps, texts(one)))


@pytest.mark.parametrize("path", files("*/guided.toml"))
def test_the_guided_log_asks_in_order_and_briefly(path: Path) -> None:
    """Seven questions at most, what the seller brought up first, each with a hint, within a narrow screen."""
    questions = load(path)["question"]
    assert [question["key"] for question in questions] == list(GUIDED)
    for question in questions:
        assert set(question) == {"key", "text", "hint"}
        assert gaps(question["text"]) <= GUIDED[question["key"]]
        assert len(question["text"]) <= 70
        assert len(question["hint"]) <= 60
        assert not gaps(question["hint"])


@pytest.mark.parametrize("path", files("*/expectations/*.toml"))
def test_what_is_expected_is_little_and_whole(path: Path) -> None:
    """Four to six areas of a stage, each once, each with what red, yellow and green look like, in one line."""
    areas = load(path)["expectation"]
    assert len({key_form(one["area"]) for one in areas}) == len(areas)
    assert 4 <= len(areas) <= 6
    for one in areas:
        assert set(one) == {"area", *LEVELS}
        assert len({one[level] for level in LEVELS}) == len(LEVELS)
        assert all(10 <= len(one[level]) <= 90 and not gaps(one[level]) for level in LEVELS)


@pytest.mark.parametrize("path", files("*/retro.toml"))
def test_a_retrospective_asks_all_four_roles_three_short_questions(path: Path) -> None:
    """One of them, the last, is for the lesson; no two are the same, and none has a gap but the name."""
    roles = load(path)["role"]
    asked = [question for role in roles for question in role["question"]]
    assert [role["name"] for role in roles] == ["new-hire", "manager", "buddy", "leader"]
    assert all(len(role["question"]) == 3 and role["question"][-1]["lesson"] for role in roles)
    assert sum("lesson" in question for question in asked) == len(roles)
    assert len({question["text"] for question in asked}) == len(asked)
    for question in asked:
        assert gaps(question["text"]) <= {"name"}
        assert question["text"].endswith("?")
        assert len(question["text"]) <= 90
