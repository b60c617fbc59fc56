"""The README shows what the program is, not what it was."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.golden
def test_the_picture_is_what_the_demo_shows() -> None:
    """The picture in the README is drawn anew and compared: `python scripts/picture.py` renews it."""
    made = _script("picture")
    assert made.PICTURE.read_text("utf-8") == made.picture()
    assert "(docs/weekly.svg)" in (ROOT / "README.md").read_text("utf-8")
    assert "url(" not in made.picture().replace("url(#", ""), "whoever reads the README is seen by nobody"


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
