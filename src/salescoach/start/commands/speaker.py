"""The speaker: who says what help and errors say, where the journal does not."""

from salescoach.app import App
from salescoach.errors import CoachError


def speaker(coach: App, *keys: str) -> App:
    """Return an App that can say these keys: where the journal's own words or settings are broken, one without it."""
    try:
        coach.look()
        for key in keys:
            coach.words.has(key)
    except CoachError:
        plain = App(bare=True)
        plain.options = {name: value for name, value in coach.options.items() if name in {"json", "color"}}
        return plain
    return coach
