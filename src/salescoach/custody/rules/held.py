"""What is held about somebody beside her records: other files, notes of the program, mentions elsewhere."""

from datetime import date

from salescoach.frozen import frozen


@frozen
class Holding:
    """One place that holds something: `what` it is, the file, and how many records or entries of it are hers."""

    what: str
    file: str
    count: int = 0
    text: str = ""


@frozen
class Mention:
    """A place that names her in what is about somebody else: never its text; `kind` and `on` where it is a record."""

    file: str
    line: int
    kind: str = ""
    on: date | None = None


@frozen
class Scrap:
    """What a file holds and no record tells of: a block that does not read, of an unknown kind, or a comment ("")."""

    kind: str
    line: int
    text: str
    private: bool = False
