from salescoach.care.files.slips import slips
from salescoach.journal import toml
from salescoach.journal.templates import SHIPPED


def test_a_copy_of_a_shipped_template_has_none() -> None:
    """What stands there beside what is read does no harm."""
    for path in sorted((SHIPPED / "en").rglob("*.toml")):
        name = path.relative_to(SHIPPED / "en").with_suffix("").as_posix()
        assert list(slips(name, toml.parse(path.read_text("utf-8"), str(path)))) == [], path


def test_a_slip_of_the_finger_is_found() -> None:
    """On every floor of the template, with what is meant."""
    for name, text, key, near in (
        ("onboarding/ours", "[[phase]]\nday = 1\n[[phase.steps]]\n", ("phase", 0, "steps"), "step"),
        ("onboarding/ours", "[[phase]]\n[[phase]]\nday = 1\ndayz = 5\n", ("phase", 1, "dayz"), "days"),
        ("onboarding/ours", "[[phase]]\nexpectation = [{rod = 'x'}]\n", ("phase", 0, "expectation", 0, "rod"), "red"),
        ("onboarding/ours", "[[phase]]\n[[phase.step]]\nownr = 'HR'\n", ("phase", 0, "step", 0, "ownr"), "owner"),
        ("probation", "[[country]]\ntell_day = 3\n", ("country", 0, "tell_day"), "tell_days"),
        (
            "forms/ours",
            "[[role]]\n[[role.question]]\nbecoms = 'need'\n",
            ("role", 0, "question", 0, "becoms"),
            "becomes",
        ),
        ("agendas/mine", "[[section]]\npromts = []\n", ("section", 0, "promts"), "prompts"),
        ("agendas/mine", "first_talks = []\n", ("first_talks",), "first_talk"),
        ("dates", "[say]\nshrt = 'x'\n", ("say", "shrt"), "short"),
    ):
        assert (key, near) in [*slips(name, toml.parse(text, name))], name


def test_keys_of_her_own_are_let_be() -> None:
    """As in every file; and where names are free, none is wrong."""
    for name, text in (
        ("onboarding/ours", "colour = 'x'\n[[phase]]\nbudget = 7\n"), ("marks", "[lihgt]\nred = ['x']\n"),
        ("mine", "titel = 'x'\n"),
    ):  # fmt: skip
        assert list(slips(name, toml.parse(text, name))) == [], name
