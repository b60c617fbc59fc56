"""The shipped templates are whole: what the code expects of them is there, in every language that has the file."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from fixtures.whole import TEMPLATES, gaps, read
from salescoach.actions.rules.catalogue import Lacks
from salescoach.expectations.schema import MOST_ROWS
from salescoach.forms.rules.form import LIGHTS_ASKED
from salescoach.journal.shapes import fault
from salescoach.records.keys import key_form
from salescoach.records.values import LEVELS

AREAS: dict[str, dict[str, Any]] = read(TEMPLATES / "en" / "areas.toml")

GAPS_OF_SIGNAL: dict[str, set[str]] = {
    "first_talk": {"name"}, "red_wellbeing": set(), "red_motivation": set(), "red_performance": set(),
    "red_area": {"area"}, "watermelon": {"goal"}, "goal_behind": {"goal"}, "goal_ahead": {"goal"},
    "goal_near": {"goal"}, "no_goal": set(), "broken_promise": {"what"}, "her_promise_late": {"what"},
    "topic_carried": {"what"}, "new_seller": set(), "long_since": set(), "improved": {"area"}, "declined": {"area"},
    "all_green": set(), "yellow_stuck": {"area"}, "grey": set(), "quarter_end": set(), "praise_silence": set(),
    "back_from_away": set(), "customer_promise": set(), "customer_worry": set(), "always": set(),
    "open_red_wellbeing": {"name"}, "open_red_motivation": {"name"}, "open_red_performance": {"name"},
}  # fmt: skip
FEWEST = dict.fromkeys(GAPS_OF_SIGNAL, 2) | {
    "red_wellbeing": 3, "red_motivation": 3, "red_performance": 3, "red_area": 3, "goal_behind": 3, "new_seller": 3,
    "always": 10,
}  # fmt: skip
EVERY_TALK = {"open", "promises", "thanks", "work", "questions", "value", "lesson", "initiative", "close"}
SECTIONS = {
    "check-in": EVERY_TALK,
    "development": EVERY_TALK - {"promises", "thanks"}
    | {"owed", "views", "back", "figures", "ahead", "resources", "plan"},
    "onboarding": EVERY_TALK - {"work", "questions", "initiative"} | {"expected", "light", "steps"},
    "initiative": {"open", "idea", "gain", "where", "tools", "aims", "close"},
    "first-days": {"open", "promises", "steps", "people", "close"},
    "probation": {"open", "stands", "untold", "help", "promises", "lesson", "close"},
}
HEART = {"initiative": "idea", "onboarding": "expected", "first-days": "open", "probation": "stands"}
"""The section that gets the most minutes, where that is not the work."""
GUIDED = {
    "topics": {"name"}, "went": {"name"}, "mine": {"name"}, "hers": {"name"}, "praise": {"name"},
    "light": {"name", "light"}, "next": {"name"},
}  # fmt: skip
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def files(*patterns: str) -> dict[Path, dict[str, Any]]:
    """Return the shipped files of some patterns as data; there are some of each."""
    found = [sorted(TEMPLATES.glob(pattern)) for pattern in patterns]
    assert all(found)
    return {path: read(path) for paths in found for path in paths}


def each(pattern: str, part: str) -> Iterator[dict[str, Any]]:
    """Return each table of a list in the files of a pattern."""
    return (one for table in files(pattern).values() for one in table[part])


def texts(value: Any) -> list[str]:
    """Return every text in a template, however deep."""
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in texts(part)]
    return [value] if isinstance(value, str) else []


def test_no_text_is_empty_padded_or_shouting() -> None:
    """Each file holds something; a text has words, no stray spaces around or inside it, no exclamation mark."""
    assert all(files("**/*.toml").values())
    told = [f"*/{name}.toml" for name in ("actions", "questions", "guided", "agendas/*", "expectations/*")]
    found = [text for table in files(*told).values() for text in texts(table)]
    assert [text for text in found if not text or text != " ".join(text.split()) or "!" in text] == []


def test_fifty_whole_actions_are_ten_of_each_theme() -> None:
    """Each short to type, with all its fields, short enough for two lines of a screen; ten are those of the source."""
    for table in files("*/actions.toml").values():
        names = [action["name"] for action in table["action"]]
        assert sum(action["source"] == "S2.3" for action in table["action"]) == 10
        themes = Counter(action["theme"] for action in table["action"])
        assert themes == dict.fromkeys((theme["name"] for theme in table["theme"]), 10)
        assert len(themes) == 5
        for own in ("name", "title", "what", "why", "example"):
            assert len({action[own].casefold() for action in table["action"]}) == 50, own
        assert [name for name in names if not KEBAB.fullmatch(name) or name.count("-") > 1] == []
        suited = Counter(action.get("lacks") for action in table["action"] if not action.get("team"))
        assert suited.keys() >= {*get_args(Lacks)}, "something that a team can lack is answered by nothing"
    for action in each("*/actions.toml", "action"):
        needed = {"name", "title", "what", "why", "example", "minutes", "theme", "source"}
        assert action.keys() - {"lacks", "team"} == needed, action
        assert 5 <= action["minutes"] <= 90, action
        assert len(action["title"]) <= 30, action
        assert max(len(action[key]) for key in ("what", "why", "example")) <= 120, action
        assert not any(map(gaps, texts(action))), action


def test_a_question_is_one_short_open_question_of_its_own() -> None:
    """Talks remember it by its id; it is said in one breath, and yes or no cannot answer it."""
    opening = re.compile(r"(^|[.:,] )(what|which|how|where|when|who)\b", re.IGNORECASE)
    for path, table in files("*/questions.toml").items():
        questions = table["question"]
        for own in ("id", "text"):
            assert len({one[own].casefold() for one in questions}) == len(questions), own
        for one in questions:
            assert set(one) == {"id", "when", "text"}, one
            assert KEBAB.fullmatch(one["id"]), one
            assert len(one["id"]) <= 24, one
            assert 20 <= len(one["text"]) <= 110, one
            assert one["text"].endswith("?"), one
            assert path.parent.name != "en" or opening.search(one["text"]), one


def test_a_signal_has_enough_questions_that_it_can_fill() -> None:
    """To rotate through; any one signal is enough to ask a question, so that each must know all its gaps."""
    for table in files("*/questions.toml").values():
        for one in table["question"]:
            assert one["when"], one
            assert all(gaps(one["text"]) <= GAPS_OF_SIGNAL[signal] for signal in one["when"]), one
        for signal, fewest in FEWEST.items():
            assert sum(signal in one["when"] for one in table["question"]) >= fewest, signal


def test_an_agenda_has_its_sections_and_their_minutes() -> None:
    """Her topics first, the summing up last, each that the code fills once; the work gets the most of the time."""
    for path, agenda in files("*/agendas/*.toml").items():
        keys = [section["key"] for section in agenda["section"]]
        assert (keys[0], keys[-1]) == ("open", "close"), path
        assert sorted(keys) == sorted(SECTIONS[path.stem]), path
        minutes = {section["key"]: section["minutes"] for section in agenda["section"]}
        assert sum(minutes.values()) == agenda["minutes"], path
        assert max(minutes, key=lambda key: minutes[key]) == HEART.get(path.stem, "work"), path
        assert minutes.get("lesson", 0) == 0, path


def test_the_prompts_of_an_agenda_are_whole() -> None:
    """Each section has one; where they rotate there are four more, all different, with no gap but the name."""
    for section in each("*/agendas/*.toml", "section"):
        assert set(section) - {"prompts", "before", "title_before"} == {"key", "title", "minutes", "prompt"}, section
        prompts = [section["prompt"], *section.get("prompts", [])]
        assert len(set(prompts)) == len(prompts), section
        assert len(prompts) in {1, 5}, section
        assert section.get("before") not in prompts, section
        for prompt in (*prompts, section.get("before", "")):
            assert len(prompt) <= 110, prompt
            assert gaps(prompt) <= {"name"}, prompt


def test_an_agenda_knows_the_first_talk() -> None:
    """With no history there are five or six questions to begin with, and the opening ones rotate."""
    for path, agenda in files("*/agendas/*.toml").items():
        whole = {"title", "minutes", "for", "section"}
        if path.stem in {"first-days", "initiative"}:  # it is one, or never the first
            assert set(agenda) == whole
            continue
        assert set(agenda) - {"first_talk_days", "every", "decides"} == {*whole, "first_talk"}, path
        assert len(agenda["first_talk"]) in {5, 6}, path
        assert all(gaps(prompt) <= {"name"} and prompt.endswith("?") for prompt in agenda["first_talk"]), path
        assert len(agenda["section"][0]["prompts"]) == 4, path


def test_the_rules_of_a_country_are_whole() -> None:
    """The four countries, each with its source and the day on which it was looked up; no sentence is too long."""
    keys = {
        "code",
        "name",
        "months",
        "tell_days",
        "extension",
        "rule",
        "extend",
        "source",
        "checked",
        "names",
        "holidays",
    }
    some = {"telling", "late", "fixed", "fixed_part", "fixed_holds", "absence_days", "decide_days"}
    for table in files("*/probation.toml").values():
        assert fault("probation", table, {}) is None
        assert [one["code"] for one in table["country"]] == ["SE", "NO", "DK", "DK-other", "FI"]
        for one in table["country"]:
            assert set(one) - some == keys, one
            assert max(map(len, texts(one))) <= 220, one
            assert not any(map(gaps, texts(one))), one


def test_the_guided_log_asks_in_order_and_briefly() -> None:
    """Seven questions at most, what the seller brought up first, each with a hint, within a narrow screen."""
    for table in files("*/guided.toml").values():
        assert [question["key"] for question in table["question"]] == list(GUIDED)
        for one in table["question"]:
            assert set(one) == {"key", "text", "hint"}, one
            assert gaps(one["text"]) <= GUIDED[one["key"]], one
            assert not gaps(one["hint"]), one
            assert len(one["text"]) <= 70, one
            assert len(one["hint"]) <= 60, one


def test_what_is_expected_is_little_and_whole() -> None:
    """Four to six areas of a stage, each once, its levels said there or by the area, in one line."""
    described = AREAS
    for path, table in files("*/expectations/*.toml").items():
        areas = table["expectation"]
        assert len({key_form(one["area"]) for one in areas}) == len(areas), path
        assert 4 <= len(areas) <= 6, path
        for one in areas:
            assert set(one) in ({"area", *LEVELS}, {"area"}), one
            seen_in(one if len(one) > 1 else described[key_form(one["area"])])


def seen_in(table: dict[str, Any]) -> None:
    """Say that the three levels of an area are three short lines without a gap."""
    assert len({table[level] for level in LEVELS}) == len(LEVELS), table
    assert all(10 <= len(table[level]) <= 110 and not gaps(table[level]) for level in LEVELS), table


def test_an_area_is_whole_and_its_names_are_its_own() -> None:
    """What is seen, asked, tried and watched for; the parts of the sale in their order, five of them asked about."""
    stages = sorted(AREAS, key=lambda name: AREAS[name].get("stage", 9))[:8]
    assert " ".join(stages) == "prospecting discovery qualification presenting negotiating closing follow-up growing"
    assert sum(table.get("asked", False) for table in AREAS.values()) == LIGHTS_ASKED
    called = ({*map(key_form, (table["title"], *table.get("names", ())))} for table in AREAS.values())
    names = [name for one in called for name in one]
    assert sorted(names) == sorted({*names}), "two areas of one name"
    for path, table in AREAS.items():
        assert key_form(table["title"]) == path
        seen_in(table)
        assert all(len(key_form(word)) >= 4 for word in table.get("words", ())), path
        assert len(table["questions"]) == 3, path
        assert all(one.endswith("?") for one in table["questions"]), path
        assert len(table["exercises"]) in {2, 3}, path
        assert len(table["rows"]) == MOST_ROWS, path
        assert ("stage" in table) <= (len(table.get("customers", ())) == 4), path
        lines = [*table["questions"], *table["exercises"], *table["rows"], *table.get("customers", {}).values()]
        assert all(len(one) <= 125 and not gaps(one) for one in lines), path
        assert fault(f"areas/{path}", table, table) is None, path


def test_a_retrospective_asks_all_five_roles_three_short_questions() -> None:
    """One of them, the last, is for the lesson; no two are the same, and none has a gap but the name."""
    for table in files("*/forms/retro.toml").values():
        roles = table["role"]
        asked = [question for role in roles for question in role["question"]]
        assert [role["name"] for role in roles] == ["new-hire", "manager", "buddy", "knowledge-owner", "leader"]
        assert all(len(role["question"]) == 3 and role["question"][-1]["becomes"] == "lesson" for role in roles)
        assert sum("becomes" in question for question in asked) == len(roles)
        assert len({question["text"] for question in asked}) == len(asked)
        for one in asked:
            assert gaps(one["text"]) <= {"name"}, one
            assert one["text"].endswith("?"), one
            assert len(one["text"]) <= 90, one
