"""Team: the reserved word by which a command is about the whole team."""

from salescoach.app import App
from salescoach.records.keys import key_form


def is_team(app: App, typed: str) -> bool:
    """Tell whether what was typed for a name is the word for the team in any language, and no seller goes by it."""
    wanted = key_form(typed)
    words = (word for table in app.templates.everywhere("marks") for word in table.get("team", {}).get("name", ()))
    if wanted not in map(key_form, words):
        return False
    return not any(wanted in map(key_form, (one.key, one.name, *one.aliases)) for one in app.roster.called())
