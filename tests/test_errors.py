from collections.abc import Iterator

import pytest

import salescoach.tables.decode
from salescoach.errors import Broken, Bug, Changed, CoachError, NotFound, Unusable

STATUS = {Unusable: 2, Bug: 3, NotFound: 4, Broken: 5, Changed: 6}


def causes(kind: type[CoachError] = CoachError) -> Iterator[type[CoachError]]:
    """Return every class of error that stands for one cause."""
    for one in kind.__subclasses__():
        if one.__module__.startswith("salescoach."):
            yield from list(causes(one)) or [one]


def test_each_family_of_errors_has_its_exit_status() -> None:
    """As users and scripts rely on it."""
    assert {family: family.status for family in CoachError.__subclasses__()} == STATUS


@pytest.mark.parametrize("cause", list(causes()), ids=lambda cause: cause.code)
def test_a_cause_exits_as_its_family_does(cause: type[CoachError]) -> None:
    """A script can tell wrong usage from a broken file."""
    assert cause.status == next(status for family, status in STATUS.items() if issubclass(cause, family))


def test_every_cause_has_a_code_of_its_own() -> None:
    """JSON names the cause by it."""
    codes = [cause.code for cause in causes()]
    assert len(set(codes)) == len(codes)
    assert salescoach.tables.decode.UnreadableTable.code in codes


def test_an_error_carries_data_and_no_private_text() -> None:
    """A traceback shows the code alone."""
    error = Unusable(text="secret")
    assert (str(error), error.data) == ("unusable", {"text": "secret"})
