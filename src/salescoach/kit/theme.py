"""The theme: the colour of each level, and how names, reasons and the like are set; a pipe has none of it."""

from rich.theme import Theme

THEME = Theme(
    {
        "red": "bold red",
        "yellow": "yellow",
        "green": "green",
        "grey": "bright_black",
        "name": "bold",
        "head": "bold",
        "quiet": "dim",
        "why": "dim",
        "late": "bold",
        "id": "cyan",
        "hit": "reverse",
        "code": "cyan",
        "error": "bold red",
    },
    inherit=False,
)
