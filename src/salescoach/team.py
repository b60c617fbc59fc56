"""The whole team as one of those who can be meant: the words for it, and the manager's own file as what it is."""

from salescoach.app import App
from salescoach.records.header import Header
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller, WholeTeam


def is_team(app: App, typed: str) -> bool:
    """Tell whether the whole team is meant: a reserved word, in any language, and no seller is named exactly so."""
    wanted = key_form(typed)
    if wanted not in team_words(app):
        return False
    names = (form for one in app.journal.called() for form in (one.key, key_form(one.name)))
    return wanted not in names


def team_words(app: App) -> set[str]:
    """Return the words for the whole team in key form."""
    return {
        key_form(word) for table in app.templates.everywhere("marks") for word in table.get("team", {}).get("whole", ())
    }


def whole_team(app: App) -> WholeTeam:
    """Return what stands between the manager and the whole team, under the name that it has on screen."""
    return WholeTeam(records=app.me.records, problems=app.me.problems, header=Header(name=app.words.say("team.whole")))


def those_of(app: App, typed: str | None) -> list[Seller]:
    """Return who is meant, the whole team as one; all of them and it where nobody is named. Raise NoSuchSeller."""
    if typed is None:
        return [*app.team(), *([whole_team(app)] if app.me.records else [])]
    return [whole_team(app)] if is_team(app, typed) else app.sellers([typed])
