"""`coach erase`: remove a seller, or what is older than is to be kept."""

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from salescoach.answer import Answer, Said, phrase
from salescoach.app import App
from salescoach.arguments import MaybeSellerWords, joined
from salescoach.errors import CoachError, Missing, Problem, Unusable

if TYPE_CHECKING:
    from salescoach.custody.files.cutting import Cut
    from salescoach.custody.rules import Erasure, Retention


class OtherName(Unusable):
    """What was typed is not the full name of whom is to be removed."""


def run(
    ctx: typer.Context,
    seller: MaybeSellerWords = None,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME")] = None,
    older: Annotated[str | None, typer.Option("--older", metavar="TIME")] = None,
    yes: Annotated[bool, typer.Option("--yes")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
) -> Answer:
    """Remove all that is held of a seller, or with --older what is past its time, of one or of all; for good."""
    app: App = ctx.obj
    typed = joined(seller)
    if older is not None:
        return _trimmed(app, typed, older, yes=yes, dry=dry_run)
    if not typed:
        raise Missing(what="seller", command="erase")
    answer = _found(app, typed)
    if dry_run:
        return answer
    _confirm(app, answer, name)
    from salescoach.custody.files.holdings import erase

    erase(app.journal, answer.key)
    return replace(answer, done=True)


def _found(app: App, typed: str) -> "Erasure":
    from salescoach.custody.files.holdings import holdings
    from salescoach.custody.files.mentions import mentions_of
    from salescoach.custody.rules import Erasure
    from salescoach.journal.names import find

    person = find(typed, app.journal.called())
    held = holdings(app.journal, person.key)
    mentions = mentions_of(app.journal, person, {one.file for one in held})
    return Erasure(key=person.key, name=person.name, going=tuple(held), mentions=tuple(mentions))


def _confirm(app: App, answer: "Erasure", name: str | None) -> None:
    """Have the full name typed out: there is no undo. Raise Missing where nobody can be asked, OtherName."""
    from salescoach.records.keys import key_form

    if name is None:
        if not app.ask.possible:
            raise Missing(what="full_name", key=answer.key)
        from salescoach.custody.view.erasure import shown

        app.ask.tell(*shown(answer, app.ask.look))
        name = app.ask.line(app.words.say("erase.ask", name=answer.name))
    if key_form(name) != key_form(answer.name):
        raise OtherName(typed=name, name=answer.name)


def _trimmed(app: App, typed: str, older: str, *, yes: bool, dry: bool) -> Answer:
    from salescoach.custody.files.cutting import trim
    from salescoach.custody.view.retention import shown

    answer, cuts = _old(app, typed, older)
    if not cuts or dry:
        return answer
    if not yes:
        if not app.ask.possible:
            return answer
        app.ask.tell(*shown(answer, app.ask.look))
        if not app.agreed(phrase("erase.sure", n=sum(one.count for one in answer.files))):
            return Said(lines=(phrase("erase.kept"),))
    trim(app.journal, cuts)
    return replace(answer, done=True)


def _old(app: App, typed: str, older: str) -> tuple["Retention", list["Cut"]]:
    """Return what is older than is to be kept, and the files without it; files that cannot be cut are named."""
    from salescoach.custody.files.cutting import cut, cut_figures, files_for, unfinished
    from salescoach.custody.rules import Retention
    from salescoach.journal import figures
    from salescoach.journal.journal import as_problem
    from salescoach.notes.plain import read_duration

    before, key = read_duration(older, app.today), app.journal.find(typed) if typed else None
    sooner = app.today - timedelta(app.settings.retention.handover)
    cuts, problems = [], []
    files, measured = files_for(app.journal, key), figures.files(app.journal)
    for file in (*files, *measured):
        try:
            measures = cut_figures(app.journal, file, before, key) if file in measured else None
            cuts.append(measures or cut(app.journal, file, before, sooner))
        except CoachError as error:
            problems.append(as_problem(error))
    made = app.journal.copies().items()
    problems += [Problem(one, "conflict_copy", data={"file": one, "of": of}) for one, of in made if of in files]
    cuts = [one for one in cuts if one.old.kinds]
    stays = tuple(
        phrase("erase.beside", file=one) for one in unfinished(app.journal, [cut.rewrite.file for cut in cuts])
    )
    if sooner > before and any({"asked", "answer", "handover"} & one.old.kinds.keys() for one in cuts):
        stays = (*stays, phrase("erase.handovers", day=sooner))
    shown, again = tuple(one.old for one in cuts), f"{older} {typed}"
    return Retention(before=before, files=shown, problems=tuple(problems), again=again, notices=stays), cuts
