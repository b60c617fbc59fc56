from salescoach.start.rules.guide import guide_of
from salescoach.table import COMMANDS, SECTIONS


def test_the_guide_begins_with_every_day() -> None:
    """The first screen shows the everyday commands, and names the other sections."""
    found = guide_of(whole=False)
    assert [name for name, _ in found.sections] == [SECTIONS[0]]
    assert found.others == tuple(SECTIONS[1:])


def test_the_whole_guide_has_every_command_once() -> None:
    """No command is hidden, in the order of the table within its section."""
    found = guide_of(whole=True)
    assert sorted(name for _, names in found.sections for name in names) == sorted(COMMANDS)
    assert found.others == ()
