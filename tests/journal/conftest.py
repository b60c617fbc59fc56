from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date
from typing import Any

import pytest

from salescoach.journal import turn
from salescoach.journal.append import Addition, Block, add
from salescoach.journal.journal import Journal
from salescoach.journal.templates import Templates
from salescoach.words.dates import Dates
from salescoach.words.phrases import Words

Note = Callable[[str], Block]
FailingAt = Callable[[Sequence[tuple[Any, str]], int, BaseException], AbstractContextManager[Callable[[], bool]]]


@pytest.fixture
def spoken() -> Callable[[object], str]:
    """Say why something cannot be used: a phrase in words, what is words already as it is."""
    shipped = Templates(None, "en")
    words = Words(shipped.tables("words"), Dates(*shipped.tables("dates")))
    return lambda why: words.format_field(why, "")


@pytest.fixture
def note(journal: Journal) -> Note:
    """Add a note about Anna, and return the block as written."""

    def written(text: str) -> Block:
        block = Block("note", {"on": date(2026, 11, 5), "text": text})
        return add(journal, [Addition("sellers/anna-berg.toml", [block])], f"note {text}", "2026-11-05")[0][0]

    return written


@pytest.fixture
def failing_at() -> FailingAt:
    """Return what lets one of some operations on files fail, the one of a number, and tells whether it was reached."""
    return _failing_at


@contextmanager
def _failing_at(
    operations: Sequence[tuple[Any, str]], number: int, failure: BaseException
) -> Iterator[Callable[[], bool]]:
    count = 0

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def operation(*args: Any, **kwargs: Any) -> Any:
            nonlocal count
            count += 1
            if count == number:
                raise failure
            return real(*args, **kwargs)

        return operation

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(turn, "locked", lambda *_: nullcontext())  # a lock ends with its process, this one goes on
        for owner, name in operations:
            patch.setattr(owner, name, counted(getattr(owner, name)))
        yield lambda: count >= number
