from datetime import timedelta
from typing import Any

import pytest

from fixtures.sellers import LONG_AGO, TODAY, Build, ago, made
from salescoach.answer import phrase
from salescoach.errors import Problem
from salescoach.kit.screen import text
from salescoach.records.note import Note
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings
from salescoach.week.rules.today import Today, today_of


def today(*sellers: Seller, me: Book | None = None, problems: tuple[Problem, ...] = ()) -> Today:
    """Return what today says."""
    return today_of(sellers, me or Book(), Settings(), TODAY, problems)


def keys(found: Today) -> list[str]:
    """Return what is said, by the last part of its key."""
    return [line.key.removeprefix("today.") for line in found.lines]


def promise(days: int, what: str = "call") -> Any:
    """Return a promise of mine that is so many days late."""
    return made("commitment", 90, by="me", what=what, due=ago(days))


def rated(level: str, days: int = 1, area: str = "closing") -> Any:
    """Return a light, for closing if nothing else is said."""
    return made("rating", days, area=area, level=level, evidence="asked for the order")


def away(noted: int = 1) -> Any:
    """Return a range of days around today, noted so many days ago."""
    return made("away", noted, first=ago(1), last=ago(-6))


@pytest.fixture
def old(seller: Build) -> Build:
    """Make somebody long at work, whose key is her name."""
    return lambda *records, name="Anna": seller(*records, name=name, key=name.lower(), started=LONG_AGO)


def test_an_empty_journal_says_how_to_begin_and_a_broken_one_what_to_mend() -> None:
    """What does not read is not called empty: the problem is told, and the command that looks into it."""
    found = today()
    assert (keys(found), found.command) == (["empty"], "coach add NAME")
    broken = Problem("sellers/anna-berg.toml", "bad_toml", 3)
    found = today(problems=(broken,))
    assert (found.lines, found.command, found.problems) == ((), "coach doctor", (broken,))


def test_a_full_day_is_told_in_order(old: Build) -> None:
    """Who is seen today, whom to book, call and thank, what is owed."""
    team = [
        old(made("talk", 3), made("booking", 3, next=TODAY), name="Al"),
        old(made("talk", 3), made("booking", 3, next=TODAY, at="09:00"), name="Bo"),
        old(made("talk", 40), name="Cy"),
        old(made("talk", 2), rated("red"), name="Di"),
        old(made("talk", 2), rated("green"), name="Ed"),
        old(made("talk", 2), promise(0), promise(4, "write"), name="Fi"),
    ]
    found = today(*team)
    assert found.lines == (
        phrase("today.next_talk", name=[phrase("today.at", name="Bo", at="09:00"), "Al"]),
        phrase("today.book", names=["Cy"]),
        phrase("today.call", name="Di", reason=phrase("today.red", area="closing", evidence="asked for the order")),
        phrase("today.thank", name="Ed", what=phrase("item.thank_green", what="asked for the order")),
        phrase("today.owe", name="Fi", what="write", days=4),
        phrase("today.owe_today", name="Fi", what="call", days=0),
    )
    assert found.command == "coach prep bo"


def test_the_most_overdue_are_named_and_a_red_of_hers_comes_before_all(old: Build) -> None:
    """Whatever else makes others urgent; who is called is not to be booked as well, and no red skill hides a person."""
    team = [old(made("talk", 20 + at), *[promise(9)] * (4 - at), name=f"S{at}") for at in range(5)]
    found = today(*team, old(made("talk", 1), rated("red"), name="A"))
    assert found.lines[0] == phrase("today.book", names=["S4", "S3", "S2", phrase("today.others", n=2)])
    assert keys(found)[1] == "call"
    low = old(made("talk", 30), rated("red", area="wellbeing"), name="Z")
    found = today(*team, old(made("talk", 1), rated("red"), name="A"), low)
    assert (found.lines[0].data["name"], keys(found)[:2], keys(found).count("call")) == ("Z", ["call", "book"], 1)
    assert found.lines[1].data["names"] == ["S4", "S3", "S2", phrase("today.others", n=2)]


