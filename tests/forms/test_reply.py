"""Reading a form that came back, however a mail program and its writer have changed it."""

import re
import textwrap
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.forms.rules.mail import MailWords
from salescoach.forms.rules.reply import Reply, read_reply, standing
from salescoach.journal.templates import Templates
from salescoach.records.keys import key_form

MAIL = MailWords(*Templates(None, "en").tables("mail"))

QUESTIONS = {
    "helped": "When were you of most use to Anna?",
    "missing": "What did Anna ask you that somebody else should have answered already?",
    "next": "What would make it “easier” to be a buddy the next time?",
}
OPENING = (
    "How did the start of Anna Berg go?",
    "I ask everybody who took part, after every onboarding: what we learn makes the start of the next one easier.",
    "Role: buddy",
)
THANKS = "Thank you for taking the time."
KNOWN = (*OPENING, THANKS)


def form(*answers: str, number: str = "**{}. {}**") -> str:
    """Return the form with answers below its questions."""
    asked = [number.format(at, one) for at, one in enumerate(QUESTIONS.values(), 1)]
    told = [*answers, "", "", ""][: len(asked)]
    below = [part for pair in zip(asked, told, strict=True) for part in pair]
    return "\n\n".join([f"# {OPENING[0]}", *OPENING[1:], *below, THANKS]) + "\n"


def quoted(text: str, mark: str = "> ") -> str:
    """Return a text as a mail program quotes it."""
    return "\n".join(f"{mark}{line}".rstrip() for line in text.split("\n"))


def wrapped(text: str, width: int) -> str:
    """Return a text with no line wider than a mail program likes."""
    return "\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n")
    )


def read(text: str) -> Reply:
    """Read what came back."""
    return read_reply(text, QUESTIONS, MAIL, KNOWN)


THREE = {"helped": "At lunch.", "missing": "The CRM.", "next": "A list."}


def test_three_answers_are_found_wherever_they_stand() -> None:
    """Below, beside, above or under all of the questions; numbered, quoted, wrapped, in one line."""
    cases = [
        form(*THREE.values()), form(*THREE.values(), number="{}) {}"), form(*THREE.values(), number="Q{}: {}"),
        form(*THREE.values(), number="## {} {}"), form(*THREE.values(), number="- {} - {}"),
        form(*THREE.values()).replace("**", "").replace("1. ", "").replace("2. ", "").replace("3. ", ""),
        form(*THREE.values()).replace("\n", "\r\n"), form(*THREE.values()).replace("?**\n\n", "?** "),
        form(*THREE.values()).replace("?**\n\n", "? - "),
        form(*THREE.values()).replace("“easier”", '"easier"').replace(" ", "\u00a0"),
        " ".join(form(*THREE.values(), number="{}. {}").split("\n")[6:-3]), quoted(form(*THREE.values())),
        quoted(form(*THREE.values()), "| "), quoted(quoted(form(*THREE.values()), ">"), ">"),
        quoted(wrapped(form(*THREE.values()), 40)),
        f"1. At lunch.\n2. The CRM.\n3. A list.\n\nFrom: Eva\nSent: Monday\n\n{form()}",
        f"1) At lunch.\n\nQ2: The CRM.\n\n**3.** A list.\n\n{quoted(form())}",
        f"{quoted(form())}\n\n1. At lunch.\n2. The CRM.\n3. A list.", "1. At lunch.\n2. The CRM.\n3. A list.",
        f"1. {QUESTIONS['helped']}\nAt lunch.\n2. The CRM.\n3. A list.",
        f"3. A list.\n\n{quoted(form('At lunch.', 'The CRM.'))}",
        form(*THREE.values()).replace("When were you of most use to Anna?", "When were you of the most use for Anna?"),
        form(*THREE.values()).replace("should have answered already?", "should already have answered?"),
    ]  # fmt: skip
    for text in cases:
        found = read(text)
        assert {one: " ".join(told.split()) for one, told in found.answers.items()} == THREE, text
        assert found.unplaced == (), text


def test_an_answer_is_as_it_was_written() -> None:
    """Lines that were wrapped are joined, points and paragraphs stay, and what says nothing is none."""
    cases: list[tuple[str, dict[str, str]]] = [
        (form(), {}), (form(" – ", "…", "?"), {}), (form("", "The CRM."), {"missing": "The CRM."}),
        (form("👍"), {"helped": "👍"}), (form("a\nb\n\nc"), {"helped": "a b\nc"}),
        (form("- a\n- b\n  more"), {"helped": "- a\n- b more"}),
        (form("1. a\n2. b\n3. c", "x"), {"helped": "1. a\n2. b\n3. c", "missing": "x"}),
        (form("", "1. a\n2. b"), {"missing": "1. a\n2. b"}),
        (form("When I was of most use? At lunch."), {"helped": "When I was of most use? At lunch."}),
        (form("x") + form("y"), {"helped": "x\ny"}), ("1. a\n2. b\n1. c", {"helped": "a", "missing": "b\n1. c"}),
        (form("7 times", "1.5 days"), {"helped": "7 times", "missing": "1.5 days"}),
    ]  # fmt: skip
    for text, answers in cases:
        assert read(text).answers == answers, text


