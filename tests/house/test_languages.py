"""The languages that sellers read agree with English: the same keys, the same gaps, and nothing left in English."""

import re
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any

import pytest

from fixtures.whole import TEMPLATES, flat, read
from salescoach.hers import known
from salescoach.records.keys import key_form
from salescoach.records.values import LEVELS

LANGUAGES = [one for one in known() if one != "en"]
TRANSLATED = ("forms/*", "expectations/*", "onboarding/*", "levels")
SAME = {"id", "name", "becomes", "section", "phase", "owner", "area"}
"""Keys whose values are no words but names, by which files and code know a thing."""

SPELLED_ALIKE = {"onboard.whom.hr", "light.motivation"}
"""Phrases that are the same word in one of the languages."""

OWN_PARTS = {"number", "area", "agenda"}
"""Parts of hers.toml that words.toml has not."""


def gaps(text: str) -> set[tuple[str, str]]:
    """Return the gaps of a phrase and how they are written."""
    return {(name, form or "") for _, name, form, _ in Formatter().parse(text) if name is not None}


def says(text: str) -> bool:
    """Tell whether a phrase has words of its own beside its gaps."""
    return any(char.isalpha() for char in re.sub(r"\{.*?\}", "", text))


def pairs(ours: Any, theirs: Any, path: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Give each value of a template and the one that stands in its place; where one of them has none, None."""
    if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
        for key in {*ours, *theirs}:
            yield from pairs(ours.get(key), theirs.get(key), f"{path}.{key}")
    elif isinstance(ours, list) and isinstance(theirs, list):
        for at in range(max(len(ours), len(theirs))):
            mine, other = (one[at] if at < len(one) else None for one in (ours, theirs))
            yield from pairs(mine, other, f"{path}[{at}]")
    else:
        yield path, ours, theirs


def hers() -> dict[str, dict[str, Any]]:
    """Return what sellers read, by language."""
    return {one: read(TEMPLATES / one / "hers.toml") for one in LANGUAGES}


def test_there_is_swedish_norwegian_danish_and_english() -> None:
    """Each of the other three reads whole in every form."""
    assert known() == ["da", "en", "nb", "sv"]
    names = {path.name for path in (TEMPLATES / "en" / "forms").iterdir()}
    assert all({path.name for path in (TEMPLATES / one / "forms").iterdir()} == names for one in LANGUAGES)


def test_every_language_has_the_same_phrases_with_the_gaps_of_the_english() -> None:
    """No key that English lacks, none that only one has, none that only repeats the English."""
    words = flat(read(TEMPLATES / "en" / "words.toml"))
    said = {
        one: flat({key: part for key, part in table.items() if key not in OWN_PARTS}) for one, table in hers().items()
    }
    for language, phrases in said.items():
        assert phrases.keys() == said["sv"].keys(), language
        for key, text in phrases.items():
            assert gaps(text) == gaps(words[key]), (language, key)
            assert text != words[key] or not says(text) or key in SPELLED_ALIKE, (
                language,
                key,
            )


def test_every_language_opens_the_agendas_that_there_are() -> None:
    """With as many prompts as the English, so that they take turns together, and no gap but the name."""
    for language, table in hers().items():
        assert table["number"].keys() == {"decimal", "group", "minus"}, language
        for name, own in table["agenda"].items():
            agenda = read(TEMPLATES / "en" / "agendas" / f"{name}.toml")
            (opening,) = (part for part in agenda["section"] if part["key"] == "open")
            asked = ("prompt", "prompts", "before")
            for path, mine, text in pairs({key: opening[key] for key in asked if key in opening}, own["open"]):
                assert gaps(text) <= {("name", "")}, (language, name, path)
                assert isinstance(mine, str), (language, name, path)
                assert len(text) <= 110, text
        assert sorted(table["agenda"]) == sorted(path.stem for path in (TEMPLATES / "en" / "agendas").iterdir())


def test_every_area_is_called_something() -> None:
    """In each language, by a word of its own: two that were called the same could not be told apart in an answer."""
    lists = [read(path) for path in sorted((TEMPLATES / "en").glob("expectations/*.toml"))]
    lists += [part for path in sorted((TEMPLATES / "en").glob("onboarding/*.toml")) for part in read(path)["phase"]]
    named = {key_form(one["area"]) for part in lists for one in part.get("expectation", ())}
    named |= {key_form(area["title"]) for area in read(TEMPLATES / "en" / "areas.toml").values()}
    assert len(named) > 20
    for language, table in hers().items():
        assert named <= {*map(key_form, table["area"])}, language
        words = [word for area, word in table["area"].items() if area != "negotiation"]  # as many call negotiating
        assert len({*map(key_form, words)}) == len(words), language


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translated_template_is_the_english_one_in_other_words(language: str) -> None:
    """The same parts, names, days and gaps; each text another one, but for the name alone and the initials HR."""
    found = [path for pattern in TRANSLATED for path in sorted((TEMPLATES / language).glob(f"{pattern}.toml"))]
    assert found
    for path in found:
        english = read(TEMPLATES / "en" / path.relative_to(TEMPLATES / language))
        for where, ours, theirs in pairs(english, read(path)):
            key = where.rpartition(".")[2]
            if key == "called" or (key in LEVELS and ours is None):  # in English it stands with the area
                continue
            if key in {"agenda", "subject", "by_talk"} and theirs is None:  # what is done with a step has no words
                continue
            assert type(ours) is type(theirs), (path, where, ours, theirs)
            if not isinstance(ours, str) or key in SAME:
                assert ours == theirs, (path, where)
            else:
                assert gaps(ours) == gaps(theirs), (path, where)
                assert theirs != ours or not says(ours) or path.stem == "levels", (path, where)
