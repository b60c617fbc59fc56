from collections.abc import Callable
from pathlib import Path

import pytest

from salescoach.errors import BadTemplate
from salescoach.journal import toml
from salescoach.journal.shapes import fault
from salescoach.journal.templates import SHIPPED, Templates

Own = Callable[[str, str], Templates]
Spoken = Callable[[object], str]

AGENDA = (
    'title = "Mine"\nminutes = 30\n\n[[section]]\nkey = "open"\ntitle = "Open"\nminutes = 5\nprompt = "How are you?"\n'
)
WORDS = {
    "count": {"day": {"one": "1 day"}},
    "said": {"plain": "{name}", "due": "{what} by {due:date}", "late": "{days:day} late", "brace": "a {{b}}"},
}


@pytest.fixture
def own(tmp_path: Path) -> Own:
    """Make the templates of a journal that has one of its own."""

    def made(name: str, text: str) -> Templates:
        path = tmp_path / "templates" / f"{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return Templates(tmp_path / "templates", "en")

    return made


def test_a_copy_of_a_shipped_template_can_be_used(own: Own) -> None:
    """Every shipped template has the shape that an own one must have: a copy is where an own one begins."""
    for path in (SHIPPED / "en").rglob("*.toml"):
        name = path.relative_to(SHIPPED / "en").with_suffix("").as_posix()
        text = path.read_text("utf-8")
        assert own(name, text).table(name) == toml.parse(text, str(path)), name


@pytest.mark.parametrize(
    ("name", "text", "place", "why"),
    [
        ("agendas/mine", 'title = "Mine"\n' + AGENDA.partition("minutes = 30\n")[2], ":1:1", "minutes: Field required"),
        ("agendas/mine", 'title = "Mine"\nminutes = 30\n', ":1:1", "section: Field required"),
        ("agendas/mine", AGENDA.replace('prompt = "How are you?"\n', ""), ":4:1", "section.0.prompt: Field required"),
        ("agendas/mine", AGENDA.replace("= 5", '= "5"'), ":7:11", "section.0.minutes: Input should be a valid integer"),
        ("questions", '[[question]]\nid = "a"\nwhen = ["always"]\n', ":1:1", "question.0.text: Field required"),
        ("guided", '[[question]]\nkey = "a"\ntext = "b"\n', ":1:1", "question.0.hint: Field required"),
        ("actions", '[[action]]\ntitle = "a"\n', ":1:1", "action.0.name: Field required"),
        ("dates", 'accepted = "fri"\n', ":1:1", "weekdays: Field required"),
        ("marks", '[level]\nred = "rot"\n', ":2:7", "level.red: Input should be a valid list"),
        ("probation", "country = 3\n", ":1:11", "country: Input should be a valid list"),
        ("probation", '[[country]]\ncode = "a b"\n', ":2:8", "country.0.code: String should match pattern"),
        ("columns", "name = 3\n", ":1:8", "name: Input should be a valid list"),
        ("words", '[added]\none = "{nmae} is in"\n', ":2:7", "added.one: there is no such gap here: {nmae}"),
        ("words", '[added]\none = "{name is in"\n', ":2:7", "added.one: expected '}' before end of string"),
        ("words", '[added]\none = "{name.__class__}"\n', ":2:7", "no such gap here: {name.__class__}"),
        ("words", '[weekly]\ndue = "{due:day}"\n', ":2:7", "weekly.due: there is no such gap here: {due}"),
        ("words", "[weekly]\ndue = 3\n", ":2:7", "weekly.due: a phrase stands in quotation marks"),
        ("words", "weekly = 3\n", ":1:10", "weekly: a phrase or a table of them"),
    ],
)
def test_an_own_template_that_cannot_be_used_is_named(
    own: Own, spoken: Spoken, *, name: str, text: str, place: str, why: str
) -> None:
    """The file, the line, the key and the reason; never a bug later on."""
    with pytest.raises(BadTemplate) as raised:
        own(name, text).tables(name)
    assert str(raised.value.data["place"]).endswith(f"{name}.toml{place}")
    assert why in f"{raised.value.data['key']}: {spoken(raised.value.data['why'])}"


def test_a_phrase_may_be_said_otherwise() -> None:
    """The gaps of the shipped phrase may be left out, moved, and written in another form of their kind."""
    for phrases in (
        {"said": {"plain": "She: {name}!"}}, {"said": {"plain": "nobody"}}, {"said": {"due": "{due:long}: {what}"}},
        {"said": {"due": "{due}"}}, {"said": {"late": "{days} d"}}, {"said": {"brace": "{{c}}"}},
        {"mine": {"own": "{anything}"}}, {"own": "{anything}"},
    ):  # fmt: skip
        assert fault("words", phrases, WORDS) is None, phrases