def test_nobody_is_fine_who_had_no_talk_yet_or_has_steps_behind(seller: Build) -> None:
    """Whoever's steps they are; before her first day there is nothing to say."""
    assert keys(today(seller(added=TODAY))) == ["untalked"]
    assert keys(today(seller(started=TODAY))) == ["starts"]
    assert today(seller(added=TODAY)).command == "coach prep anna-berg"
    assert keys(today(seller(started=ago(-3)))) == ["calm"]
    plan, phase = made("onboarding", 9, id="p1", plan="x"), made("phase", 9, phase="a", title="A", day=1, days=30)
    step = made("step", 9, id="s1", what="teach", owner="buddy", phase="a", day=3)
    found = today(seller(plan, phase, step, made("talk", 1), started=ago(9)))
    assert found.lines == (phrase("today.behind", names=[phrase("today.steps", name="Anna Berg", n=1)]),)


def test_a_thank_you_is_suggested_on_a_work_day_and_not_again_for_two_weeks(old: Build, looks: Any) -> None:
    """Whatever day it was noted on; nothing is written down for it."""
    for noted in range(7):
        one = old(made("talk", 0), rated("green", noted))
        looks = [TODAY + timedelta(ahead) for ahead in range(-noted, 31 - noted)]
        met = [day for day in looks if "thank" in keys(today_of([one], Book(), Settings(), day))]
        assert [(day - met[0]).days for day in met] == [0, 14, 28][: len(met)], noted
        assert (met[0] - ago(noted)).days <= 3, noted
        assert met[0].weekday() < 5, noted


def test_twelve_lines_are_twelve_on_the_screen_too(looks: Any) -> None:
    """However long the sentences are; the next command is never what is cut."""
    lines = tuple(phrase("today.owe_today", name="Anna", what="word " * words) for words in (40, 40, 1, 40, 40, 40, 1))
    shown = text(Today(lines=lines, command="coach weekly"), looks()).splitlines()
    assert len(shown) <= 12
    assert shown[-1] == "Next: coach weekly"


def test_one_sentence_a_person_is_enough(old: Build) -> None:
    """Three names for a morning, who is to be booked is not called too; the next command is about one who is here."""
    gone = old(made("talk", 90), away(), rated("red"), name="Gone")
    here = old(made("talk", 5), promise(2), name="Here")
    found = today(gone, here)
    assert (keys(found), found.command) == (["owe"], "coach prep here")
    team = [old(made("talk", 40), rated("red"), name=name) for name in ("Al", "Bo", "Cy", "Di")]
    found = today(*team)
    assert found.lines[0] == phrase("today.book", names=["Al", "Bo", "Cy", phrase("today.others", n=1)])
    assert found.lines[1].data["name"] == "Di"


def test_what_is_not_due_yet_or_too_much_is_left_to_the_week(seller: Build, old: Build) -> None:
    """Three promises in one morning, two steps, the latest first; none before its day and none without one."""
    late = [promise(days, f"late {days}") for days in (4, 3, 2, 1)]
    found = today(old(made("talk", 1), *late))
    assert [line.data["what"] for line in found.lines] == ["late 4", "late 3", "late 2"]
    open_end = made("commitment", 9, by="me", what="some day")
    assert keys(today(old(made("talk", 1), promise(-1), open_end))) == ["calm"]
    plan, phase = made("onboarding", 4, id="p1", plan="x"), made("phase", 4, phase="a", title="A", day=1, days=30)
    steps = [
        made("step", 4, id=f"s{day}", what=f"step {day}", owner="manager", phase="a", day=day) for day in (4, 5, 3)
    ]
    found = today(seller(plan, phase, *steps[:2], made("talk", 1), started=ago(4)))
    assert keys(found)[:2] == ["step", "step_today"]
    assert [line.data["what"] for line in found.lines[:2]] == ["step 4", "step 5"]
    found = today(seller(plan, phase, *steps, made("talk", 1), started=ago(4)))
    assert [line.data["what"] for line in found.lines if "step" in line.key] == ["step 3", "step 4"]


