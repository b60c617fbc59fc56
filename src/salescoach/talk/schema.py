"""The shapes of what talks are prepared and written down with: agendas, questions, the guided log."""

from pydantic import Field

from salescoach.journal.shapes import Shape


class Part(Shape):
    """A section of an agenda."""

    key: str
    title: str
    minutes: int = Field(ge=0)
    prompt: str
    prompts: list[str] = Field(default_factory=list)
    before: str = ""
    title_before: str = ""


class Agenda(Shape):
    """An agenda, agendas/NAME.toml."""

    title: str
    minutes: int = Field(gt=0)
    section: list[Part] = Field(min_length=1)
    first_talk: list[str] = Field(default_factory=list)
    every: int | None = Field(None, gt=0)
    first_talk_days: int | None = Field(None, gt=0)
    decides: bool = False


class Question(Shape):
    """A question and the signals that it fits."""

    id: str
    when: list[str]
    text: str


class Questions(Shape):
    """All questions, questions.toml."""

    question: list[Question]


class Asked(Shape):
    """A question of the guided log."""

    key: str
    text: str
    hint: str


class Reaction(Shape):
    """How anybody may take a talk, and how to meet it."""

    name: str
    meet: str


class MindPart(Shape):
    """A part of what is to be in the manager's head: of `turns` one, `none` where less is known than `least`."""

    key: str
    title: str
    lines: list[str] = Field(default_factory=list)
    turns: list[str] = Field(default_factory=list)
    none: str = ""
    least: int = Field(1, gt=0)


class Mind(Shape):
    """What is to be in the manager's head before a talk, mind.toml."""

    section: list[MindPart] = Field(min_length=1)
    reaction: list[Reaction] = Field(min_length=1)


class Guided(Shape):
    """The guided log, guided.toml."""

    question: list[Asked]
    team: list[Asked] = Field(default_factory=list)
