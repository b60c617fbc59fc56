import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from fixtures.whole import causes
from salescoach.journal.append import add
from salescoach.journal.lock import locked

Provoke = Callable[[Any], Any]


def _line(*args: str) -> Provoke:
    return lambda coach: coach(*args)


_ACTED = 'format = 1\n[[action]]\non = 2026-11-20\naction = "fika"\n'


def _with(key: str, text: str, *args: str) -> Provoke:
    """Return a command line that meets a file of that text."""

    def provoke(coach: Any) -> Any:
        (coach.root / key).write_text(text, "utf-8")
        return coach(*args)

    return provoke


def _with_template(name: str, text: str, *args: str) -> Provoke:
    """Return a command line that meets an own template of that text."""

    def provoke(coach: Any) -> Any:
        path = coach.root / "templates" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")
        return coach(*args)

    return provoke


def _practising(*args: str) -> Provoke:
    """Return a command line that meets somebody who practises something."""

    def provoke(coach: Any) -> Any:
        coach("note", "anna", "focus: discovery")
        return coach(*args)

    return provoke


def _bug(coach: Any) -> Any:
    coach.monkeypatch.setattr("salescoach.goals.rules.goals_of", lambda *_: 1 / 0)
    return coach("goal")


def _locked(coach: Any) -> Any:
    coach.monkeypatch.setattr(add, "__defaults__", (0.0,))
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


def _from(made: str) -> Provoke:
    """Return a command line that is to make a journal from a file of that text."""

    def provoke(coach: Any) -> Any:
        Path("j.json").write_text(made, "utf-8")
        return coach("init", "new", "--from", "j.json")

    return provoke


def _two_annas(*args: str) -> Provoke:
    def provoke(coach: Any) -> Any:
        coach("add", "Anna Lind")
        return coach(*args)

    return provoke


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


def _probation(*given: str, then: tuple[str, ...]) -> Provoke:
    """Return a decision about somebody who has not been told of a red."""

    def provoke(coach: Any) -> Any:
        coach("rate", "anna", "closing", "red", "no next step", "--on", "2 nov")
        coach("probation", "anna", *given)
        return coach("probation", "anna", *then)

    return provoke


def _told_late(*given: str) -> Provoke:
    """Return an end that comes after the last day to tell, of what was told."""

    def provoke(coach: Any) -> Any:
        coach("rate", "anna", "closing", "red")
        coach("note", "anna", "told: closing – no next step – ask")
        coach("probation", "anna", *given)
        return coach("probation", "anna", "end")

    return provoke


def _away_two_days(coach: Any) -> Any:
    coach("away", "anna", "2026-10-01", "2026-10-02")
    coach("probation", "anna", "--country", "NO")
    return coach("probation", "anna", "extend", "--ends", "2027-03-05", "--why", "absence")


def _leads_out(coach: Any) -> Any:
    elsewhere = coach.root.with_name("coaching-elsewhere")
    (coach.root / "sellers").rename(elsewhere)
    (coach.root / "sellers").symlink_to(elsewhere)
    return coach("weekly")


def _table(data: bytes, *args: str) -> Provoke:
    """Bring in a table of these bytes."""

    def provoke(coach: Any) -> Any:
        (coach.root.parent / "team.csv").write_bytes(data)
        return coach("add", "--from", "team.csv", *args)

    return provoke


def _measured(coach: Any) -> Any:
    coach.put("figures/lime.toml", "format = 1\n")
    return coach("figures")


def _deals(*rows: str, more: tuple[str, ...] = ()) -> Provoke:
    """Return a command line that reads an export of these rows."""

    def provoke(coach: Any) -> Any:
        Path("deals.csv").write_bytes("\n".join(("Owner,Stage,Close date,Amount", *rows)).encode("cp1252"))
        return coach("figures", "--from", "deals.csv", *more)

    return provoke


def _answered(text: bytes, *args: str) -> Provoke:
    """Return a command line that reads the answers of a file."""

    def provoke(coach: Any) -> Any:
        Path("answer.txt").write_bytes(text)
        return coach("ask", "anna", "--from", "answer.txt", *args)

    return provoke


