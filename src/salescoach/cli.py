"""The command line: the table of commands, the global options, the one error boundary, the one place that prints."""

import sys
from collections.abc import Iterable, Sequence
from copy import copy
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from typer.core import TyperGroup

from salescoach import __version__
from salescoach.answer import Answer, Phrase, phrase
from salescoach.app import App
from salescoach.errors import BadUsage, Bug, CannotRender, CoachError, NoSuchCommand
from salescoach.start.commands.speaker import speaker
from salescoach.table import COMMANDS, Row
from salescoach.terminal import mute, offer, refused, speak_utf8
from salescoach.usage import EVERYWHERE, OneCommand, misread, offers, unread

INTERRUPTED = 130


class Commands(TyperGroup):
    """The group of all commands: each is imported when it is called, and takes the global options too."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of the commands in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the global options."""
        return [unread(param) for param in super().get_params(ctx)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command, None where there is none of that name; while names are completed, no more than its name."""
        row = COMMANDS.get(cmd_name)
        if row is None:
            return None
        return OneCommand(cmd_name) if ctx.resilient_parsing else self._made(row)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """Return the commands and options that fit."""
        return offers(self, ctx, super().shell_complete(ctx, incomplete))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that is meant; a wrong name is answered with the nearest."""
        if args[0] in COMMANDS:
            return args[0], self._made(COMMANDS[args[0]]), args[1:]
        if ctx.resilient_parsing:
            return None, None, []
        from difflib import get_close_matches

        raise NoSuchCommand(typed=args[0], near=get_close_matches(args[0], COMMANDS, n=2))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Show the everyday commands and the names of the sections."""
        del formatter
        from salescoach.start.rules.guide import guide_of

        _print(guide_of(), speaker(ctx.obj, "help.page"))

    def _made(self, row: Row) -> Any:
        """Return a command, made from the function of its module."""
        one = typer.Typer(add_completion=False, rich_markup_mode=None)
        one.command(row.name, cls=OneCommand)(import_module(row.module).run)
        command: Any = typer.main.get_command(one)
        taken = {*(name for param in command.params for name in param.opts), *(() if row.renders else ("-o",))}
        shared: list[Any] = [param for param in self.params if getattr(param, "rich_help_panel", None) == EVERYWHERE]
        for param in [copy(param) for param in shared if not taken & {*param.opts}]:
            param.default, param.hidden = None, False  # what is typed here counts as if typed before the command
            command.params.append(param)
        return command


def main() -> None:
    """Run `coach` and leave with its exit status."""
    sys.exit(run())


def run(args: Sequence[str] | None = None) -> int:
    """Run one command line (that of the process without `args`), print its answer, return its exit status."""
    coach = App()
    given = sys.argv[1:] if args is None else args
    coach.options["json"] = "--json" in given  # a line that cannot be read is answered as it wished, too
    blind = speak_utf8()
    try:
        return _run(given, coach, blind=blind)
    except CoachError as error:
        return _fail(error, coach)
    except (typer.Abort, KeyboardInterrupt):
        _tell_all(coach.kept, coach)
        return INTERRUPTED
    except BrokenPipeError:
        mute(sys.stdout)
        return 0
    except OSError as error:
        return _fail(refused(error, coach.written), coach)
    except Exception as error:  # noqa: BLE001  # the one boundary: a bug becomes a sentence and a file
        return _bug(error, coach)


def _run(args: Sequence[str], coach: App, *, blind: bool) -> int:
    try:
        result = app(args, prog_name="coach", standalone_mode=False, obj=coach)
    except typer.TyperException as error:
        raise misread(error, args) from None
    if result == INTERRUPTED:  # what Typer makes of Ctrl-C
        raise typer.Abort
    if isinstance(result, Answer):
        result = _print(result, speaker(coach, "help.page") if result.anywhere else coach)
    sys.stdout.flush()
    if blind and coach.written:
        _tell_all([phrase("notice.unseen", written=[*dict.fromkeys(coach.written)])], coach)
    return int(result or 0)


def _store(ctx: typer.Context, param: typer.CallbackParam, value: Any) -> Any:
    """Keep a global option where the App finds it."""
    if (value or value == "") and isinstance(ctx.obj, App) and param.name:
        ctx.obj.options[param.name.removeprefix("_")] = value
    return value


def _placed(ctx: typer.Context, param: typer.CallbackParam, value: Any) -> Any:
    """Keep the file to write to, which is to be one that may be written, before anything is done."""
    if value is not None and not ctx.resilient_parsing:
        from salescoach.journal import outside

        outside.check(value, ctx.find_root().obj.root)
    return _store(ctx, param, value)


def _tell(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"coach {__version__}\n")
        raise typer.Exit


def _option(*names: str, callback: Any = _store, **more: Any) -> Any:
    return typer.Option(*names, callback=callback, expose_value=False, rich_help_panel=EVERYWHERE, **more)


app = typer.Typer(cls=Commands, invoke_without_command=True, rich_markup_mode=None)


@app.callback()
def everywhere(  # what is given here is kept by _store, where the App finds it
    ctx: typer.Context,
    _journal: Annotated[str | None, _option("--journal", metavar="DIR", is_eager=True)] = None,
    _today: Annotated[str | None, _option("--today", metavar="DATE")] = None,
    _lang: Annotated[str | None, _option("--lang", metavar="LANG", is_eager=True)] = None,
    _json: Annotated[bool, _option("--json")] = False,
    _color: Annotated[Literal["auto", "always", "never"] | None, _option("--color", metavar="WHEN")] = None,
    _private: Annotated[bool, _option("--private")] = False,
    _all: Annotated[bool, _option("--all")] = False,
    _output: Annotated[str | None, _option("-o", "--output", callback=_placed, metavar="FILE")] = None,
    _version: Annotated[bool, typer.Option("--version", is_eager=True, callback=_tell)] = False,
) -> Answer | None:
    """Keep a sales manager's coaching journal."""
    if ctx.invoked_subcommand is not None:
        if ctx.obj.option("output") and not COMMANDS[ctx.invoked_subcommand].renders:
            raise BadUsage(text=phrase("fault.no_option", name="-o"))  # as it would be said after the command
        return None
    from salescoach.week.commands.today import run as today

    return today(ctx)


def _print(answer: Answer, coach: App) -> int:
    """Print an answer as it was asked for: to a file, as JSON, or on the screen; return its exit status."""
    from salescoach.kit import screen

    look, output = _look(answer, coach), coach.option("output")
    if output:
        _write(answer, coach, output)
    elif coach.option("json"):
        from salescoach.kit.json import dumps

        sys.stdout.write(dumps(screen.data(answer, look)))
    else:
        screen.show(answer, look, sys.stdout)
    sys.stdout.flush()
    _tell_all((*answer.notices, *coach.warnings(getattr(answer, "problems", ()))), coach)
    return answer.status


def _look(answer: Answer, coach: App) -> Any:
    """Return how an answer looks to who reads it: in the manager's language, or in that of whom it is made for."""
    if answer.language is None:
        return coach.look()
    from salescoach.hers import look_in

    return look_in(coach, answer.language)


def _write(answer: Answer, coach: App, output: str) -> None:
    """Write an answer to a file, in the form that its suffix names; raise CannotRender, and as `outside.write`."""
    from salescoach.journal import outside
    from salescoach.kit.document import document, forms

    suffix = Path(output).suffix
    try:
        made = document(answer, _look(answer, coach), suffix, coach.templates.text)
        if made is None:
            raise CannotRender(suffix=suffix or output, forms=forms(answer))
        closed = outside.write(output, made.encode(), coach.root)
    except CoachError:
        if coach.written:
            coach.kept += (phrase("notice.written", files=[*dict.fromkeys(coach.written)]),)
        raise
    _tell_all([phrase("notice.wrote", file=output), *([phrase("notice.closed", file=output)] if closed else [])], coach)


def _tell_all(notices: Iterable[Phrase], coach: App) -> None:
    """Print talk, which is no part of the answer, on stderr."""
    from salescoach.kit.screen import notice

    for one in notices:
        offer(notice(one, coach.look(sys.stderr)) + "\n", sys.stderr)


def _fail(error: CoachError, coach: App) -> int:
    """Print what went wrong and what to do next; return the exit status of its cause."""
    from salescoach.kit.failure import failure, told
    from salescoach.kit.json import dumps
    from salescoach.kit.screen import notice

    plain = speaker(coach, "help.page")
    if coach.option("json"):
        offer(dumps(failure(error, plain.look())), sys.stdout)
    look = plain.look(sys.stderr)
    offer(told(error, look) + "".join(f"{notice(one, look)}\n" for one in coach.kept), sys.stderr)
    return error.status


def _bug(error: Exception, coach: App) -> int:
    """Keep the traceback of a bug in a file of its own and say where it is; where there is no room, print it."""
    import traceback

    from salescoach.journal import atomic

    story = "".join(traceback.format_exception(error))
    try:
        path = _bug_folder(coach) / "coach-bug.txt"
        atomic.make_folder(path.parent)
        atomic.write(path, story.encode("utf-8", "replace"), str(path))
    except (CoachError, OSError):
        where = traceback.format_tb(error.__traceback__)  # and not what it says: that may be out of a private line
        sys.stderr.write("".join([*where, f"{type(error).__name__}\n"]))
        return _fail(Bug(file="stderr"), coach)
    return _fail(Bug(file=str(path)), coach)


def _bug_folder(coach: App) -> Path:
    """Return the folder of the journal that may be deleted, where there is one; else one that nobody else can read."""
    import tempfile

    root = coach.__dict__.get("root")
    own = root and root / ".coach"
    return own if own and not own.is_symlink() else Path(tempfile.mkdtemp(prefix="coach-"))
