"""An answer becomes a screen, a JSON object or a document: each by the view that its class is registered with."""

import io
from collections.abc import Iterable
from importlib import import_module
from types import ModuleType
from typing import IO, TYPE_CHECKING, Any

from salescoach.answer import Answer, Phrase
from salescoach.kit.look import Look

if TYPE_CHECKING:
    from rich.console import RenderableType

VIEWS: dict[str, str] = {
    "Added": "people.view.added",
    "Agenda": "talk.view.agenda",
    "Checkup": "care.view.checkup",
    "CommandPage": "kit.said",
    "Dossier": "custody.view.dossier",
    "Edited": "care.view.edited",
    "Erasure": "custody.view.erasure",
    "Expectations": "expectations.view",
    "TaskList": "onboarding.view.task_list",
    "Export": "custody.view.export",
    "Form": "forms.view.sheet",
    "Found": "people.view.search",
    "Goals": "goals.view",
    "HerFigures": "figures.view.hers",
    "Imported": "figures.view.report",
    "Initiatives": "initiatives.view",
    "Sources": "figures.view.sources",
    "Guide": "start.view.guide",
    "Newcomers": "onboarding.view.newcomers",
    "Onboarded": "onboarding.view.standing",
    "Letter": "recap.view",
    "Mind": "talk.view.mind",
    "Mirror": "people.view.mirror",
    "Period": "people.view.period",
    "Praises": "praise.view",
    "Probations": "probation.view.overview",
    "Promises": "promises.view",
    "Retention": "custody.view.retention",
    "Rounds": "forms.view.rounds",
    "Review": "probation.view.review",
    "Retrospective": "onboarding.view.retro",
    "Retrospectives": "onboarding.view.retros",
    "Said": "kit.said",
    "Sheet": "start.view.sheet",
    "Showcase": "start.view.showcase",
    "Story": "people.view.story",
    "Tally": "actions.view",
    "Today": "week.view.today",
    "Undone": "care.view.undone",
    "UndoList": "care.view.undone",
    "Verdict": "kit.said",
    "Weekly": "week.view.weekly",
    "Written": "coaching.view",
}
"""The view of each class of answer: a module with `screen(answer, look)` and `data(answer, look)`."""


def view(answer: Answer) -> ModuleType:
    """Return the module that draws an answer."""
    return import_module(f"salescoach.{VIEWS[type(answer).__name__]}")


def show(answer: Answer, look: Look, file: IO[str]) -> None:
    """Draw an answer on a screen, or as plain lines where there is none."""
    draw(view(answer).screen(answer, look), look, file)


def draw(parts: "Iterable[RenderableType]", look: Look, file: IO[str]) -> None:
    """Draw the parts of a screen; without colour and a terminal to fit there is nothing that Rich is needed for."""
    if not look.terminal and not look.color:
        from salescoach.kit.plain import page_of

        file.write(page_of(parts))
        return
    from salescoach.kit.console import console
    from salescoach.kit.parts import block

    page = io.StringIO()
    desk = console(look, page)
    for part in parts:
        desk.print(block(part) if isinstance(part, str) else part)
    file.write("\n".join(line.rstrip(" ") for line in page.getvalue().split("\n")))


def text(answer: Answer, look: Look) -> str:
    """Return the screen of an answer as text."""
    file = io.StringIO()
    show(answer, look, file)
    return file.getvalue()


def data(answer: Answer, look: Look) -> dict[str, Any]:
    """Return what `--json` prints: keys in English, dates ISO, absent means unknown."""
    from salescoach.kit.json import plain

    return {"format": 1, "today": look.today.isoformat(), **plain(view(answer).data(answer, look))}


def notice(what: Phrase, look: Look) -> str:
    """Return a line of talk for stderr."""
    from salescoach.kit.safe import line, wrapped

    return wrapped(look.say(what), look.width) if look.terminal else line(look.say(what))
