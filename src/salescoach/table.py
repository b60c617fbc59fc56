"""The table of commands: what `coach` can do, where it is written, and what the help says of it in a line."""

from dataclasses import dataclass

SECTIONS = ("every day", "team", "one thing", "new seller", "data")


@dataclass(frozen=True)
class Row:
    """One command; its module is imported only when it is called. One that `renders` takes -o FILE."""

    name: str
    place: str
    section: str
    help: str
    renders: bool = False

    @property
    def module(self) -> str:
        """The module of the command, which is its function `run`."""
        return f"salescoach.{self.place}"


COMMANDS: dict[str, Row] = {
    row.name: row
    for row in (
        Row(
            "prep",
            "talk.commands.prep",
            "every day",
            "Before a talk: the agenda, made from what is known.",
            renders=True,
        ),
        Row("log", "talk.commands.log", "every day", "Right after a talk: notes in, structure out."),
        Row("note", "talk.commands.note", "every day", "Something between talks: the same marks, no talk."),
        Row("weekly", "week.commands.weekly", "every day", "Who needs you this week, and why.", renders=True),
        Row("show", "people.commands.show", "every day", "All about one seller, newest first.", renders=True),
        Row("done", "promises.commands.done", "every day", "Settle a promise, a topic or a goal."),
        Row("undo", "care.commands.undo", "every day", "Take back the last command, whole."),
        Row("add", "people.commands.add", "team", "Add a seller, or a whole team from a CSV file."),
        Row("set", "people.commands.set", "team", "Change what the head of a seller's file says."),
        Row("book", "people.commands.book", "team", "Note when the next talk is."),
        Row("away", "people.commands.away", "team", "Note who is away and from when to when: clocks stop."),
        Row("edit", "care.commands.edit", "team", "Change a seller's file by hand, checked before it counts."),
        Row("leave", "people.commands.leave", "team", "Put away the file of a seller who left, or bring it back."),
        Row(
            "me",
            "people.commands.me",
            "team",
            "How you come across: what they need from you, and your promises.",
            renders=True,
        ),
        Row("rate", "expectations.commands.rate", "one thing", "Give an area a level, with the evidence."),
        Row("goal", "goals.commands.goal", "one thing", "Set a goal, or see the open ones with their pace."),
        Row("progress", "goals.commands.progress", "one thing", "Note where a goal stands."),
        Row("promise", "promises.commands.promise", "one thing", "Promise something, or see what is open both ways."),
        Row("praise", "praise.commands", "one thing", "Note praise given, or see whom to thank today."),
        Row("act", "actions.commands", "one thing", "Note a small action, or see this week's tally."),
        Row(
            "onboard",
            "onboarding.commands.onboard",
            "new seller",
            "A new seller's plan, and where it stands; or all side by side.",
            renders=True,
        ),
        Row(
            "expect",
            "expectations.commands.expect",
            "new seller",
            "What is expected now, and what each level looks like.",
            renders=True,
        ),
        Row(
            "probation",
            "probation.commands.probation",
            "new seller",
            "A probation: its clock, what was not told, what help was given.",
            renders=True,
        ),
        Row(
            "retro",
            "onboarding.commands.retro",
            "new seller",
            "What all sides say of an onboarding, and its lessons.",
            renders=True,
        ),
        Row("init", "start.commands.init", "data", "Begin a journal."),
        Row("demo", "start.commands.demo", "data", "See it at work on a team of ten."),
        Row("find", "people.commands.find", "data", "Find words in all that was noted.", renders=True),
        Row("export", "custody.commands.export", "data", "Hand over the whole journal, or one seller.", renders=True),
        Row(
            "dossier",
            "custody.commands.dossier",
            "data",
            "All that is held about a seller, to give or to check.",
            renders=True,
        ),
        Row("erase", "custody.commands.erase", "data", "Remove a seller, or what is older than is to be kept."),
        Row("doctor", "care.commands.doctor", "data", "Look over every file, and unite conflict copies."),
        Row("path", "start.commands.path", "data", "Print where the journal, or a seller's file, is."),
        Row("help", "start.commands.help", "data", "Show all commands, or one."),
    )
}
