"""`coach erase`: remove a seller, or what is older than is to be kept."""

from dataclasses import replace
from datetime import date, timedelta
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


class NoKind(Unusable):
    """`text` is no kind of record that can be removed by itself; `known` are those that can."""


def run(
    ctx: typer.Context,
    seller: MaybeSellerWords = None,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME")] = None,
    older: Annotated[str | None, typer.Option("--older", metavar="TIME")] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND")] = None,
    yes: Annotated[bool, typer.Option("--yes")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
) -> Answer:
    """Remove all that is held of a seller, or with --older and --kind a part of it, of one or of all; for good."""
    app: App = ctx.obj
    typed = joined(seller)
    if older is not None or kind is not None:
        return _trimmed(app, typed, older, _kind(kind), yes=yes, dry=dry_run)
    if not typed:
        raise Missing(what="seller", command="erase")
    answer = _found(app, typed)
    if dry_run:
        return answer
    _confirm(app, answer, name)
    from salescoach.custody.files.holdings import erase

    erase(app.journal, answer.key)
    return replace(answer, done=True)


def _kind(typed: str | None) -> str | None:
    from salescoach.records.header import Change
    from salescoach.records.kinds import KINDS

    if typed is None or (typed in KINDS and typed != Change.kind):
        return typed
    raise NoKind(text=typed, known=sorted({*KINDS} - {Change.kind}))


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


def _trimmed(app: App, typed: str, older: str | None, kind: str | None, *, yes: bool, dry: bool) -> Answer:
    from salescoach.custody.files.cutting import trim
    from salescoach.custody.view.retention import shown

    answer, cuts = _old(app, typed, older, kind)
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


def _old(app: App, typed: str, older: str | None, kind: str | None) -> tuple["Retention", list["Cut"]]:
    """Return what is older than is to be kept, or of one kind, and the files without it."""
    from salescoach.custody.files.cutting import unfinished
    from salescoach.custody.rules import Retention
    from salescoach.notes.plain import read_duration

    sooner = app.today - timedelta(app.settings.retention.handover) if kind is None else date.min
    before = read_duration(older, app.today) if older else app.today + timedelta(1)
    cuts, problems = _cuts(app, before, app.journal.find(typed) if typed else None, kind, sooner)
    stays = unfinished(app.journal, [cut.rewrite.file for cut in cuts])
    said = [phrase("erase.beside", file=one) for one in stays]
    if sooner > before and any({"asked", "answer", "handover"} & one.old.kinds.keys() for one in cuts):
        said.append(phrase("erase.handovers", day=sooner))
    given = (typed, f"--older {older}" if older else "", f"--kind {kind}" if kind else "")
    return Retention(
        before=before if older else None,
        kind=kind,
        files=tuple(one.old for one in cuts),
        problems=tuple(problems),
        again=" ".join(filter(None, given)),
        notices=tuple(said),
    ), cuts


def _cuts(app: App, before: date, key: str | None, kind: str | None, sooner: date) -> tuple[list["Cut"], list[Problem]]:
    """Return the files without what is from before a day, and what is wrong with those that cannot be cut."""
    from salescoach.custody.files.cutting import cut, cut_figures
    from salescoach.journal import figures
    from salescoach.journal.journal import as_problem

    cuts, problems = [], []
    own = [] if key is None else [app.journal.file_name(key)]
    files, measured = own or app.journal.files(), [] if kind else figures.files(app.journal)
    for file in (*files, *measured):
        try:
            months = cut_figures(app.journal, file, before, key) if file in measured else None
            cuts.append(months or cut(app.journal, file, before, kind, sooner))
        except CoachError as error:
            problems.append(as_problem(error))
    made = app.journal.copies().items()
    problems += [Problem(one, "conflict_copy", data={"file": one, "of": of}) for one, of in made if of in files]
    return [one for one in cuts if one.old.kinds], problems
