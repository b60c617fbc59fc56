import tomllib
from pathlib import Path

import pytest

from salescoach.errors import BadToml
from salescoach.journal import toml

CASES = Path(__file__).parents[3] / "shared" / "data" / "toml"
LISTED = CASES / "files-toml-1.0.0"
NAMES = [name for name in LISTED.read_text().split() if name.endswith(".toml")] if LISTED.is_file() else []

pytestmark = pytest.mark.skipif(not NAMES, reason="the official TOML test cases are not here")


def test_a_valid_file_reads_as_the_parser_of_python_reads_it() -> None:
    """Python's own parser is the referee, for every valid file of TOML 1.0."""
    for name in [name for name in NAMES if name.startswith("valid/")]:
        data = (CASES / name).read_bytes()
        referee = tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
        assert toml.same(toml.parse(toml.decode(data, name), name), referee), name


def test_an_invalid_file_is_refused_with_its_place() -> None:
    """Every file that TOML 1.0 forbids is named with a line and a column that are in it."""
    for name in [name for name in NAMES if name.startswith("invalid/")]:
        data = (CASES / name).read_bytes()
        with pytest.raises(BadToml) as caught:
            toml.parse(toml.decode(data, name), name)
        line, column = caught.value.data["line"], caught.value.data["column"]
        assert isinstance(line, int), name
        assert isinstance(column, int), name
        lines = data.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
        assert 1 <= line <= len(lines), name
        assert 1 <= column <= len(lines[line - 1]) + 1, name
