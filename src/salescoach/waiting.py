"""What waits for a key: a draft that is offered again, one that gives way to another, what is about to be written."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from salescoach.answer import Phrase
from salescoach.app import App
from salescoach.journal.drafts import NOBODY

if TYPE_CHECKING:
    from salescoach.coaching.written import Written
    from salescoach.journal.drafts import Drafts


def offered(app: App, drafts: "Drafts", key: str) -> str | None:
    """Offer what was typed before about a seller, or about nobody, and never written; None where it is not taken."""
    draft = drafts.find(key) or drafts.find(NOBODY)
    if draft is None or not draft.text.strip():
        return None
    words = app.words
    app.ask.tell(words.say("log.draft_found", lines=len(draft.text.splitlines())), draft.text)
    choices = {key: words.say(f"log.draft_{does}") for key, does in {"u": "use", "n": "later", "t": "drop"}.items()}
    pressed = app.ask.key("", choices, "u")
    if pressed == "n":
        return None
    drafts.drop(draft.key)
    return draft.text if pressed == "u" else None


def keep_anew(app: App, key: str, text: str, heads: Collection[str]) -> None:
    """Keep a text as a draft of a note; what an earlier one says under the same `heads` gives way to it."""
    drafts = app.drafts.notes
    earlier = drafts.find(key)
    if earlier is not None:
        kept = [line for line in earlier.text.splitlines() if not any(_begins(line, head) for head in heads)]
        drafts.write(earlier.path, "\n".join(kept))
    app.keep(key, text, note=True)


def accepted(app: App, preview: "Written", stop: Phrase) -> bool:
    """Show what was understood, and let it be written or stopped with one key."""
    from salescoach.coaching.view import screen

    app.ask.tell(*screen(preview, app.ask.look), *map(app.words.say, preview.notices))
    choices = {"w": app.words.say("log.keys.accept"), "s": app.words.say(stop)}
    return app.ask.key(app.words.say("log.accept"), choices, "w") == "w"


def _begins(line: str, head: str) -> bool:
    return line == head or line.startswith((f"{head}:", f"{head},", f"{head} –"))
