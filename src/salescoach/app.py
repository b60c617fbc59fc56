"""App, the composition root: only here are the environment, the clock and the terminal read."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from salescoach.answer import Phrase, all_told, phrase
from salescoach.errors import Broken, CoachError, NoJournal, NoLanguage, Problem, StillToCome
from salescoach.journal import atomic
from salescoach.journal.places import SETTINGS, find_root, followed, inside
from salescoach.journal.templates import Templates, languages
from salescoach.terminal import columns, in_color
from salescoach.words.dates import Dates
from salescoach.words.phrases import Words, naming

if TYPE_CHECKING:
    from salescoach.journal.drafts import Draft, Drafts
    from salescoach.journal.journal import Journal
    from salescoach.journal.known import Known
    from salescoach.journal.prepared import Preparations
    from salescoach.journal.roster import Roster
    from salescoach.kit.ask import Ask
    from salescoach.kit.look import Look
    from salescoach.records.seller import Book, Seller
    from salescoach.records.settings import Settings
    from salescoach.records.values import Level

os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # a plugin of pydantic's would see every record; nobody watches


class App:
    """What a command works with, each part made when it is first asked for.

    `options` are those typed: journal, today, lang, json, color, private, all, output; they count once a part asks for
    them. `written` are the files written so far.
    """

    def __init__(self, *, bare: bool = False) -> None:
        """Begin with no options; a bare one looks for no journal and no settings, so that it can always speak."""
        self.options: dict[str, Any] = {}
        self.problems, self.written = list[Problem](), list[str]()
        self.kept: tuple[Phrase, ...] = ()
        self.asides: list[Phrase] = []
        self._environ: Mapping[str, str] = os.environ
        if bare:
            self._environ = {name: value for name, value in os.environ.items() if name != "COACH_TODAY"}
            self.__dict__["root"] = None

    def option(self, name: str) -> Any:
        """Return a global option as typed, None where it was not."""
        return self.options.get(name)

    @cached_property
    def dates(self) -> Dates:
        """The reader and writer of dates in the journal's language."""
        return Dates(
            *self.templates.tables("dates"),
            every=lambda: self.templates.everywhere("dates"),
            month_first=self._written.get("dates") == {"order": "month-day"},
            which=lambda *asked: self.ask.day(*asked),  # noqa: PLW0108  # what asks is made only then
            marks=lambda: self.templates.everywhere("marks"),
        )

    @cached_property
    def today(self) -> date:
        """The day that everything is seen from: --today, $COACH_TODAY or the clock; raise NotADate."""
        given = self.option("today") or self._environ.get("COACH_TODAY")
        return self.dates.read(given, today=date.today()) if given else date.today()

    @property
    def named_journal(self) -> str | None:
        """The folder that --journal or $COACH_JOURNAL names."""
        return self.option("journal") or self._environ.get("COACH_JOURNAL") or None

    @cached_property
    def root(self) -> Path | None:
        """The folder of the journal, None where there is none; raise NoJournal where a wrong one was named."""
        try:
            return find_root(self.named_journal, Path.cwd())
        except NoJournal:
            if self.named_journal is not None:
                raise
            return None

    @cached_property
    def journal(self) -> "Journal":
        """The journal that is meant; raise NoJournal."""
        from salescoach.journal.journal import Journal

        private, found = bool(self.option("private")), self.roster
        return Journal(found.root, found.follow, private, self.known, written=self.written, heads=found.heads)

    @cached_property
    def roster(self) -> "Roster":
        """Who is in the journal that is meant, by name alone; raise NoJournal."""
        from salescoach.journal.roster import Roster

        if self.root is None:
            raise NoJournal(looked=str(Path.cwd()))
        return Roster(self.root, followed(self._written))

    @cached_property
    def known(self) -> "Known":
        """Which files of the journal are known to be good."""
        from salescoach.journal.known import Known

        return Known(self.root, followed(self._written))

    @cached_property
    def settings(self) -> "Settings":
        """The settings of the journal, defaults where it says nothing; raise BadSettings, BadToml."""
        from salescoach.journal.settings import read_settings

        return read_settings(self.root and self.root / SETTINGS, self.known)

    @cached_property
    def language(self) -> str:
        """The language of the journal; raise BadSettings, BadToml."""
        written = self._written.get("language", "en")
        return written if written in languages() else self.settings.language

    @cached_property
    def levels(self) -> "dict[Level, str]":
        """What the journal calls the levels; where it has no names for them, what only speaks needs no settings."""
        if not self._written.get("levels"):
            return {}
        own = self.settings.levels
        ready: dict[Level, str] = self.templates.table("levels").get(own.set, {})
        return ready | own.named

    @cached_property
    def templates(self) -> Templates:
        """The templates of the journal's language, own ones first."""
        own = None if self.root is None else inside(self.root, "templates", followed(self._written))
        wished = self.option("lang")
        if wished and wished not in languages():
            raise NoLanguage(text=wished, known=languages())
        return Templates(own, wished or self.language, lambda: self.known)

    @cached_property
    def words(self) -> Words:
        """The phrases of the journal's language."""
        tables = self.templates.tables
        return Words([naming(self.levels), *tables("words")], self.dates, self.today, lambda: tables("help"))

    @cached_property
    def me(self) -> "Book":
        """The manager's own records; where the file is broken, none, and the problem."""
        from salescoach.journal.journal import as_problem
        from salescoach.records.seller import Book

        try:
            return self.journal.me()
        except Broken as error:
            return Book(problems=(as_problem(error),))

    @cached_property
    def drafts(self) -> "Drafts":
        """What was typed and is not written yet."""
        from salescoach.journal.drafts import Drafts

        return Drafts(self.journal.folder)

    @cached_property
    def preparations(self) -> "Preparations":
        """Which agenda was last shown for whom."""
        from salescoach.journal.prepared import Preparations

        return Preparations(self.journal.folder)

    @cached_property
    def ask(self) -> "Ask":
        """What asks the manager; it can only where she can see and answer."""
        from salescoach.kit.ask import Ask

        possible = not self.option("json") and sys.stdin.isatty() and sys.stderr.isatty()
        editor = self._environ.get("VISUAL") or self._environ.get("EDITOR")
        return Ask(self.look(sys.stderr), possible=possible, editor=editor, clock=monotonic)

    def look(self, stream: Any = None) -> "Look":
        """Return how answers look on a stream (stdout): its width, colours, and what is to be shown."""
        from salescoach.kit.look import Look

        terminal = (stream := stream or sys.stdout).isatty()
        return Look(
            words=self.words,
            today=self.today,
            levels=self.levels,
            language=self.option("lang") or self.language,
            width=columns(stream, self._environ),
            terminal=terminal,
            color=in_color(self.option("color") or "auto", self._environ, terminal=terminal),
            everything=bool(self.option("all")),
            private=bool(self.option("private")),
        )

    def read_day(self, text: str, *, back: bool = False, due: bool = True, since: date | None = None) -> date:
        """Return the day that was typed, relative to `since` (today); a time beside it is told of. Raise NotADate."""
        self.asides += [phrase("notice.time_not_kept", time=time)] if (time := self.dates.timed(text).typed) else []
        return self.dates.read(text, today=since or self.today, back=back, due=due)

    def on(self, typed: str | None) -> date:
        """Return the day that `--on` names, looking back; today without it. Raise StillToCome, FarAway, NotADate."""
        day = self.today if typed is None else self.read_day(typed, back=True, due=False)
        if day > self.today:
            raise StillToCome(day=day)
        return self.dates.near(day, typed or "", self.today)

    def ahead(self, typed: str, since: date | None = None, *, timed: bool = False) -> date:
        """Return a day to come, `timed` if its time is kept; raise FarAway where it may lack its year, NotADate."""
        day = self.read_day(self.dates.timed(typed).rest if timed else typed, due=False, since=since)
        return self.dates.near(day, typed, since or self.today)

    def piped(self) -> str | None:
        """Return the text on stdin, None where stdin is a terminal."""
        return None if sys.stdin.isatty() else atomic.take(sys.stdin.buffer, "stdin").decode("utf-8", "surrogateescape")

    def sellers(self, typed: Sequence[str]) -> list["Seller"]:
        """Return the sellers who are meant, in the order given and each once; all of them are found or none is."""
        return self.by_keys(self.keys(typed))

    def by_keys(self, keys: Sequence[str]) -> list["Seller"]:
        """Return the sellers of these keys; raise Broken where a file of theirs is."""
        return [self._met(self.journal.by_key(key)) for key in keys]

    def keys(self, typed: Sequence[str]) -> list[str]:
        """Return the keys of the sellers who are meant, whether their files read or not."""
        names = [name for one in typed for name in one.split(",") if name.strip()] or typed
        return list(dict.fromkeys(self.journal.find(name) for name in names))

    def seller(self, typed: str) -> "Seller":
        """Return the seller who is meant; raise NoSuchSeller, SeveralSellers, or Broken where her file is."""
        return self._met(self.journal.seller(typed))

    def note(self, error: CoachError) -> None:
        """Have it told, once, what a command goes on without: a file or a template that cannot be used."""
        from salescoach.journal.journal import as_problem

        self.problems += [problem for problem in [as_problem(error)] if problem not in self.problems]

    def warnings(self, said: Sequence[Problem] = ()) -> list[Phrase]:
        """Return what every command says of the files it met, and has not `said`: records left out or vanished."""
        if "journal" not in self.__dict__:
            return []
        mine = self.me.problems if "me" in self.__dict__ else ()
        met = (*self.problems, *mine, *self.journal.check_vanished())
        return all_told(problem for problem in met if problem not in said)

    def team(self) -> list["Seller"]:
        """Return all sellers that read, by name; what is wrong with the others is said on stderr."""
        team = self.journal.team()
        self.problems += team.problems
        return sorted(team.sellers, key=lambda one: self.dates.order(one.name))

    def agreed(self, question: Phrase, default: str = "n") -> bool:
        """Ask yes or no; Enter means `default`."""
        choices = {"y": self.words.say("log.yes"), "n": self.words.say("log.no")}
        return self.ask.key(self.words.say(question), choices, default) == "y"

    def past(self, day: date | None) -> tuple[Phrase, ...]:
        """Return the notice that a day to come has gone by already, if it has."""
        return (phrase("notice.past", day=day),) if day is not None and day < self.today else ()

    @contextmanager
    def keeping(self, key: str, text: str, **more: Any) -> Iterator[None]:
        """Keep a text as a draft where writing it down fails or is broken off: nothing typed is ever lost."""
        try:
            yield
        except BaseException:
            with suppress(CoachError):  # what failed first is what is told
                self.keep(key, text, **more)
            raise

    def keep(self, key: str, text: str, *, note: bool = False, typed: str = "", held: "Sequence[Draft]" = ()) -> None:
        """Keep a text as a draft, of a talk or of a note, in the place of those it was made of; have it said."""
        if text.strip():
            (self.drafts.notes if note else self.drafts).keep(key, text, self.today, typed, held)
            what, shown = "note" if note else "draft", "NAME" if key == "_" else key
            self.kept = (phrase(f"notice.kept_{what}", key=shown),)

    def _met(self, seller: "Seller") -> "Seller":
        self.problems += seller.problems
        return seller

    @cached_property
    def _written(self) -> dict[str, Any]:
        from salescoach.journal.settings import read_written

        return read_written(self.root and self.root / SETTINGS)
