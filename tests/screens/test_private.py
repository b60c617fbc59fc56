import json
import shlex
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from salescoach.records import kinds as records
from salescoach.table import COMMANDS

SPOKEN = [name for name in COMMANDS if name not in {"demo", "add", "edit"}]
"""Every command but those that are about nobody in the journal, and the one that opens the file itself."""

KINDS: dict[str, dict[str, Any]] = {
    "talk": {
        "id": "x0t0a", "agenda": "CANARY-agenda", "asked": ["CANARY-asked"], "minutes": 37,
        "notes": "CANARY-notes", "lesson": "CANARY-lesson", "one_skill": "CANARY-skill",
    },
    "note": {"text": "CANARY-note"}, "rating": {"area": "CANARY-area", "level": "red", "evidence": "CANARY-evidence"},
    "goal": {"id": "x0g0a", "title": "CANARY-goal", "due": date(2026, 11, 10), "resources": "CANARY-takes"},
    "progress": {"goal": "x0g0a", "note": "CANARY-progress"},
    "commitment": {"id": "x0c0a", "by": "me", "what": "CANARY", "cue": "CANARY-cue", "due": date(2026, 11, 6)},
    "settled": {"of": "t0p1a", "how": "kept", "why": "CANARY-why"}, "topic": {"id": "t0p1a", "what": "CANARY-topic"},
    "need": {"what": "CANARY-need"},
    "purpose": {"text": "CANARY-towards"},
    "focus": {"area": "CANARY-focus", "what": "CANARY-practised"},
    "lesson": {"text": "CANARY-lesson-alone"}, "praise": {"what": "CANARY-praise"},
    "valued": {"what": "CANARY-valued"},
    "feedback": {"area": "discovery", "what": "CANARY-feedback", "next": "CANARY-next"},
    "step": {"what": "CANARY-step", "owner": "CANARY-owner", "phase": "deliver", "day": 61},
    "milestone": {"milestone": "CANARY-milestone"}, "retro": {"lesson": "CANARY-retro"},
    "asked": {"form": "recap", "role": "seller", "subject": "CANARY-subject"},
    "handover": {"customer": "CANARY-handed", "by": "CANARY-taker"},
    "answer": {"form": "recap", "role": "seller", "question": "i-do", "text": "CANARY-answer"},
    "service": {"level": "red", "evidence": "CANARY-service"},
    "expectation": {"area": "CANARY-expected", "red": "CANARY-red"},
    "customer": {"customer": "CANARY-customer", "what": "CANARY-voice"},
    "action": {"action": "CANARY-action", "note": "CANARY-action-note"},
    "chosen": {"actions": ["CANARY-chosen"]},
    "touch": {"channel": "CANARY-channel", "note": "CANARY-touch"},
    "booking": {"next": date(2026, 11, 24), "where": "CANARY-where", "agenda": "CANARY-booked"},
    "initiative": {"name": "CANARY-aim", "what": "CANARY-wanted", "why": "CANARY-reason", "so_far": "CANARY-old"},
    "dialogue": {"initiative": "CANARY-aim", "gain": "CANARY-gain", "trains": "CANARY-trains"},
    "value": {"value": "CANARY-value", "what": "CANARY-example"}, "recap": {"note": "CANARY-recap"},
    "onboarding": {"plan": "CANARY-plan", "phase": "CANARY-begun"},
    "phase": {"phase": "CANARY-phase", "day": 30, "days": 5, "title": "CANARY-title", "purpose": "CANARY-purpose"},
    "moved": {"of": "t0p1a", "due": date(2026, 12, 1), "why": "CANARY-moved"},
    "probation": {"ends": date(2027, 3, 1), "counts": ["CANARY-counts"], "why": "CANARY-probation"},
    "change": {"role": "CANARY-role", "tags": ["CANARY-tag"], "placed_at": "CANARY-placed"},
    "unheard": {"of": "CANARY-unheard"},
    "away": {"id": "x0a0a", "first": date(2026, 12, 20), "last": date(2026, 12, 28), "why": "CANARY-away"},
}  # fmt: skip
"""A line of every kind that holds what somebody typed."""

MORE = {
    "prep": ["prep anna --mind"], "weekly": ["weekly --why"], "goal": ["goal", "goal anna"],
    "show": ["show anna --from 2026-01-01"], "promise": ["promise", "promise anna"],
    "praise": ["praise", "praise anna"], "act": ["act"], "done": ["done canary"],
    "progress": ["progress anna canary 7"],
    "onboard": ["onboard", "onboard anna --for buddy", "onboard anna --plan placed --again"],
    "expect": ["expect anna", "expect anna discovery"], "find": ["find CAN\u00c4RY", "find canar --who me,anna"],
    "export": ["export", "export anna"], "dossier": ["dossier anna"],
    "erase": ["erase anna --dry-run", "erase --older 1d --dry-run"], "undo": ["undo --list"],
    "recap": ["recap anna --on 2026-11-03", "recap anna --on 2026-11-05 --style chat", "recap anna --sent"],
    "redo": ["undo --list"], "leave": ["path anna"],
}  # fmt: skip
"""What is tried of a command besides its example."""