PROVOKED: dict[str, Provoke] = {
    "about_another": _answered(b"About: Bo Ek\n\nRole: buddy\n"),
    "bad_settings": _with("coach.toml", "format = 1\n[rhythm]\nevery = -1\n", "weekly"),
    "bad_template": _with_template("agendas/mine.toml", "sections = 7\n", "prep", "anna", "--agenda", "mine"),
    "bad_name": _line("add", "!!!"),
    "bad_text": _line("note", "anna", "\udcff"),
    "bad_toml": _with("sellers/bo-ek.toml", '[seller]\nname = "Bo Ek"\n\n[[talk]\n', "prep", "bo"),
    "bad_usage": _line("log", "anna", "Good.", "--minuts", "5"),
    "bug": _bug,
    "for_your_head": _line("prep", "anna", "--mind", "-o", "mind.md"),
    "cannot_render": _line("prep", "anna", "-o", "anna.pdf"),
    "changed_meanwhile": _changed,
    "enough_lessons": _line("retro", "anna", *["--lesson", "a", "--lesson", "b", "--lesson", "c", "--lesson", "d"]),
    "edit_overlap": _overlapping,
    "folder_taken": lambda coach: (
        coach("export", "--private", "-o", "j.json"),
        coach("init", "coaching", "--from", "j.json"),
    )[1],
    "far_away": _line("book", "anna", "20 nov"),
    "far_away.back": _line("log", "anna", "x", "--on", "v53"),
    "not_a_date.year": _line("log", "anna", "x", "--on", "1885-01-01"),
    "journal_exists": _line("demo", "coaching"),
    "leads_out": _leads_out,
    "locked": _locked,
    "before_start": _line("onboard", "bo", "--start", "2026-12-07", "--phase", "do"),
    "missing.phase": _line("onboard", "anna", "--start", "2024-01-15"),
    "missing.start": _line("onboard", "bo"),
    "missing.plan": _line("onboard", "anna", "--for", "buddy"),
    "nobody_yet": _line("onboard", "Eva Holmquist"),
    "not_a_phase": _line("onboard", "anna", "--phase", "dream"),
    "not_an_owner": lambda coach: (coach("onboard", "anna"), coach("onboard", "anna", "--for", "boss"))[1],
    "plan_runs": lambda coach: (coach("onboard", "anna"), coach("onboard", "anna", "--plan", "placed"))[1],
    "missing.area": _line("rate", "anna", "", "green"),
    "missing.days": _line("away", "anna", "20 dec"),
    "missing.change": _line("set", "anna"),
    "missing.dash": _line("log", "anna", "- pricing"),
    "missing.due": _line("promise", "anna", "call Karin"),
    "missing.editor": _line("log", "anna", "-e"),
    "missing.expected": _line("expect", "anna", "--drop"),
    "missing.full_name": _line("erase", "anna"),
    "missing.lesson": _line("retro", "anna", "--lesson", " "),
    "missing.card": _line("rate", "anna", "--card", "discovery"),
    "missing.level": _line("rate", "anna", "discovery"),
    "no_card": _line("rate", "anna", "green", "--card", "dancing", "--seen", "1"),
    "second_focus": _practising("note", "anna", "focus: closing"),
    "not_a_row": _line("rate", "anna", "green", "--card", "discovery", "--seen", "6"),
    "missing.name": _line("add"),
    "missing.not_a_name": _line("log", "Good talk with Anna"),
    "missing.order": _line("away", "anna", "2026-12-03", "2026-12-01"),
    "missing.role": _answered(b"1. The lunch.\n"),
    "missing.search": _line("find"),
    "missing.seller": _line("log"),
    "missing.terminal": _line("edit", "anna"),
    "missing.text": _line("note", "anna"),
    "missing.value": _line("progress", "anna", "meetings"),
    "missing.words": _line("done"),
    "misplaced": _in_both_places,
    "misplaced.here": _line("leave", "anna", "--undo"),
    "misplaced.left": lambda coach: (coach("leave", "anna"), coach("leave", "anna"))[1],
    "not_an_export": _from("[]"),
    "not_whole": _from('{"format": 1, "private": false, "sellers": []}'),
    "newer_format": _with("sellers/bo-ek.toml", 'format = 2\n[seller]\nname = "Bo Ek"\n', "prep", "bo"),
    "no_answers": _answered(b"", "--ask", "buddy"),
    "no_header": _with("sellers/bo-ek.toml", "format = 1\n", "prep", "bo"),
    "no_journal": _nowhere,
    "no_language": _line("weekly", "--lang", "xx"),
    "no_such_action": _line("act", "fika"),
    "no_such_theme": _line("act", "--list", "zzz"),
    "no_such_theme.hint_near": _line("act", "--list", "small", "gifts"),
    "no_such_command": _line("preb", "anna"),
    "no_such_file": _line("doctor", "--merge", "nosuch.toml"),
    "no_such_item": _line("done", "zebra"),
    "no_such_seller": _line("prep", "ana"),
    "no_template": _line("prep", "anna", "--agenda", "nope"),
    "not_a_copy": _line("doctor", "--merge", "sellers/anna-berg.toml"),
    "not_here": _in_icloud,
    "of_nobody": _of_nobody,
    "not_away": _line("away", "anna", "back"),
    "too_many": _line("act", "--choose", "hero", "network", "go-deep", "own-way", "peer-thanks"),
    "several_actions": _with("me.toml", _ACTED, "act", "f"),
    "not_a_date": _line("book", "anna", "firday"),
    "not_a_duration": _line("erase", "--older", "two years"),
    "other_name": _line("erase", "anna", "--name", "Anna Lind"),
    "not_a_mail": _answered(b"PK\x03\x04"),
    "no_kind": _line("erase", "anna", "--kind", "opinion"),
    "no_form": _line("ask", "anna", "developmnt"),
    "missing.form": _line("ask", "anna", "--of", "buddy"),
    "missing.asked_role": _line("ask", "anna", "retro"),
    "no_team_talk": _line("recap", "team"),
    "no_talk": _line("recap", "asa"),
    "nothing_to_tell": _with("sellers/lo.toml", '[seller]\nname = "Lo"\n[[talk]]\non = 2026-11-20\n', "recap", "lo"),
    "not_a_role": _line("ask", "anna", "retro", "--of", "boss"),
    "not_a_kind": _line("show", "anna", "--kind", "opinion"),
    "not_a_level": _line("rate", "anna", "discovery", "blue"),
    "not_a_number": _line("goal", "anna", "more", "--to", "twelve"),
    "nothing_to_undo": _line("undo"),
    "not_a_seller": _line("note", "me", "Tired."),
    "still_to_come": _line("rate", "anna", "closing", "green", "--on", "2027-01-01"),
    "missing.action": _line("act", "anna"),
    "seller_exists": _line("add", "Anna Berg"),
    "not_a_country": _line("probation", "anna", "--country", "XX"),
    "ends_too_early": _line("probation", "anna", "--ends", "2026-09-01"),
    "ends_too_early.extended": _probation("--ends", "2026-12-31", then=("extend", "--ends", "2026-12-01")),
    "no_absence": _probation("--country", "NO", then=("extend", "--ends", "2027-03-05", "--why", "absence")),
    "no_absence.never": _probation("--country", "SE", then=("extend", "--ends", "2027-03-05", "--why", "absence")),
    "not_absence": _probation("--country", "NO", then=("extend", "--ends", "2027-03-05", "--why", "slow start")),
    "rests_on_nothing": _line("probation", "anna", "end"),
    "too_late": _told_late("--ends", "2026-12-01"),
    "too_late.rules": _told_late("--country", "DK"),
    "not_decided": _line("probation", "anna", "told"),
    "longer_than_away": _away_two_days,
    "not_weighing": _line("probation", "anna", "--counts", "wellbeing"),
    "not_expected": _line("expect", "anna", "motivation", "--green", "smiles"),
    "signed_late": _line("onboard", "anna", "--signed", "2026-10-01"),
    "missing.knows": _line("onboard", "anna", "--knows", "offer"),
    "past_the_most": _line("probation", "anna", "--country", "dk", "--ends", "2027-03-01"),
    "decided": _probation("confirm", then=("end",)),
    "has_ended": _probation("--ends", "2026-11-20", then=("end",)),
    "has_ended.rules": _probation("--ends", "2026-11-20", "--country", "SE", then=("end",)),
    "would_surprise": _probation("--counts", "x", then=("end",)),
    "would_surprise.left": _probation("--country", "SE", then=("end",)),
    "would_surprise.late": _probation("--country", "DK", then=("extend", "--ends", "2027-01-15", "--why", "agreed")),
    "missing.first_day": _line("probation", "bo", "--country", "SE"),
    "missing.new_end": _line("probation", "anna", "extend"),
    "missing.new_end.rules": _probation("--country", "SE", then=("extend",)),
    "several_items": lambda coach: (coach("note", "bo", "topic: ask Karin"), coach("done", "karin"))[1],
    "several_sellers": _two_annas("prep", "anna"),
    "too_large": _too_large,
    "unreadable": _unreadable,
    "unreadable_table": _table(b""),
    "unreadable_export": _deals(),
    "unclear_letters": _deals("Du\u0161an,Won,2026-10-02,1"),
    "unclear_number": _deals('Bo Ek,Won,2026-10-02,"2,500"'),
    "unclear_number.clash": _deals("Bo Ek,Won,2026-10-02,1.55", 'Bo Ek,Won,2026-10-02,"1,5"'),
    "unclear_dates": _deals("Bo Ek,Won,2/10/2026,1"),
    "no_column": _deals("Bo Ek,Won,2026-10-02,1", more=("--map", "opened=Start")),
    "no_column.lacking": _deals("Bo Ek,Won,2026-10-02,1", more=("--map", "amount=Close date")),
    "bad_map": _deals(more=("--map", "price=Amount")),
    "bad_map.choice": _deals(more=("--map", "decimal=dot")),
    "bad_map.who": _deals(more=("--who", "Bo Ek")),
    "several_fit": _deals("B,Won,2026-10-02,1"),
    "bad_figures": _measured,
    "missing.export": _line("figures", "--dry-run"),
    "unknown_encoding": _table(b"Namn\nBo", "--encoding", "klingon"),
    "doubtful_encoding": _table(b"Namn\nDu\x9aan\n"),
    "in_journal": lambda coach: coach("prep", "anna", "-o", str(coach.root / "anna.md")),
    "not_a_place": _into_a_pipe,
    "not_a_place.empty": _line("prep", "anna", "-o", ""),
    "not_a_place.folder": _line("prep", "anna", "-o", "x.md/"),
    "not_a_place.no_folder": _line("prep", "anna", "-o", "/nodir/x.md"),
    "refused": _refused,
    "unshown": _unshown("weekly"),
    "unshown.some": _unshown("note", "anna", "she asked first"),
    "unverified": _unverified,
    "unwritable": _line("prep", "anna", "-o", f"{'x' * 300}.txt"),
}
"""A command line for every error, by its code."""

CAUSES = {one.code: one for one in causes()}


@pytest.mark.golden
@pytest.mark.parametrize("name", PROVOKED)
def test_an_error_is_as_reviewed(coach: Any, golden: SnapshotAssertion, name: str) -> None:
    """Its status is that of its cause, its words are those of its file in golden/."""
    ran = PROVOKED[name](coach)
    assert (ran.status, ran.out) == (CAUSES[name.partition(".")[0]].status, "")
    assert ran.err.replace(str(coach.root), "JOURNAL") == golden


def test_every_error_is_provoked() -> None:
    """A new one needs a command line here, and its sentences on file."""
    assert {name.partition(".")[0] for name in PROVOKED} == set(CAUSES)
