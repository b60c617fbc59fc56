"""The floors of the house are kept, and the contracts that hold them are there."""

from pathlib import Path

import pytest
from importlinter.api import read_configuration
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

PROJECT = str(Path(__file__).parents[2] / "pyproject.toml")
SOURCE = Path(__file__).parents[2] / "src" / "salescoach"


def test_arrows_point_down_only(capsys: pytest.CaptureFixture[str]) -> None:
    """Every contract of pyproject.toml is kept."""
    status = lint_imports(config_filename=PROJECT, no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_every_floor_has_its_place() -> None:
    """The layers name exactly what stands in the package, so that nothing new is left out of them."""
    contracts = read_configuration(PROJECT)["contracts_options"]
    layers = next(one["layers"] for one in contracts if one["type"] == "layers")
    placed = {name.strip() for layer in layers for name in layer.split("|")}
    there = {path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert placed == there - {"__init__"}