POINTING: dict[str, dict[str, Any]] = {
    "progress": {"goal": "x0g0a", "note": "CANARY-progress"},
    "settled": {"of": "x0c0a", "how": "kept", "why": "CANARY-x"},
    "moved": {"of": "x0g0a", "due": date(2026, 12, 1), "why": "CANARY-moved"},
    "away": {"first": date(2026, 12, 20), "last": date(2026, 12, 22), "why": "CANARY-away", "of": "x0a0a"},
    "change": {"role": "plain", "was": {"role": "CANARY-role"}},
}  # fmt: skip
"""What says something of one that is private; the change keeps what a private one had said before."""


def written(kind: str, fields: Mapping[str, Any], *, private: bool = True) -> str:
    """Return a record as a file has it, private or with what is private in it behind a `~`."""
    head = "private = true\n" if private else ""
    return f"\n[[{kind}]]\non = 2026-11-05\n{head}" + "".join(
        f"{key} = {_value(value if private else _veiled(value))}\n" for key, value in fields.items()
    )


def _veiled(value: Any) -> Any:
    if isinstance(value, list):
        return list(map(_veiled, value))
    plain = "buddy" if value == "CANARY-owner" else "check-in"  # words that the commands of the examples know
    return f"{plain} ~ {value}" if isinstance(value, str) and "CANARY" in value else value


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key} = {_value(one)}" for key, one in value.items()) + "}"
    return value.isoformat() if isinstance(value, date) else json.dumps(value)


Spoken = Callable[[str], list[str]]


@pytest.fixture(params=["private", "veiled", "pointing"])
def secret(request: Any, ready: Any) -> Any:
    """Put a private line of every kind into two files, and more that was typed about her into drafts.

    It is a record that is private, a text behind a `~`, or what says something of a record that is private.
    """
    veiled, pointing = request.param == "veiled", request.param == "pointing"
    kinds = [*KINDS.items(), ("topic", {"what": "CANARY-open"})]
    lines = [written(kind, fields, private=not veiled) for kind, fields in kinds]
    if veiled:
        path = ready.path("anna-berg")
        path.write_text(
            path.read_text("utf-8").replace("[seller]", '[seller]\nrole = "seen \\u007eCANARY-head"'), "utf-8"
        )
    if pointing:
        lines += [written(kind, fields).replace("private = true\n", "") for kind, fields in POINTING.items()]
    ready.append("".join(lines))
    ready.put("me.toml", "".join(lines))
    ready("log", "nobody", "private: CANARY-draft")
    ready("note", "anna", "private: CANARY-typed")
    for name in ("drafts/anna-berg.txt", "edits/anna-berg.toml", "edits/anna-berg.base"):
        ready.put(f".coach/{name}", "CANARY-kept")
    return ready


def test_a_line_of_every_kind_is_tried() -> None:
    """Or a new kind could tell what the others keep."""
    assert KINDS.keys() - {"unheard"} == {*records.KINDS}
    assert POINTING.keys() == {kind for kind, model in records.KINDS.items() if model.speaks_of} | {"change"}


@pytest.mark.parametrize("extra", [(), ("--json",), ("--all",), ("--all", "--json")], ids=" ".join)
def test_private_lines_never_leave_without_being_asked_for(
    secret: Any, example: Spoken, extra: tuple[str, ...]
) -> None:
    """Not in the answer, not in the talk, of no command; drafts and unfinished edits neither."""
    files = secret.files()
    for name in ("today", *SPOKEN):
        secret.again(files)
        if name == "redo":
            secret("note", "bo", "x")
            secret("undo")
        for line in ([] if name == "today" else example(name), *(line.split() for line in MORE.get(name, []))):
            ran = secret(*line, *extra)
            assert ran.status in ({4} if "canary" in line[1:] and name != "find" else {0, 1}), (line, ran.err)
            assert "CANARY" not in ran.out + ran.err, line


def test_private_lines_never_leave_in_a_file(secret: Any, example: Spoken) -> None:
    """Of no form."""
    for name in (name for name, row in COMMANDS.items() if row.renders):
        for suffix in (".txt", ".json", ".md", ".html", ".ics"):
            path = secret.root / f"out{suffix}"
            path.unlink(missing_ok=True)
            ran = secret(*example(name), "--all", "-o", str(path))
            assert ran.status in {0, 2}, (name, suffix)
            assert ran.status == 2 or "CANARY" not in path.read_text("utf-8"), (name, suffix)


