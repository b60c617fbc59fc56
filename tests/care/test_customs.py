from pathlib import Path

from salescoach.care.files.customs import own_templates, settings, template, template_of
from salescoach.care.files.slips import slips
from salescoach.journal import toml
from salescoach.journal.templates import SHIPPED


def test_what_is_wrong_in_the_settings_is_found(tmp_path: Path) -> None:
    """Names that nothing is read by, values that cannot be used, each in its place; what is right is let be."""
    path = tmp_path / "coach.toml"
    for text, code, line, column in (
        ("[rythm]\nevery = 7\n", "unknown_near", 1, 1), ("[rhythm]\nevry = 7\n", "unknown_near", 2, 8),
        ("[zzz]\n", "unknown", 1, 1), ("[rhythm]\nevery = 0\n", "bad_settings", 2, 9),
        ("[levels]\nset = 'x'\n", "bad_settings", 2, 7), ("format = 2\n", "newer_format", 0, 0),
        ("language = 'xx'\n", "bad_settings", 1, 12), ("x =\n", "bad_toml", 1, 4),
        ("[rhythm]\nevery = 30\nat_most = 2\n", "tight_settings", 3, 11),
        ("[rhythm]\nnew_at_most = 6\n", "tight_settings", 2, 15),
    ):  # fmt: skip
        path.write_text(text, "utf-8")
        [problem] = settings(tmp_path)
        assert (problem.file, problem.code, problem.line, problem.column) == ("coach.toml", code, line, column)
    path.write_text("[levels]\nred = 'rot'\n[rhythm]\nevery = 7\n[files]\nfollow = ['x']\n", "utf-8")
    assert list(settings(tmp_path)) == []


def test_what_is_wrong_in_an_own_template_is_found(tmp_path: Path) -> None:
    """A name that none is read by, what cannot be used, a phrase that nothing says; what is right is let be."""
    for name, text, found in (
        ("templates/words.toml", "[level]\nred = '{x}'\n", [("bad_template", 2)]),
        ("templates/words.toml", "[level]\nredd = 'rot'\n", [("unknown_near", 2)]),
        ("templates/en/words.toml", "[zzzzz]\nredd = 'rot'\n", [("unknown", 1)]),
        ("templates/agendas/mine.toml", "sections = 7\n", [("bad_template", 1)]),
        ("templates/en/guided.toml", "[[question]]\nkey = 7\n", [("bad_template", 2)]),
        ("templates/expectations/new.toml", "[[expectation]]\narea = 'x'\nrod = 'y'\n", [("unknown_near", 3)]),
        ("templates/wrds.toml", "", [("unknown_near", 0)]),
        ("templates/zzzzz.toml", "", [("unknown", 0)]),
        ("templates/words.toml", "x =\n", [("bad_toml", 1)]),
        ("templates/words.toml", "[level]\nred = 'rot'\n[today]\nbook = 'Talk to {names}.'\n", []),
        ("templates/en/actions.toml", "[[action]]\nname = 'x'\ntitle = 'X'\n", []),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        assert [file for file, _ in own_templates(tmp_path, [])] == [name]
        problems = list(template(name, path))
        assert [(one.file, one.code, one.line) for one in problems] == [(name, *one) for one in found]
        path.unlink()


def test_a_template_is_the_manager_s_own_or_shipped_or_none(tmp_path: Path) -> None:
    """Her own in the place of the shipped, none where hers cannot be used."""
    (tmp_path / "coach.toml").write_text("format = 1\n", "utf-8")
    assert {"SE", "FI"} <= {one["code"] for one in (template_of(tmp_path)("probation") or {})["country"]}
    own = tmp_path / "templates" / "probation.toml"
    own.parent.mkdir()
    row = "[[country]]\ncode = 'DE'\nname = 'Germany'\nmonths = 6\ntell_days = 0\nextension = 'no'\n"
    own.write_text(f"{row}rule = 'x'\nextend = 'x'\nsource = 'x'\nchecked = 2026-11-22\n", "utf-8")
    assert [one["code"] for one in (template_of(tmp_path)("probation") or {})["country"]] == ["DE"]
    own.write_text(row, "utf-8")
    assert template_of(tmp_path)("probation") is None


def test_keys_of_her_own_are_let_be() -> None:
    """As in every file, those of a shipped one too; and where names are free, none is wrong."""
    paths = {one.relative_to(SHIPPED / "en").with_suffix("").as_posix(): one for one in SHIPPED.glob("en/**/*.toml")}
    for name, text in (
        *((name, path.read_text("utf-8")) for name, path in paths.items()),
        ("onboarding/ours", "colour = 'x'\n[[phase]]\nbudget = 7\n"), ("marks", "[lihgt]\nred = ['x']\n"),
        ("mine", "titel = 'x'\n"),
    ):  # fmt: skip
        assert list(slips(name, toml.parse(text, name))) == [], name


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
