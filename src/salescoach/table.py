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
        Row("prep", "talk.prep", "every day", "Before a talk: the agenda, made from what is known.", renders=True),
        Row("log", "talk.log", "every day", "Right after a talk: notes in, structure out."),
        Row("note", "talk.note", "every day", "Something between talks: the same marks, no talk."),
        Row("weekly", "week.weekly", "every day", "Who needs you this week, and why.", renders=True),
        Row("show", "people.show", "every day", "All about one seller, newest first.", renders=True),
        Row("done", "promises.done", "every day", "Settle a promise, a topic or a goal."),
        Row("undo", "care.undo", "every day", "Take back the last command, whole."),
        Row("add", "people.add", "team", "Add a seller, or a whole team from a CSV file."),
        Row("set", "people.set", "team", "Change what the head of a seller's file says."),
        Row("book", "people.book", "team", "Note when the next talk is."),
        Row("away", "people.away", "team", "Note who is away and from when to when: clocks stop."),
        Row("edit", "care.edit", "team", "Change a seller's file by hand, checked before it counts."),
        Row("leave", "people.leave", "team", "Put away the file of a seller who left, or bring it back."),
        Row(
            "me", "people.me", "team", "How you come across: what they need from you, and your promises.", renders=True
        ),
        Row("rate", "expectations.rate", "one thing", "Give an area a level, with the evidence."),
        Row("goal", "goals.goal", "one thing", "Set a goal, or see the open ones with their pace."),
        Row("progress", "goals.progress", "one thing", "Note where a goal stands."),
        Row("promise", "promises.promise", "one thing", "Promise something, or see what is open both ways."),
        Row("praise", "praise.commands", "one thing", "Note praise given, or see whom to thank today."),
        Row("act", "actions.commands", "one thing", "Note a small action, or see this week's tally."),
        Row(
            "onboard",
            "onboarding.onboard",
            "new seller",
            "A new seller's plan, and where it stands; or all side by side.",
            renders=True,
        ),
        Row(
            "expect",
            "expectations.expect",
            "new seller",
            "What is expected now, and what each level looks like.",
            renders=True,
        ),
        Row(
            "probation",
            "probation.commands",
            "new seller",
            "A probation: its clock, what was not told, what help was given.",
            renders=True,
        ),
        Row(
            "retro",
            "onboarding.retro",
            "new seller",
            "What all sides say of an onboarding, and its lessons.",
            renders=True,
        ),
        Row("init", "start.init", "data", "Begin a journal."),
        Row("demo", "start.demo", "data", "See it at work on a team of ten."),
        Row("find", "people.find", "data", "Find words in all that was noted.", renders=True),
        Row("export", "custody.export", "data", "Hand over the whole journal, or one seller.", renders=True),
        Row(
            "dossier", "custody.dossier", "data", "All that is held about a seller, to give or to check.", renders=True
        ),
        Row("erase", "custody.erase", "data", "Remove a seller, or what is older than is to be kept."),
        Row("doctor", "care.doctor", "data", "Look over every file, and unite conflict copies."),
        Row("path", "start.path", "data", "Print where the journal, or a seller's file, is."),
        Row("help", "start.help", "data", "Show all commands, or one."),
    )
}