def test_private_lines_are_shown_when_asked_for(secret: Any) -> None:
    """In text and in JSON; otherwise the tests above could not fail."""
    assert "CANARY-note" in secret("show", "anna", "--private").out
    assert "CANARY-evidence" in secret("show", "anna", "--private", "--json").out
    assert "CANARY-note" in secret("find", "can\u00e4ry", "--private").out
    assert "CANARY-note" in secret("export", "--private").out


def test_the_sentence_of_a_bug_holds_no_private_line(secret: Any) -> None:
    """The traceback is in a file for her alone; where that has no room, it names places in the program."""

    def fail(*_: object) -> None:
        raise ValueError(secret.text())

    secret.monkeypatch.setattr("salescoach.goals.rules.goals_of", fail)
    for options in ((), ("--json",), ("--private",)):
        ran = secret("goal", *options)
        assert ran.status == 3
        assert "CANARY" not in ran.out + ran.err
    kept = secret.root / ".coach" / "coach-bug.txt"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert "ValueError" in kept.read_text("utf-8")
    kept.unlink()
    kept.mkdir()
    ran = secret("goal")
    assert "ValueError" in ran.err
    assert "CANARY" not in ran.out + ran.err


def test_one_tab_offers_no_private_line(secret: Any) -> None:
    """Neither an area nor what is open."""
    secret.monkeypatch.setenv("_COACH_COMPLETE", "complete_zsh")
    for typed in ("prep ", "rate anna ", "done ", "progress anna ", "act "):
        secret.monkeypatch.setenv("_TYPER_COMPLETE_ARGS", f"coach {typed}")
        with pytest.raises(SystemExit):
            secret()
        assert "CANARY" not in secret.read()[0], typed


TYPED = (
    "promise anna 'call her by fri ~ SECRET'", "promise anna 'call her' --by fri --when 'when she is back ~ SECRET'",
    "goal anna '12 talks by fri ~ SECRET'", "goal anna 'sell more' --why 'to stay ~ SECRET' --unit 'kr ~ SECRET'",
    "praise anna 'stayed calm ~ SECRET' --from 'Karin ~ SECRET'", "praise anna 'calm;~SECRET'",
    "progress anna first 7 --note 'slow ~ SECRET'", "act coffee anna --note 'in town ~ SECRET'",
    "act coffee --note 'alone ~ SECRET'", "rate anna discovery red 'no budget ~ SECRET'",
    "move call fri --why 'ill ~ SECRET'", "done call list --why 'at last ~ SECRET'",
    "away anna 1/12 5/12 --why 'at home ~ SECRET'", "away me 1/12 5/12 --why 'at home ~ SECRET'",
    "book anna 'fri ~ SECRET'", "book anna fri 14:00 ~ SECRET", "expect anna pace --green 'two a day ~ SECRET'",
    "probation anna --ends 1/3-2027 --country SE --why 'four months ~ SECRET'", "set anna --role 'AE ~ SECRET'",
    "retro anna --lesson 'Start earlier ~ SECRET'", "add Nils Ek --role 'AE ~ SECRET'",
    "note anna,bo 'told: discovery – late – ask first ~ SECRET'", "log anna 'note: she is well ~ SECRET'",
    "set anna --alias 'Nick ~ SECRET'", "add 'Nils Ek ~ SECRET'", "rate anna 'newly ~ SECRET' red",
    "probation anna --ends 1/3-2027 --country SE --why agreed --counts 'pace ~ SECRET'",
    "log anna 'value: courage – called ~ SECRET'", "log anna '@me call by fri ~ SECRET'",
)  # fmt: skip
"""A text that is typed, in every command that takes one."""


@pytest.mark.parametrize("line", TYPED)
def test_a_tilde_hides_the_rest_wherever_it_is_typed(ready: Any, line: str) -> None:
    """It is a private note of its own, so that not even who asks for all hands it on with the rest."""
    ready("act", "coffee", "--new")
    ran = ready(*shlex.split(line))
    assert ran.status == 0, ran.err
    assert "SECRET" not in ran.out + ran.err
    texts = [text for text in ready.bytes().values() if b"SECRET" in text]
    assert texts
    for whole in texts:
        kept = [(kind, row) for kind, rows in tomllib.loads(whole.decode()).items() for row in _tables(rows)]
        told = [(kind, row) for kind, row in kept if "SECRET" in str(row)]
        assert told
        assert all(kind == "note" and row["private"] and row["text"] == "SECRET" for kind, row in told), told


