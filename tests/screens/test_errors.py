import os
import shlex
from collections.abc import Callable
from inspect import unwrap
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from fixtures.whole import causes
from salescoach.journal.lock import locked

Provoke = Callable[[Any], Any]


_ACTED = 'format = 1\n[[action]]\non = 2026-11-20\naction = "fika"\n'


def _given(file: str, text: str | bytes, line: str) -> Provoke:
    """Return a command line that meets a file of that text."""

    def provoke(coach: Any) -> Any:
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        Path(file).write_bytes(text if isinstance(text, bytes) else text.encode())
        return coach(*shlex.split(line))

    return provoke


def _bug(coach: Any) -> Any:
    coach.monkeypatch.setattr("salescoach.goals.rules.goals_of", lambda *_: 1 / 0)
    return coach("goal")


def _locked(coach: Any) -> Any:
    coach.monkeypatch.setattr(unwrap(locked), "__defaults__", (0.0,))  # it does not wait
    with locked(coach.root / ".coach"):
        (coach.root / ".coach" / "holder").write_text("4711", "utf-8")
        return coach("note", "anna", "x")


def _changed(coach: Any) -> Any:
    coach("note", "anna", "x")
    coach.path().write_text(coach.text() + "# mine\n", "utf-8")
    return coach("undo")


def _too_large(coach: Any) -> Any:
    with coach.path("bo-ek").open("r+b") as file:
        file.truncate(65 * 1024 * 1024)
    return coach("prep", "bo-ek")


def _unreadable(coach: Any) -> Any:
    coach.path().unlink()
    coach.path().mkdir()
    return coach("prep", "anna-berg")


def _in_icloud(coach: Any) -> Any:
    coach.path().rename(coach.path().with_name(".anna-berg.toml.icloud"))
    return coach("prep", "anna")


def _of_nobody(coach: Any) -> Any:
    Path("phone.toml").write_text('[seller]\nname = "Zoe Dahl"\n', "utf-8")
    return coach("doctor", "--merge", "phone.toml")


def _into_a_pipe(coach: Any) -> Any:
    os.mkfifo("me.md")
    return coach("prep", "anna", "-o", "me.md")


def _refused(coach: Any) -> Any:
    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError(13, "Permission denied", "somewhere")

    coach.monkeypatch.setattr("salescoach.week.commands.weekly.weekly_of", refuse)
    return coach("weekly")


def _unshown(*args: str) -> Provoke:
    """Return a command line whose answer the disk under stdout has no room for."""

    def provoke(coach: Any) -> Any:
        def full(*_: Any) -> None:
            raise OSError(28, "No space left on device")

        coach.monkeypatch.setattr("salescoach.kit.screen.show", full)
        return coach(*args)

    return provoke


def _unverified(coach: Any) -> Any:
    coach.monkeypatch.setattr("salescoach.journal.toml.same", lambda *_: False)
    return coach("note", "anna", "x")


def _nowhere(coach: Any) -> Any:
    coach.monkeypatch.setenv("COACH_JOURNAL", "nowhere")
    return coach("weekly")


def _overlapping(coach: Any) -> Any:
    def edited(text: str) -> str:
        coach.path().write_text(text.replace("25", "30"), "utf-8")
        return text.replace("25", "35")

    return coach.asked("edit", "anna", answers=[edited])


def _in_both_places(coach: Any) -> Any:
    coach("leave", "anna")
    coach.path().write_text((coach.root / "left" / "anna-berg.toml").read_text("utf-8"), "utf-8")
    return coach("leave", "anna")


def _leads_out(coach: Any) -> Any:
    elsewhere = coach.root.with_name("coaching-elsewhere")
    (coach.root / "sellers").rename(elsewhere)
    (coach.root / "sellers").symlink_to(elsewhere)
    return coach("weekly")


def _deals(*rows: str, more: str = "") -> Provoke:
    """Return a command line that reads an export of these rows."""
    export = "\n".join(("Owner,Stage,Close date,Amount", *rows)).encode("cp1252")
    return _given("deals.csv", export, f"figures --from deals.csv {more}")


RED = "rate anna closing red 'no next step' --on '2 nov' && probation anna"
"""Somebody has not been told of a red."""

EXTEND = "probation anna extend --ends 2027-03-05 --why"

LATE = "rate anna closing red && note anna 'told: closing – no next step – ask'"
"""What was told comes after the last day to tell."""

