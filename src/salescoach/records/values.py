"""The values that several kinds share; no model is here, so that what only names a level loads none."""

from typing import Literal

Level = Literal["red", "yellow", "green"]
Person = Literal["me", "seller"]
Number = int | float
Figure = Literal["opened", "won", "lost", "value"]

LEVELS: tuple[Level, ...] = ("red", "yellow", "green")
