"""A form that came back, pasted or mailed: which answer stands under which question; no word of an answer is lost."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate
from unicodedata import category

from salescoach.forms.rules.form import Asking
from salescoach.forms.rules.mail import MailWords, unpacked
from salescoach.frozen import frozen
from salescoach.records.keys import key_form

_WORD = re.compile(r"[^\W_]+")

_ANYWHERE = 4
"""Words from which on a question is known in the middle of a line, too."""

_ALIKE = 0.8
"""How much alike a question is that was changed on the way."""

_CHANGED = 3
"""Words that such a question may be longer or shorter by."""

_DEEPEST = 60
"""Letters of what stands there, at most."""

_REST = re.compile(r" *[?!.:*_\"'”’»)\]…]*(?: *[-–—:]+(?=\s))?")
"""What is left of a question after its last word."""

_BULLET = re.compile(r"[-*•+]\s|\d{1,2}[.)]\s")


@frozen
class Reply:
    """The answers by the id of their question, what stands under none, and what was only the mail's."""

    answers: Mapping[str, str]
    unplaced: tuple[str, ...]
    left_out: tuple[str, ...]


@frozen
class _Span:
    """From where to where in the text a question stands, and which one."""

    start: int
    end: int
    number: int


@frozen
class _Page:
    """A text and its words: how they are compared, and where each stands; `mail` knows the words around it."""

    text: str
    mail: MailWords

    @cached_property
    def found(self) -> list[re.Match[str]]:
        """The words as they stand in the text."""
        return list(_WORD.finditer(self.text))

    @cached_property
    def starts(self) -> list[int]:
        """The places of the words that begin a line."""
        return [at for at in range(len(self.found)) if self.begins(at)]

    @cached_property
    def words(self) -> list[str]:
        """The words as they are compared."""
        return [key_form(one[0]) or one[0] for one in self.found]

    def places(self, words: Sequence[str]) -> Iterator[int]:
        """Give the place of each word from which on these stand in the text."""
        for at, one in enumerate(self.words):
            if words and one == words[0] and self.words[at : at + len(words)] == words:
                yield at

    def line(self, at: int) -> str:
        """Return what stands before a word in its line, as far as it can belong to the word."""
        start = self.found[at].start()
        before = self.text.rfind("\n", max(0, start - _DEEPEST), start)
        return self.text[max(before + 1, start - _DEEPEST, 0) : start]

    def begins(self, at: int) -> bool:
        """Tell whether a word is the first of its line, but for a number."""
        line = self.line(at)
        return len(line) < _DEEPEST and self.mail.lead.fullmatch(line) is not None

    def ends(self, at: int) -> bool:
        """Tell whether a word is the last of its line."""
        end = self.found[at].end()
        following = self.found[at + 1].start() if at + 1 < len(self.found) else len(self.text)
        return following == len(self.text) or "\n" in self.text[end:following]


def read_reply(
    text: str,
    questions: Mapping[str, str],
    words: MailWords,
    known: Iterable[str] = (),
    lists: Collection[str] = (),
) -> Reply:
    """Return what a text answers to which question; `known` is what else the form said, and is no answer.

    An answer to one of the questions `lists` keeps its lines as they came.
    """
    mail = unpacked(text, words)
    page = _without(_Page(mail.text, words), known)
    told: dict[int, list[str]] = {}
    listed = {at for at, one in enumerate(questions, 1) if one in lists}
    for number, part in _parts(page, _spans(page, list(questions.values())), len(questions)):
        if _says(part):
            told.setdefault(number, []).append(_plain(part, listed=number in listed))
    answers = {one: "\n".join(told[at]) for at, one in enumerate(questions, 1) if at in told}
    return Reply(answers, tuple(told.get(0, ())), mail.left_out)


def standing(text: str, lines: Iterable[tuple[str, str]], words: MailWords) -> list[str]:
    """Return the keys of the lines that stand in a text, each on a line of its own; a key may have several lines."""
    page = _Page(unpacked(text, words).text, words)
    return list(dict.fromkeys(key for key, line in dict.fromkeys(lines) if _stands(page, line)))


def recognised(text: str, askings: Sequence[Asking], roles: Sequence[str], words: MailWords) -> list[Asking]:
    """Return which were asked: most of its questions stand in the text, then its heading, then the line of its role.

    `roles` are these lines, one for each.
    """
    page = _Page(unpacked(text, words).text, words)

    def score(one: Asking, role: str) -> tuple[int, bool, bool]:
        there = sum(any(True for _ in _exact(page, _words(text, words), 0)) for text in one.texts.values())
        return there, _stands(page, one.heading), _stands(page, role)

    scores = [score(one, role) for one, role in zip(askings, roles, strict=True)]
    best = max(scores, default=(0, False, False))
    return [one for one, its in zip(askings, scores, strict=True) if its == best] if any(best) else []


def _stands(page: _Page, passage: str) -> bool:
    return any(True for _ in _alone(page, passage))


def _words(text: str, mail: MailWords) -> list[str]:
    return _Page(unpacked(text, mail).text, mail).words


def _alone(page: _Page, passage: str) -> Iterator[tuple[int, int]]:
    """Give from where to where a passage stands that begins and ends its lines."""
    words = _words(passage, page.mail)
    for at in page.places(words):
        last = at + len(words) - 1
        if page.begins(at) and page.ends(last):
            end = page.text.find("\n", page.found[last].end())
            yield page.found[at].start() - len(page.line(at)), len(page.text) if end < 0 else end


