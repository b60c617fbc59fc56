"""The floors of the house are kept, and the contracts that hold them are there."""

from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

PROJECT = str(Path(__file__).parents[2] / "pyproject.toml")


def test_arrows_point_down_only(capsys: pytest.CaptureFixture[str]) -> None:
    """Every contract of pyproject.toml is kept."""
    status = lint_imports(config_filename=PROJECT, no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out
