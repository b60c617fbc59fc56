import pytest

from salescoach.table import COMMANDS, SECTIONS


def test_every_section_has_commands_and_every_command_a_section() -> None:
    """In the order of the sections, so that help reads top to bottom."""
    assert list(dict.fromkeys(row.section for row in COMMANDS.values())) == list(SECTIONS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_line_of_help_is_a_sentence(name: str) -> None:
    """Short enough for a screen of eighty columns."""
    line = COMMANDS[name].help
    assert line[0].isupper()
    assert line.endswith(".")
    assert len(line) < 65
