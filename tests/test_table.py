from salescoach.table import COMMANDS, SECTIONS


def test_every_section_has_commands_and_every_command_a_section() -> None:
    """In the order of the sections, so that help reads top to bottom."""
    assert list(dict.fromkeys(row.section for row in COMMANDS.values())) == list(SECTIONS)
