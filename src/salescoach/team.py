"""Team: the reserved word for the whole team, and the manager's own file as that of one more."""

from salescoach.app import App
from salescoach.journal.drafts import TEAM
from salescoach.journal.names import ME
from salescoach.records.header import Header
from salescoach.records.keys import key_form
from salescoach.records.seller import Book, Seller


def is_team(app: App, typed: str) -> bool:
    """Tell whether what was typed for a name is the word for the team in any language, and no seller goes by it."""
    wanted = key_form(typed)
    if wanted not in team_words(app):
        return False
    return not any(wanted in map(key_form, (one.key, one.name, *one.aliases)) for one in app.roster.called())


def team_words(app: App) -> set[str]:
    """Return the words for the whole team in key form."""
    tables = app.templates.everywhere("marks")
    return {key_form(word) for table in tables for word in table.get("team", {}).get("name", ())}


def the_team(app: App, book: Book | None = None) -> Seller:
    """Return the records of the manager's own file as those of the whole team."""
    return mine(app, book, TEAM, app.words.say("team.name"))


def whole_team(app: App) -> Seller:
    """Return what stands between the manager and the whole team: it is in the manager's own file."""
    return mine(app, name=app.words.say("team.name"))


def those_of(app: App, typed: str | None) -> list[Seller]:
    """Return who is meant, the whole team as one; all of them and it where nobody is named. Raise NoSuchSeller."""
    if typed is None:
        return [*app.team(), *([whole_team(app)] if app.me.records else [])]
    return [whole_team(app)] if is_team(app, typed) else app.sellers([typed])


def mine(app: App, book: Book | None = None, key: str = ME, name: str = "") -> Seller:
    """Return the manager's own records, or those of a `book`, as those of one more of whom things are noted."""
    own = book or app.me
    head = Header(name=name or app.words.say("written.me"))
    return Seller(key=key, header=head, records=own.records, problems=own.problems, mine=True)