def test_a_command_whose_text_is_all_private_says_what_is_missing(ready: Any) -> None:
    """Nothing is written, and nothing is said again that was hidden."""
    before = ready.bytes()
    for line in ("praise anna '~ SECRET'", "goal anna '~ SECRET'", "retro anna --lesson '~ SECRET'"):
        ran = ready(*shlex.split(line))
        assert (ran.status, ready.bytes()) == (2, before), line
        assert "SECRET" not in ran.out + ran.err, line


def test_what_she_is_handed_holds_nothing_private_even_if_asked(secret: Any) -> None:
    """Whoever shows private lines to herself may hand over a file all the same."""
    for name in (
        "prep anna --for-her",
        "expect anna --for-her",
        "onboard anna --for buddy",
        "retro anna --ask new-hire",
        "ask anna development",
    ):
        for suffix in (".txt", ".json", ".md", ".html"):
            path = secret.root / f"out{suffix}"
            ran = secret(*name.split(), "--private", "--all", "-o", str(path))
            assert ran.status in {0, 2}, (name, ran.err)
            assert "CANARY" not in ran.out + ran.err, name
            assert not path.exists() or "CANARY" not in path.read_text("utf-8"), (name, suffix)


BROKEN = (
    'private = true\ntext = "CANARY', "private = true\ntext = CANARY", "private = true\ntext = 'a' CANARY",
    'private = true\ntext = "CANARY"\ntext = "CANARY"', 'private = true\ntext = """CANARY\nCANARY',
    "private = true\nCANARY", 'private = true\ntext = ["CANARY", CANARY]', 'private = true\ntext = "\\CANARY"',
    "private = true\nCANARY CANARY = 1", "private = true\ntext = {CANARY = 1, CANARY = 2}", "private = true\n[CANARY",
    "private = true\ntext = 1979-CANARY", 'private = "CANARY"\ntext = "x"', 'private = CANARY\ntext = "x"',
    'private = true\ntext = ["CANARY"]', 'private = true\nby = "CANARY"', 'text = "call ~ CANARY',
    'private = true\non = "CANARY"', 'private = true\n"CANARY key" = 1\ntext = "x"', 'text = "~ CANARY',
    "of = '~CANARY",
)  # fmt: skip
"""What a private line may look like while it is not right yet."""


def test_what_is_broken_in_a_private_line_is_not_told_with_its_words(ready: Any) -> None:
    """By no command that meets it, nor by the one it is mended with: the place is enough to find it."""
    files = ready.bytes()
    for shape in BROKEN:
        for kind in ("note", "commitment", "change", "nobody-knows"):
            block = f"\n[[{kind}]]\n{shape}\n"
            ready.again(files)
            ready.append(block)
            for line in ("weekly --all", "show anna", "doctor", "find canary", "doctor --json", "dossier anna"):
                ran = ready(*line.split())
                assert ran.status != 3, (line, block)
                assert "CANARY" not in ran.out + ran.err, (line, block)
    for shape in (one for one in BROKEN if not _reads(one)):
        ready.again(files)
        ran = ready.asked("edit", "anna", answers=[lambda text, one=shape: f"{text}\n[[note]]\n{one}\n", "k"])
        heard = [*ready.heard, ran.out, ran.err]
        ran = ready.asked("edit", "anna", answers=["l", "e", lambda text: text.replace("CANARY", "CANARY2"), "k"])
        heard += [*ready.heard, ran.out, ran.err]
        told = [one for one in heard if not one.startswith("format = 1")]  # that is what the editor was given
        assert "a private line" in "".join(told), shape
        assert "CANARY" not in "".join(told), shape


def _reads(text: str) -> bool:
    try:
        return bool(tomllib.loads(text))
    except tomllib.TOMLDecodeError:
        return False


def test_two_sides_of_a_private_line_are_united_without_its_words(ready: Any) -> None:
    """A copy, and what git left in the file."""
    ours, theirs = (written("note", {"id": "a1b2c", "text": f"CANARY-{one}"}) for one in "ab")
    whole = ready.text()
    ready.put("sellers/anna-berg (conflicted copy).toml", whole + theirs)
    ready.append(ours)
    said = [ready("doctor"), ready("doctor", "--merge", "sellers/anna-berg (conflicted copy).toml"), ready("undo")]
    ready.path().write_text(f"{whole}\n<<<<<<< HEAD{ours}=======\n{theirs}>>>>>>> other\n", "utf-8")
    said += [ready("doctor"), ready("show", "anna"), ready("doctor", "--merge", "anna"), ready("doctor"), ready("undo")]
    assert "CANARY" not in "".join(one.out + one.err for one in said)


def _tables(rows: Any) -> list[dict[str, Any]]:
    return [row for row in (rows if isinstance(rows, list) else [rows]) if isinstance(row, dict)]
