"""The words that a mail puts around an answer, in all languages at once, as patterns; they are in mail.toml."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property


class MailWords:
    """How headings, farewells and numbers look; takes the parsed mail.toml of each language."""

    def __init__(self, *tables: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        self._tables = tables

    @cached_property
    def heading(self) -> re.Pattern[str]:
        """How `From:` begins."""
        return _pattern(rf"[*_]*{self._any('heading', 'words')}[*_]*:")

    @cached_property
    def wrote(self) -> re.Pattern[str]:
        """`On Monday 3 November, Eva wrote:`."""
        return _pattern(rf"{self._any('wrote', 'begins')} .*\d.*{self._any('wrote', 'says')}\b.*:")

    @cached_property
    def telephone(self) -> re.Pattern[str]:
        """What a telephone signs with; a longer line was written by hand."""
        return _pattern(rf"{self._any('telephone', 'signs')}(?: \S+){{1,4}}")

    @cached_property
    def farewell(self) -> re.Pattern[str]:
        """`Best regards`."""
        regards = rf"(?:{self._any('regards', 'before')}\W+)*{self._any('regards', 'words')}\b.?"
        greetings = rf"{self._any('greetings', 'before')}\W+{self._any('greetings', 'words')}\b.?"
        opened = rf"(?:{self._any('greetings', 'opens')} )?{greetings}"
        short = rf"{self._any('farewell', 'short')}\b.?(?: \w+){{0,3}}"
        return _pattern(rf"{regards}|{self._any('farewell', 'comma')},|{short}|{opened}")

    @cached_property
    def lead(self) -> re.Pattern[str]:
        """What may stand before a question in its line."""
        return _pattern(rf"\W*(?:{self._numbered}\W*)?(?:\d{{1,2}}\W*)?")

    @cached_property
    def number(self) -> re.Pattern[str]:
        """The number that stands before an answer."""
        called = rf"{self._numbered}[ .]*(?P<called>\d{{1,2}})\b[.):]*"
        return _pattern(rf"^[^\w\n]*(?:{called}|(?P<bare>\d{{1,2}})[*_]*[.):](?!\d))[*_]*")

    def marker(self, number: int) -> re.Pattern[str]:
        """Return how a question of a number may begin in the middle of a line."""
        return _pattern(rf"(?:{self._numbered}\W?)?\b{number}[.):]\W*\Z|[*_\"“«]*\Z")

    @property
    def _numbered(self) -> str:
        return self._any("number", "words")

    def _any(self, table: str, key: str) -> str:
        words = [re.escape(word) for one in self._tables for word in one.get(table, {}).get(key, ())]
        return f"(?:{'|'.join(words) or '(?!)'})"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE | re.MULTILINE)
