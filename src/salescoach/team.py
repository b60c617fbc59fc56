"""Team: the reserved word by which a command is about the whole team, and the manager's own file as one more."""

from salescoach.app import App
from salescoach.journal.drafts import TEAM
from salescoach.records.header import Header
from salescoach.records.keys import key_form
from salescoach.records.seller import Book, Seller


def is_team(app: App, typed: str) -> bool:
    """Tell whether what was typed for a name is the word for the team in any language, and no seller goes by it."""
    wanted = key_form(typed)
    words = (word for table in app.templates.everywhere("marks") for word in table.get("team", {}).get("name", ()))
    if wanted not in map(key_form, words):
        return False
    return not any(wanted in map(key_form, (one.key, one.name, *one.aliases)) for one in app.roster.called())


def the_team(app: App, book: Book | None = None) -> Seller:
    """Return the records of the manager's own file as those of the whole team."""
    return mine(app, book, TEAM, app.words.say("team.name"))


def mine(app: App, book: Book | None = None, key: str = "me", name: str = "") -> Seller:
    """Return the manager's own records, or those of a `book`, as those of one more of whom things are noted."""
    head = Header(name=name or app.words.say("written.me"))
    return Seller(key=key, header=head, records=(book or app.me).records, mine=True)
