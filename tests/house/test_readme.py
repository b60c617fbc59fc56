"""The README shows what the program is, not what it was."""

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.golden
def test_the_picture_is_what_the_demo_shows() -> None:
    """The picture in the README is drawn anew and compared: `python scripts/picture.py` renews it."""
    made = runpy.run_path(str(ROOT / "scripts" / "picture.py"))
    picture = made["picture"]()
    assert made["PICTURE"].read_text("utf-8") == picture
    assert "(docs/weekly.svg)" in (ROOT / "README.md").read_text("utf-8")
    assert "url(" not in picture.replace("url(#", ""), "whoever reads the README is seen by nobody"
