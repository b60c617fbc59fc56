"""What is handed over: the whole journal as JSON, one seller as a document."""

from base64 import b64encode
from collections.abc import Iterator
from typing import Any

from salescoach.coaching.telling import tell
from salescoach.custody.rules import Export, oldest_first
from salescoach.figures.view.hers import month_data
from salescoach.kit.failure import problems
from salescoach.kit.json import dumps, plain
from salescoach.kit.json import record as as_json
from salescoach.kit.look import Look
from salescoach.people.view import story


def screen(answer: Export, look: Look) -> Iterator[str]:
    """Show the document of one seller as it would stand in a file; of a journal, its data."""
    from salescoach.kit.document import document

    page = document(answer, look, ".md", answer.layouts.__getitem__) or "" if answer.story else ""
    yield (page if answer.story else dumps(plain(data(answer, look)))).rstrip("\n")


def data(answer: Export, look: Look) -> dict[str, Any]:
    """Return the journal, or one seller, as JSON has it; with private lines each file as it is, too."""
    faults = problems(answer.faults, look)
    records = [as_json(one) for one in answer.records]
    if answer.story is not None:
        months = {"figures": [*map(month_data, answer.months)]} if answer.months else {}
        whole = {**story.data(answer.story, look), "records": records, **months}
        return {"private": answer.private, **whole, "problems": faults}
    met: dict[str, dict[str, Any]] = {}
    for one in answer.sellers:
        hers = {"header": one.header.to_table(), "records": [as_json(each) for each in oldest_first(one)]}
        met[f"{'left' if one.left else 'sellers'}/{one.key}.toml"] = {"key": one.key, "left": one.left, **hers}
    files = {file: {"file": file, **_content(content)} for file, content in answer.files.items()}
    return {
        "private": answer.private,
        "settings": answer.settings,
        "me": records,
        "sellers": [{**hers, **files.get(file, {})} for file, hers in met.items()],
        "files": [whole for file, whole in files.items() if file not in met],
        "problems": faults,
    }


def layout(answer: Export, look: Look) -> tuple[str, dict[str, Any]]:
    """Return the document layout of a seller and what goes into it, her story oldest first."""
    assert answer.story is not None  # noqa: S101  # a whole journal is data, and no document is asked for
    name, gaps = story.layout(answer.story, look)
    words = {**gaps["words"], "story": look.say("export.story")}
    records = []
    for one in answer.records:
        said = look.say(tell(one, answer.story.titles))
        records.append((look.day(one.on), look.say("export.private", text=said) if one.private else said))
    return name, {**gaps, "words": words, "records": records}


def _content(content: bytes) -> dict[str, str]:
    """Return the bytes of a file as its text, or in base64 where they are none."""
    try:
        return {"text": content.decode("utf-8")}
    except UnicodeDecodeError:
        return {"base64": b64encode(content).decode()}