def test_after_ten_days_of_silence_three_are_named(old: Build) -> None:
    """The most urgent who are here, with a walk through them; nothing else is asked."""
    for many in (1, 5):
        team = [old(made("talk", 40 + at), name=f"S{at}") for at in range(many)]
        gone = old(away(50), made("talk", 99), name="Gone")
        found = today(gone, *team)
        names = [f"S{at}" for at in reversed(range(many))][:3]
        assert found.lines == (phrase("today.quiet", days=40, names=names),), many
        assert [line.name for line in found.quiet] == names, many
        assert found.command == f"coach prep s{many - 1}", many


def test_no_silence_puts_off_a_red_of_how_somebody_is_or_what_i_owe(seller: Build, old: Build) -> None:
    """They come before the three names; what is late of plans is counted in one line, however old it is."""
    plan, phase = made("onboarding", 99, id="p1", plan="x"), made("phase", 99, phase="a", title="A", day=1, days=120)
    days = (3, 4, 9, 100)  # the last is due today
    steps = [made("step", 99, id=f"s{day}", what=f"step {day}", owner="manager", phase="a", day=day) for day in days]
    new = seller(plan, phase, *steps, made("talk", 30), name="Bo", started=ago(99))
    low = old(made("talk", 20), rated("red", 20, "wellbeing"), promise(45, "a desk"), name="Low")
    found = today(new, low, old(made("talk", 21), rated("red", 21), name="Cy"))
    assert keys(found) == ["call", "owe", "step_today", "behind", "quiet"]
    assert (found.lines[0].data["name"], found.lines[1].data["days"]) == (low.name, 45)
    assert found.lines[3] == phrase("today.behind", names=[phrase("today.steps", name="Bo", n=3)])


def test_silence_is_counted_from_the_last_thing_noted(seller: Build) -> None:
    """In any file, up to today; a journal that was never written in is new, not silent."""
    cases: list[tuple[list[Any], dict[str, Any], tuple[Note, ...], bool]] = [
        ([made("talk", 10)], {}, (), False), ([made("talk", 11)], {}, (), True),
        ([made("talk", 40), made("note", 3, text="seen")], {}, (), False),
        ([made("talk", 40), made("talk", -9)], {}, (), True),
        ([made("talk", 40), made("talk", 2), made("talk", -9)], {}, (), False),
        ([made("talk", 40)], {"added": ago(2)}, (), False),
        ([made("talk", 40)], {}, (made("note", 1, text="mine"),), False), ([], {}, (), False),
    ]  # fmt: skip
    for records, header, mine, quiet in cases:
        found = today(seller(*records, **header), me=Book({"note": list(mine)}))
        assert ("quiet" in keys(found)) is quiet, records


def on_probation(days: int, **more: Any) -> Any:
    """Return a probation that ends in so many days: she is told fourteen days before, and decided on seven before."""
    return made("probation", 3, **{"ends": ago(-days), **more})


def test_a_probation_that_presses_comes_first(seller: Build, old: Build) -> None:
    """From a week before its decision, even after a silence, its checks come next; but a talk of today goes first."""
    for days, said in ((29, False), (28, True), (14, True), (0, True), (-3, True)):
        found = today(old(made("talk", 1), on_probation(days), promise(3)))
        assert (keys(found)[0] == "probation") == said, days
        assert found.command.startswith("coach probation") == said, days
    bo = old(made("talk", 15), on_probation(5, on=ago(20)), name="Bo")
    cy = old(made("talk", 15), on_probation(2, on=ago(20)), name="Cy")
    found = today(bo, cy)
    assert keys(found) == ["probation", "probation", "quiet"]
    assert [line.data["name"] for line in found.lines[:2]] == ["Cy", "Bo"]
    assert found.command == "coach probation cy"
    found = today(seller(made("talk", 9), on_probation(5), made("booking", 9, next=TODAY)))
    assert found.command.startswith("coach prep")


def test_the_worst_of_what_is_wrong_comes_first_and_the_rest_is_counted(seller: Build) -> None:
    """A file of which nothing is known before a line, and that before a copy."""
    codes = ("conflict_copy", "left_out", "bad_toml", "conflict_copy", "not_here")
    wrong = tuple(Problem(f"sellers/{at}.toml", code, data={"of": "a"}) for at, code in enumerate(codes))
    for found in (today(problems=wrong), today(seller(), problems=wrong)):
        assert [one.code for one in found.problems] == ["not_here", "bad_toml", "left_out", *["conflict_copy"] * 2]
