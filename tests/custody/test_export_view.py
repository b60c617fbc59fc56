from collections.abc import Callable
from typing import Any

from salescoach.answer import Answer
from salescoach.kit.screen import data, text

Answers = Callable[[str], dict[str, Answer]]
Looks = Callable[..., Any]


def test_a_journal_is_data(answers: Answers, looks: Looks) -> None:
    """All records, each file as it is, what does not read as text in another form, and what was left out."""
    answer: Any = answers("Anna")["Export"]
    files = {"sellers/anna-berg.toml": b"# hers\r\n", "me.toml": b"\xff"}
    object.__setattr__(answer, "files", files)
    made = data(answer, looks())
    assert made["private"] is True
    assert made["me"] == made["sellers"][0]["records"] or len(made["me"]) == len(made["sellers"][0]["records"])
    assert (made["sellers"][0]["file"], made["sellers"][0]["text"]) == ("sellers/anna-berg.toml", "# hers\r\n")
    assert made["files"] == [{"file": "me.toml", "base64": "/w=="}]
    assert made["problems"][0]["line"] == 3
    assert text(answer, looks(terminal=False)).startswith('{\n  "private": true,')