def _without(page: _Page, known: Iterable[str]) -> _Page:
    for passage in known:
        text = page.text
        for start, end in reversed(list(_alone(page, passage))):
            text = f"{text[:start]}\n{text[end:]}"
        page = _Page(text, page.mail)
    return page


def _spans(page: _Page, questions: Sequence[str]) -> list[_Span]:
    """Return where the questions stand, none inside another; one that is nowhere may have been changed on the way."""
    asked = [(number, _words(question, page.mail)) for number, question in enumerate(questions, 1)]
    found = [one for number, words in asked for one in _exact(page, words, number)]
    there = {one.number for one in found}
    for number, words in asked:
        changed = None if number in there else _changed(page, words, number)
        if changed is not None and all(changed.end <= one.start or one.end <= changed.start for one in found):
            found.append(changed)
    apart: list[_Span] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart


def _exact(page: _Page, words: Sequence[str], number: int) -> Iterator[_Span]:
    for at in page.places(words):
        if page.begins(at) or len(words) >= _ANYWHERE:
            yield _Span(_start(page, at, number), page.found[at + len(words) - 1].end(), number)


def _start(page: _Page, at: int, number: int) -> int:
    """Return where a question begins: with its number, where it has one."""
    line, start = page.line(at), page.found[at].start()
    if page.begins(at):
        return start - len(line)
    marker = page.mail.marker(number).search(line)
    return start - len(marker[0] if marker else "")


def _changed(page: _Page, words: Sequence[str], number: int) -> _Span | None:
    """Return where a question stands that was changed: it begins a line, ends as one, and says nearly the same."""
    best, best_ratio = None, _ALIKE
    known: dict[tuple[str, ...], float] = {}
    shared = [0, *accumulate(word in words for word in page.words)]
    for at in page.starts:
        for end in range(at + max(1, len(words) - _CHANGED), min(at + len(words) + _CHANGED, len(page.found)) + 1):
            last, said = page.found[end - 1].end(), tuple(page.words[at:end])
            if page.text[last : last + 1] != "?" or 2 * (shared[end] - shared[at]) < _ALIKE * (len(words) + len(said)):
                continue
            ratio = known[said] if said in known else known.setdefault(said, _ratio(words, said))
            if ratio >= best_ratio:
                best, best_ratio = _Span(_start(page, at, number), last, number), ratio
    return best


def _ratio(words: Sequence[str], others: Sequence[str]) -> float:
    return SequenceMatcher(None, words, others, autojunk=False).ratio()


def _parts(page: _Page, spans: Sequence[_Span], many: int) -> Iterator[tuple[int, str]]:
    """Give each part of a text with the number of the question that it answers; 0 where that is not known."""
    text, number = page.text, page.mail.number
    first = spans[0].start if spans else len(text)
    yield from _numbered(text[:first], number, 0, set(range(1, many + 1)))
    there = {one.number for one in spans}
    ends = [*(one.start for one in spans[1:]), len(text)][: len(spans)]
    rests = [_REST.match(text, one.end).end() for one in spans]  # type: ignore[union-attr]  # it matches the empty text
    under = [text[rest:end] for rest, end in zip(rests, ends, strict=True)]
    at_the_end = bool(under) and not any(map(_says, under[:-1])) and _counts(under[-1], number, many)
    for at, (one, part) in enumerate(zip(spans, under, strict=True)):
        below = at_the_end and at == len(under) - 1
        wanted = set(range(1, many + 1)) if below else set(range(one.number + 1, many + 1)) - there
        yield from _numbered(part, number, one.number, wanted)


def _counts(part: str, number: re.Pattern[str], many: int) -> bool:
    """Tell whether the answers stand below all questions, by their numbers."""
    found = list(number.finditer(part))
    numbers = [_count(one) for one in found]
    return many > 1 and numbers[:1] == [1] and len(numbers) > 1 and not _says(part[: found[0].start()])


def _numbered(part: str, pattern: re.Pattern[str], number: int, wanted: set[int]) -> Iterator[tuple[int, str]]:
    """Give the parts of a text by the numbers before them, as far as these are `wanted` and go up."""
    start, latest = 0, 0
    for one in pattern.finditer(part):
        count = _count(one)
        if count not in wanted and not latest:
            break
        if count in wanted and count > latest:
            yield number, part[start : one.start()]
            number, start, latest = count, one.end(), count
    yield number, part[start:]


def _count(number: re.Match[str]) -> int:
    return int(number["called"] or number["bare"])


def _says(part: str) -> bool:
    """Tell whether a text says anything: a word, a number, or a picture."""
    return any(char.isalnum() or category(char) == "So" for char in part)


def _plain(part: str, *, listed: bool) -> str:
    """Return a text without its empty lines; unless it is `listed`, lines that were broken on the way are one again."""
    lines: list[str] = []
    new = True
    for line in (" ".join(one.split()) for one in part.split("\n")):
        if line and (new or listed or _BULLET.match(line)):
            lines.append(line)
        elif line:
            lines[-1] += f" {line}"
        new = not line
    return "\n".join(lines)