def test_what_stands_under_no_question_is_kept() -> None:
    """A greeting above the form, and a whole mail that follows none."""
    assert read(f"Hi Eva,\nhere you are.\n\n{form('At lunch.')}").unplaced == ("Hi Eva, here you are.",)
    assert read("Anna did well.\n\nAll of us.") == Reply({}, ("Anna did well.\nAll of us.",), ())
    assert read("") == Reply({}, (), ())


def test_a_question_is_known_where_it_is_one() -> None:
    """A short one where it begins a line, the longer of two, and a changed one never inside another."""
    learned = "What did you learn from Karin in May?"
    cases: list[tuple[str, tuple[str, str], dict[str, str]]] = [
        (
            "1. Why?\nnobody says why, why not\n2. How?\nso",
            ("Why?", "How?"),
            {"a": "nobody says why, why not", "b": "so"},
        ),
        ("What helped you most? Lunch", ("What helped", "What helped you most?"), {"b": "Lunch"}),
        (f"{learned}\nTo ask.", (learned, learned.replace("May", "June")), {"a": "To ask."}),
    ]
    for text, asked, answers in cases:
        assert read_reply(text, dict(zip("ab", asked, strict=True)), MAIL).answers == answers, text


def test_the_lines_that_stand_in_a_text_are_named() -> None:
    """Each on a line of its own, quoted or not; not within a sentence."""
    lines = {"buddy": "Role: buddy", "new-hire": "Role: new-hire", "manager": "Role: manager"}
    assert standing("> **Role: buddy**\nthe role: manager\nRole: new-hire they said", lines.items(), MAIL) == ["buddy"]


WORDS = st.text(st.characters(codec="utf-8", categories=["Ll", "Lu"]), min_size=1, max_size=14)
ANSWERS = st.lists(st.lists(WORDS, max_size=30).map(" ".join), min_size=3, max_size=3)
MANGLES: list[Callable[[str], str]] = [
    quoted, lambda text: quoted(text, ">"), lambda text: quoted(text, "| "), lambda text: text.replace("\n", "\r\n"),
    lambda text: text.replace("**", ""), lambda text: text.replace(" ", "\u00a0"),
    lambda text: text.replace("'", "’").replace('"', "”"), lambda text: re.sub(r"(?m)(\d)\. ", r"\1) ", text),
    *(lambda text, width=width: wrapped(text, width) for width in (30, 45, 72)),
]  # fmt: skip


def counted(*texts: str) -> Counter[str]:
    """Return the words of texts as they are compared."""
    return Counter(word for text in texts for word in re.findall(r"[^\W_]+", key_form(text)))


@given(ANSWERS, st.lists(st.sampled_from(MANGLES), max_size=5), st.sampled_from(["below", "above", "under"]))
def test_no_word_of_an_answer_is_lost(told: list[str], mangles: list[Callable[[str], str]], where: str) -> None:
    """Whatever a mail program does, each is in an answer or kept under none."""
    numbered = "\n".join(f"{at}. {one}" for at, one in enumerate(told, 1))
    text = {"below": form(*told), "above": f"{numbered}\n\n{form()}", "under": f"{form()}\n{numbered}"}[where]
    for mangle in mangles:
        text = mangle(text)
    found = read(text)
    kept = counted(*found.answers.values(), *found.unplaced, *found.left_out)
    assert counted(*told) - kept == Counter()
    assert kept <= counted(*told) + Counter({"1": 9, "2": 9, "3": 9})


def test_a_long_text_full_of_questions_is_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What shares too few words with a question is not compared with it, and the same words only once."""
    compared: list[object] = []

    def ratio(_: object, said: object) -> float:
        compared.append(said)
        return 0.0

    monkeypatch.setattr("salescoach.forms.rules.reply._ratio", ratio)
    read("a?\n" * 2_000 + "to be a?\n" * 2_000)
    assert 0 < len(compared) <= 40


@given(st.text(max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    """No word of it is lost, but for the numbers before answers."""
    found = read_reply(text, QUESTIONS, MAIL)
    kept = counted(*found.answers.values(), *found.unplaced, *found.left_out)
    assert {word for word in counted(text) - kept if not word.isdigit() and len(word) > 2} == set()
