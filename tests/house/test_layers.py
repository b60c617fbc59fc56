"""The floors of the house are kept, and the contracts that hold them are there."""

from pathlib import Path

import pytest
from importlinter.api import read_configuration
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

PROJECT = str(Path(__file__).parents[2] / "pyproject.toml")
SOURCE = Path(__file__).parents[2] / "src" / "salescoach"

MOST = 28
"""Files of a folder."""


def test_arrows_point_down_only(capsys: pytest.CaptureFixture[str]) -> None:
    """Every contract of pyproject.toml is kept."""
    status = lint_imports(config_filename=PROJECT, no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_every_capability_is_held_from_inside_too() -> None:
    """Each folder that the layers place above the platform is one of those with the same few files."""
    contracts = read_configuration(PROJECT)["contracts_options"]
    house, inside = (one for one in contracts if one["type"] == "layers")
    above = house["layers"][: house["layers"].index("waiting")]
    folders = {f"salescoach.{name}" for name in above if (SOURCE / name).is_dir()}
    assert folders == set(inside["containers"])


def test_no_folder_is_too_full_to_be_read() -> None:
    """What holds more files than one sees at a glance is two things."""
    folders = {path.parent for path in SOURCE.rglob("*.py")}
    assert [str(one) for one in folders if len([*one.glob("*.py")]) > MOST] == []
