import salescoach.tables.decode
from fixtures.whole import causes
from salescoach.errors import Broken, Bug, Changed, CoachError, NotFound, Unusable

STATUS = {Unusable: 2, Bug: 3, NotFound: 4, Broken: 5, Changed: 6}


def test_each_family_of_errors_has_its_exit_status() -> None:
    """As users and scripts rely on it."""
    assert {family: family.status for family in CoachError.__subclasses__()} == STATUS


def test_a_cause_exits_as_its_family_does() -> None:
    """A script can tell wrong usage from a broken file: 2 usage, 3 a bug, 4 nobody, 5 a broken file, 6 changed."""
    for cause in causes():
        assert cause.status == next(status for family, status in STATUS.items() if issubclass(cause, family)), cause


def test_every_cause_has_a_code_of_its_own() -> None:
    """JSON names the cause by it."""
    codes = [cause.code for cause in causes()]
    assert len(set(codes)) == len(codes)
    assert salescoach.tables.decode.UnreadableTable.code in codes


def test_an_error_carries_data_and_no_private_text() -> None:
    """A traceback shows the code alone."""
    error = Unusable(text="secret")
    assert (str(error), error.data) == ("unusable", {"text": "secret"})