PROVOKED: dict[str, str | Provoke] = {
    "about_another": _given("answer.txt", b"About: Bo Ek\n\nRole: buddy\n", "ask anna --from answer.txt"),
    "bad_settings": _given("coaching/coach.toml", "format = 1\n[rhythm]\nevery = -1\n", "weekly"),
    "bad_template": _given("coaching/templates/agendas/mine.toml", "sections = 7\n", "prep anna --agenda mine"),
    "bad_name": "add '!!!'",
    "bad_text": "note anna '\udcff'",
    "bad_toml": _given("coaching/sellers/bo-ek.toml", '[seller]\nname = "Bo Ek"\n\n[[talk]\n', "prep bo"),
    "bad_usage": "log anna Good. --minuts 5",
    "bug": _bug,
    "for_your_head": "prep anna --mind -o mind.md",
    "cannot_render": "prep anna -o anna.pdf",
    "changed_meanwhile": _changed,
    "enough_lessons": "retro anna --lesson a --lesson b --lesson c --lesson d",
    "edit_overlap": _overlapping,
    "folder_taken": "export --private -o j.json && init coaching --from j.json",
    "far_away": "book anna '20 nov'",
    "far_away.back": "log anna x --on v53",
    "not_a_date.year": "log anna x --on 1885-01-01",
    "journal_exists": "demo coaching",
    "leads_out": _leads_out,
    "locked": _locked,
    "before_start": "onboard bo --start 2026-12-07 --phase do",
    "missing.phase": "onboard anna --start 2024-01-15",
    "missing.start": "onboard bo",
    "missing.plan": "onboard anna --for buddy",
    "nobody_yet": "onboard 'Eva Holmquist'",
    "not_a_phase": "onboard anna --phase dream",
    "not_an_owner": "onboard anna && onboard anna --for boss",
    "plan_runs": "onboard anna && onboard anna --plan placed",
    "missing.area": "rate anna '' green",
    "missing.days": "away anna '20 dec'",
    "missing.change": "set anna",
    "missing.dash": "log anna '- pricing'",
    "missing.due": "promise anna 'call Karin'",
    "missing.editor": "log anna -e",
    "missing.expected": "expect anna --drop",
    "missing.full_name": "erase anna",
    "missing.lesson": "retro anna --lesson ' '",
    "missing.card": "rate anna --card discovery",
    "missing.level": "rate anna discovery",
    "no_card": "rate anna green --card dancing --seen 1",
    "second_focus": "note anna 'focus: discovery' && note anna 'focus: closing'",
    "not_a_row": "rate anna green --card discovery --seen 6",
    "missing.name": "add",
    "missing.not_a_name": "log 'Good talk with Anna'",
    "missing.order": "away anna 2026-12-03 2026-12-01",
    "missing.role": _given("answer.txt", b"1. The lunch.\n", "ask anna --from answer.txt"),
    "missing.search": "find",
    "missing.seller": "log",
    "missing.terminal": "edit anna",
    "missing.text": "note anna",
    "missing.value": "progress anna meetings",
    "missing.words": "done",
    "misplaced": _in_both_places,
    "misplaced.here": "leave anna --undo",
    "misplaced.left": "leave anna && leave anna",
    "not_an_export": _given("j.json", "[]", "init new --from j.json"),
    "not_whole": _given("j.json", '{"format": 1, "private": false, "sellers": []}', "init new --from j.json"),
    "newer_format": _given("coaching/sellers/bo-ek.toml", 'format = 2\n[seller]\nname = "Bo Ek"\n', "prep bo"),
    "no_answers": _given("answer.txt", b"", "ask anna --from answer.txt --ask buddy"),
    "no_header": _given("coaching/sellers/bo-ek.toml", "format = 1\n", "prep bo"),
    "no_journal": _nowhere,
    "no_language": "weekly --lang xx",
    "no_such_action": "act fika",
    "no_such_theme": "act --list zzz",
    "no_such_theme.hint_near": "act --list small gifts",
    "no_such_command": "preb anna",
    "no_such_file": "doctor --merge nosuch.toml",
    "no_such_item": "done zebra",
    "no_such_seller": "prep ana",
    "no_template": "prep anna --agenda nope",
    "not_a_copy": "doctor --merge sellers/anna-berg.toml",
    "not_here": _in_icloud,
    "of_nobody": _of_nobody,
    "not_away": "away anna back",
    "too_many": "act --choose hero network go-deep own-way peer-thanks",
    "several_actions": _given("coaching/me.toml", _ACTED, "act f"),
    "not_a_date": "book anna firday",
    "not_a_duration": "erase --older 'two years'",
    "other_name": "erase anna --name 'Anna Lind'",
    "not_a_mail": _given("answer.txt", b"PK\x03\x04", "ask anna --from answer.txt"),
    "no_kind": "erase anna --kind opinion",
    "no_form": "ask anna developmnt",
    "missing.form": "ask anna --of buddy",
    "missing.asked_role": "ask anna retro",
    "no_team_talk": "recap team",
    "no_talk": "recap asa",
    "nothing_to_tell": _given(
        "coaching/sellers/lo.toml", '[seller]\nname = "Lo"\n[[talk]]\non = 2026-11-20\n', "recap lo"
    ),
    "not_a_role": "ask anna retro --of boss",
    "not_a_kind": "show anna --kind opinion",
    "not_a_level": "rate anna discovery blue",
    "not_a_number": "goal anna more --to twelve",
    "nothing_to_undo": "undo",
    "not_a_seller": "note me Tired.",
    "still_to_come": "rate anna closing green --on 2027-01-01",
    "missing.action": "act anna",
    "seller_exists": "add 'Anna Berg'",
    "not_a_country": "probation anna --country XX",
    "ends_too_early": "probation anna --ends 2026-09-01",
    "ends_too_early.extended": f"{RED} --ends 2026-12-31 && probation anna extend --ends 2026-12-01",
    "no_absence": f"{RED} --country NO && {EXTEND} absence",
    "no_absence.never": f"{RED} --country SE && {EXTEND} absence",
    "not_absence": f"{RED} --country NO && {EXTEND} 'slow start'",
    "rests_on_nothing": "probation anna end",
    "too_late": f"{LATE} && probation anna --ends 2026-12-01 && probation anna end",
    "too_late.rules": f"{LATE} && probation anna --country DK && probation anna end",
    "not_decided": "probation anna told",
    "longer_than_away": f"away anna 2026-10-01 2026-10-02 && probation anna --country NO && {EXTEND} absence",
    "not_weighing": "probation anna --counts wellbeing",
    "not_expected": "expect anna motivation --green smiles",
    "signed_late": "onboard anna --signed 2026-10-01",
    "missing.knows": "onboard anna --knows offer",
    "past_the_most": "probation anna --country dk --ends 2027-03-01",
    "decided": f"{RED} confirm && probation anna end",
    "has_ended": f"{RED} --ends 2026-11-20 && probation anna end",
    "has_ended.rules": f"{RED} --ends 2026-11-20 --country SE && probation anna end",
    "would_surprise": f"{RED} --counts x && probation anna end",
    "would_surprise.left": f"{RED} --country SE && probation anna end",
    "would_surprise.late": f"{RED} --country DK && probation anna extend --ends 2027-01-15 --why agreed",
    "missing.first_day": "probation bo --country SE",
    "missing.new_end": "probation anna extend",
    "missing.new_end.rules": f"{RED} --country SE && probation anna extend",
    "several_items": "note bo 'topic: ask Karin' && done karin",
    "several_sellers": "add 'Anna Lind' && prep anna",
    "too_large": _too_large,
    "unreadable": _unreadable,
    "unreadable_table": _given("team.csv", b"", "add --from team.csv"),
    "unreadable_export": _deals(),
    "unclear_letters": _deals("Du\u0161an,Won,2026-10-02,1"),
    "unclear_number": _deals('Bo Ek,Won,2026-10-02,"2,500"'),
    "unclear_number.clash": _deals("Bo Ek,Won,2026-10-02,1.55", 'Bo Ek,Won,2026-10-02,"1,5"'),
    "unclear_dates": _deals("Bo Ek,Won,2/10/2026,1"),
    "no_column": _deals("Bo Ek,Won,2026-10-02,1", more="--map opened=Start"),
    "no_column.lacking": _deals("Bo Ek,Won,2026-10-02,1", more="--map 'amount=Close date'"),
    "bad_map": _deals(more="--map price=Amount"),
    "bad_map.choice": _deals(more="--map decimal=dot"),
    "bad_map.who": _deals(more="--who 'Bo Ek'"),
    "several_fit": _deals("B,Won,2026-10-02,1"),
    "bad_figures": _given("coaching/figures/lime.toml", "format = 1\n", "figures"),
    "missing.export": "figures --dry-run",
    "unknown_encoding": _given("team.csv", b"Namn\nBo", "add --from team.csv --encoding klingon"),
    "doubtful_encoding": _given("team.csv", b"Namn\nDu\x9aan\n", "add --from team.csv"),
    "in_journal": lambda coach: coach("prep", "anna", "-o", str(coach.root / "anna.md")),
    "not_a_place": _into_a_pipe,
    "not_a_place.empty": "prep anna -o ''",
    "not_a_place.folder": "prep anna -o x.md/",
    "not_a_place.no_folder": "prep anna -o /nodir/x.md",
    "refused": _refused,
    "unshown": _unshown("weekly"),
    "unshown.some": _unshown("note", "anna", "she asked first"),
    "unverified": _unverified,
    "unwritable": f"prep anna -o {'x' * 300}.txt",
}
"""The command lines for every error, by its code; the last one fails."""

CAUSES = {one.code: one for one in causes()}


@pytest.mark.golden
@pytest.mark.parametrize("name", PROVOKED)
def test_an_error_is_as_reviewed(coach: Any, golden: SnapshotAssertion, name: str) -> None:
    """Its status is that of its cause, its words are those of its file in golden/."""
    provoke = PROVOKED[name]
    *before, ran = (
        [provoke(coach)] if callable(provoke) else [coach(*shlex.split(one)) for one in provoke.split(" && ")]
    )
    assert all(one.status == 0 for one in before)
    assert (ran.status, ran.out) == (CAUSES[name.partition(".")[0]].status, "")
    assert ran.err.replace(str(coach.root), "JOURNAL") == golden


def test_every_error_is_provoked() -> None:
    """A new one needs a command line here, and its sentences on file."""
    assert {name.partition(".")[0] for name in PROVOKED} == set(CAUSES)
