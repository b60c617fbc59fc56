"""The table of commands: what `coach` can do, and where it is written; what help says of it is in help.toml."""

from salescoach.frozen import frozen

SECTIONS = ("everyday", "team", "one", "talk", "new", "data")


@frozen
class Row:
    """One command; its module is imported only when it is called.

    One that `renders` takes -o FILE; a `timeless` one needs no day, or sees to it itself.
    """

    name: str
    place: str
    section: str
    renders: bool = False
    timeless: bool = False

    @property
    def module(self) -> str:
        """The module of the command, which is its function `run`."""
        return f"salescoach.{self.place}"


COMMANDS: dict[str, Row] = {
    row.name: row
    for row in (
        Row("prep", "talk.commands.prep", "everyday", renders=True),
        Row("log", "talk.commands.log", "everyday"),
        Row("note", "talk.commands.note", "everyday"),
        Row("weekly", "week.commands.weekly", "everyday", renders=True),
        Row("show", "people.commands.show", "everyday", renders=True),
        Row("done", "promises.commands.done", "everyday"),
        Row("undo", "care.commands.undo", "everyday"),
        Row("redo", "care.commands.redo", "everyday"),
        Row("add", "people.commands.add", "team"),
        Row("set", "people.commands.set", "team"),
        Row("book", "people.commands.book", "team"),
        Row("away", "people.commands.away", "team"),
        Row("edit", "care.commands.edit", "team"),
        Row("leave", "people.commands.leave", "team"),
        Row("me", "people.commands.me", "team", renders=True),
        Row("rate", "expectations.commands.rate", "one"),
        Row("goal", "goals.commands.goal", "one"),
        Row("progress", "goals.commands.progress", "one"),
        Row("promise", "promises.commands.promise", "one"),
        Row("praise", "praise.commands", "one"),
        Row("act", "actions.commands", "one"),
        Row("move", "promises.commands.move", "one"),
        Row("ask", "forms.commands.ask", "talk", renders=True),
        Row("recap", "recap.commands.recap", "talk", renders=True),
        Row("figures", "figures.commands.figures", "talk", renders=True),
        Row("initiative", "initiatives.commands", "talk", renders=True),
        Row("onboard", "onboarding.commands.onboard", "new", renders=True),
        Row("expect", "expectations.commands.expect", "new", renders=True),
        Row("probation", "probation.commands.probation", "new", renders=True),
        Row("retro", "onboarding.commands.retro", "new", renders=True),
        Row("init", "start.commands.init", "data", timeless=True),
        Row("demo", "start.commands.demo", "data", timeless=True),
        Row("find", "people.commands.find", "data", renders=True),
        Row("export", "custody.commands.export", "data", renders=True),
        Row("dossier", "custody.commands.dossier", "data", renders=True),
        Row("erase", "custody.commands.erase", "data"),
        Row("doctor", "care.commands.doctor", "data", timeless=True),
        Row("path", "start.commands.path", "data", timeless=True),
        Row("help", "start.commands.help", "data", timeless=True),
    )
}
