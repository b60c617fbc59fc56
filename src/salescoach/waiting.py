"""What waits from before: a draft that is offered again, and one that a second attempt takes the place of."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from salescoach.app import App
from salescoach.journal.drafts import NOBODY

if TYPE_CHECKING:
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


def _begins(line: str, head: str) -> bool:
    return line == head or line.startswith((f"{head}:", f"{head},", f"{head} –"))
