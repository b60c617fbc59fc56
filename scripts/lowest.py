"""Print the lowest versions that pyproject.toml allows as a constraints file for pip: CI proves that they work."""

import re
import sys
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parents[1] / "pyproject.toml"

_BOUND = re.compile(r"([\w.-]+)>=([\w.]+)")


def constraints(project: str) -> list[str]:
    """Return `name==version` for each dependency with a lower bound, those of the tests too."""
    table = tomllib.loads(project)["project"]
    wanted = [*table["dependencies"], *table["optional-dependencies"]["test"]]
    return [f"{found[1]}=={found[2]}" for one in wanted if (found := _BOUND.match(one))]


if __name__ == "__main__":
    sys.stdout.write("\n".join(constraints(PROJECT.read_text("utf-8"))) + "\n")
